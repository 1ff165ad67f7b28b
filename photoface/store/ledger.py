"""What was decided, as constraints on every grouping, and where decisions contradict each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Set

from photoface.domain.ledger import Constraints, Mark
from photoface.store.database import LibraryDatabase

Marks = dict[int, frozenset[Mark]]


class Ledger:
    """Reading decisions; they are written through the journal only."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def owners(self) -> dict[int, int]:
        """Face id -> id of the person that a human decided it to be."""
        return dict(self._db.rows("SELECT face_id, person_id FROM verdict WHERE person_id IS NOT NULL"))

    def excluded(self) -> frozenset[int]:
        """Faces that no group should hold: ignored ones and those that are no faces."""
        rows = self._db.rows("SELECT face_id FROM verdict WHERE person_id IS NULL")
        return frozenset(face_id for (face_id,) in rows)

    def constraints(self) -> Constraints:
        """Everything that binds a grouping.

        must: the faces of each person, and of each "same" answer. Marks and bans: ("photo", photo id) for the faces
        of a photo with at least two, unless it is a mirror or collage; ("person", id) carried by that person's faces
        and banned by those rejected from them; ("separation", 2 * id + side) for "different people".
        """
        owner = self.owners()
        rejections = self.rejections()
        marks = self._photo_marks()
        bans = dict(marks)
        _add(bans, ((face, ("person", person)) for face, person in rejections))
        rejected_from = {person for _, person in rejections}
        _add(marks, ((face, ("person", person)) for face, person in owner.items() if person in rejected_from))
        for separation, face, side in self._sides():
            _add(marks, [(face, ("separation", 2 * separation + side))])
            _add(bans, [(face, ("separation", 2 * separation + 1 - side))])
        return Constraints((*_groups(owner.items()), *self.bonds().values()), owner, marks, bans)

    def rejections(self) -> list[tuple[int, int]]:
        """Pairs (face id, person id): this face is not that person."""
        return [(face, person) for face, person in self._db.rows("SELECT face_id, person_id FROM rejection")]

    def rejected_from(self, person_id: int) -> list[int]:
        """Faces that are not this person."""
        rows = self._db.rows("SELECT face_id FROM rejection WHERE person_id = ? ORDER BY face_id", [person_id])
        return [face_id for (face_id,) in rows]

    def decided_as(self, person_id: int) -> list[int]:
        """Faces that a human decided to be this person, present or not."""
        rows = self._db.rows("SELECT face_id FROM verdict WHERE person_id = ? ORDER BY face_id", [person_id])
        return [face_id for (face_id,) in rows]

    def bonds(self) -> dict[int, tuple[int, ...]]:
        """Bond id -> face ids that a human said are one person."""
        found: dict[int, list[int]] = defaultdict(list)
        for bond, face in self._db.rows("SELECT bond_id, face_id FROM bond_face ORDER BY bond_id, face_id"):
            found[bond].append(face)
        return {bond: tuple(faces) for bond, faces in found.items()}

    def separations(self) -> dict[int, tuple[tuple[int, ...], tuple[int, ...]]]:
        """Separation id -> face ids of both sides, which are different people."""
        found: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for separation, face, side in self._sides():
            found[separation][side].append(face)
        return {separation: (tuple(one), tuple(other)) for separation, (one, other) in found.items()}

    def _sides(self) -> list[tuple[int, int, int]]:
        sql = "SELECT separation_id, face_id, side FROM separation_face ORDER BY separation_id, face_id"
        return [(separation, face, side) for separation, face, side in self._db.rows(sql)]

    def _photo_marks(self) -> Marks:
        shared: dict[int, frozenset[Mark]] = {}
        return {
            face: shared.setdefault(photo, frozenset({("photo", photo)})) for face, photo in self._faces_in_company()
        }

    def _faces_in_company(self) -> list[tuple[int, int]]:
        """(face, photo) of photos with two faces or more; retired ones may be the same face in another box."""
        sql = """
            WITH counted AS MATERIALIZED (
                SELECT face.id, face.photo_id FROM face LEFT JOIN verdict ON verdict.face_id = face.id
                WHERE face.retired = 0 AND verdict.state IS NOT 'not_a_face')
            SELECT id, photo_id FROM counted WHERE photo_id NOT IN (SELECT photo_id FROM repeat_photo)
            AND photo_id IN (SELECT photo_id FROM counted GROUP BY photo_id HAVING count(*) > 1)"""
        return [(face, photo) for face, photo in self._db.rows(sql)]


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
