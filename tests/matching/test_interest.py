"""Whom the answers so far say to be worth a name: rising with what is seen of them, and following the answers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.interest import interest

SIZES = st.lists(st.floats(0, 60), max_size=30)


def of(*numbers: float) -> np.ndarray:
    return np.array(numbers, float)


@given(SIZES, SIZES, SIZES, st.floats(0, 40), st.floats(0.1, 5))
def test_it_is_a_chance_that_rises_with_the_size(sizes, named, ignored, strangers, answers) -> None:
    found = interest(of(*sizes), of(*named), of(*ignored), strangers, answers)
    assert ((found >= 0) & (found <= 1)).all()
    order = np.argsort(sizes, kind="stable")
    assert (np.diff(found[order]) >= -1e-12).all()


def test_before_any_answer_it_is_what_was_assumed() -> None:
    assert np.allclose(interest(of(4, 16), of(), of(), 16, 1), [4 / 20, 16 / 32])


def test_who_ignores_groups_of_four_is_asked_about_groups_of_three_less_as_well() -> None:
    before = interest(of(3, 4, 5), of(), of(), 16, 1)
    after = interest(of(3, 4, 5), of(5, 5, 5), of(4, 4, 4, 4), 16, 1)
    assert (after[:2] < before[:2] / 2).all()
    assert after[2] > 3 * before[2]


def test_one_exception_is_no_rule() -> None:
    usual = interest(of(4), of(), of(*[4] * 10), 16, 1)[0]
    exception = interest(of(4), of(4), of(*[4] * 10), 16, 1)[0]
    assert usual < exception < 0.2
