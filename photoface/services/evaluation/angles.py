"""Angles between rows of embeddings, exact also where two are nearly equal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors

_BLOCK = 20_000


def angles_between(a: Vectors, b: Vectors) -> NDArray[np.float64]:
    """Radians between row i of one and row i of the other, unit rows [n, d]; [n].

    The arc cosine loses half its digits near 1; this form (Kahan 2006) does not.
    """
    wide_a, wide_b = a.astype(np.float64), b.astype(np.float64)
    found: NDArray[np.float64] = 2 * np.arctan2(
        np.linalg.norm(wide_a - wide_b, axis=1), np.linalg.norm(wide_a + wide_b, axis=1)
    )
    return found


def angles_of(vectors: Vectors, rows: NDArray[np.int64], others: Vectors | None = None) -> NDArray[np.float64]:
    """Radians of pairs of rows, int64 [n, 2], block by block; the second row is one of ``others``, if given."""
    second = vectors if others is None else others
    blocks = [rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK)]
    parts = [angles_between(vectors[block[:, 0]], second[block[:, 1]]) for block in blocks]
    return np.concatenate([np.empty(0), *parts])
