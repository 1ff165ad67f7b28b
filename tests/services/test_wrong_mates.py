"""The share of wrong group mates: by the angles, and surer by faces that were drawn by lot and looked at."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.measures import bcubed
from photoface.services.calibration import calibrating
from photoface.services.calibration.calibrating import calibrated
from photoface.services.calibration.checked_mates import Check, checked
from photoface.services.calibration.expected_mates import WrongMates
from photoface.services.calibration.wrong_mates import checks_of, wrong_mates
from photoface.services.deciding.correcting import confirm, reject
from photoface.services.deciding.naming import name_group
from photoface.services.review.spot_check import answer, start_check
from tests.world import World

BY_ANGLES = WrongMates("average", 0.01, 0.01, 0.001, 0.05)


def library(rng: np.random.Generator, share: float, groups: int = 250) -> tuple[list[np.ndarray], float]:
    """Of each group which faces are right, and the truth: a wrong face is seldom alone in its group."""
    sizes = np.minimum(1 + rng.geometric(0.1, groups), 80)
    right = []
    for size in sizes.tolist():
        wrong = rng.random(size) < rng.beta(2.3 * share, 2.3 * (1 - share))
        right.append(~wrong if wrong.mean() < 0.5 else wrong)
    people = np.concatenate([np.where(each, at, 10_000 + at) for at, each in enumerate(right)])
    return right, 1 - bcubed(people, np.repeat(np.arange(groups), sizes)).precision


def drawn(right: list[np.ndarray], people: int, rng: np.random.Generator) -> list[Check]:
    found = []
    for at in rng.permutation(len(right))[:people]:
        seen = rng.permutation(right[at])[:20]
        found.append(Check(len(right[at]), int(seen.sum()), int((~seen).sum())))
    return found


def told(right: list[np.ndarray], people: int, rng: np.random.Generator) -> WrongMates:
    return checked(BY_ANGLES, drawn(right, people, rng), [len(each) for each in right], 0)


def test_without_draws_it_is_what_the_angles_say() -> None:
    assert checked(BY_ANGLES, [], [5, 6], 3) == BY_ANGLES
    assert checked(BY_ANGLES, [Check(1, 1, 0)], [5, 6], 3) == BY_ANGLES
    assert not BY_ANGLES.known


@pytest.mark.parametrize("share", [0.004, 0.02, 0.08])
def test_intervals_hold_the_truth_and_what_is_known_is_within_a_factor_of_two(share: float) -> None:
    rng, held, off = np.random.default_rng(0), 0, []
    for _ in range(24):
        right, truth = library(rng, share)
        found = told(right, 100, rng)
        held += found.low <= truth <= found.high
        off += [found.share / truth] if found.known else []
    assert held >= 20  # the rarer, the more a few groups decide
    assert all(0.5 < each < 2 for each in off)


def test_many_answers_make_it_known() -> None:
    rng = np.random.default_rng(1)
    right, truth = library(rng, 0.05)
    few, many = told(right, 10, rng), told(right, 300, rng)
    assert not few.known
    assert many.known
    assert many.share == pytest.approx(truth, rel=0.4)
    assert many.high / many.low < few.high / few.low


def test_who_checks_large_groups_only_learns_little_of_small_ones() -> None:
    large = [Check(60, 20, 0)] * 30
    of_large = checked(BY_ANGLES, large, [60] * 30, 0)
    among_small = checked(BY_ANGLES, large, [60] * 3 + [3] * 600, 0)
    assert of_large.high < 0.9 * BY_ANGLES.high
    assert of_large.high < 0.9 * among_small.high
    both = checked(BY_ANGLES, large + [Check(3, 3, 0)] * 300, [60] * 3 + [3] * 600, 0)
    assert both.high < among_small.high


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 500)), max_size=12), st.integers(0, 500)
)
def test_whatever_was_answered_it_stays_an_interval(answers: list[tuple[int, int, int]], alone: int) -> None:
    checks = [Check(right + wrong + more, right, wrong) for right, wrong, more in answers]
    found = checked(BY_ANGLES, checks, [1, 2, 7, 30], alone)
    assert 0 < found.low <= found.share <= found.high <= 0.9
    assert all(0 <= check.mates <= 1 for check in checks if check.answered)


@given(st.integers(2, 60), st.integers(0, 30))
def test_who_looks_at_every_face_of_a_group_knows_its_share(faces: int, wrong: int) -> None:
    """Wrong ones half of one person, half of different ones: the middle of the two."""
    wrong = min(wrong, faces // 2)
    check = Check(faces, faces - wrong, wrong)
    together = 2 * (faces - wrong) * wrong / faces**2
    apart = together + wrong * (wrong - 1) / faces**2
    assert together - 1e-9 <= check.mates <= apart + 1e-9


@pytest.fixture
def anna(family: World, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setattr(calibrating, "in_child", lambda function, *args: function(*args))
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    return family


def draw(w: World, faces: int = 4):
    person = w.library.people.find("Anna").person_id
    return start_check(w.library, person, faces, random.Random(0))


def test_drawn_faces_count_and_chosen_ones_do_not(anna: World) -> None:
    confirm(anna.library, (anna.faces_of("a0.jpg")[0],))
    reject(anna.library, (anna.faces_of("a1.jpg")[0],), "Anna")
    assert checks_of(anna.library) == []
    check = draw(anna)
    for face, said in zip(check.faces, ("right", "wrong", "unsure"), strict=False):
        answer(anna.library, check, face.face_id, said)
    assert checks_of(anna.library) == [Check(6, 1, 1)]
    found = wrong_mates(anna.library, calibrated(anna.library))
    assert (found.people, found.drawn, found.mistaken) == (1, 2, 1)
    anna.library.journal.undo()
    anna.library.journal.undo()
    assert checks_of(anna.library) == [Check(6, 1, 0)]


def test_answers_after_a_gap_may_have_been_chosen(anna: World) -> None:
    check = draw(anna)
    first, _, third, _ = check.faces
    answer(anna.library, check, third.face_id, "wrong")
    assert checks_of(anna.library) == []
    answer(anna.library, check, first.face_id, "right")
    assert checks_of(anna.library) == [Check(8, 1, 0)]


def test_who_was_suggested_says_nothing_of_groups(anna: World) -> None:
    for number in range(4):
        anna.add(f"new{number}.jpg", "A")
    anna.index()
    check = draw(anna, 12)
    for face in check.faces:
        answer(anna.library, check, face.face_id, "right")
    assert checks_of(anna.library) == [Check(8, 8, 0)]


def test_for_another_strictness_only_the_angles_count(anna: World) -> None:
    check = draw(anna)
    for face in check.faces:
        answer(anna.library, check, face.face_id, "right")
    made = calibrated(anna.library)
    assert wrong_mates(anna.library, made).drawn == 4
    assert wrong_mates(anna.library, made, wrong=0.03).drawn == 0
