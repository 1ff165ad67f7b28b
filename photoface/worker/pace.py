"""How long each photo has been computed on: by the clock of its thread, which stands still while others compute.

A computer under load may need a minute for what takes a second elsewhere; no photo is to blame for that.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_EVERY = 0.25


class Pace:
    """Tells, once, of each photo that has used up what it was allowed. Only where threads have clocks (not on Windows
    and macOS: there the supervisor's own, longer limits by the clock on the wall are all there is)."""

    def __init__(self, overdue: Callable[[int, float], None]) -> None:
        self._overdue = overdue
        self._ends: dict[int, tuple[int, float, float]] = {}  # ticket -> clock, its time at the end, seconds allowed
        self._lock = threading.Lock()
        if hasattr(time, "pthread_getcpuclockid"):
            threading.Thread(target=self._watch, name="pace", daemon=True).start()

    def allow(self, ticket: int, seconds: float) -> None:
        """So much from now on, for the thread that calls this."""
        if hasattr(time, "pthread_getcpuclockid"):
            clock = time.pthread_getcpuclockid(threading.get_ident())
            with self._lock:
                self._ends[ticket] = clock, time.clock_gettime(clock) + seconds, seconds

    def done(self, ticket: int) -> None:
        """It is over."""
        with self._lock:
            self._ends.pop(ticket, None)

    def _watch(self) -> None:
        while True:
            time.sleep(_EVERY)
            for ticket, seconds in self._used_up():
                self._overdue(ticket, seconds)

    def _used_up(self) -> list[tuple[int, float]]:
        with self._lock:
            ends = self._ends.items()
            over = [(ticket, seconds) for ticket, (clock, end, seconds) in ends if time.clock_gettime(clock) > end]
            for ticket, _ in over:
                del self._ends[ticket]
        return over
