"""Who is in the photos, face by face and without more: what queries over the whole library look at."""

from __future__ import annotations

from collections.abc import Iterator

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import present
from photoface.store.owners import guess, owners

Appearance = tuple[int, int | None, bool]
"""Photo id, person id or None for a stranger, whether a human decided so."""

_FACES = f"""
SELECT face.id, face.photo_id, membership.cluster_id, verdict.face_id, verdict.person_id
FROM face LEFT JOIN membership ON membership.face_id = face.id LEFT JOIN verdict ON verdict.face_id = face.id
WHERE (face.retired = 0 OR verdict.face_id IS NOT NULL) AND verdict.state IS NOT 'not_a_face'
AND {present("face.photo_id")}
"""


def appearances(db: LibraryDatabase) -> Iterator[Appearance]:
    """One for each face of ``Faces.list()``, without those that are none; in a quarter of its time."""
    with db.consistent():
        whose, rows = owners(db), db.rows(_FACES)
        rejections = frozenset((face, person) for face, person in db.rows("SELECT face_id, person_id FROM rejection"))
    for face_id, photo_id, cluster_id, verdict, person in rows:
        if verdict is None:
            yield photo_id, guess(face_id, cluster_id, whose, rejections), False
        else:
            yield photo_id, person, True


def faces_known_as(db: LibraryDatabase) -> tuple[dict[int, str], dict[int, str]]:
    """Face -> the name that a human gave it; and face -> the name that it carries, given or suggested."""
    with db.consistent():
        whose, rows = owners(db), db.rows(_FACES)
        rejections = frozenset((face, person) for face, person in db.rows("SELECT face_id, person_id FROM rejection"))
        names: dict[int, str] = dict(db.rows("SELECT id, name FROM person"))
    given = {face: names[person] for face, _, _, decided, person in rows if decided is not None and person is not None}
    guessed = {
        face: names[person]
        for face, _, cluster, decided, _ in rows
        if decided is None and (person := guess(face, cluster, whose, rejections)) is not None
    }
    return given, given | guessed
