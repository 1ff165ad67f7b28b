"""Makes the saved library of the present schema: ``python -m tests.store.golden.make_golden``.

Run once when a schema is released. The file is then never written again: every later version must open it.
"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

import numpy as np

from photoface.store.answers import Answered, Side, keep
from photoface.store.database import LibraryDatabase
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.photos import Photos
from photoface.store.schema import SCHEMA_VERSION
from tests.store.building import add_photo, decide, face

HERE = Path(__file__).parent


def fill(db: LibraryDatabase) -> None:
    """A row in every table: three people, a repeated photo, odd names, an undone and a dropped operation."""
    first, second = add_photo(db, "a.jpg", face(100, seed=1), face(500, seed=2))
    third, fourth = add_photo(db, "mirror.jpg", face(100, seed=1), face(500, seed=1))
    [fifth] = add_photo(db, "b.jpg", face(seed=3), folder=b"/other\xff")
    photos, groups, journal = Photos(db), Groups(db), Journal(db)
    photos.save_failure(
        photos.folder(b"/photos").folder_id, b"/photos/bad\xff\xfe.jpg", "unreadable", "cut short", 3, 4
    )
    photos.mark_missing([b"/photos/a.jpg"])
    one, other = groups.new(2)
    groups.place({first: one, third: one, fourth: one, second: other, fifth: other})
    near = np.array([third, fourth]), np.array([0.25, 0.5], np.float32)
    groups.save_neighbors("m", (np.array([first]), np.array([2]), *near))
    person_id = decide(db, "Zoë", [first, third], "named")
    with journal.operation("reject", "not Zoë", reason="she says so") as op:
        op.put("rejection", {"face_id": second, "person_id": person_id})
        op.put("repeat_photo", {"photo_id": 2})
        separation, bond = op.put("separation", {"reason": "asked"})["id"], op.put("bond", {"reason": "asked"})["id"]
        for side, face_id in enumerate((first, fifth)):
            op.put("separation_face", {"separation_id": separation, "face_id": face_id, "side": side})
        op.put_many("bond_face", [{"bond_id": bond, "face_id": each} for each in (second, fifth)])
        keep(
            op, Answered("same", "unsure", (Side(None, frozenset({second, fifth}), 2), Side(person_id, frozenset(), 2)))
        )
        op.put("review", {"face_id": second, "person_id": person_id, "was": "suggested", "correct": 0})
        draw = op.put("draw", {"person_id": person_id, "asked_of": 2})["id"]
        op.put("draw_face", {"draw_id": draw, "face_id": fourth, "place": 0, "answer": "unsure"})
        op.put("name_question", {"kind": "where", "photo_id": 2, "name": "Ñandú", "origin": "Google Takeout"})
        op.put("dated", {"photo_id": 1, "taken": "1983-06", "words": "summer 1983"})
        op.put("apart", {"photo_id": 1, "other_id": 2})
        op.put("setting", {"key": "pack", "value": "standard"})
        op.put("verdict", {"face_id": second, "state": "ignored", "person_id": None})
    groups.place({fourth: one})  # it left when its neighbour in the photo got the name
    db.execute("INSERT INTO drive (path) VALUES (?)", [b"/photos"])
    db.execute("INSERT INTO on_volume (file_id, volume) VALUES (1, '5E0D-1F2A')")
    db.execute("INSERT INTO original (photo_id, original_id) VALUES (2, 1)")
    decide(db, "dropped", [])
    journal.undo()
    with journal.operation("remove folder", "stop indexing /other") as op:
        photos.remove_folder(photos.folder(b"/other\xff"), op)
    decide(db, "undone", [fifth])
    journal.undo()


def main() -> None:
    """Write library-v<schema>.sql beside this file."""
    with tempfile.TemporaryDirectory() as home, LibraryDatabase.create_or_open(Path(home), write=True) as db:
        fill(db)
        script = as_script(db.connection)
    (HERE / f"library-v{SCHEMA_VERSION}.sql").write_text(script, "utf-8")


def as_script(connection: sqlite3.Connection) -> str:
    """The database as SQL that makes it again, with the marks in its header: text that can be read and compared."""
    marks = ("application_id", "user_version", "journal_mode")
    pragmas = (f"PRAGMA {name} = {connection.execute(f'PRAGMA {name}').fetchone()[0]};" for name in marks)
    return "\n".join([*pragmas, *connection.iterdump(), ""])


if __name__ == "__main__":
    main()
