"""All pairs of labelled faces, or of very many a sample; folds are of people, as in LFW: nobody is in two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.matching.pair_figures import Pairs
from photoface.services.evaluation.angles import angles_of

Ids = NDArray[np.int64]

FACES_PER_PERSON = 20
"""More faces of one person are left out by lot: pairs grow with the square, and the family would be all that counts."""

MOST_PAIRS = 1_000_000
"""Of each kind; 100 strangers' pairs then still decide the threshold at a false-accept rate of 1e-4."""


def all_pairs(vectors: Vectors, people: Ids, folds: int, seed: int = 0) -> Pairs:
    """Pairs of faces [n, d] of people int64 [n]; fewer folds where people are few, so that each fold has two."""
    rng = np.random.default_rng(seed)
    kept = sampled(people, FACES_PER_PERSON, rng)
    fold_of = _fold_of(people[kept], folds, rng)
    rows = np.concatenate([_genuine(people[kept], rng), _impostors(people[kept], rng)])
    used = kept[rows]
    return Pairs(angles_of(vectors, used), people[used[:, 0]] == people[used[:, 1]], fold_of[rows].astype(np.int16))


def people_pairs(people: Ids, seed: int = 0) -> tuple[Ids, Ids]:
    """Rows [n, 2] of all pairs of one person, of at most twenty faces each, and of pairs of two people."""
    rng = np.random.default_rng(seed)
    kept = sampled(people, FACES_PER_PERSON, rng)
    return kept[_genuine(people[kept], rng)], kept[_impostors(people[kept], rng)]


def sampled(people: Ids, most: int, rng: np.random.Generator) -> Ids:
    """Rows of at most so many faces of each person, drawn by lot, rising."""
    order = rng.permutation(len(people))
    order = order[np.argsort(people[order], kind="stable")]
    starts = np.searchsorted(people[order], people[order])
    found: Ids = np.sort(order[np.arange(len(order)) - starts < most])
    return found


def _fold_of(people: Ids, folds: int, rng: np.random.Generator) -> Ids:
    """The fold of each face: its person's."""
    known, rows = np.unique(people, return_inverse=True)
    used = max(1, min(folds, len(known) // 2))
    dealt: Ids = rng.permutation(np.arange(len(known)) % used)[rows]
    return dealt


def _genuine(people: Ids, rng: np.random.Generator) -> Ids:
    """Rows [n, 2], first below second, of pairs of one person."""
    order = np.argsort(people, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(people[order])) + 1)
    pairs = [np.stack([group[each] for each in np.triu_indices(len(group), 1)], axis=1) for group in groups]
    return _some(np.concatenate(pairs), rng)


def _impostors(people: Ids, rng: np.random.Generator) -> Ids:
    """The same of two people."""
    size = len(people)
    if size * (size - 1) // 2 <= 2 * MOST_PAIRS:
        rows = np.stack(np.triu_indices(size, 1), axis=1)
    else:
        drawn = np.sort(rng.integers(0, size, (2 * MOST_PAIRS, 2)), axis=1)
        rows = np.unique(drawn[drawn[:, 0] < drawn[:, 1]], axis=0)
    return _some(rows[people[rows[:, 0]] != people[rows[:, 1]]], rng)


def _some(rows: Ids, rng: np.random.Generator) -> Ids:
    if len(rows) <= MOST_PAIRS:
        return rows
    drawn: Ids = rows[np.sort(rng.choice(len(rows), MOST_PAIRS, replace=False))]
    return drawn
