"""Pairs of near 64-bit hashes among many, without comparing all with all.

Two hashes that differ in fewer bits than they have parts are equal in one part at least (multi-index hashing, Norouzi
et al. 2012): only those that share a part are compared. 100,000 hashes take about a second.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

PARTS = 8
MOST_BITS = PARTS - 1
_BLOCK = 4096


def near_pairs(hashes: NDArray[np.uint64], bits: int) -> NDArray[np.int64]:
    """Rows (i, j), i < j, of distinct hashes that differ in at most ``bits`` (up to 7); int64 [n, 2], rising.

    hashes: uint64 [n], no two the same.
    """
    if bits > MOST_BITS:
        raise ValueError(f"at most {MOST_BITS} bits")
    octets = hashes.view(np.uint8).reshape(-1, PARTS)
    found = [pair for part in range(PARTS) for pair in _sharing(octets[:, part], hashes, bits)]
    if not found:
        return np.empty((0, 2), np.int64)
    return np.unique(np.concatenate(found), axis=0)


def _sharing(part: NDArray[np.uint8], hashes: NDArray[np.uint64], bits: int) -> list[NDArray[np.int64]]:
    order = np.argsort(part, kind="stable")
    starts = np.searchsorted(part[order], np.arange(257))
    return [pair for low, high in pairwise(starts) for pair in _within(order[low:high], hashes, bits)]


def _within(rows: NDArray[np.int64], hashes: NDArray[np.uint64], bits: int) -> list[NDArray[np.int64]]:
    found = []
    for start in range(0, len(rows), _BLOCK):
        block, rest = rows[start : start + _BLOCK], rows[start:]
        apart = np.bitwise_count(hashes[block][:, None] ^ hashes[rest][None])
        left, right = np.nonzero(apart <= bits)
        one, other = block[left], rest[right]
        found.append(np.stack([np.minimum(one, other), np.maximum(one, other)], 1)[one != other])
    return found
