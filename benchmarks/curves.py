"""Curves from which operating points are read: pairs of strangers, and groups at one cut after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from benchmarks.embeddings import FaceSet
from photoface.domain.faces import FOUNDING_QUALITY
from photoface.domain.ledger import Constraints
from photoface.domain.similarity import Cut, Table, angles
from photoface.matching.clustering import cluster
from photoface.matching.crowds import crowds
from photoface.matching.measures import bcubed
from photoface.matching.neighbor_graph import build_graph
from photoface.matching.nodes import edges_of, nodes_of

RATES = (1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1)

# LFW has some people under two names (its errata), thousands of pairs in all: below this rate what looks like a match
# of strangers is one person. The table goes on by a fit.
SEEN_FROM = 1e-4

Floats = NDArray[np.float64]


def pair_table(vectors: NDArray[np.float32], people: NDArray[np.int64]) -> Table:
    """Rows (false-match rate, angle) from all pairs of labelled faces of different people.

    Below SEEN_FROM: the normal quantile of the rate as a parabola of the angle, fitted where strangers are seen.
    """
    radians = np.sort(_strangers(vectors, people))
    seen = {rate: float(radians[int(rate * len(radians))]) for rate in RATES if rate >= SEEN_FROM}
    fit = np.polynomial.Polynomial.fit([_quantile(rate) for rate in seen], list(seen.values()), 2)
    return tuple((rate, round(seen.get(rate, float(fit(_quantile(rate)))), 4)) for rate in RATES)


def _strangers(vectors: NDArray[np.float32], people: NDArray[np.int64]) -> NDArray[np.float32]:
    upper = np.triu(people[:, None] != people[None, :])
    return angles((vectors @ vectors.T)[upper])


def _quantile(rate: float) -> float:
    return NormalDist().inv_cdf(rate)


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """Groups at rising angles: precision, recall (BCubed over labelled faces) and the standard error of precision."""

    angles: Floats
    precision: Floats
    recall: Floats
    error: Floats

    @property
    def f(self) -> Floats:
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def wrong(self) -> Floats:
        """The share of wrong mates with half a standard error to spare, never falling."""
        return np.maximum.accumulate(1 - self.precision + self.error / 2)


def same_photo(photo: NDArray[np.int64]) -> Constraints:
    """Two faces of one photo are two people. Faces go by their position."""
    crowded = np.flatnonzero(np.bincount(photo)[photo] > 1).tolist()
    marks = {face: frozenset({("photo", int(photo[face]))}) for face in crowded}
    return Constraints(marks=marks, bans=marks)


class Grouper:
    """All faces of a set, clustered as the product does it."""

    def __init__(self, faces: FaceSet, vectors: NDArray[np.float32], algorithm: str) -> None:
        self.faces, self.algorithm, self._vectors = faces, algorithm, vectors
        self._graph = build_graph(vectors)
        self._constraints = same_photo(faces.photo)

    def labels(self, cut: Cut) -> NDArray[np.int64]:
        """The cluster of each face, -1 for none."""
        founding, ids = self.faces.quality >= FOUNDING_QUALITY, np.arange(len(self._vectors))
        return cluster(ids, self._vectors, founding, self._graph, self._constraints, self.algorithm, cut)

    def curve(self, cuts: Floats, beta: float) -> Curve:
        """The curve over these angles."""
        rows = [self._point(Cut(float(angle), beta)) for angle in cuts]
        return Curve(cuts, *(np.array(column) for column in zip(*rows, strict=True)))

    def crowd_curve(self, cuts: Sequence[Cut]) -> Curve:
        """The curve over the angles of second passes."""
        rows = [self._point(cut) for cut in cuts]
        angles_ = np.array([cut.crowd.angle for cut in cuts if cut.crowd])
        return Curve(angles_, *(np.array(column) for column in zip(*rows, strict=True)))

    def crowds(self, cut: Cut) -> Floats:
        """The crowds around the clusters of a first pass."""
        founding = np.flatnonzero(self.faces.quality >= FOUNDING_QUALITY)
        group = self.labels(cut)[founding]
        nodes = nodes_of(self._vectors[founding], group, np.ones(len(founding), bool), int(group.max()) + 1)
        place = np.full(len(self._vectors), -1, np.int64)
        place[founding] = group
        ends = place[self._graph.rows], place[self._graph.cols]
        kept = (ends[0] >= 0) & (ends[1] >= 0)
        edges = edges_of(ends[0][kept], ends[1][kept], self._graph.cosines[kept], self._graph.mutual[kept])
        return crowds(nodes, edges, -1.0)[nodes.counts > 0]

    def _point(self, cut: Cut) -> tuple[float, float, float]:
        people, labels = self.faces.people[self.faces.labelled], self.labels(cut)[self.faces.labelled]
        found = bcubed(people, labels)
        return found.precision, found.recall, precision_error(people, labels)


def precision_error(people: NDArray[np.int64], labels: NDArray[np.int64]) -> float:
    """The standard error of BCubed precision; clusters, not faces, are what is independent."""
    alone = np.where(labels < 0, labels.max(initial=0) + 1 + np.arange(len(labels)), labels)
    _, cell, both = np.unique(np.stack([people, alone], axis=1), axis=0, return_inverse=True, return_counts=True)
    precision = both[cell] / np.bincount(alone)[alone]
    return float(np.sqrt((np.bincount(alone, precision - precision.mean()) ** 2).sum()) / len(people))
