"""Which request is where: waiting, suspected, with the child, begun, answered. Book-keeping without any process."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from itertools import count

from photoface.domain.faces import PhotoFailed
from photoface.domain.geometry import Box
from photoface.domain.writing import Order
from photoface.worker.protocol import Answer, Request


class Requests:
    """Requests of one child at a time.

    After a death, what had begun is suspected and goes out alone; the rest simply goes out again.
    """

    def __init__(self) -> None:
        self._tickets = count(1)
        self.forget()

    def forget(self) -> None:
        """Nothing was ever asked; tickets stay unique."""
        self._waiting: deque[Request] = deque()
        self._suspects: deque[Request] = deque()
        self._alone: int | None = None
        self._out: dict[int, Request] = {}
        self._begun: dict[int, tuple[float, float]] = {}  # since when, and how many seconds it may take
        self._results: dict[int, Answer] = {}

    def add(self, path: bytes, *, probe: bool, box: Box | None = None, order: Order | None = None) -> int:
        """The ticket of a new request."""
        request = Request(next(self._tickets), path, probe, box, order)
        self._waiting.append(request)
        return request.ticket

    def next_to_send(self) -> Request | None:
        """Taken as sent: a suspect when nothing else is out, any other one when there is no suspect."""
        if self._suspects and not self._out:
            self._alone = self._suspects[0].ticket
            return self._sent(self._suspects)
        if self._waiting and self._alone is None and not self._suspects:
            return self._sent(self._waiting)
        return None

    def _sent(self, queue: deque[Request]) -> Request:
        request = queue.popleft()
        self._out[request.ticket] = request
        return request

    def begin(self, ticket: int, now: float, seconds: float) -> None:
        """A thread of the child works on it, and may do so for so long; said again, the time begins anew."""
        self._begun[ticket] = now, seconds

    def next_deadline(self) -> float | None:
        """When the first of those that were begun will have taken too long."""
        return min((since + seconds for since, seconds in self._begun.values()), default=None)

    def forgive(self, lost: float) -> None:
        """For so many seconds nobody could work."""
        self._begun = {ticket: (since + lost, seconds) for ticket, (since, seconds) in self._begun.items()}

    def settle(self, ticket: int, result: Answer) -> None:
        """It has its answer."""
        del self._out[ticket]
        self._begun.pop(ticket, None)
        self._results[ticket] = result
        if ticket == self._alone:
            self._alone = None

    def take(self, tickets: Collection[int]) -> tuple[int, Answer] | None:
        """An answer to one of these, if there is one."""
        for ticket in self._results.keys() & set(tickets):
            return ticket, self._results.pop(ticket)
        return None

    def child_died(self, how: str) -> bool:
        """Whoever was alone is guilty, whoever had begun in company is suspected. Whether anybody had begun."""
        begun = set(self._begun)
        if self._alone in begun:
            self._condemn(self._alone, "crashed", f"reading it ended the reading process ({how})")
        self._call_back(suspected=begun)
        return bool(begun)

    def overdue(self, now: float) -> dict[int, float]:
        """Ticket -> seconds it was allowed, of those that took longer."""
        return {ticket: allowed for ticket, (since, allowed) in self._begun.items() if since + allowed <= now}

    def give_up_slow(self, overdue: Mapping[int, float]) -> bool:
        """Those failed; if any of them had begun (the answer), whatever else is out goes out again."""
        overdue = {ticket: allowed for ticket, allowed in overdue.items() if ticket in self._begun}
        for ticket, allowed in overdue.items():
            self._condemn(ticket, "slow", f"reading it took more than {allowed:.0f} seconds")
        if overdue:
            self._call_back(suspected=set())
        return bool(overdue)

    def _condemn(self, ticket: int | None, kind: str, reason: str) -> None:
        assert ticket is not None
        self.settle(ticket, PhotoFailed(self._out[ticket].path, kind, reason))

    def _call_back(self, suspected: set[int]) -> None:
        """What is out is in the queues again; a suspect without a verdict stays one."""
        suspected = suspected | ({self._alone} if self._alone is not None else set())
        self._suspects.extend(request for request in self._out.values() if request.ticket in suspected)
        self._waiting.extendleft(request for request in reversed(self._out.values()) if request.ticket not in suspected)
        self._out.clear()
        self._begun.clear()
        self._alone = None
