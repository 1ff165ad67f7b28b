"""Most faces are passed over without a look at other people, and nothing is missed by it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.similarity import unit
from photoface.matching.standing import standing, unlike_their_years


def world(seed: int, people: int, dims: int, wrong: float, spread: float) -> tuple[np.ndarray, np.ndarray]:
    """Vectors and the people that they are named as: of one to some twenty faces each, some under a wrong name."""
    rng = np.random.default_rng(seed)
    person = np.repeat(np.arange(people), np.minimum(rng.geometric(0.15, people), 70))
    centers = unit(rng.normal(size=(people, dims)))
    vectors = unit((centers[person] + spread * unit(rng.normal(size=(len(person), dims)))).astype(np.float32))
    moved = rng.random(len(person)) < wrong
    return vectors, 7 * np.where(moved, rng.integers(0, people, len(person)), person) + 3


@given(
    st.integers(0, 1000),
    st.integers(1, 30),
    st.sampled_from([(3, 0.0, 0.1), (3, 0.1, 1.5), (16, 0.1, 0.8), (64, 0.0, 0.8), (64, 0.1, 0.8)]),
    st.sampled_from([-1.0, 0.5]),
)
@settings(max_examples=60, deadline=None)
def test_who_leads_is_found_without_looking_at_everybody(seed, people, kind, unlike) -> None:
    vectors, named = world(seed, people, *kind)
    rng = np.random.default_rng(seed)
    years, wanted = rng.choice([0, 1990, 2020], len(named)), rng.random(len(named)) < 0.1
    every, some = standing(vectors, named, years), standing(vectors, named, years, wanted, unlike)
    for column in ("near", "average", "years"):
        assert np.array_equal(getattr(every, column), getattr(some, column))
    several = every.near > -1
    told = wanted | (several & ((every.lead > 1e-5) | (every.near <= unlike)))
    told |= unlike_their_years(every.years, unlike)
    both = [each.rival_near + each.rival_average for each in (every, some)]  # two may be as near: rather than who
    assert np.allclose(both[0][told], both[1][told], atol=1e-5)
    assert ((some.rival >= 0) == (every.rival >= 0))[told].all()
    silent = several & (some.rival < 0)
    assert (every.lead[silent] <= 0).all()
    assert (some.lead[silent] <= 0).all()


def test_among_people_who_are_told_apart_hardly_any_face_is_compared_with_everybody() -> None:
    vectors, named = world(0, 200, 128, 0.0, 0.6)
    found = standing(vectors, named, np.zeros_like(named), np.zeros(len(named), bool))
    assert (found.rival >= 0).mean() < 0.05
