"""A child that takes more memory than any photo needs ends itself, before the computer suffers.

No resource limit of the system does it: RLIMIT_AS counts what is only reserved, which onnxruntime does by gigabytes,
and RLIMIT_RSS has no effect (getrlimit(2)). The supervisor then finds out which photo it was.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable

EXIT_CODE = 86
_MODELS = 2_500_000_000
_PER_THREAD = 500_000_000
"""A panorama in the detector takes 400 MB; what is decoded at the same time is bounded by worker.turns."""

_EVERY = 0.05
"""Seconds between two looks: enough to fill some 100 MB."""


def limit(threads: int) -> int:
    """Bytes that a child with so many threads may take, far above what photos need, models included."""
    return _MODELS + _PER_THREAD * threads


def watch_memory(most: int, used: Callable[[], int] | None = None) -> None:
    """From now on this process ends at once, with EXIT_CODE, when it takes more than ``most`` bytes."""
    look = used or resident()
    if look is not None:
        threading.Thread(target=_watch, args=(most, look), name="memory", daemon=True).start()


def resident() -> Callable[[], int] | None:
    """Tells the bytes of memory that this process has, on macOS the most it ever had; None where nothing tells."""
    if os.path.exists("/proc/self/statm"):
        return _from_proc
    if sys.platform == "darwin":
        return _most_ever
    return None


def _from_proc() -> int:
    with open("/proc/self/statm", "rb") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _most_ever() -> int:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _watch(most: int, used: Callable[[], int]) -> None:
    while used() <= most:
        time.sleep(_EVERY)
    os._exit(EXIT_CODE)
