"""Near hashes are found exactly as by comparing all with all."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.near_hashes import MOST_BITS, near_pairs

HASHES = st.lists(st.integers(0, 2**64 - 1), max_size=30)


@given(HASHES, st.lists(st.tuples(st.integers(0, 29), st.sets(st.integers(0, 63), max_size=9)), max_size=20), st.data())
def test_the_pairs_are_all_that_there_are(
    drawn: list[int], changed: list[tuple[int, set[int]]], data: st.DataObject
) -> None:
    near = [drawn[at % len(drawn)] ^ sum(1 << bit for bit in bits) for at, bits in changed if drawn]
    hashes, bits = np.unique(np.array([*drawn, *near], np.uint64)), data.draw(st.integers(0, MOST_BITS))
    values = hashes.tolist()
    pairs = combinations(range(len(values)), 2)
    expected = [[i, j] for i, j in pairs if (values[i] ^ values[j]).bit_count() <= bits]
    assert near_pairs(hashes, bits).tolist() == expected


def test_more_bits_than_it_can_promise_are_refused() -> None:
    with pytest.raises(ValueError, match="at most"):
        near_pairs(np.zeros(1, np.uint64), MOST_BITS + 1)
