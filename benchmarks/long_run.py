"""Minutes of indexing, deciding, looking and searching at the same time: does anything grow?

    nice python -m benchmarks.long_run MINUTES [--photos FOLDER] [--models FOLDER] [--json FILE]

As the window does it: one process holds the only library that is open for writing. One thread indexes a folder in which
photos come, move and go (faults/traffic.py); another one decides with the same library; three threads look and search
through connections of their own; and other processes run ``photoface`` commands that only look. Every three seconds
memory, handles, threads, write-ahead logs, databases and temporary files are measured. It fails where
something still grows in the second half; the limits, and why, are below. Linux only: /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.faults.traffic import Life, percentile
from benchmarks.faults.watching import family, sample
from photoface.store.database import LibraryDatabase

EVERY = 3.0

# After the warm-up. Memory: what a fitted line gains, as a share, for allocators keep what they once had (a leak of one
# analysis, some 100 kB, in every photo that is read would be 40 % in five minutes). Database: the same of its bytes a
# row, for it grows with what it holds and not faster. As it grows, each connection caches what it reads of it.
CONNECTIONS = 6
SHARES = {"memory": 0.10, "searcher_memory": 0.10, "bytes_per_row": 0.05}

# Least in the last third of the time less least in the first: what comes and goes does not count. A handle, thread,
# child or file that stays behind at every run of the indexing would be some twenty.
COUNTS = {"handles": 2, "threads": 1, "children": 1, "temporary": 1}

# Most in the last third less most in the first. SQLite folds a log in at 4 MB and begins it anew, or later when
# somebody reads at that moment.
LOGS = {"log": 2_000_000, "thumbs_log": 2_000_000}
LARGEST_LOG = 32e6
"""Bytes that a write-ahead log may ever have."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything measured at one time, in bytes and numbers."""

    at: float
    memory: float
    searcher_memory: float
    handles: float
    threads: float
    children: float
    log: float
    thumbs_log: float
    stored: float
    rows: float
    bytes_per_row: float
    temporary: float


class Meter:
    """Measures this process and its library."""

    def __init__(self, library: Path, temporary: Path, life: Life) -> None:
        self._library, self._temporary, self._life = library, temporary, life
        self._started = time.monotonic()

    def measure(self) -> Moment:
        """The present moment."""
        own = sample(os.getpid())
        assert own is not None
        searcher = sample(self._life.searcher_pid) if self._life.searcher_pid else None
        rows = self._rows()
        library = self._size("library.db") + self._size("library.db-wal")
        return Moment(
            at=time.monotonic() - self._started,
            memory=own.rss,
            searcher_memory=searcher.rss if searcher else 0.0,
            handles=own.handles,
            threads=own.threads,
            children=len(family(os.getpid())) - 1,
            log=self._size("library.db-wal"),
            thumbs_log=self._size("thumbs.db-wal"),
            stored=library + self._size("thumbs.db") + self._size("thumbs.db-wal"),
            rows=rows,
            bytes_per_row=library / max(rows, 1),
            temporary=len(list(self._temporary.rglob("*"))) + len(list(self._library.rglob("*.part"))),
        )

    def _rows(self) -> int:
        with LibraryDatabase.create_or_open(self._library, write=False) as db:
            tables = ("photo", "file", "face", "embedding", "neighbors", "operation", "change")
            return sum(db.value(f"SELECT count(*) FROM {table}") for table in tables)

    def _size(self, name: str) -> int:
        try:
            return (self._library / name).stat().st_size
        except OSError:
            return 0


def faults(moments: list[Moment]) -> list[str]:
    """What grew, from the second half of the moments."""
    late = moments[len(moments) // 2 :]
    gains = {name: _fitted(late, name) - (_cached(late) if name == "memory" else 0.0) for name in SHARES}
    found = [f"{name} grew by {gain:.1%}" for name, gain in gains.items() if gain > SHARES[name]]
    for limits, extreme in ((COUNTS, min), (LOGS, max)):
        gains = {name: _gain(late, name, extreme) for name in limits}
        found += [f"{name} grew by {gain:,.0f}" for name, gain in gains.items() if gain > limits[name]]
    largest = max((max(each.log, each.thumbs_log) for each in moments), default=0)
    return found + [f"a log had {largest / 1e6:.0f} MB"] * (largest > LARGEST_LOG)


def _fitted(moments: list[Moment], name: str) -> float:
    """How far a fitted line climbs from the first to the last moment, as a share of the values' median."""
    values, times = (np.array([getattr(each, key) for each in moments]) for key in (name, "at"))
    if len(moments) < 3 or not np.median(values):
        return 0.0
    slope, _ = np.polyfit(times, values, 1)
    return float(slope * (times[-1] - times[0]) / np.median(values))


def _cached(moments: list[Moment]) -> float:
    """What caches may have gained, as a share of the memory."""
    more = CONNECTIONS * (moments[-1].stored - moments[0].stored) if moments else 0.0
    return float(more / np.median([each.memory for each in moments])) if more > 0 else 0.0


def _gain(moments: list[Moment], name: str, extreme: Callable[[list[float]], float]) -> float:
    values = [getattr(each, name) for each in moments]
    third = len(values) // 3
    return extreme(values[-third:]) - extreme(values[:third]) if third else 0.0


def live(minutes: float, photos: Path | None, home: Path) -> tuple[list[Moment], Life]:
    """The whole run."""
    temporary = home / "temporary"
    temporary.mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(temporary)
    life, moments = Life(home, photos), list[Moment]()
    with life:
        meter, end = Meter(life.folder, temporary, life), time.monotonic() + 60 * minutes
        while time.monotonic() < end and not life.broken:
            time.sleep(EVERY)
            moments.append(meter.measure())
    return moments, life


def report(moments: list[Moment], life: Life) -> list[str]:
    """Prints a table; what is wrong."""
    for name in (each for each in Moment.__slots__ if each != "at"):
        values = np.array([getattr(each, name) for each in moments])
        parts = [float(np.median(part)) for part in np.array_split(values, 5) if len(part)]
        print(
            f"{name:16} median of each fifth: {' '.join(f'{part:14,.0f}' for part in parts)}   most {values.max():,.0f}"
        )
    print(f"done: {dict(life.counts)}")
    for name, seconds in life.latencies.items():
        print(f"{name}: median {percentile(seconds, 50) * 1e3:.0f} ms, 99 % {percentile(seconds, 99) * 1e3:.0f} ms, "
              f"longest {max(seconds, default=0) * 1e3:.0f} ms")  # fmt: skip
    with LibraryDatabase.create_or_open(life.folder, write=False) as db:
        problems = db.problems()
    left = [each.name for each in threading.enumerate() if each is not threading.main_thread()]
    return [*life.broken, *problems, *faults(moments), *(f"thread {name} is still there" for name in left)]


def main() -> None:
    """Exit code 1 where anything grew or broke."""
    options = _options()
    if options.models:
        os.environ["PHOTOFACE_MODELS"] = str(options.models)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        moments, life = live(options.minutes, options.photos, Path(home))
        wrong = report(moments, life)
    if options.json:
        rows = [{name: getattr(each, name) for name in Moment.__slots__} for each in moments]
        options.json.write_text(json.dumps({"moments": rows, "counts": life.counts, "wrong": wrong}))
    print("\n".join(["FAULTS:", *wrong]) if wrong else "nothing grew, nothing broke")
    sys.exit(bool(wrong))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("minutes", type=float)
    parser.add_argument("--photos", type=Path, help="photos with faces, of which copies come and go; else one is made")
    parser.add_argument("--models", type=Path, help="as PHOTOFACE_MODELS")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    main()
