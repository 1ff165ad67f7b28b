"""Faces as views show them: who they are is derived here, from what was decided and from what is guessed.

The state of a face is its verdict; else 'suggested' when its group holds faces that a human decided to be one person,
or is suggested as a whole to be one, and it was not rejected from that person; else 'unassigned'. A group with decided
faces of several people (which only a contradiction or a decision of just now makes) suggests the one with most of them,
or nobody when two are equal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from photoface.domain.errors import NotFound
from photoface.domain.geometry import Box
from photoface.domain.people import Face, FaceState
from photoface.store.database import LibraryDatabase, Row
from photoface.store.fragments import SHOWN, among, present
from photoface.store.owners import guess, owners
from photoface.store.photo_files import PhotoFiles, photo_files
from photoface.store.presence import absent_faces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FaceList = list[Face]

_FACES = """
SELECT face.id, face.photo_id, face.x, face.y, face.width, face.height, face.score, face.quality,
    membership.cluster_id, verdict.state, verdict.person_id
FROM face LEFT JOIN membership ON membership.face_id = face.id LEFT JOIN verdict ON verdict.face_id = face.id
"""
_NOTED = "(face.retired = 0 OR verdict.face_id IS NOT NULL)"
_MAYBE_OF = (
    "face.id IN (WITH person (id) AS (VALUES (?)), mine AS "
    "(SELECT face_id FROM verdict JOIN person ON person.id = verdict.person_id) SELECT face_id FROM mine UNION "
    "SELECT face_id FROM membership WHERE cluster_id IN "
    "(SELECT cluster_id FROM membership JOIN mine ON mine.face_id = membership.face_id UNION "
    "SELECT cluster_id FROM suggestion JOIN person ON person.id = suggestion.person_id))"
)


class Faces:
    """Reading faces. Those that the present detector no longer finds are left out unless a human decided on them."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def get(self, face_id: int) -> Face:
        """One face, present or not. Raises NotFound."""
        return self.by_ids([face_id])[0]

    def by_ids(self, face_ids: Sequence[int]) -> FaceList:
        """These faces, each once, in the given order, present or not. NotFound names the first that is not there."""
        wanted = [*dict.fromkeys(int(face_id) for face_id in face_ids)]
        found = self.known(wanted)
        for face_id in wanted:
            if face_id not in found:
                raise NotFound(f"There is no face {face_id} in the library.")
        return [found[face_id] for face_id in wanted]

    def known(self, face_ids: Sequence[int]) -> dict[int, Face]:
        """Those of these faces that there are, present or not, by id; a drawn one goes when its drawing is undone."""
        which, values = among("face.id", face_ids)
        return {face.face_id: face for face in self._select([which], values, missing=True)}

    def first(self, limit: int) -> FaceList:
        """The first ``limit`` of ``list()``."""
        rows = self._db.rows(
            f"SELECT face.id FROM face WHERE {SHOWN} AND {present('face.photo_id')} ORDER BY face.id LIMIT ?", [limit]
        )
        return self.by_ids([face_id for (face_id,) in rows])

    def absent_ids(self) -> NDArray[np.int64]:
        """Ids of all faces whose photo is not there, int64 [n], rising: mostly few."""
        import numpy as np

        return np.array(absent_faces(self._db), np.int64)

    def qualities(self, face_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The quality of each face, float32 [n]; ids rising."""
        import numpy as np

        from photoface.store.arrays import table

        rows = table(self._db.rows("SELECT id, quality FROM face ORDER BY id"), 2, np.float64)
        found: NDArray[np.float32] = rows[np.searchsorted(rows[:, 0], face_ids), 1].astype(np.float32)
        return found

    def list(
        self,
        *,
        cluster_id: int | None = None,
        person_id: int | None = None,
        photo_id: int | None = None,
        states: Collection[FaceState] | None = None,
        missing: bool = False,
    ) -> FaceList:
        """Faces of present photos by id. person_id: decided or suggested; ``missing``: photos without a file too."""
        terms, values = [_NOTED], []  # type: tuple[list[str], list[Any]]
        for term, value in (
            ("membership.cluster_id = ?", cluster_id),
            (_MAYBE_OF, person_id),
            ("face.photo_id = ?", photo_id),
        ):
            if value is not None:
                terms.append(term)
                values.append(value)
        return [
            face
            for face in self._select(terms, values, missing=missing)
            if (states is None or face.state in states) and (person_id is None or face.person_id == person_id)
        ]

    def poor(self, person_id: int, quality: float) -> FaceList:
        """Faces of present photos, decided or suggested to be this person, of a lower quality than this, by id."""
        terms = [_NOTED, _MAYBE_OF, "face.quality < ?"]
        found = self._select(terms, [person_id, quality], missing=False)
        return [face for face in found if face.person_id == person_id]

    def _select(self, terms: Sequence[str], values: Sequence[Any], *, missing: bool) -> FaceList:
        with self._db.consistent():
            rows = self._db.rows(f"{_FACES} WHERE {' AND '.join(terms)} ORDER BY face.id", values)
            context = self._context(rows, None if len(values) == 0 else rows)
        faces = (context.face(row) for row in rows)
        return [face for face in faces if missing or context.present(face.photo_id)]

    def _context(self, rows: Sequence[Row], near: Sequence[Row] | None) -> _Context:
        """near: the rows to ask about; None: ask about the whole library at once."""
        groups = owners(self._db, None if near is None else {row[8] for row in near if row[8] is not None})
        undecided = [row for row in rows if row[9] is None and row[8] in groups]
        people = {row[10] for row in rows} | {groups[row[8]] for row in undecided}
        which, values = among("person.id", people - {None})
        return _Context(
            groups,
            self._rejections(row[0] for row in undecided),
            dict(self._db.rows(f"SELECT id, name FROM person WHERE {which}", values)),
            photo_files(self._db, None if near is None else {row[1] for row in near}),
        )

    def _rejections(self, face_ids: Iterable[int]) -> frozenset[Row]:
        which, values = among("face_id", face_ids)
        return frozenset(self._db.rows(f"SELECT face_id, person_id FROM rejection WHERE {which}", values))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the rows of faces do not say: who owns groups, who was rejected, names, files."""

    owners: Mapping[int, int]
    rejections: Collection[Row]
    names: Mapping[int, str]
    files: Mapping[int, PhotoFiles]

    def present(self, photo_id: int) -> bool:
        return photo_id in self.files and self.files[photo_id].present > 0

    def face(self, row: Row) -> Face:
        face_id, photo_id, x, y, width, height, score, quality, cluster_id, verdict, decided = row
        person = decided if verdict is not None else guess(face_id, cluster_id, self.owners, self.rejections)
        guessed = FaceState.UNASSIGNED if person is None else FaceState.SUGGESTED
        return Face(
            face_id,
            photo_id,
            self.files[photo_id].path if photo_id in self.files else b"",
            Box(x, y, width, height),
            score,
            quality,
            cluster_id,
            person,
            None if person is None else self.names[person],
            guessed if verdict is None else _STATES[verdict],
        )


_STATES = {state.value: state for state in FaceState}
