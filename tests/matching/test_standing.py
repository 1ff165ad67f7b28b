"""How faces stand with their person and others, against the plain definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.similarity import unit
from photoface.matching.standing import standing


@given(st.integers(0, 1000), st.integers(1, 40), st.integers(1, 6))
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
        assert found.then[at] == pytest.approx(cosines[at][timely].max(initial=-1.0), abs=1e-5)
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
