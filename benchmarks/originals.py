"""Are the photos untouched by everything that photoface does? Every command over a tree of photos, and a kill -9.

    python -m benchmarks.originals PHOTOS [--copy] [--models FOLDER] [--probe PICTURE] [--without COMMAND...]

Of every file and folder below PHOTOS: content (SHA-256), size, permissions, owner, times of change of content and of
inode (ctime: also a rename, a chmod or a changed attribute would show), extended attributes, link target, and what the
folders list. Time of access is the system's. Compared after each command. --copy works on a copy; else PHOTOS itself is
read, which is no risk where the program keeps its promise. At the end, and where this system lets us, the same on a
read-only mount.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.no_network import Home

State = dict[str, tuple[object, ...]]


def state(root: Path) -> State:
    """Path -> everything about it that a program could change, but the time of access."""
    return {str(path.relative_to(root)): _entry(path) for path in [root, *root.rglob("*")]}


def _entry(path: Path) -> tuple[object, ...]:
    status = path.lstat()
    about = (status.st_mode, status.st_uid, status.st_gid, status.st_mtime_ns, status.st_ctime_ns, status.st_nlink)
    attributes = tuple(os.listxattr(path, follow_symlinks=False)) if hasattr(os, "listxattr") else ()
    return *about, attributes, _content(path)


def _content(path: Path) -> object:
    if path.is_symlink():
        return os.readlink(path)
    if path.is_dir():
        return tuple(sorted(os.listdir(os.fsencode(path))))
    return path.stat().st_size, hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def differences(before: State, after: State) -> list[str]:
    """The paths that are new, gone or different."""
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def sessions(photos: Path, probe: Path) -> list[list[str]]:
    """One of each thing that can be done, in an order in which all of them have something to do."""
    truth = ["--truth", "names"]
    return [
        ["index", str(photos)],
        ["index"],
        ["index", "--retry"],
        ["search", str(probe)],
        ["compare", str(probe), str(probe)],
        ["name", "1", "Anna"],
        ["name", "2", "Ben"],
        ["evaluate", "clusters", *truth, "--plot", "data/clusters.svg"],
        ["evaluate", "pairs", *truth],
        ["evaluate", "identify", *truth],
        ["evaluate", "robustness", *truth],
        ["evaluate", "embeddings"],
        ["confirm", "1"],
        ["reject", "1", "Ben"],
        ["assign", "2", "Chris"],
        ["split", "2"],
        ["not-a-face", "3"],
        ["merge", "Ben", "Anna"],
        ["undo"],
        ["redo"],
        ["rename", "Anna", "Anne"],
        ["find", "Anne"],
        ["recluster", "--algorithm", "dbscan", "--wrong", "0.02"],
        ["models", "use", "basic"],
        ["models", "use", "standard"],
        ["restore"],
        ["restore", "latest"],
        ["doctor"],
        ["folders", "--remove", str(photos)],
        ["index", str(photos)],
    ]


def killed(home: Home, photos: Path, after: float) -> None:
    """Index anew, and kill the program that many seconds later; its children end by themselves."""
    shutil.rmtree(home.folder / "library", ignore_errors=True)
    call = [sys.executable, "-m", "photoface", "index", str(photos)]
    process = subprocess.Popen(call, env=home.environment, cwd=home.folder, stdout=subprocess.DEVNULL)
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()


def read_only(photos: Path) -> list[str] | None:
    """The command that runs another one where PHOTOS is mounted read-only; None where this system does not let us."""
    mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    for own in (["unshare", "-m"], ["unshare", "-rm"]):
        call = [*own, "sh", "-c", mount, str(photos)]
        refused = [*call, "touch", str(photos / "x")]
        if not shutil.which("unshare") or subprocess.run([*call, "true"], capture_output=True, check=False).returncode:
            continue
        return call if subprocess.run(refused, capture_output=True, check=False).returncode else None
    return None


def tried(
    home: Home, photos: Path, probe: Path, kills: Sequence[float], without: Sequence[str] = ()
) -> Iterator[tuple[str, list[str]]]:
    """What was done, and what of the photos was different after it."""
    before = state(photos)
    for seconds in kills:
        killed(home, photos, seconds)
        yield f"index, killed after {seconds:.1f} s", differences(before, state(photos))
    for arguments in (each for each in sessions(photos, probe) if each[0] not in without):
        code = home.run([], arguments)
        yield f"{' '.join(arguments[:2])} (exit {code})", differences(before, state(photos))
    mounted = read_only(photos)
    if mounted is not None:
        shutil.rmtree(home.folder / "library")
        code = home.run(mounted, ["index", str(photos)])
        yield f"index on a read-only mount (exit {code})", differences(before, state(photos))


def main() -> None:
    """Prints a line per command; exit code 1 where a photo was touched."""
    options = _options()
    touched = False
    with tempfile.TemporaryDirectory() as temporary:
        photos = _copied(options.photos, Path(temporary)) if options.copy else options.photos.absolute()
        home = Home(Path(temporary) / "home", options.models)
        home.folder.mkdir()
        probe = (options.probe or next(path for path in sorted(photos.rglob("*.jpg")))).absolute()
        kills = [1.0 + 2.0 * number for number in range(options.kills)]
        print(f"{len(state(photos)):,} files and folders")
        for what, found in tried(home, photos, probe, kills, options.without):
            touched |= bool(found)
            print(f"{what:50} {f'{len(found)} TOUCHED: {found[:3]}' if found else 'untouched'}", flush=True)
    sys.exit(touched)


def _copied(photos: Path, folder: Path) -> Path:
    return Path(shutil.copytree(photos, folder / "photos", symlinks=True))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--copy", action="store_true", help="work on a copy")
    parser.add_argument("--models", type=Path, help="as PHOTOFACE_MODELS")
    parser.add_argument("--probe", type=Path, help="a picture to search with; default: the first one")
    parser.add_argument("--without", nargs="*", default=(), help="commands to leave out, e.g. models evaluate")
    parser.add_argument("--kills", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
