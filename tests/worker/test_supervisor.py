"""Deaths, deadlines and restarts, told by a script and measured by a clock that the test turns."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.faces import PhotoFailed
from photoface.worker.child_process import ChildDied
from photoface.worker.protocol import Allowed, Done, Message, Overdue, Ready, Request, Started
from photoface.worker.supervisor import BARREN_DEATHS, CROWDED, START_LIMIT, AnalyzerBroken, Supervisor
from tests.fakes import analysis_of


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class ScriptedChild:
    """Begins with up to ``threads`` requests; a path with ``hang`` never ends, one with ``die`` ends the child.

    Waiting costs no time but moves the clock on.
    """

    def __init__(self, clock: Clock, threads: int = 2, ready: bool = True) -> None:
        self.clock = clock
        self.threads = threads
        self.messages: deque[Message] = deque([Ready()] if ready else [])
        self.queue: deque[Request] = deque()
        self.busy: list[Request] = []
        self.dead = False
        self.stopped = 0

    def send(self, request: Request) -> None:
        if self.dead:
            raise ChildDied("signal 9")
        self.queue.append(request)

    def receive(self, timeout: float) -> Message | None:
        if not self.messages:
            self._work()
        if self.messages:
            return self.messages.popleft()
        if self.dead:
            raise ChildDied("signal 9")
        self.clock.now += timeout
        return None

    def _work(self) -> None:
        while self.queue and len(self.busy) < self.threads:
            self.busy.append(self.queue.popleft())
            self.messages.append(Started(self.busy[-1].ticket))
        if any(b"die" in request.path for request in self.busy):
            self.dead = True
            return
        finished = next((request for request in self.busy if b"hang" not in request.path), None)
        if finished is not None:
            self.busy.remove(finished)
            self.messages.append(Done(finished.ticket, analysis_of(finished.path)))

    def stop(self, *, kill: bool = False) -> None:
        self.dead = True
        self.stopped += 1


class Nursery:
    """Starts children and remembers them."""

    def __init__(self, clock: Clock, make: Callable[[Clock], ScriptedChild] = ScriptedChild) -> None:
        self.children: list[ScriptedChild] = []
        self._clock = clock
        self._make = make

    def __call__(self) -> ScriptedChild:
        self.children.append(self._make(self._clock))
        return self.children[-1]


def run(supervisor: Supervisor, *paths: bytes) -> dict[bytes, str]:
    """Path -> 'fine' or the kind of failure."""
    tickets = {supervisor.submit(path) for path in paths}
    told = {}
    while tickets:
        ticket, result = supervisor.next_of(tickets)
        tickets.remove(ticket)
        told[result.path] = result.kind if isinstance(result, PhotoFailed) else "fine"
    return told


def test_a_culprit_costs_two_children_and_the_photo_beside_it_nothing() -> None:
    nursery = Nursery(clock := Clock())
    told = run(Supervisor(nursery, 60, clock), b"a", b"die", b"b", b"c")
    assert told == {b"a": "fine", b"die": "crashed", b"b": "fine", b"c": "fine"}
    assert len(nursery.children) == 3
    assert all(child.stopped for child in nursery.children[:2])


def test_suspects_are_read_one_at_a_time() -> None:
    nursery = Nursery(clock := Clock(), lambda clock: ScriptedChild(clock, threads=4))
    told = run(Supervisor(nursery, 60, clock), b"die1", b"die2", b"die3", b"a", b"b")
    assert told == {b"die1": "crashed", b"die2": "crashed", b"die3": "crashed", b"a": "fine", b"b": "fine"}


def test_a_photo_that_hangs_is_given_up_and_its_neighbours_are_read_again() -> None:
    nursery = Nursery(clock := Clock())
    told = run(Supervisor(nursery, 60, clock), b"hang", b"a", b"b", b"hang too", b"c")
    assert told == {b"hang": "slow", b"a": "fine", b"b": "fine", b"hang too": "slow", b"c": "fine"}
    assert clock.now >= 1060


class PatientChild(ScriptedChild):
    """Works an hour on a path with ``long``, in its own time and as it is allowed to."""

    def _work(self) -> None:
        while self.queue:
            request = self.queue.popleft()
            self.messages.append(Started(request.ticket))
            if b"allowed" in request.path:
                self.messages.append(Allowed(request.ticket, 5.0 if b"little" in request.path else 7200.0))
            self.busy.append(request)

    def receive(self, timeout: float) -> Message | None:
        if not self.messages and self.busy and timeout > 3600:
            self.clock.now += 3600
            done = self.busy.pop()
            return Done(done.ticket, analysis_of(done.path))
        return super().receive(timeout)


def test_a_photo_may_take_as_long_as_its_child_allows() -> None:
    nursery = Nursery(clock := Clock(), PatientChild)
    told = run(Supervisor(nursery, 60, clock), b"long", b"long but allowed", b"allowed little")
    assert told == {b"long": "slow", b"long but allowed": "fine", b"allowed little": "slow"}


def test_what_a_child_allows_is_told_with_the_photo() -> None:
    clock = Clock()
    supervisor = Supervisor(Nursery(clock, PatientChild), 60, clock)
    _, result = supervisor.next_of({supervisor.submit(b"allowed little")})
    assert isinstance(result, PhotoFailed)
    assert result.reason == f"reading it took more than {5 * CROWDED:.0f} seconds"
    assert clock.now == pytest.approx(1000 + 5 * CROWDED)


class ComputingChild(ScriptedChild):
    """Tells of a path with ``much`` that it has computed for too long; of one with ``late``, when it is done."""

    def _work(self) -> None:
        while self.queue:
            ticket, path = self.queue[0].ticket, self.queue.popleft().path
            done, overdue = Done(ticket, analysis_of(path)), Overdue(ticket, 10.0)
            told = {b"much": [overdue], b"late": [done, overdue]}.get(path, [done])
            self.messages += [Started(ticket), Allowed(ticket, 10.0), *told]


def test_who_computes_for_too_long_is_given_up_and_the_rest_goes_on() -> None:
    nursery = Nursery(clock := Clock(), ComputingChild)
    told = run(Supervisor(nursery, 60, clock), b"a", b"much", b"late", b"b")
    assert told == {b"a": "fine", b"much": "slow", b"late": "fine", b"b": "fine"}
    assert len(nursery.children) == 2
    assert clock.now == 1000


class SleepingChild(ScriptedChild):
    """Its computer is suspended for an hour while a photo is read."""

    slept = False

    def receive(self, timeout: float) -> Message | None:
        if not self.messages and self.busy and not self.slept:
            self.slept = True
            self.clock.now += 3600
            return None
        return super().receive(timeout)

    def _work(self) -> None:
        if self.slept:
            self.messages += [Done(request.ticket, analysis_of(request.path)) for request in self.busy]
            self.busy.clear()
        elif self.queue:
            self.busy.append(self.queue.popleft())
            self.messages.append(Started(self.busy[-1].ticket))


def test_a_computer_that_was_asleep_makes_no_photo_slow() -> None:
    nursery = Nursery(clock := Clock(), SleepingChild)
    assert run(Supervisor(nursery, 60, clock), b"a") == {b"a": "fine"}
    assert len(nursery.children) == 1


def test_time_between_two_questions_is_not_the_photos() -> None:
    clock = Clock()
    supervisor = Supervisor(Nursery(clock), 60, clock)
    tickets = {supervisor.submit(b"a"), supervisor.submit(b"b")}
    first, _ = supervisor.next_of(tickets)
    clock.now += 1000  # the caller does something else
    _, result = supervisor.next_of(tickets - {first})
    assert not isinstance(result, PhotoFailed)


def test_a_child_that_never_begins_is_killed_and_tried_again_a_few_times() -> None:
    nursery = Nursery(clock := Clock(), lambda clock: ScriptedChild(clock, ready=False, threads=0))
    with pytest.raises(AnalyzerBroken, match="did not begin"):
        run(Supervisor(nursery, 60, clock), b"a")
    assert len(nursery.children) == BARREN_DEATHS
    assert clock.now == pytest.approx(1000 + BARREN_DEATHS * START_LIMIT)


def test_after_it_gave_up_the_next_request_tries_again() -> None:
    clock = Clock()
    ready = False
    supervisor = Supervisor(
        Nursery(clock, lambda clock: ScriptedChild(clock, ready=ready, threads=2 * ready)), 60, clock
    )
    with pytest.raises(AnalyzerBroken):
        run(supervisor, b"a")
    ready = True
    assert run(supervisor, b"b") == {b"b": "fine"}


def test_stopping_forgets_what_was_asked() -> None:
    nursery = Nursery(clock := Clock())
    supervisor = Supervisor(nursery, 60, clock)
    supervisor.submit(b"a")
    supervisor.stop()
    assert nursery.children[0].stopped
    assert run(supervisor, b"b") == {b"b": "fine"}


@given(st.lists(st.sampled_from(["fine", "die", "hang"]), max_size=25), st.integers(1, 4))
def test_whatever_comes_the_guilty_are_named_and_nobody_else(fates: list[str], threads: int) -> None:
    clock = Clock()
    supervisor = Supervisor(Nursery(clock, lambda clock: ScriptedChild(clock, threads=threads)), 60, clock)
    told = run(supervisor, *(f"{number} {fate}".encode() for number, fate in enumerate(fates)))
    verdicts = {"fine": "fine", "die": "crashed", "hang": "slow"}
    assert told == {f"{number} {fate}".encode(): verdicts[fate] for number, fate in enumerate(fates)}


def test_who_has_something_else_to_do_asks_again_and_a_photo_that_hangs_is_given_up_all_the_same() -> None:
    clock = Clock()
    supervisor = Supervisor(Nursery(clock), 60, clock)
    tickets = {supervisor.submit(b"hang")}
    begun, silences = clock.now, 0
    while (found := supervisor.poll(tickets, 7)) is None:
        silences += 1
    assert isinstance(found[1], PhotoFailed)
    assert found[1].kind == "slow"
    assert silences == 8
    assert clock.now - begun == pytest.approx(60)


def test_what_is_there_is_taken_without_waiting() -> None:
    clock = Clock()
    supervisor = Supervisor(Nursery(clock), 60, clock)
    tickets = {supervisor.submit(path) for path in (b"a", b"b", b"hang")}
    begun = clock.now
    for _ in range(2):
        found = supervisor.poll(tickets, 0)
        assert found is not None
        tickets.remove(found[0])
    assert supervisor.poll(tickets, 0) is None
    assert clock.now == begun
