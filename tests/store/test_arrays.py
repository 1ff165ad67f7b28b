"""Rows as arrays, in pieces that are put together without a seam."""

import numpy as np
import pytest

from photoface.store.arrays import PIECE, table
from photoface.store.vectors import pack, unpack


@pytest.mark.parametrize("count", [0, 1, PIECE, 2 * PIECE + 3])
def test_a_table_is_what_numpy_makes_of_all_rows_at_once(count):
    rows = [(number, number / 2) for number in range(count)]
    found = table(rows, 2, np.float64)
    assert found.dtype == np.float64
    assert np.array_equal(found, np.array(rows, np.float64).reshape(-1, 2))


def test_embeddings_of_many_pieces_are_unpacked_like_one_by_one():
    blobs = pack(np.random.default_rng(0).standard_normal((PIECE + 5, 8)).astype(np.float32))
    found = unpack(blobs)
    assert np.array_equal(
        found[[0, PIECE - 1, PIECE, -1]], np.concatenate([unpack([blobs[at]]) for at in (0, PIECE - 1, PIECE, -1)])
    )
