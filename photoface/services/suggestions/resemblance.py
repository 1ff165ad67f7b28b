"""Which groups are nearly near enough to be one person: on the scale of the linkage, under the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import acos, cos, pi

import numpy as np
from numpy.typing import NDArray

from photoface.domain.ledger import Constraints, Mark
from photoface.services.library import Library

MOST_GROUPS = 400
"""Unnamed groups that are compared: the largest; the rest is looked at as these get names."""

_GENEROUS = 0.1
"""Share of wrong mates up to which it is worth asking; what is surer has been joined by the grouping."""


@dataclass(frozen=True, slots=True)
class NearPair:
    """An unnamed group and a person or another unnamed group. angle: of the average cosine between their faces."""

    group: int
    person: int | None
    other: int | None
    angle: float


@dataclass(frozen=True, slots=True, eq=False)
class _Side:
    """The faces of one person or group that may found: sum of their vectors float32 [d], and how many."""

    person: int | None
    group: int | None
    total: NDArray[np.float32]
    count: int
    marks: frozenset[Mark]
    bans: frozenset[Mark]


def angle_of(cosine: float | None) -> float:
    """Radians; pi where nothing is known."""
    return pi if cosine is None else acos(min(1.0, max(-1.0, cosine)))


def nearly_same(library: Library, people: Sequence[int], groups: Sequence[int]) -> list[NearPair]:
    """For each group the nearest person or larger group that no decision keeps it from, if it is near enough to ask."""
    sides = _sides(library, people, groups)
    if len(sides) < 2:
        return []
    averages = _averages(sides)
    least = cos(library.embedding().cut("average", _GENEROUS, None).angle)
    found = []
    for row, side in enumerate(sides):
        if side.group is None:
            continue
        for column in np.argsort(-averages[row]).tolist():
            if averages[row, column] < least:
                break
            other = sides[column]
            if _askable(side, other):
                found.append(NearPair(side.group, other.person, other.group, angle_of(float(averages[row, column]))))
                break
    return found


def _askable(side: _Side, other: _Side) -> bool:
    """A pair is asked once, the smaller group first, and never against a decision."""
    larger = other.person is not None or (other.count, other.group or 0) > (side.count, side.group or 0)
    return larger and not side.marks & other.bans and not side.bans & other.marks


def _averages(sides: Sequence[_Side]) -> NDArray[np.float32]:
    """The average cosine between the faces of each two sides, float32 [s, s]; -1 of a side to itself."""
    means = np.stack([side.total / side.count for side in sides])
    averages = (means @ means.T).astype(np.float32)
    np.fill_diagonal(averages, -1.0)
    return averages


def _sides(library: Library, people: Sequence[int], groups: Sequence[int]) -> list[_Side]:
    faces = _members(library, people, groups)
    ids, vectors = library.vectors.load(
        library.embedding().parts, [face for members in faces.values() for face in members]
    )
    good = library.founding(ids)
    row_of = {face: row for row, face in enumerate(ids.tolist()) if good[row]}
    constraints = library.ledger.constraints()
    return [
        _side(key, vectors[rows], members, constraints)
        for key, members in faces.items()
        if (rows := [row_of[face] for face in members if face in row_of])
    ]


def _members(library: Library, people: Sequence[int], groups: Sequence[int]) -> dict[tuple[str, int], list[int]]:
    decided = {("person", person): library.ledger.decided_as(person) for person in people}
    return decided | {("group", group): library.groups.members(group) for group in groups}


def _side(
    key: tuple[str, int], vectors: NDArray[np.float32], members: Sequence[int], constraints: Constraints
) -> _Side:
    kind, number = key
    marks, bans = (_united(table, members) for table in (constraints.marks, constraints.bans))
    person, group = (number, None) if kind == "person" else (None, number)
    own = frozenset({("person", number)}) if person is not None else frozenset()
    return _Side(person, group, vectors.sum(axis=0), len(vectors), marks | own, bans)


def _united(table: Mapping[int, frozenset[Mark]], members: Sequence[int]) -> frozenset[Mark]:
    return frozenset().union(*(table.get(face, frozenset()) for face in members))
