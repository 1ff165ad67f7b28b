"""A small library of the kind that large ones are made for benchmarks, with everything in it that can be in the way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.made_library import make
from photoface.domain.people import FaceState
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog


@contextmanager
def made(folder: Path, *, write: bool = False, faces: int = 500) -> Iterator[Library]:
    """Faces with and without names: suggested, rejected, ignored, retired, contested; photos that are gone."""
    if not folder.exists():
        make(folder, faces, faces, faces // 10)
        with LibraryDatabase.create_or_open(folder, write=True) as db, db.transaction():
            db.execute("UPDATE face SET retired = 1 WHERE id % 17 = 0")
            db.execute("UPDATE file SET missing_since = '2026' WHERE id % 11 = 0")
            db.execute("UPDATE file SET photo_id = NULL, failure_kind = 'unreadable', failure = 'x' WHERE id % 29 = 0")
            _contest(db)
            _reject(Library(db, load_catalog()))
    with LibraryDatabase.create_or_open(folder, write=write) as db:
        yield Library(db, load_catalog())


def _contest(db: LibraryDatabase) -> None:
    """The two people with most faces get into one group, with equally many decided faces there."""
    most = "SELECT person_id FROM verdict WHERE person_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2"
    cluster = db.value("SELECT max(cluster_id) FROM membership")
    for (person,) in db.rows(most):
        some = [row[0] for row in db.rows("SELECT face_id FROM verdict WHERE person_id = ? LIMIT 3", [person])]
        for face in some:
            db.execute("INSERT OR REPLACE INTO membership (face_id, cluster_id) VALUES (?, ?)", [face, cluster])


def _reject(library: Library) -> None:
    for face in library.faces.list(states=[FaceState.SUGGESTED])[::3]:
        row = [face.face_id, face.person_id]
        library.db.execute("INSERT OR IGNORE INTO rejection (face_id, person_id) VALUES (?, ?)", row)
