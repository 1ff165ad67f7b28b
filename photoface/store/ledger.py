"""What was decided, as constraints on every grouping, and where decisions contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Set

from photoface.domain.ledger import Constraints, Mark
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

Marks = dict[int, frozenset[Mark]]
Faces = Collection[int] | None
"""Ids of faces, or None for all."""


class Ledger:
    """Reading decisions; they are written through the journal only."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def owners(self, of: Faces = None) -> dict[int, int]:
        """Face id -> id of the person that a human decided it to be; of these faces, or of all."""
        which, values = among("face_id", of)
        return dict(
            self._db.rows(f"SELECT face_id, person_id FROM verdict WHERE person_id IS NOT NULL AND {which}", values)
        )

    def excluded(self) -> frozenset[int]:
        """Faces that no group should hold: ignored ones and those that are no faces."""
        rows = self._db.rows("SELECT face_id FROM verdict WHERE person_id IS NULL")
        return frozenset(face_id for (face_id,) in rows)

    def constraints(self, on: Faces = None) -> Constraints:
        """Everything that binds a grouping of these faces, or of all; faces set aside are in no group, and bind nobody.

        must: the faces of each person, and of each "same" answer. Marks and bans: ("photo", photo id) for the faces
        of a photo with at least two, unless it is a mirror or collage; ("person", id) carried by that person's faces
        and banned by those rejected from them; ("separation", 2 * id + side) for "different people".
        """
        owner = self.owners(on)
        rejections = self.rejections(on)
        marks = self._photo_marks(on)
        bans = dict(marks)
        _add(bans, ((face, ("person", person)) for face, person in rejections))
        rejected_from = {person for _, person in rejections}
        _add(marks, ((face, ("person", person)) for face, person in owner.items() if person in rejected_from))
        aside = self.excluded()
        for separation, face, side in self._sides(on):
            if face in aside:
                continue
            _add(marks, [(face, ("separation", 2 * separation + side))])
            _add(bans, [(face, ("separation", 2 * separation + 1 - side))])
        bonds = (tuple(face for face in faces if face not in aside) for faces in self.bonds(on).values())
        return Constraints((*_groups(owner.items()), *bonds), owner, marks, bans)

    def held_with(self, face_ids: Iterable[int]) -> frozenset[int]:
        """These faces, and all that decisions hold together with them."""
        held, fresh = set[int](), set(face_ids)
        while fresh:
            held |= fresh
            which, values = among("face_id", fresh)
            found = self._db.rows(
                "SELECT face_id FROM verdict WHERE person_id IN "
                f"(SELECT person_id FROM verdict WHERE person_id IS NOT NULL AND {which}) UNION "
                f"SELECT face_id FROM bond_face WHERE bond_id IN (SELECT bond_id FROM bond_face WHERE {which})",
                values * 2,
            )
            fresh = {face for (face,) in found} - held
        return frozenset(held)

    def rejections(self, of: Faces = None) -> list[tuple[int, int]]:
        """Pairs (face id, person id): this face is not that person."""
        which, values = among("face_id", of)
        rows = self._db.rows(f"SELECT face_id, person_id FROM rejection WHERE {which}", values)
        return [(face, person) for face, person in rows]

    def rejected_from(self, person_id: int) -> list[int]:
        """Faces that are not this person."""
        rows = self._db.rows("SELECT face_id FROM rejection WHERE person_id = ? ORDER BY face_id", [person_id])
        return [face_id for (face_id,) in rows]

    def decided_as(self, person_id: int) -> list[int]:
        """Faces that a human decided to be this person, present or not."""
        rows = self._db.rows("SELECT face_id FROM verdict WHERE person_id = ? ORDER BY face_id", [person_id])
        return [face_id for (face_id,) in rows]

    def bonds(self, of: Faces = None) -> dict[int, tuple[int, ...]]:
        """Bond id -> face ids that a human said are one person."""
        found: dict[int, list[int]] = defaultdict(list)
        which, values = among("face_id", of)
        sql = f"SELECT bond_id, face_id FROM bond_face WHERE {which} ORDER BY bond_id, face_id"
        for bond, face in self._db.rows(sql, values):
            found[bond].append(face)
        return {bond: tuple(faces) for bond, faces in found.items()}

    def separations(self, of: Faces = None) -> dict[int, tuple[tuple[int, ...], tuple[int, ...]]]:
        """Separation id -> face ids of both sides, which are different people."""
        found: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for separation, face, side in self._sides(of):
            found[separation][side].append(face)
        return {separation: (tuple(one), tuple(other)) for separation, (one, other) in found.items()}

    def faces_of_bond(self, bond_id: int) -> list[int]:
        """The faces that were said to be one person."""
        rows = self._db.rows("SELECT face_id FROM bond_face WHERE bond_id = ? ORDER BY face_id", [bond_id])
        return [face_id for (face_id,) in rows]

    def faces_of_separation(self, separation_id: int) -> list[int]:
        """The faces of both sides."""
        sql = "SELECT face_id FROM separation_face WHERE separation_id = ? ORDER BY face_id"
        return [face_id for (face_id,) in self._db.rows(sql, [separation_id])]

    def _sides(self, of: Faces = None) -> list[tuple[int, int, int]]:
        which, values = among("face_id", of)
        sql = f"SELECT separation_id, face_id, side FROM separation_face WHERE {which} ORDER BY separation_id, face_id"
        return [(separation, face, side) for separation, face, side in self._db.rows(sql, values)]

    def _photo_marks(self, of: Faces) -> Marks:
        shared: dict[int, frozenset[Mark]] = {}
        return {
            face: shared.setdefault(photo, frozenset({("photo", photo)})) for face, photo in self._faces_in_company(of)
        }

    def _faces_in_company(self, of: Faces) -> list[tuple[int, int]]:
        """(face, photo) of photos with two faces or more; retired ones may be the same face in another box."""
        which, values = among("face.id", of)
        sql = f"""
            WITH counted AS MATERIALIZED (
                SELECT face.id, face.photo_id FROM face LEFT JOIN verdict ON verdict.face_id = face.id
                WHERE face.retired = 0 AND (verdict.face_id IS NULL OR verdict.person_id IS NOT NULL) AND {which})
            SELECT id, photo_id FROM counted WHERE photo_id NOT IN (SELECT photo_id FROM repeat_photo)
            AND photo_id IN (SELECT photo_id FROM counted GROUP BY photo_id HAVING count(*) > 1)"""
        return [(face, photo) for face, photo in self._db.rows(sql, values)]


def _groups(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Faces by their person, where there are two or more."""
    found: dict[int, list[int]] = defaultdict(list)
    for face, person in pairs:
        found[person].append(face)
    return [tuple(sorted(faces)) for faces in found.values() if len(faces) > 1]


def _add(to: Marks, pairs: Iterable[tuple[int, Mark]]) -> None:
    none: Set[Mark] = frozenset()
    for face, mark in pairs:
        to[face] = frozenset({*to.get(face, none), mark})
