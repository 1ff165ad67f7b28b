"""Keeps a child at work: restarts a dead one, finds out which photo killed it, ends one that takes too long.

A death in company proves nothing: everything that was being worked on is read again, alone.
Whoever dies alone is the culprit, and the rest goes on.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection
from itertools import count

from photoface.domain.errors import PhotofaceError
from photoface.domain.faces import PhotoFailed
from photoface.worker.child_process import Child, ChildDied
from photoface.worker.protocol import Done, Message, Ready, Request, Result, Started, StartFailed

START_LIMIT = 120.0
"""Seconds until a child must have loaded its models."""

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
        self._tickets = count(1)
        self._forget()

    def _forget(self) -> None:
        self._child: Child | None = None
        self._ready = False
        self._begun = 0.0
        self._barren = 0
        self._waiting: deque[Request] = deque()
        self._suspects: deque[Request] = deque()
        self._alone: int | None = None
        self._sent: dict[int, Request] = {}
        self._started: dict[int, float] = {}
        self._results: dict[int, Result] = {}

    def warm_up(self) -> None:
        """Let a child begin to load its models while the parent does something else."""
        if self._child is None:
            self._child, self._ready, self._begun = self._start(), False, self._clock()

    def submit(self, path: bytes, *, probe: bool = False) -> int:
        """Hand in a path; the ticket names its result."""
        request = Request(next(self._tickets), path, probe)
        self._waiting.append(request)
        self._feed()
        return request.ticket

    def next_of(self, tickets: Collection[int]) -> tuple[int, Result]:
        """Wait for a result of one of these tickets. Raises what kept the child from starting, or AnalyzerBroken."""
        while True:
            for ticket in self._results.keys() & set(tickets):
                return ticket, self._results.pop(ticket)
            self._step()

    def stop(self, *, kill: bool = False) -> None:
        """End the child and forget all requests; the next one starts a new child."""
        child = self._child
        self._forget()
        if child is not None:
            child.stop(kill=kill)

    # one message, one timeout or one death

    def _step(self) -> None:
        self._feed()
        if self._child is None:
            return
        try:
            message = self._child.receive(self._until_deadline())
        except ChildDied as death:
            self._bury(str(death))
            return
        if message is None:
            self._end_slow()
        else:
            self._take(message)

    def _feed(self) -> None:
        """Send what may be sent: a suspect when nothing else is out, everything when no suspect is."""
        try:
            if self._suspects and not self._sent:
                self._alone = self._suspects[0].ticket
                self._send(self._suspects)
            while self._waiting and self._alone is None and not self._suspects:
                self._send(self._waiting)
        except ChildDied as death:
            self._bury(str(death))

    def _send(self, queue: deque[Request]) -> None:
        self.warm_up()
        assert self._child is not None
        request = queue.popleft()
        self._sent[request.ticket] = request
        self._child.send(request)

    def _take(self, message: Message) -> None:
        match message:
            case Ready():
                self._ready = True
            case StartFailed(error):
                self.stop()
                raise error
            case Started(ticket):
                self._started[ticket] = self._clock()
            case Done(ticket, result):
                self._settle(ticket, result)

    def _settle(self, ticket: int, result: Result) -> None:
        self._sent.pop(ticket)
        self._started.pop(ticket, None)
        self._results[ticket] = result
        self._barren = 0
        if ticket == self._alone:
            self._alone = None

    # deaths

    def _bury(self, how: str) -> None:
        """The child is dead: who was being worked on is suspected, who was alone is guilty."""
        self._discard_child()
        begun = [self._sent[ticket] for ticket in self._started]
        if not begun:
            self._barren += 1
        if self._barren >= BARREN_DEATHS:
            self.stop()
            raise AnalyzerBroken(
                f"The process that reads photos cannot run on this computer: {how}, {BARREN_DEATHS} times. "
                "What was read before is kept. Check the models: photoface models verify"
            )
        if begun and self._alone is not None:
            self._condemn(self._alone, "crashed", f"reading it ended the reading process ({how})")
        self._call_back(suspects=begun)

    def _end_slow(self) -> None:
        """Nothing was heard until a deadline: the child hangs, on these photos or at its start."""
        if not self._ready:
            self._bury(f"it did not begin within {START_LIMIT:.0f} seconds")
            return
        late = self._clock() - self._slow_after
        overdue = [ticket for ticket, since in self._started.items() if since <= late]
        if not overdue:
            return
        for ticket in overdue:
            self._condemn(ticket, "slow", f"reading it took more than {self._slow_after:.0f} seconds")
        self._discard_child()
        self._call_back(suspects=[])

    def _condemn(self, ticket: int, kind: str, reason: str) -> None:
        self._settle(ticket, PhotoFailed(self._sent[ticket].path, kind, reason))

    def _discard_child(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.stop(kill=True)

    def _call_back(self, suspects: list[Request]) -> None:
        """What was out is in the queues again: suspects (still without a verdict) apart from the others."""
        suspected = {request.ticket for request in suspects} | ({self._alone} if self._alone else set())
        self._suspects.extend(request for request in self._sent.values() if request.ticket in suspected)
        rest = [request for request in self._sent.values() if request.ticket not in suspected]
        self._waiting.extendleft(reversed(rest))
        self._sent.clear()
        self._started.clear()
        self._alone = None

    def _until_deadline(self) -> float:
        now = self._clock()
        if not self._ready:
            return max(self._begun + START_LIMIT - now, 0.0)
        first = min(self._started.values(), default=now)
        return max(first + self._slow_after - now, 0.0)
