"""Taking all face data out of a library, down to the bytes of its file."""

from __future__ import annotations

from photoface.store.connection import in_words
from photoface.store.database import LibraryDatabase

FACE_DATA = (
    "change",
    "operation",
    "separation_face",
    "separation",
    "bond_face",
    "bond",
    "rejection",
    "verdict",
    "suggestion",
    "membership",
    "cluster",
    "neighbors",
    "embedding",
    "person",
    "face",
    "analysis",
    "repeat_photo",
    "answer",
    "review",
    "draw_face",
    "draw",
    "calibration",
    "name_question",
    "written",
    "export_run",
    "apart",
    "original",
    "dated",
)
"""Tables, in an order in which nothing points to a row that is gone already."""


def count(db: LibraryDatabase) -> tuple[int, int, int, int]:
    """How many faces, people, groups and operations are in the file, present or not."""
    tables = ("face", "person", "cluster", "operation")
    faces, people, groups, decisions = (int(db.value(f"SELECT count(*) FROM {table}")) for table in tables)
    return faces, people, groups, decisions


def erase_faces(db: LibraryDatabase) -> None:
    """Deletes the rows, stops watching the folders, and writes the file anew: nothing of it is left in free pages."""
    db.execute("PRAGMA secure_delete = ON")
    with db.transaction(durable=True):
        for table in FACE_DATA:
            db.execute(f"DELETE FROM {table}")
        db.execute("UPDATE folder SET state = 'removed'")
    with db.alone(), in_words(db.folder):
        db.connection.execute("VACUUM")
    db.checkpoint()
