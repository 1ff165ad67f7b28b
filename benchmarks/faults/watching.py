"""A program and its children from outside, through /proc: memory, handles, threads."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Sample:
    """One process at one moment. rss in bytes."""

    pid: int
    name: str
    rss: int
    handles: int
    threads: int


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            parent = _parent(entry)
            children.setdefault(parent, []).append(int(entry.name))
    found, waiting = [], [pid]
    while waiting:
        found.append(waiting.pop())
        waiting += children.get(found[-1], [])
    return found


def sample(pid: int, name: str = "") -> Sample | None:
    """None where the process has gone."""
    folder = Path(f"/proc/{pid}")
    try:
        rss = int((folder / "statm").read_text().split()[1]) * PAGE
        return Sample(pid, name, rss, len(os.listdir(folder / "fd")), len(os.listdir(folder / "task")))
    except OSError:
        return None


def watched(process: subprocess.Popen[bytes], every: float = 0.05) -> Iterator[list[Sample]]:
    """Samples of the process (first) and its children until it ends."""
    while process.poll() is None:
        yield [found for pid in family(process.pid) if (found := sample(pid)) is not None]
        time.sleep(every)


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
    except (OSError, IndexError, ValueError):
        return 0
