"""What a photo costs in the real analyzer process, with its pipe and its parent."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from photoface.domain.faces import PhotoAnalysis
from photoface.worker.analyzer_process import AnalyzerProcess
from photoface.worker.child_process import LARGE_PAGES
from photoface.worker.protocol import AnalyzerSpec


@dataclass(frozen=True, slots=True)
class Process:
    """cpu: seconds a photo of child and parent; wall: seconds a photo."""

    pack: str
    threads: int
    cpu: float
    wall: float


def with_large_pages() -> None:
    """Begins this program anew with the pages of memory that the product's children have, if it began without them."""
    name, value = LARGE_PAGES
    if sys.platform == "linux" and name not in os.environ:
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, name: value})


def process_costs(photos: Sequence[Path], models: Path, packs: Sequence[str], rounds: int = 2) -> list[Process]:
    """With one and two threads, least of the rounds."""
    return [
        Process(pack, threads, *_a_photo(photos, AnalyzerSpec(models, pack, threads), rounds))
        for pack in packs
        for threads in (1, 2)
    ]


def _a_photo(photos: Sequence[Path], spec: AnalyzerSpec, rounds: int) -> tuple[float, float]:
    """CPU and wall seconds: what a process with all photos twice takes longer than one with all photos once.

    So its start, the first use of memory and its end do not count.
    """
    once = np.array([_run(photos, spec) for _ in range(rounds)]).min(0)
    twice = np.array([_run([*photos, *photos], spec) for _ in range(rounds)]).min(0)
    cpu, wall = ((twice - once) / len(photos)).tolist()
    return cpu, wall


def _run(photos: Sequence[Path], spec: AnalyzerSpec) -> tuple[float, float]:
    start = _cpu(), time.perf_counter()
    with AnalyzerProcess(spec) as process:
        for result in process.analyze(map(bytes, photos)):
            if not isinstance(result, PhotoAnalysis):
                raise RuntimeError(f"nothing was measured: {result}")
    return _cpu() - start[0], time.perf_counter() - start[1]


def _cpu() -> float:
    """Seconds of this process and of its children that have ended."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
