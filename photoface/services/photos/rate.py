"""How fast it goes and how long it will take, from the last seconds only."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

_WINDOW_SECONDS = 20.0
_FORECAST_AFTER_SECONDS = 5.0  # before that a forecast is a guess


class Rate:
    """Photos per second over a moving window; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started = clock()
        self._marks: deque[tuple[float, int]] = deque([(self._started, 0)])

    def text(self, done: int, total: int) -> str:
        """For a progress line, e.g. ``34 photos/s, about 8 min left``."""
        now = self._clock()
        self._marks.append((now, done))
        while len(self._marks) > 2 and now - self._marks[0][0] > _WINDOW_SECONDS:
            self._marks.popleft()
        seconds, photos = now - self._marks[0][0], done - self._marks[0][1]
        rate = photos / seconds if seconds > 0 else 0.0
        speed = f"{rate:.0f} photos/s" if rate >= 10 else f"{rate:.1f} photos/s"
        if now - self._started < _FORECAST_AFTER_SECONDS or rate <= 0 or done >= total:
            return speed
        return f"{speed}, about {duration((total - done) / rate)} left"


def duration(seconds: float) -> str:
    """Seconds in words: ``40 s``, ``8 min``, ``2.5 h``."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
