"""Random splits of labelled faces: who is in the gallery, who is looked for, who is a stranger."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.services.evaluation.all_pairs import FACES_PER_PERSON, sampled

Ids = NDArray[np.int64]

ENOUGH_STRANGERS = 10
"""With fewer people seen once, a third of all people is kept out of the gallery and plays strangers."""

FACES_TO_TRAIN = 4
"""Who has fewer is left out of the classifiers' experiment: half of the faces are for learning."""

PEOPLE_TO_TRAIN = 200
"""More are left out by lot; a support vector machine is trained for each of them."""


@dataclass(frozen=True, slots=True)
class Draw:
    """How many faces are drawn by lot; the same ones for the same seed."""

    size: int
    seed: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Rows int64 of labelled faces, at most twenty of a person. gallery: one of each known person; probes: the others;
    mates: row of ``gallery`` with the probe's person; strangers: faces of people who are not in the gallery, shuffled.

    held_out: the strangers are people with several faces who were left out of the gallery.
    """

    gallery: Ids
    probes: Ids
    mates: Ids
    strangers: Ids
    held_out: bool


@dataclass(frozen=True, slots=True, eq=False)
class NamedFaces:
    """Rows int64 of labelled faces to learn from and to be told."""

    train: Ids
    test: Ids


def draw_split(people: Ids, rng: np.random.Generator, *, hold_out: bool = True) -> Split:
    """One split of the faces of people int64 [n]. hold_out: of few strangers are made more."""
    counts = np.bincount(people)
    known, away = np.flatnonzero(counts > 1), np.flatnonzero(counts == 1)
    held_out = hold_out and len(away) < ENOUGH_STRANGERS
    if held_out:
        shuffled = rng.permutation(known)
        third = len(known) // 3
        known, away = np.sort(shuffled[third:]), np.concatenate([away, shuffled[:third]])
    rows = rng.permutation(sampled(people, FACES_PER_PERSON, rng))
    inside = rows[np.isin(people[rows], known)]
    _, first = np.unique(people[inside], return_index=True)
    rest = np.delete(inside, first)
    mates = np.searchsorted(known, people[rest])
    return Split(inside[first], rest, mates, rows[np.isin(people[rows], away)], held_out)


def draw_mates(people: Ids, draw: Draw) -> Ids:
    """Rows of about so many faces, rising: two of each of as many people as it takes, more where these are few."""
    rng = np.random.default_rng(draw.seed)
    able = rng.permutation(np.flatnonzero(np.bincount(people) > 1))[: max(2, draw.size // 2)]
    inside = np.flatnonzero(np.isin(people, able))
    return inside[sampled(people[inside], max(2, draw.size // max(1, len(able))), rng)]


def draw_named(people: Ids, rng: np.random.Generator) -> NamedFaces | None:
    """Half of the faces (at most twenty) of each of some people to learn from; None when fewer than two have enough."""
    able = np.flatnonzero(np.bincount(people) >= FACES_TO_TRAIN)
    if len(able) < 2:
        return None
    chosen = rng.choice(able, min(len(able), PEOPLE_TO_TRAIN), replace=False)
    inside = np.flatnonzero(np.isin(people, chosen))
    rows = inside[sampled(people[inside], FACES_PER_PERSON, rng)]
    rows = rows[np.lexsort((rng.random(len(rows)), people[rows]))]
    place = np.arange(len(rows)) - np.searchsorted(people[rows], people[rows])
    return NamedFaces(rows[place % 2 == 0], rows[place % 2 == 1])
