"""Who may decode now: photos take what memory they need out of a common purse, in the order they come."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

MOST_BYTES = 1_500_000_000
"""All photos that are decoded at the same time; the largest that is let in (HEIC of 200 megapixels) fills it alone."""


class Turns:
    """Lets threads in as long as what they hold fits; who needs more than there is has everything to itself.

    First come, first served: small photos never overtake a large one, which would wait for ever.
    """

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._free = self._most = most
        self._waiting: deque[object] = deque()
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, needed: int) -> Iterator[None]:
        """Wait until ``needed`` bytes are free, and hold them."""
        held = min(needed, self._most)
        self._take(held)
        try:
            yield
        finally:
            with self._changed:
                self._free += held
                self._changed.notify_all()

    def _take(self, held: int) -> None:
        me = object()
        with self._changed:
            self._waiting.append(me)
            self._changed.wait_for(lambda: self._waiting[0] is me and self._free >= held)
            self._waiting.popleft()
            self._free -= held
            self._changed.notify_all()
