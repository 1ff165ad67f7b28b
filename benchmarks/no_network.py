"""Does photoface ever open a way to the network? Every command with a network below it, traced, and then without one.

    python benchmarks/no_network.py PHOTOS [--models FOLDER] [--probe PICTURE]

1. ``strace -f -e trace=%network``: which address families the program and its children ask for. Local ones are named
   (AF_UNIX: the pairs of pipes of Python's multiprocessing); any other is a fault. ``models install`` is not run: it is
   the only command that may.
2. ``unshare -n`` (or ``-rn`` without root): the same commands where there is no network at all.
3. Files that appear in an empty home, besides the library, the program's own data folder, and matplotlib's list of
   fonts (of a plot): none may.

Linux; needs strace and unshare (Debian packages strace, util-linux).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCAL = "AF_UNIX"
_CALL = re.compile(r"\b(?:socket|socketpair)\((\w+),|sa_family=(\w+)")


@dataclass(frozen=True, slots=True)
class Seen:
    """One command. families: address family -> how often it was named; stray: files outside of library and data."""

    command: str
    exit_code: int
    families: dict[str, int]
    stray: list[str]

    @property
    def foreign(self) -> list[str]:
        """Families that lead out of this computer, or might."""
        return sorted(set(self.families) - {LOCAL})


class Home:
    """An empty home with a library; ``env -u CI``, for some programs are silent only where they see that variable."""

    def __init__(self, folder: Path, models: Path | None) -> None:
        self.folder = folder
        kept = {key: value for key, value in os.environ.items() if key != "CI" and not key.startswith("PHOTOFACE_")}
        self.environment = {
            **kept,
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "PHOTOFACE_LIBRARY": str(folder / "library"),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        if models is not None:
            self.environment["PHOTOFACE_MODELS"] = str(models)

    def run(self, below: Sequence[str], arguments: Sequence[str]) -> int:
        """The exit code of ``photoface ARGUMENTS`` below another command (strace, unshare)."""
        call = [*below, sys.executable, "-m", "photoface", *arguments]
        return subprocess.run(call, env=self.environment, cwd=self.folder, capture_output=True, check=False).returncode

    def stray(self) -> list[str]:
        """Files that are neither the library's nor the program's own."""
        own = ("library", "data", "trace", "cache/matplotlib")
        files = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if not path.is_dir())
        return sorted(file for file in files if not file.startswith(own))


def commands(photos: Path, probe: Path) -> list[list[str]]:
    """A first session, from nothing to a corrected library."""
    return [
        ["index", str(photos)],
        ["status"],
        ["people"],
        ["faces"],
        ["name", "1", "Anna"],
        ["name", "2", "Ben"],
        ["find", "Anna"],
        ["search", str(probe)],
        ["compare", str(probe), str(probe)],
        ["recluster", "--wrong", "0.02"],
        ["undo"],
        ["models", "list"],
        ["evaluate", "clusters", "--truth", "names", "--plot", "data/clusters.svg"],
        ["doctor"],
        ["gui", "--help"],
    ]


def traced(home: Home, arguments: Sequence[str]) -> Seen:
    """Runs a command below strace."""
    trace = home.folder / "trace"
    code = home.run(["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(trace)], arguments)
    found = Counter(one or other for one, other in _CALL.findall(trace.read_text()))
    return Seen(arguments[0], code, dict(found), home.stray())


def cut_off() -> list[str] | None:
    """The command that runs another one without any network; None where this system does not let us."""
    for call in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which("unshare")
            and subprocess.run([*call, "true"], capture_output=True, check=False).returncode == 0
        ):
            return call
    return None


def faults(seen: Seen) -> Iterator[str]:
    """What must not be."""
    if seen.exit_code not in (0, 1):  # 1: nothing had to be changed
        yield f"{seen.command}: exit code {seen.exit_code}"
    if seen.foreign:
        yield f"{seen.command}: {', '.join(seen.foreign)}"
    yield from (f"{seen.command}: wrote {file}" for file in seen.stray)


def main() -> None:
    """Prints a table; exit code 1 where anything was found."""
    options = _options()
    probe = options.probe or next(path for path in sorted(options.photos.rglob("*.jpg")))
    wrong = list[str]()
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), options.models)
        for arguments in commands(options.photos, probe):
            seen = traced(home, arguments)
            print(f"{seen.command:10} exit {seen.exit_code}  {seen.families or 'no socket at all'}")
            wrong += faults(seen)
    alone = cut_off()
    if alone is None:
        wrong.append("unshare is not allowed here: nothing was run without a network")
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder), options.models)
        for arguments in commands(options.photos, probe) if alone else []:
            code = home.run(alone or [], arguments)
            print(f"{arguments[0]:10} exit {code}  without a network")
            wrong += [f"{arguments[0]} without a network: exit code {code}"] * (code not in (0, 1))
    print("\n".join(["FAULTS:", *wrong]) if wrong else "no way to the network was opened")
    sys.exit(bool(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--models", type=Path, help="as PHOTOFACE_MODELS")
    parser.add_argument("--probe", type=Path, help="a picture to search with; default: the first one")
    return parser.parse_args()


if __name__ == "__main__":
    main()
