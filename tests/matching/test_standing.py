"""How faces stand with their person and others, against the plain definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.similarity import unit
from photoface.matching.standing import FEW_YEARS, standing, unlike_their_years


@given(st.integers(0, 1000), st.integers(1, 60), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_it_is_what_it_says(seed: int, faces: int, people: int) -> None:
    rng = np.random.default_rng(seed)
    vectors = unit(rng.normal(size=(faces, 8)).astype(np.float32))
    person, years = rng.integers(0, people, faces) * 3 + 1, rng.choice([0, 2000, 2002, 2010], faces)
    found, cosines = standing(vectors, person, years), vectors @ vectors.T
    for at in range(faces):
        own = (person == person[at]) & (np.arange(faces) != at)
        timely = own & (years > 0) & (years[at] > 0) & (np.abs(years - years[at]) <= 3)
        assert found.near[at] == pytest.approx(cosines[at][own].max(initial=-1.0), abs=1e-5)
        assert found.average[at] == pytest.approx(cosines[at][own].mean() if own.any() else -1.0, abs=1e-5)
        few, rest = timely.sum() < FEW_YEARS, own & ~timely
        then = (-1.0, -1.0) if few else (cosines[at][timely].max(), cosines[at][timely].mean())
        assert found.years[:2, at] == pytest.approx(then, abs=1e-5)
        if years[person == person[at]].any():
            assert found.years[2, at] == pytest.approx(cosines[at][rest].mean() if rest.any() else -1.0, abs=1e-5)
        others = {
            int(other): (cosines[at][person == other].max(), cosines[at][person == other].mean())
            for other in np.unique(person)
            if other != person[at]
        }
        if not others:
            assert found.rival[at] == found.rival_near[at] == -1
            continue
        best = max(sum(pair) for pair in others.values())
        assert sum(others[int(found.rival[at])]) == pytest.approx(best, abs=1e-5)
        assert found.rival_near[at] + found.rival_average[at] == pytest.approx(best, abs=1e-5)


def test_two_wrong_faces_do_not_hide_one_another() -> None:
    rng = np.random.default_rng(0)
    one, other = unit(rng.normal(size=(2, 64)))
    vectors = unit(
        (np.repeat([one, other], [12, 12], axis=0) + 0.5 * unit(rng.normal(size=(24, 64)))).astype(np.float32)
    )
    person = np.repeat([1, 2], [10, 14])  # the last two of the first person are under the second's name
    lead = standing(vectors, person, np.zeros(24, np.int64)).lead
    assert set(np.flatnonzero(lead > 0)) == {10, 11}


def family(daughters: int, seed: int = 0) -> tuple[np.ndarray, ...]:
    """A mother as a child and since, others, and a daughter under her name who looks as she did: vectors, people, years
    and whether each is the daughter."""
    rng = np.random.default_rng(seed)
    looks = unit(rng.normal(size=(6, 64)))
    which = np.repeat([0, 1, 2, 3, 4, 5, 0], [12, 15, 10, 10, 10, 10, daughters])
    vectors = unit((looks[which] + 0.7 * unit(rng.normal(size=(len(which), 64)))).astype(np.float32))
    daughter = np.arange(len(which)) >= len(which) - daughters
    years = np.where((which == 0) & ~daughter, 1980, 2010) + rng.integers(0, 3, len(which))
    return vectors, np.maximum(which, 1), years, daughter


def test_a_daughter_under_her_mothers_name_is_found_by_the_years() -> None:
    vectors, people, years, daughter = family(4)
    found = standing(vectors, people, years)
    assert set(np.flatnonzero(unlike_their_years(found.years, 0.3))) == set(np.flatnonzero(daughter))
    assert (found.lead < 0).all()
    undated = standing(vectors, people, np.zeros_like(years))
    assert not unlike_their_years(undated.years, 0.3).any()


def test_a_childhood_among_adults_is_not_doubted_for_a_daughter_with_a_name() -> None:
    vectors, people, years, daughter = family(12)
    people = np.where(daughter, 9, people)  # who looks exactly as her mother did
    childhood = (people == 1) & (years < 2000)
    dated, undated = standing(vectors, people, years), standing(vectors, people, np.zeros_like(years))
    assert (dated.lead[childhood] < undated.lead[childhood]).all()
