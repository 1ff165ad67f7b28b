"""Neighbours of many faces: hnswlib finds them, exact search mends where it is weak, a sample tells if it is enough.

hnswlib finds the crowds and loses the lonely: on a made-up library of 100,000 faces it found 96 % of the ten nearest of
people with more than 100 faces, and half of those of people with two to ten. Where that is not enough, who has no near
neighbour after the search is searched again, exactly; and in the end everybody.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator

import numpy as np

from photoface.matching.arrays import Ids, Vectors
from photoface.matching.exact_search import search_exactly
from photoface.matching.gallery import SEARCH_WIDTH, ExactGallery, HnswGallery
from photoface.matching.neighbor_lists import K, Neighbors, no_neighbors

RECALL, NEAREST, PROBES = 0.95, 10, 300
"""So much of the exact ten nearest must be in the lists, of so many faces taken at random."""

# Who is searched exactly: this part of all, the loneliest first, as long as it is not more pairs than that.
_LONELY, _PAIRS = 0.2, 5e10

_WIDER = 4 * SEARCH_WIDTH

# With less than this nothing but all cosines helps; seen among 1,000,000 faces.
_HOPELESS = 0.75

# Rows whose finds are put into the lists together: bounds the memory that this takes.
_STEP = 50_000

_CELLS = 256

_log = logging.getLogger(__name__)


def approximate_neighbors(vectors: Vectors, k: int = K, threads: int = 1) -> Neighbors:
    """The k nearest other faces of each row of ``vectors`` [n, d], with a recall@10 of RECALL at least on a sample."""
    for how, lists in _attempts(vectors, k, threads):
        found = sampled_recall(lists, vectors)
        _log.info("neighbours of %d faces by %s: recall@%d is %.3f", len(vectors), how, NEAREST, found)
        if found >= RECALL:
            return lists
        if found < _HOPELESS:
            break
    _log.info("neighbours of %d faces: by all cosines instead", len(vectors))
    search_exactly(lists, vectors, np.arange(len(vectors), dtype=np.int64))
    return lists


def sampled_recall(lists: Neighbors, vectors: Vectors, probes: int = PROBES) -> float:
    """The share of the exact NEAREST that the lists hold, over some faces; equally near ones count as these."""
    rows = np.sort(np.random.default_rng(len(vectors)).permutation(len(vectors))[:probes])
    everyone = np.arange(len(vectors), dtype=np.int64)
    exact, _ = ExactGallery(everyone, vectors).search(vectors[rows], NEAREST + 1)
    pairs = zip(rows.tolist(), exact.tolist(), lists.positions[rows].tolist(), strict=True)
    shares = [_share([face for face in true if face != row][:NEAREST], found) for row, true, found in pairs]
    return float(np.mean(shares)) if shares else 1.0


def _share(true: list[int], found: list[int]) -> float:
    return len(set(true) & set(found)) / max(1, len(true))


def _attempts(vectors: Vectors, k: int, threads: int) -> Iterator[tuple[str, Neighbors]]:
    """Lists that get better, and how."""
    order = coherent_order(vectors)
    lists = no_neighbors(len(vectors), k)
    gallery = HnswGallery(order, vectors[order], threads)
    _search(lists, gallery, vectors, order, SEARCH_WIDTH)
    yield "hnswlib", lists
    search_exactly(lists, vectors, _lonely(lists))
    yield "hnswlib, and all cosines of the loneliest", lists
    _search(lists, gallery, vectors, order, _WIDER)
    yield "hnswlib, searched wider", lists


def coherent_order(vectors: Vectors) -> Ids:
    """Rows in an order in which near ones are near each other: by the nearest of some faces taken at random.

    A search in this order takes two thirds of the time: what it reads has just been read. Every eighth row comes
    before all others, so that the first links of an index go everywhere.
    """
    chosen = np.random.default_rng(0).permutation(len(vectors))[:_CELLS]
    cells = [(vectors[at : at + 4096] @ vectors[chosen].T).argmax(axis=1) for at in range(0, len(vectors), 4096)]
    order = np.argsort(np.concatenate(cells), kind="stable")
    return np.concatenate([order[::8], np.delete(order, np.s_[::8])])


def _search(lists: Neighbors, gallery: HnswGallery, vectors: Vectors, order: Ids, width: int) -> None:
    """Puts what the gallery finds into the lists."""
    for start in range(0, len(order), _STEP):
        rows = order[start : start + _STEP]
        found, cosines = gallery.search(vectors[rows], lists.positions.shape[1] + 1, width)
        a, b, near = np.repeat(rows, found.shape[1]), found.ravel(), cosines.ravel()
        lists.offer(a[a != b], b[a != b], near[a != b])


def _lonely(lists: Neighbors) -> Ids:
    """Faces whose tenth neighbour is far: rows, rising."""
    n = len(lists.positions)
    count = min(int(_LONELY * n), int(_PAIRS / max(1, n)))
    return np.sort(np.argsort(lists.cosines[:, min(NEAREST, lists.cosines.shape[1]) - 1], kind="stable")[:count])
