"""Embeddings made up for tests: people on the sphere, with as much spread as asked for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import unit


def random_units(n: int, d: int, seed: int) -> NDArray[np.float32]:
    """float32 [n, d], no two alike."""
    return unit(np.random.default_rng(seed).normal(size=(n, d)).astype(np.float32))


def people(
    n: int, persons: int, seed: int, d: int = 16, spread: float = 0.6
) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Faces of persons and who they are: unit rows around random centres."""
    rng = np.random.default_rng(seed)
    who = rng.integers(0, persons, n)
    noise = rng.normal(size=(n, d)) * spread / np.sqrt(d)
    return unit((random_units(persons, d, seed + 1)[who] + noise).astype(np.float32)), who


def partition(labels: NDArray[np.int64]) -> frozenset[frozenset[int]]:
    """What belongs together, whatever it is called; negative labels are alone."""
    groups: dict[int, set[int]] = {}
    for i, label in enumerate(labels.tolist()):
        groups.setdefault(label if label >= 0 else -2 - i, set()).add(i)
    return frozenset(frozenset(group) for group in groups.values())
