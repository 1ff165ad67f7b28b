"""Thousands of damaged and hostile image files through the real program: does it crash, hang, or hide one of them?

    python -m benchmarks.mutated_images [--files 5000] [--seed 1] [--photos FOLDER] [--models FOLDER] [--json FILE]

Every file is a mutation of a real picture (of all formats; benchmarks/faults/mutations.py) or made to harm
(monsters.py). ``photoface index`` runs over them as a user starts it; an analyzer with a clock notes what each takes.
It fails when the main process crashes or logs a bug, a file is neither a photo nor listed with a reason in plain words,
a file takes longer than 10 s (the smaller of the time on the wall and the child's CPU time, for others use the computer
too), or the library is not in order afterwards. Linux only: memory is read from /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.faults.monsters import encoded, monsters, portrait
from benchmarks.faults.mutations import mutated
from benchmarks.faults.watching import watched
from photoface.services.photos.scanning import PICTURES
from photoface.store.database import LibraryDatabase
from photoface.store.photos import Photos

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 10.0
LARGEST_BASE = 600_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "PPM", "AVIF", "HEIF")
_NOT_PLAIN = re.compile(r"Error|Exception|0x|Traceback|None|errno", re.IGNORECASE)


@dataclass
class Outcome:
    """What became of the files. memory: most bytes of the main process, and of it and its children together."""

    files: int
    exit_code: int
    photos: int
    kinds: dict[str, int]
    reasons: dict[str, int]
    deaths: list[str]
    slowest: list[tuple[float, float, str]]
    memory: tuple[int, int]
    seconds: float
    faults: list[str] = field(default_factory=list)


def main() -> None:
    """Prints a summary; exit code 1 where anything is wrong."""
    options = _options()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary) / "files"
        folder.mkdir(parents=True, exist_ok=True)
        write_files(folder, options.files, options.seed, options.photos, options.heavy)
        outcome = index(folder, Path(temporary), options.models)
    _print(outcome)
    if options.json:
        options.json.write_text(json.dumps(asdict(outcome), indent=1))
    sys.exit(bool(outcome.faults))


def write_files(folder: Path, count: int, seed: int, photos: Path | None, heavy: bool) -> None:
    """All monsters, and mutations of real pictures up to ``count`` files; the same for the same seed."""
    chance, number = random.Random(seed), 0
    for name, data in monsters(heavy=heavy).items():
        (folder / f"monster-{name}").write_bytes(data)
        number += 1
    bases = _bases(photos)
    others = [data for _, data in bases]
    while number < count:
        ending, data = chance.choice(bases)
        (folder / f"{number:05}{ending}").write_bytes(mutated(data, others, chance))
        number += 1


def _bases(photos: Path | None) -> list[tuple[str, bytes]]:
    made = [
        (f".{kind.lower()}".replace("heif", "heic").replace("jpeg", "jpg"), encoded(portrait(), kind))
        for kind in FORMATS
    ]
    made.append((".jpg", encoded(portrait(), "JPEG", progressive=True)))
    made += [(".tif", encoded(portrait(), "TIFF", compression=f"tiff_{name}")) for name in ("lzw", "deflate", "jpeg")]
    found = sorted(photos.rglob("*")) if photos else []
    real = [
        path for path in found if path.suffix.lower().encode() in PICTURES and 0 < path.stat().st_size < LARGEST_BASE
    ]
    rare = [path for path in real if path.suffix.lower() not in (".jpg", ".pgm")]
    chosen = [*rare, *random.Random(0).sample(real, min(len(real), 60))]
    return made + [(path.suffix.lower(), path.read_bytes()) for path in chosen]


def index(folder: Path, home: Path, models: Path | None) -> Outcome:
    """Runs the program over the folder, looks at what it left."""
    process = _start(folder, home, models)
    own = together = 0
    for samples in watched(process):
        own = max(own, next((each.rss for each in samples if each.pid == process.pid), 0))
        together = max(together, sum(each.rss for each in samples))
    told = (home / "events").read_bytes().splitlines()
    finished = next((row for row in map(json.loads, reversed(told)) if row["event"] == "finished"), {"seconds": 0.0})
    return _looked_at(folder, home, process.returncode, finished["seconds"], (own, together))


def _start(folder: Path, home: Path, models: Path | None) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PHOTOFACE_TIMINGS": str(home / "timings"), "XDG_DATA_HOME": str(home / "data")}
    environment |= {"PYTHONPATH": str(ROOT)} | ({"PHOTOFACE_MODELS": str(models)} if models else {})
    call = [sys.executable, "-m", "benchmarks.faults.timed_program", "--library", str(home / "library")]
    with (home / "events").open("wb") as events:
        return subprocess.Popen([*call, "index", str(folder), "--json"], env=environment, stdout=events)


def _looked_at(folder: Path, home: Path, code: int, seconds: float, memory: tuple[int, int]) -> Outcome:
    with LibraryDatabase.create_or_open(home / "library", write=False) as db:
        failures, counts, problems = Photos(db).failures(), Photos(db).counts(), db.problems()
        listed = {path for (path,) in db.rows("SELECT path FROM file")}
    took, deaths = _timings(home / "timings")
    names = sorted(os.listdir(os.fsencode(folder)))
    outcome = Outcome(
        files=len(names),
        exit_code=code,
        photos=counts.photos,
        kinds=dict(Counter(each.kind for each in failures)),
        reasons=dict(Counter(re.sub(r"\d[\d,.]*", "N", each.reason) for each in failures).most_common(40)),
        deaths=deaths,
        slowest=sorted(took, reverse=True)[:12],
        memory=memory,
        seconds=seconds,
    )
    hidden = [name for name in names if os.path.join(os.fsencode(folder), name) not in listed]
    outcome.faults += [f"exit code {code}"] * (code != 0) + [
        f"{len(hidden)} files are not listed: {hidden[:3]}"
    ] * bool(hidden)
    outcome.faults += [f"not in order: {each}" for each in problems]
    outcome.faults += [f"{name} took {seconds:.1f} s" for seconds, _, name in took if seconds > LONGEST]
    outcome.faults += [f"not plain: {each.reason}" for each in failures if _NOT_PLAIN.search(each.reason)]
    outcome.faults += _logged(home / "data")
    return outcome


def _timings(notes: Path) -> tuple[list[tuple[float, float, str]], list[str]]:
    """(seconds, of them on the wall, name) of each file, and the names of those that a child died with."""
    began, took = Counter[str](), list[tuple[float, float, str]]()
    for row in map(json.loads, notes.read_text().splitlines()):
        if "began" in row:
            began[row["began"]] += 1
        else:
            began[row["ended"]] -= 1
            took.append((round(min(row["seconds"], row["cpu"]), 2), round(row["seconds"], 2), row["ended"]))
    return took, sorted(name for name, times in began.items() if times > 0)


def _logged(data: Path) -> list[str]:
    text = "".join(path.read_text() for path in data.rglob("photoface.log*"))
    return [f"a bug was logged: {line}" for line in text.splitlines() if re.match(r"\w*(Error|Exception)\b", line)][:5]


def _print(outcome: Outcome) -> None:
    own, together = (bytes_ / 1e6 for bytes_ in outcome.memory)
    print(f"{outcome.files} files in {outcome.seconds:.0f} s: {outcome.photos} photos; {outcome.kinds}")
    for reason, count in outcome.reasons.items():
        print(f"  {count:5}  {reason}")
    print(f"slowest (s, s on the wall): {outcome.slowest}")
    print(f"files that a child died with: {outcome.deaths}")
    print(f"most memory: main process {own:.0f} MB, with its children {together:.0f} MB")
    print("\n".join(["FAULTS:", *outcome.faults[:20]]) if outcome.faults else "no faults")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--photos", type=Path, help="real pictures to mutate, besides those made here")
    parser.add_argument("--models", type=Path, help="as PHOTOFACE_MODELS")
    parser.add_argument("--no-heavy", dest="heavy", action="store_false", help="without pictures of 100 million pixels")
    parser.add_argument("--keep", type=Path, help="write the files here and leave them")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
