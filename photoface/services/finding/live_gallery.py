"""All faces of a library in memory, to be searched in milliseconds, and loaded anew when the library has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.matching.gallery import ExactGallery, nearest

if TYPE_CHECKING:
    from photoface.services.library import Library

Ids = NDArray[np.int64]

_FEW = 8
"""Below one in so many faces it is quicker to gather their embeddings than to compare all."""


class FaceGallery:
    """The faces of one moment; never changed. ids int64 [n], rising; vectors float32 [n, d], unit rows."""

    def __init__(self, ids: Ids, vectors: Vectors) -> None:
        self.ids = ids
        self._vectors = vectors
        self._all = ExactGallery(ids, vectors)

    def search(self, probes: Vectors, k: int, among: Ids | None = None) -> tuple[Ids, Vectors]:
        """The k nearest faces of each probe, nearest first: ids int64 [m, k], cosines float32 [m, k].

        among: only these faces, ids int64 in any order. Always exact; k is cut to how many faces there are.
        """
        if among is None:
            return self._all.search(probes, k)
        rows = np.flatnonzero(np.isin(self.ids, among))
        if _FEW * len(rows) < len(self.ids):
            return ExactGallery(self.ids[rows], self._vectors[rows]).search(probes, k)
        positions, cosines = nearest((probes @ self._vectors.T)[:, rows], min(k, len(rows)))
        return self.ids[rows][positions], cosines


class LiveGallery:
    """The present faces of an open library, whatever has been written to it: by others or through it.

    It costs 4 bytes a number: 100 MB for 100,000 faces of 256 numbers. Loaded at first use.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._loaded: tuple[object, FaceGallery] | None = None

    def now(self) -> FaceGallery:
        """The faces as they are now. Raises ModelsMissing before the first index."""
        state = self._library.db.state()  # asked first: what is written while loading is loaded again at the next call
        if self._loaded is None or state is None or self._loaded[0] != state:
            with self._library.db.consistent():
                self._loaded = state, FaceGallery(*self._library.present_vectors())
        return self._loaded[1]
