"""How crowded it is: what strangers reach on either side, without those who may be the same person."""

from __future__ import annotations

import numpy as np

from photoface.domain.similarity import SuggestionScale, unit
from photoface.matching.cohort import MOST, NEAREST, cohort, crowds
from photoface.matching.suggestions import NOBODY, Targets, nearest, similarities

NONE = np.zeros(0, np.int64)
SCALE = SuggestionScale(offset=-10, slope=30, crowd=0.7, least=0.2, size=0)


def around(centre: np.ndarray, number: int, spread: float, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return unit((centre + spread * rng.normal(size=(number, len(centre)))).astype(np.float32))


def test_the_cohort_is_spread_over_all() -> None:
    assert cohort(0).tolist() == []
    assert cohort(7).tolist() == list(range(7))
    found = cohort(50 * MOST)
    assert (len(found), found[0], found[-1]) == (MOST, 0, 50 * MOST - 1)
    assert np.diff(found).max() - np.diff(found).min() <= 1


def test_who_has_the_same_target_is_no_stranger() -> None:
    groups = np.eye(4, dtype=np.float32)
    table = np.array([[0.9, 0.1], [0.8, 0.3], [0.2, 0.7], [0.1, 0.6]], np.float32)
    near = table.argmax(axis=1)
    found = crowds(groups[[0, 0]], near[[0, 2]], groups, near, table)
    assert np.isclose(found.own[0], 0)  # groups 2 and 3
    assert np.isclose(found.own[1], 0.5)  # groups 0 and 1: it is as group 0 is, but has another target
    assert np.allclose(found.theirs, [(0.2 + 0.1) / 2, (0.1 + 0.3) / 2])
    assert np.allclose(found.of(np.array([0, 1])), found.own + found.theirs)


def test_only_the_nearest_count() -> None:
    table = np.linspace(0.9, 0.0, 2 * NEAREST, dtype=np.float32)[:, None].repeat(2, axis=1)
    table[:, 1] -= 0.01
    found = crowds(np.eye(2, dtype=np.float32), NONE, np.eye(2, dtype=np.float32)[:0], NONE, table[:0])
    assert found.own.tolist() == [-1, -1]  # nobody is there to compare with
    others = np.zeros((2 * NEAREST, 2), np.float32)
    near = np.ones(2 * NEAREST, np.int64)
    assert np.isclose(crowds(others[:1], near[:1], others, near, table).theirs[0], table[:NEAREST, 0].mean())


def test_the_same_nearness_is_worth_less_in_a_crowd() -> None:
    person, stranger = np.eye(16, dtype=np.float32)[:2]
    probe = unit((person + stranger)[None])
    lonely = np.concatenate([probe, around(np.eye(16, dtype=np.float32)[9], 20, 0.1, 0)])
    crowded = np.concatenate([probe, around(unit(probe - 0.3 * person)[0], 20, 0.1, 0)])
    targets = Targets(np.stack([person, np.eye(16, dtype=np.float32)[9], stranger]), np.arange(3), np.full(3, NOBODY))
    found = [
        nearest(each, np.ones(len(each), np.int64), targets, SCALE, lambda groups, *_: np.zeros(len(groups), bool))
        for each in (lonely, crowded)
    ]
    assert np.isclose(found[0].cosine[0], found[1].cosine[0])
    assert found[0].wrong[0] < found[1].wrong[0]


def test_in_a_small_library_nobody_is_crowded() -> None:
    assert SCALE.nearness(np.array([0.5]), np.array([-2.0])) == SCALE.nearness(np.array([0.5]), np.array([0.4]))
    targets = Targets(np.eye(4, dtype=np.float32)[:1], np.zeros(1, np.int64), np.array([NOBODY]))
    assert similarities(np.eye(4, dtype=np.float32)[:1], targets).tolist() == [[1.0]]
