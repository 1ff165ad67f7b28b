"""Rows of a query as an array, a piece at a time.

One call in C over a hundred thousand rows lets no other thread of Python work meanwhile, the window's neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from photoface.store.database import Row

S = TypeVar("S", bound=np.generic)

PIECE = 4096


def pieces(count: int) -> Iterator[slice]:
    """Parts of so many rows that are worked on in a few milliseconds each."""
    return (slice(start, start + PIECE) for start in range(0, count, PIECE))


def table(rows: Sequence[Row], width: int, dtype: type[S]) -> NDArray[S]:
    """[n, width]."""
    found: NDArray[Any] = np.empty((len(rows), width), dtype)
    for part in pieces(len(rows)):
        found[part] = rows[part]
    return found
