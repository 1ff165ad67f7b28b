"""Paths in, answers out: the loop around a supervisor."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable
from itertools import islice

from photoface.worker.protocol import Answer
from photoface.worker.supervisor import Supervisor


def stream(
    supervisor: Supervisor, paths: Iterable[bytes], window: int, patience: float = math.inf
) -> Generator[Answer | None, None, None]:
    """One answer per path, in any order, and None whenever nothing was heard for ``patience`` seconds.

    Paths are drawn as needed, at most ``window`` ahead. Closing the iterator early ends the child at once.
    """
    source, tickets = iter(paths), set[int]()
    try:
        while True:
            tickets.update(supervisor.submit(path) for path in islice(source, window - len(tickets)))
            if not tickets:
                return
            found = supervisor.poll(tickets, patience)
            if found is not None:
                tickets.discard(found[0])
            yield found and found[1]
    finally:
        if tickets:
            supervisor.stop()
