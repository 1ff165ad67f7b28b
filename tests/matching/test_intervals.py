"""Intervals of shares: what few people prove."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.intervals import interval, wilson


def test_wilson_as_in_the_tables():
    assert wilson(0.0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(0.5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert wilson(1.0, 100) == pytest.approx((0.9630, 1.0), abs=1e-4)


def test_without_trials_everything_is_possible():
    assert wilson(0.0, 0) == interval(np.empty(0), np.empty(0, np.int64)) == (0.0, 1.0)


def test_many_faces_of_one_person_are_one_trial():
    assert interval(np.ones(500), np.zeros(500, np.int64)) == wilson(1.0, 1)
    assert interval(np.ones(500), np.repeat(np.arange(5), 100)) == wilson(1.0, 5)


def test_one_large_family_counts_for_less_than_many_people():
    owners = np.concatenate([np.zeros(90, np.int64), np.arange(1, 11)])
    assert interval(np.ones(100), owners)[0] < wilson(1.0, 2)[0]


def test_a_spread_that_is_seen_narrows_it_but_never_beyond_the_people():
    owners = np.repeat(np.arange(200), [500] + [1] * 199)
    values = np.ones(len(owners))
    assert interval(values, owners)[0] < 0.4
    values[-1] = 0
    assert interval(values, owners) == wilson(float(values.mean()), 200)


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 6)), min_size=1, max_size=40))
def test_it_holds_the_mean_and_lies_in_0_to_1(rows):
    values, owners = (np.array(column) for column in zip(*rows, strict=True))
    low, high = interval(values, owners)
    assert 0 <= low <= values.mean() + 1e-9
    assert values.mean() - 1e-9 <= high <= 1
