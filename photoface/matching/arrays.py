"""Names of the array types that matching speaks of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
"""Face ids, cluster labels or node numbers."""

Positions = NDArray[np.int32]
"""Rows of a matrix of embeddings."""

Vectors = NDArray[np.float32]
"""Unit rows, shape [n, d]."""

Cosines = NDArray[np.float32]
Sums = NDArray[np.float32]
"""Sums of unit vectors, one row per node, shape [c, d]. Scoring waits for memory: half the bytes, half the time."""

Mask = NDArray[np.bool_]
