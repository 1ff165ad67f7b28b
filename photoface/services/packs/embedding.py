"""The embedding that a library works with: which models make it, how they are joined, what its angles are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import ModelRefused
from photoface.domain.similarity import Cut, CutTable, OperatingPoints, unit
from photoface.vision.catalog import Catalog, Pack


@dataclass(frozen=True, slots=True)
class Embedding:
    """name of the embedder in the catalogue; parts: atomic models with their weights; points: None if unmeasured."""

    name: str
    detector: str
    parts: tuple[tuple[str, float], ...]
    points: OperatingPoints | None

    @property
    def atoms(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.parts)

    @property
    def key(self) -> str:
        """What neighbour lists are stored under: they hold only for the same parts with the same weights."""
        return "+".join(name if weight == 1 else f"{weight:g}*{name}" for name, weight in self.parts)

    def joined(self, vectors: Mapping[str, NDArray[np.float32]]) -> NDArray[np.float32]:
        """One unit vector from those of the parts: each weighted, side by side, scaled to length 1."""
        return unit(np.concatenate([vectors[name] * np.float32(weight) for name, weight in self.parts]))

    def cut(self, algorithm: str, wrong: float, faces: int | None = None) -> Cut:
        """Where this algorithm stops for an expected share of wrong cluster-mates among so many faces."""
        return self.cuts(algorithm).at(wrong, faces)

    def cuts(self, algorithm: str) -> CutTable:
        """Where this algorithm stops. Raises ModelRefused for a model that nobody has measured."""
        if self.points is None or algorithm not in self.points.cuts:
            raise ModelRefused(
                f"Nobody has measured {self.name} yet, so photoface cannot know when two of its faces are one person. "
                "Faces are kept; to group them choose a measured pack: photoface models use PACK"
            )
        return self.points.cuts[algorithm]


def embedding_of(pack: Pack, catalog: Catalog) -> Embedding:
    """What a pack of the catalogue gives."""
    model = catalog.model(pack.embedder)
    return Embedding(model.name, pack.detector, catalog.parts(model.name), model.points)
