"""What a grouping needs of a library, read by the compute child itself: arrays need not go through a pipe."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import FOUNDING_QUALITY, Vectors
from photoface.domain.ledger import Constraints, Mark, lifted
from photoface.domain.similarity import Cut, CutTable
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.ledger import Ledger
from photoface.store.neighbors import NeighborLists
from photoface.store.vectors import Vectors as Embeddings

Ids = NDArray[np.int64]

NO_GROUP = -1

_STEP = 4096


@dataclass(frozen=True, slots=True)
class GroupTask:
    """folder: of the library; parts, key: what its embeddings are joined of, and what neighbours are stored under;
    table: of the model for this algorithm; undecided: as if nobody had decided anything and there were no groups."""

    folder: Path
    parts: tuple[tuple[str, float], ...]
    key: str
    algorithm: str
    wrong: float
    table: CutTable
    undecided: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Groupable:
    """The n faces that may be in a group: face_ids int64 [n], rising; vectors float32 [n, d]; founding bool [n]: good
    enough to found groups; before int64 [n]: the group of each, or NO_GROUP; neighbors: as stored; constraints: on
    these faces; said: all that was decided, of all faces; cut: for so many."""

    face_ids: Ids
    vectors: Vectors
    founding: NDArray[np.bool_]
    before: Ids
    neighbors: NeighborLists
    constraints: Constraints
    said: Constraints
    cut: Cut

    @property
    def fresh(self) -> NDArray[np.bool_]:
        """Faces that could have a group and have none: bool [n]."""
        without: NDArray[np.bool_] = self.before == NO_GROUP
        return self.founding & without

    @property
    def decided(self) -> NDArray[np.bool_]:
        """Faces that a human said who they are: bool [n]."""
        owner = self.constraints.owner
        return np.isin(self.face_ids, np.fromiter(owner, np.int64, len(owner)))


def read(task: GroupTask) -> Groupable:
    """All of one moment."""
    with LibraryDatabase.create_or_open(task.folder, write=False) as db, db.consistent():
        face_ids, vectors = _vectors(db, task)
        before = np.full(len(face_ids), NO_GROUP) if task.undecided else _memberships(db, face_ids)
        said = _only_photos(Ledger(db).constraints()) if task.undecided else Ledger(db).constraints()
        return Groupable(
            face_ids=face_ids,
            vectors=vectors,
            founding=Faces(db).qualities(face_ids) >= FOUNDING_QUALITY,
            before=before,
            neighbors=Groups(db).neighbors(task.key),
            constraints=_known(said, face_ids, before),
            said=said,
            cut=task.table.at(task.wrong, len(face_ids)),
        )


def _vectors(db: LibraryDatabase, task: GroupTask) -> tuple[Ids, Vectors]:
    """All faces but those set aside."""
    ids, vectors = Embeddings(db).load(task.parts)
    excluded = Ledger(db).excluded()
    inside = ~np.isin(ids, np.fromiter(excluded, np.int64, len(excluded)))
    if inside.all():
        return ids, vectors
    kept = 0
    for start in range(0, len(ids), _STEP):  # in place: a copy of all would be 100 MB more
        some = vectors[start : start + _STEP][inside[start : start + _STEP]]
        vectors[kept : kept + len(some)] = some
        kept += len(some)
    return ids[inside], vectors[:kept]


def _memberships(db: LibraryDatabase, face_ids: Ids) -> Ids:
    groups = Groups(db).memberships()
    return np.array([groups.get(face, NO_GROUP) for face in face_ids.tolist()], np.int64)


def _only_photos(constraints: Constraints) -> Constraints:
    """Nobody decided anything, but nobody is twice in one photo."""

    def of_photos(marks: frozenset[Mark]) -> frozenset[Mark]:
        return frozenset(mark for mark in marks if mark[0] == "photo")

    marks, bans = (
        {face: kept for face, all_of_it in table.items() if (kept := of_photos(all_of_it))}
        for table in (constraints.marks, constraints.bans)
    )
    return Constraints(marks=marks, bans=bans)


def _known(constraints: Constraints, face_ids: Ids, before: Ids) -> Constraints:
    """The constraints on these faces only, with what follows from who the others are."""
    inside = set(face_ids.tolist())
    constraints = lifted(constraints, face_ids[before == NO_GROUP].tolist(), constraints.owner.keys() - inside)
    must = tuple(kept for group in constraints.must if len(kept := tuple(face for face in group if face in inside)) > 1)
    owner = {face: person for face, person in constraints.owner.items() if face in inside}
    marks, bans = (
        {face: value for face, value in table.items() if face in inside}
        for table in (constraints.marks, constraints.bans)
    )
    return Constraints(must, owner, marks, bans)
