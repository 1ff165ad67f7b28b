"""Angles between rows of embeddings, exact also where two are nearly equal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors

_BLOCK = 20_000


def angles_between(a: Vectors, b: Vectors) -> NDArray[np.float64]:
    """Radians between row i of one and row i of the other, unit rows [n, d]; [n].

    From the chord: the arc cosine loses half its digits where two rows are nearly equal.
    """
    difference = a - b
    chord = np.sqrt(np.einsum("ij,ij->i", difference, difference)).astype(np.float64)
    found: NDArray[np.float64] = 2 * np.arcsin(np.minimum(chord / 2, 1.0))
    return found


def angles_of(vectors: Vectors, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Radians of pairs of rows, int64 [n, 2], block by block: a million pairs would fill gigabytes."""
    blocks = [rows[start : start + _BLOCK] for start in range(0, len(rows), _BLOCK)]
    parts = [angles_between(vectors[block[:, 0]], vectors[block[:, 1]]) for block in blocks]
    return np.concatenate([np.empty(0), *parts])
