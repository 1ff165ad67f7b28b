"""Keeps a child at work: restarts a dead one, finds out which photo killed it, ends one that takes too long.

A death in company proves nothing: everything that was being worked on is read again, alone.
Whoever dies alone is the culprit, and the rest goes on.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Mapping

from photoface.domain.errors import PhotofaceError
from photoface.domain.geometry import Box
from photoface.domain.writing import Order
from photoface.worker.child_process import Child, ChildDied
from photoface.worker.protocol import Allowed, Answer, Done, Message, Overdue, Ready, Started, StartFailed
from photoface.worker.requests import Requests

START_LIMIT = 120.0
"""Seconds until a child must have loaded its models."""

ASLEEP = 5.0
"""Seconds that a wait may last longer than asked; more means that the computer was suspended, and no photo is slow."""

CROWDED = 6.0
"""By the clock on the wall, work may take so many times what it is allowed to compute: others use the processor too."""

BARREN_DEATHS = 3
"""Deaths in a row with no photo to blame, after which it is not worth trying again."""


class AnalyzerBroken(PhotofaceError):
    """The analyzer process dies without a photo being the reason."""


class Supervisor:
    """Requests in, results out in any order. One thread only."""

    def __init__(
        self, start: Callable[[], Child], slow_after: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._start = start
        self._slow_after = slow_after
        self._clock = clock
        self._requests = Requests()
        self._child: Child | None = None
        self._ready = False
        self._started_at = 0.0
        self._barren = 0

    def warm_up(self) -> Child:
        """Let a child begin to load its models while the parent does something else."""
        if self._child is None:
            self._child, self._ready, self._started_at = self._start(), False, self._clock()
        return self._child

    def submit(self, path: bytes, *, probe: bool = False, box: Box | None = None, order: Order | None = None) -> int:
        """Hand in a path; the ticket names its result. box: to look only there, for readers that can; order: for
        writers."""
        ticket = self._requests.add(path, probe=probe, box=box, order=order)
        self._feed()
        return ticket

    def next_of(self, tickets: Collection[int]) -> tuple[int, Answer]:
        """Wait for a result of one of these tickets. Raises what kept the child from starting, or AnalyzerBroken."""
        while (found := self.poll(tickets, math.inf)) is None:
            pass
        return found

    def poll(self, tickets: Collection[int], patience: float) -> tuple[int, Answer] | None:
        """The same, or None when nothing was heard for ``patience`` seconds; 0 takes what is there already."""
        while (found := self._requests.take(tickets)) is None:
            self._feed()
            if not self._hear(patience):
                return None
        return found

    def stop(self) -> None:
        """End the child and forget all requests; the next one starts a new child."""
        self._requests.forget()
        self._barren = 0
        self._end_child(kill=False)

    def _end_child(self, *, kill: bool) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.stop(kill=kill)

    def _feed(self) -> None:
        try:
            while (request := self._requests.next_to_send()) is not None:
                self.warm_up().send(request)
        except ChildDied as death:
            self._bury(str(death))

    def _hear(self, patience: float) -> bool:
        """One message, one deadline or one death; False: none of them came in time."""
        if self._child is None:
            return True
        deadline, asked = self._until_deadline(), self._clock()
        try:
            message = self._child.receive(min(deadline, patience))
        except ChildDied as death:
            self._bury(str(death))
            return True
        if message is not None:
            self._take(message)
        elif (asleep := self._clock() - asked - min(deadline, patience)) > ASLEEP:
            self._requests.forgive(asleep)
        elif deadline <= patience:
            self._end_late()
        return message is not None or deadline <= patience

    def _until_deadline(self) -> float:
        now = self._clock()
        if not self._ready:
            return max(self._started_at + START_LIMIT - now, 0.0)
        deadline = self._requests.next_deadline()
        return self._slow_after if deadline is None else max(deadline - now, 0.0)

    def _take(self, message: Message) -> None:
        match message:
            case Ready():
                self._ready = True
            case StartFailed(error):
                self.stop()
                raise error
            case Started(ticket):
                self._requests.begin(ticket, self._clock(), self._slow_after)
            case Allowed(ticket, seconds):
                self._requests.begin(ticket, self._clock(), seconds * CROWDED)
            case Overdue(ticket, seconds):
                self._give_up({ticket: seconds})
            case Done(ticket, result):
                self._requests.settle(ticket, result)
                self._barren = 0

    def _end_late(self) -> None:
        """Nothing was heard until a deadline: the child hangs at its start, or on a photo."""
        if not self._ready:
            self._bury(f"it did not begin within {START_LIMIT:.0f} seconds")
            return
        self._give_up(self._requests.overdue(self._clock()))

    def _give_up(self, overdue: Mapping[int, float]) -> None:
        if self._requests.give_up_slow(overdue):
            self._end_child(kill=True)

    def _bury(self, how: str) -> None:
        self._end_child(kill=True)
        self._barren = 0 if self._requests.child_died(how) else self._barren + 1
        if self._barren < BARREN_DEATHS:
            return
        self.stop()
        raise AnalyzerBroken(
            f"The process that reads photos cannot run on this computer: {how}, {BARREN_DEATHS} times. "
            "What was read before is kept. Check the models: photoface models verify"
        )
