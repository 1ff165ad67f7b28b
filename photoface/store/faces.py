"""Faces as views show them: who they are is derived here, from what was decided and from what is guessed.

The state of a face is its verdict; else 'suggested' when its group holds faces that a human decided to be one person
and it was not rejected from that person; else 'unassigned'. A group with decided faces of several people (which
only a contradiction or a decision of just now makes) suggests the one with most of them, or nobody when two are equal.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import NotFound
from photoface.domain.geometry import Box
from photoface.domain.people import Face, FaceState
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import SHOWN, best_path, present

FaceList = list[Face]

# Owners of the clusters in question only: a window over all votes would make each small query pay for the library.
_OWNERS = """
vote AS MATERIALIZED (
    SELECT membership.cluster_id, verdict.person_id, count(*) AS faces
    FROM verdict JOIN membership ON membership.face_id = verdict.face_id
    WHERE verdict.person_id IS NOT NULL {near}
    GROUP BY membership.cluster_id, verdict.person_id),
owner AS MATERIALIZED (
    SELECT cluster_id, person_id FROM (
        SELECT cluster_id, person_id, faces,
            row_number() OVER best AS place, lead(faces) OVER best AS next
        FROM vote WINDOW best AS (PARTITION BY cluster_id ORDER BY faces DESC))
    WHERE place = 1 AND faces IS NOT next)
"""
_NEAR = "AND membership.cluster_id IN (SELECT cluster_id FROM membership JOIN chosen ON chosen.id = face_id)"
OWNERS = _OWNERS.format(near="")
"""Common table expressions: owner(cluster_id, person_id) of every cluster that has one."""

_GUESS = "iif(owner.person_id NOT IN (SELECT person_id FROM rejection WHERE face_id = face.id), owner.person_id, NULL)"


class Faces:
    """Reading faces. Those that the present detector no longer finds are left out unless a human decided on them."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def get(self, face_id: int) -> Face:
        """One face, present or not. Raises NotFound."""
        found = self._select(["face.id = ?"], [face_id], narrow=True)
        if not found:
            raise NotFound(f"There is no face {face_id} in the library.")
        return found[0]

    def by_ids(self, face_ids: Sequence[int]) -> FaceList:
        """These faces, each once, in the given order, present or not. NotFound names the first that is not there."""
        wanted = [*dict.fromkeys(int(face_id) for face_id in face_ids)]
        rows = self._select(["face.id IN (SELECT value FROM json_each(?))"], [_array(wanted)], narrow=True)
        found = {face.face_id: face for face in rows}
        for face_id in wanted:
            if face_id not in found:
                raise NotFound(f"There is no face {face_id} in the library.")
        return [found[face_id] for face_id in wanted]

    def present_ids(self) -> NDArray[np.int64]:
        """Ids of all faces that ``list()`` shows, rising, int64 [n]."""
        rows = self._db.rows(f"SELECT face.id FROM face WHERE {SHOWN} AND {present('face.photo_id')} ORDER BY face.id")
        return np.array(rows, np.int64).reshape(-1)

    def qualities(self, face_ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The quality of each face, float32 [n]; ids rising."""
        rows = np.array(self._db.rows("SELECT id, quality FROM face ORDER BY id"), np.float64).reshape(-1, 2)
        found: NDArray[np.float32] = rows[np.searchsorted(rows[:, 0], face_ids), 1].astype(np.float32)
        return found

    def list(  # noqa: PLR0913 - one keyword a filter
        self,
        *,
        cluster_id: int | None = None,
        person_id: int | None = None,
        photo_id: int | None = None,
        states: Collection[FaceState] | None = None,
        face_ids: Sequence[int] | None = None,
        missing: bool = False,
    ) -> FaceList:
        """Faces of present photos by id. person_id: decided or suggested; ``missing``: photos without a file too."""
        terms, values = [SHOWN], []  # type: tuple[list[str], list[Any]]
        if not missing:
            terms.append(present("face.photo_id"))
        for term, value in (
            ("face.id IN (SELECT face_id FROM membership WHERE cluster_id = ?)", cluster_id),
            (_MAYBE_OF, person_id),
            ("face.photo_id = ?", photo_id),
            ("face.id IN (SELECT value FROM json_each(?))", _array(face_ids)),
        ):
            if value is not None:
                terms.append(term)
                values.append(value)
        narrow = len(values) > 0
        found = self._select(terms, values, narrow=narrow)
        return [
            face
            for face in found
            if (states is None or face.state in states) and (person_id is None or face.person_id == person_id)
        ]

    def _select(self, terms: Sequence[str], values: Sequence[Any], *, narrow: bool) -> FaceList:
        sql = f"""
            WITH chosen AS MATERIALIZED (SELECT face.id FROM face WHERE {" AND ".join(terms)}),
            {_OWNERS.format(near=_NEAR if narrow else "")},
            known AS (
                SELECT face.*, membership.cluster_id, verdict.state, coalesce(verdict.person_id,
                    iif(verdict.state IS NULL, {_GUESS}, NULL)) AS person_id
                FROM chosen JOIN face ON face.id = chosen.id
                LEFT JOIN membership ON membership.face_id = face.id
                LEFT JOIN verdict ON verdict.face_id = face.id
                LEFT JOIN owner ON owner.cluster_id = membership.cluster_id)
            SELECT known.id, known.photo_id, {best_path("known.photo_id")},
                known.x, known.y, known.width, known.height, known.score, known.quality, known.cluster_id,
                known.person_id, person.name, known.state
            FROM known LEFT JOIN person ON person.id = known.person_id
            ORDER BY known.id"""
        return [_face(row) for row in self._db.rows(sql, values)]


_MAYBE_OF = (
    "face.id IN (WITH mine AS (SELECT face_id FROM verdict WHERE person_id = ?) SELECT face_id FROM mine UNION "
    "SELECT face_id FROM membership WHERE cluster_id IN "
    "(SELECT cluster_id FROM membership JOIN mine ON mine.face_id = membership.face_id))"
)


def _array(ids: Sequence[int] | None) -> str | None:
    return None if ids is None else f"[{','.join(str(int(each)) for each in ids)}]"


def _face(row: tuple[Any, ...]) -> Face:
    face_id, photo_id, path, x, y, width, height, score, quality, cluster_id, person_id, person, state = row
    guessed = FaceState.UNASSIGNED if person_id is None else FaceState.SUGGESTED
    shown = guessed if state is None else FaceState(state)
    box = Box(x, y, width, height)
    return Face(face_id, photo_id, path or b"", box, score, quality, cluster_id, person_id, person, shown)
