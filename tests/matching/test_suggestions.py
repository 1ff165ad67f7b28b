"""Whom a group may be: the nearest that nothing forbids, whatever is forbidden; and how sure that is."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.similarity import SuggestionScale, unit
from photoface.matching.cutting import cut_in_two
from photoface.matching.exemplars import FACES_EACH, MOST, exemplar_weights, sub_centres
from photoface.matching.suggestions import NOBODY, Targets, chances_wrong, nearest, similarities
from photoface.matching.vetoes import DIFFERENT, PHOTO, REJECTED, Vetoes, kind_of, marks

SCALE = SuggestionScale(offset=-10, slope=30, crowd=0.7, least=0.2, size=-0.2)
SEEDS = st.integers(0, 2**32 - 1)


def directions(rng: np.random.Generator, number: int) -> np.ndarray:
    return unit(rng.normal(size=(number, 8)).astype(np.float32))


def forbidding(vetoes: Vetoes):
    return lambda groups, targets, _worth: vetoes.forbid(groups, targets)


def people(rng: np.random.Generator, number: int, each: int = 1) -> Targets:
    return Targets(directions(rng, number * each), np.repeat(np.arange(number), each), np.full(number, NOBODY))


@given(
    SEEDS,
    st.integers(1, 12),
    st.integers(1, 6),
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 5)), max_size=20),
)
def test_nobody_is_suggested_who_is_forbidden_and_else_the_nearest(seed, groups, targets, forbidden) -> None:
    rng = np.random.default_rng(seed)
    who, vectors = people(rng, targets), directions(rng, groups)
    kept = {(group, target) for group, target in forbidden if group < groups and target < targets}
    carried = np.array([group for group, _ in kept], np.int64), np.array([group for group, _ in kept], np.int64)
    banned = np.array([target for _, target in kept], np.int64), np.array([group for group, _ in kept], np.int64)
    vetoes = Vetoes.of(carried, banned, np.full(groups, np.inf), np.full(targets, -np.inf))
    sure = SuggestionScale(100, 1, 0, -1, 0)  # everything is near enough to be looked at
    found = nearest(vectors, np.ones(groups, np.int64), who, sure, forbidding(vetoes))
    table = similarities(vectors, who)
    for group in range(groups):
        allowed = [target for target in range(targets) if (group, target) not in kept]
        best = max(allowed, key=lambda target: table[group, target], default=NOBODY)
        looked_at = sum(
            table[group, target] > (table[group, best] if best != NOBODY else -2) for target in range(targets)
        )
        if looked_at < 4:  # so many are looked at
            assert found.target[group] == best
        assert (group, int(found.target[group])) not in kept


@given(SEEDS, st.lists(st.integers(1, 4), min_size=1, max_size=7))
def test_of_several_centres_the_nearest_counts(seed, centres) -> None:
    rng = np.random.default_rng(seed)
    of = np.repeat(np.arange(len(centres)), centres)
    targets = Targets(directions(rng, len(of)), of, np.full(len(centres), NOBODY))
    groups = directions(rng, 5)
    each = [(groups @ targets.centres[of == target].T).max(axis=1) for target in range(len(centres))]
    assert np.allclose(similarities(groups, targets), np.stack(each, axis=1), atol=1e-5)


@given(SEEDS)
def test_a_group_follows_larger_ones_only(seed) -> None:
    rng = np.random.default_rng(seed)
    vectors, sizes = directions(rng, 9), np.sort(rng.integers(1, 6, 9))[::-1].copy()
    targets = Targets(vectors, np.arange(9), np.arange(9))
    none = np.zeros(0, np.int64)
    vetoes = Vetoes.of((none, none), (none, none), np.full(9, np.inf), np.full(9, -np.inf))
    found = nearest(vectors, sizes, targets, SCALE, forbidding(vetoes))
    assert found.target[0] == NOBODY
    assert all(target < group for group, target in enumerate(found.target.tolist()))


@given(st.lists(st.floats(-30, 30), min_size=1, max_size=60))
def test_the_nearer_the_surer_and_never_certain(evidence) -> None:
    llr = np.sort(np.array(evidence))
    wrong = chances_wrong(llr, np.ones(len(llr), bool))
    assert (np.diff(wrong) <= 1e-12).all()
    assert (wrong > 0).all()
    assert (wrong <= 1).all()


def test_among_strangers_the_same_nearness_is_worth_less() -> None:
    far, near = np.full(400, -8.0), np.full(20, 3.0)
    few = chances_wrong(np.append(near[:1], far), np.ones(401, bool))[0]
    many = chances_wrong(np.append(near, far[:20]), np.ones(40, bool))[0]
    assert many < few


def test_a_birth_and_marks_forbid_and_say_why() -> None:
    one = np.array([0])
    photo, person = marks(PHOTO, np.array([7])), marks(REJECTED, np.array([7]))
    vetoes = Vetoes.of(
        (np.array([0, 0]), np.append(photo, person)), (one, person), np.array([100.0]), np.array([200.0])
    )
    assert vetoes.forbid(one, one).all()
    assert [kind_of(mark) for mark in vetoes.reasons(0, 0)] == [REJECTED]
    assert vetoes.too_early(0, 0)
    assert kind_of(int(marks(DIFFERENT, one)[0])) == DIFFERENT


@given(SEEDS, st.integers(1, 90))
def test_a_person_has_few_centres_the_first_is_the_mean(seed, faces) -> None:
    rng = np.random.default_rng(seed)
    vectors = directions(rng, faces)
    weights = exemplar_weights(rng.random(faces).astype(np.float32), rng.integers(-1, 5, faces))
    found = sub_centres(vectors, weights)
    assert 1 <= len(found) <= MOST
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert np.allclose(found[0], unit((vectors * weights[:, None]).sum(axis=0)), atol=1e-5)
    assert np.array_equal(found, sub_centres(vectors, weights))


def test_two_looks_have_a_centre_each() -> None:
    child, adult = np.eye(8, dtype=np.float32)[:2]
    rng = np.random.default_rng(0)
    shots = np.repeat([child, adult], 2 * FACES_EACH, axis=0) + rng.normal(scale=0.05, size=(4 * FACES_EACH, 8))
    vectors = unit(shots.astype(np.float32))
    found = sub_centres(vectors, np.ones(len(vectors), np.float32))
    assert (found @ child).max() > 0.98
    assert (found @ adult).max() > 0.98


def test_many_shots_of_a_day_do_not_outweigh_years() -> None:
    quality = np.ones(20, np.float32)
    day = np.append(np.zeros(16, np.int64), [1, 2, -1, -1])
    weights = exemplar_weights(quality, day)
    assert np.isclose(weights[:16].sum(), 4)
    assert (weights[16:] == 1).all()


@settings(deadline=None)  # the first call imports scipy
@given(SEEDS, st.integers(2, 40))
def test_a_cut_has_two_sides(seed, faces) -> None:
    sides = cut_in_two(directions(np.random.default_rng(seed), faces))
    assert sides[0]
    assert not sides.all()


def test_two_people_are_cut_apart() -> None:
    rng = np.random.default_rng(1)
    centres = np.repeat(np.eye(8, dtype=np.float32)[:2], [9, 5], axis=0)
    vectors = unit((centres + rng.normal(scale=0.1, size=(14, 8))).astype(np.float32))
    assert cut_in_two(vectors).tolist() == [True] * 9 + [False] * 5
