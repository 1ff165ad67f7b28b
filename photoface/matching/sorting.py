"""Sorting many keys and knowing where each stood."""

from __future__ import annotations

import numpy as np

from photoface.matching.arrays import Ids

_BITS = 63


def ranked(keys: Ids) -> tuple[Ids, Ids]:
    """The keys, rising, and where each stood: int64 both; equal ones stay in their order. Keys are not negative.

    numpy sorts numbers ten times as fast as it tells their order; so their places are made part of the numbers where
    there is room.
    """
    width = len(keys).bit_length()
    if int(keys.max(initial=0)).bit_length() + width > _BITS:
        order = np.argsort(keys, kind="stable")
        return keys[order], order
    both = np.sort(keys << width | np.arange(len(keys)))
    return both >> width, both & ((1 << width) - 1)
