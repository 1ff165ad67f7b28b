"""The rates of a library: found again where they are known, in spite of mirrors and twins, and honest where not."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from photoface.domain.similarity import Table, unit
from photoface.matching.calibration import Calibrated, calibrate
from photoface.matching.impostors import KnownFaces

PEOPLE, SHOTS, DIMS, SPREAD = 900, 3, 24, 0.35
"""Faces are near in few dimensions: then strangers come near often enough to be counted."""


@cache
def crowd(people: int = PEOPLE, seed: int = 0) -> np.ndarray:
    """float32 [people * SHOTS, DIMS]: the shots of one person come one after the other."""
    rng = np.random.default_rng(seed)
    centers = unit(rng.normal(size=(people, DIMS)))
    shots = np.repeat(centers, SHOTS, axis=0) + SPREAD * unit(rng.normal(size=(people * SHOTS, DIMS)))
    return unit(shots.astype(np.float32))


def whose(people: int = PEOPLE) -> np.ndarray:
    return np.repeat(np.arange(people), SHOTS)


@cache
def strangers(people: int = PEOPLE) -> np.ndarray:
    """Angles of all pairs of different people, rising."""
    two = np.triu(whose(people)[:, None] != whose(people), 1)
    return np.sort(np.arccos(np.clip((crowd(people) @ crowd(people).T)[two], -1, 1)))


@cache
def table(shift: float = 0.0) -> Table:
    """What a catalogue would hold of this embedder; shift: radians that it is off."""
    angles = strangers()
    rates = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1)
    return tuple((rate, float(np.quantile(angles, rate)) + shift) for rate in rates)


def dealt(share: float = 0.0, people: int = PEOPLE, *, twins: int = 0, seed: int = 1) -> KnownFaces:
    """Three people in each photo; share: of pairs of one photo that are one person and the mirror beside it."""
    rng = np.random.default_rng(seed)
    vectors, group = crowd(people), whose(people)
    photo = np.empty(len(group), np.int64)
    for shot in range(SHOTS):
        photo[rng.permutation(people) * SHOTS + shot] = shot * people + np.arange(people) // 3
    mirrored = rng.choice(len(group), int(share * len(group)), replace=False)
    also = rng.choice(people, twins, replace=False) * SHOTS
    noise = 0.05 * unit(rng.normal(size=(len(mirrored), DIMS)))
    again = [unit((vectors[mirrored] + noise).astype(np.float32)), crowd(people, seed=0)[also + 1]]
    vectors = np.concatenate([vectors, *again])
    photo = np.concatenate([photo, photo[mirrored], photo[also]])
    beside = len(group) + np.arange(len(mirrored) + twins)
    group = np.concatenate([group, beside])
    return KnownFaces(vectors, photo, group, np.full(len(group), -1), np.zeros(len(group), bool))


def true_rate(found: Calibrated, people: int, rate: float = 1e-3) -> float:
    """How many strangers really come as near as the angle that is said to have this rate."""
    angle = np.interp(np.log(rate), np.log(found.rates), found.angles)
    angles = strangers(people)
    return float(np.searchsorted(angles, angle) / len(angles))


def bounds(found: Calibrated, rate: float = 1e-3) -> tuple[float, float]:
    at = int(np.searchsorted(found.rates, rate))
    return float(found.low[at]), float(found.high[at])


@pytest.mark.parametrize("shift", [-0.12, 0.0, 0.12])
def test_a_library_that_is_unlike_its_models_photos_is_found_out(shift) -> None:
    found = calibrate(table(shift), dealt())
    assert 0.5e-3 < true_rate(found, PEOPLE) < 2e-3
    low, high = bounds(found)
    assert 0.4e-3 < low < high < 2.5e-3


@pytest.mark.parametrize("share", [0.02, 0.05])
def test_mirrors_and_collages_change_little(share) -> None:
    found = calibrate(table(), dealt(share))
    assert 0.5e-3 < true_rate(found, PEOPLE) < 2e-3
    together = next(each for each in found.sources if each.kind == "together")
    assert share / 2 < together.same < 3 * share


def test_twins_who_are_always_together_change_little() -> None:
    found = calibrate(table(), dealt(twins=60))
    assert 0.5e-3 < true_rate(found, PEOPLE) < 2e-3


def test_a_few_faces_know_nothing_and_say_so() -> None:
    few = dealt(people=12)
    low, high = bounds(calibrate(table(), few))
    assert high > 2e-3
    assert low < 0.5e-3


def test_nobody_knows_anything_of_no_faces() -> None:
    none = KnownFaces(np.empty((0, DIMS), np.float32), *(np.empty(0, np.int64),) * 3, np.empty(0, bool))
    low, high = bounds(calibrate(table(), none))
    assert low < 2e-4
    assert high > 5e-3


def test_estimates_rise_with_the_angle_and_lie_in_their_intervals() -> None:
    found = calibrate(table(), dealt(0.02))
    for column in (found.rates, found.low, found.high):
        assert (np.diff(column) >= 0).all()
    assert (found.low <= found.rates).all()
    assert (found.rates <= found.high).all()


def test_confirmed_faces_make_it_surer() -> None:
    plain = dealt()
    told = KnownFaces(plain.vectors, plain.photo, plain.group, plain.group, plain.mirror)
    narrow, wide = (np.divide(*bounds(calibrate(table(0.1), faces))[::-1]) for faces in (told, plain))
    assert narrow <= wide * 1.05


def test_a_photo_that_was_called_a_mirror_is_no_evidence() -> None:
    faces = dealt(0.05)
    all_mirrors = KnownFaces(faces.vectors, faces.photo, faces.group, faces.person, np.ones(len(faces.photo), bool))
    used = {each.kind: each.pairs for each in calibrate(table(), all_mirrors).sources}
    assert used["together"] == used["met"] == 0
    assert used["apart"] > 0
