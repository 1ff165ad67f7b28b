"""Memory for decoding: never more out than there is, and nobody is overtaken for ever."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.worker.turns import Turns


class Purse:
    """Counts what is held at the same time."""

    def __init__(self) -> None:
        self.held = self.most = 0
        self._lock = threading.Lock()

    def change(self, by: int) -> None:
        with self._lock:
            self.held += by
            self.most = max(self.most, self.held)


@given(st.lists(st.integers(0, 150), max_size=40), st.integers(1, 8))
def test_never_more_than_there_is_and_all_have_their_turn(needs: list[int], threads: int) -> None:
    turns, purse = Turns(100), Purse()

    def work(needed: int) -> None:
        with turns.turn(needed):
            purse.change(min(needed, 100))
            purse.change(-min(needed, 100))

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, needs))
    assert purse.most <= 100
    assert purse.held == 0


def test_small_ones_do_not_overtake_a_large_one() -> None:
    turns, order = Turns(100), list[str]()
    waiting = [threading.Thread(target=_note, args=(turns, need, order)) for need in (90, 10)]
    with turns.turn(50):
        for number, thread in enumerate(waiting, 1):
            thread.start()
            _until(lambda number=number: len(turns._waiting) == number)  # type: ignore[misc]
        assert order == []
    for thread in waiting:
        thread.join()
    assert order == ["90", "10"]


def test_what_was_held_is_given_back_by_a_failure_too() -> None:
    turns = Turns(100)
    with pytest.raises(ValueError, match="bad photo"), turns.turn(100):
        raise ValueError("bad photo")
    with turns.turn(100):
        pass


def _note(turns: Turns, need: int, order: list[str]) -> None:
    with turns.turn(need):
        order.append(str(need))


def _until(true: object) -> None:
    while not true():  # type: ignore[operator]
        threading.Event().wait(0.001)
