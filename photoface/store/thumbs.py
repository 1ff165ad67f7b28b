"""Small pictures: a thumbnail of each photo and a crop of each face, in a file of their own that may be deleted.

First pictures of files that wait to be analysed are in the same file (glances.py); thumbnails fill what they leave.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Any

from photoface.domain.faces import PhotoAnalysis
from photoface.store.analyses import SavedPhoto
from photoface.store.connection import in_words
from photoface.store.database import Row
from photoface.store.files import create_empty

THUMBS_NAME = "thumbs.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS photo_thumb (photo_id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS face_crop (face_id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS glance (
    path BLOB NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    width INTEGER, height INTEGER, taken TEXT, jpeg BLOB
) STRICT;
"""


class Thumbs:
    """Opened at first use; one thread is let in at a time. A damaged file is thrown away: all of it can be remade."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / THUMBS_NAME
        self._open: sqlite3.Connection | None = None
        self._turn = RLock()

    def save(self, saved: SavedPhoto, analysis: PhotoAnalysis) -> None:
        """Keep the pictures that an analysis brought along."""
        crops = zip(saved.face_ids, (face.crop for face in analysis.faces), strict=True)
        self.put([(saved.photo_id, analysis.thumbnail)], crops)

    def put(self, photos: Iterable[tuple[int, bytes]] = (), faces: Iterable[tuple[int, bytes]] = ()) -> None:
        """Keep JPEGs by photo id and by face id."""
        photos, faces = list(photos), list(faces)

        def write(connection: sqlite3.Connection) -> None:
            connection.executemany("INSERT OR REPLACE INTO photo_thumb (photo_id, jpeg) VALUES (?, ?)", photos)
            connection.executemany("INSERT OR REPLACE INTO face_crop (face_id, jpeg) VALUES (?, ?)", faces)

        self.change(write)

    def change(self, write: Callable[[sqlite3.Connection], None]) -> None:
        """What ``write`` does, in one transaction; twice, the second time on an empty file, if the first is damaged."""
        with self._turn, in_words(self._path.parent):
            try:
                self._change(write)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self.forget()
                self._change(write)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query; none where there is no file, or no file that can be read."""
        if not self._path.exists():
            return []
        with self._turn, suppress(sqlite3.DatabaseError, OSError):
            return self._connect().execute(sql, values).fetchall()
        return []

    def photo(self, photo_id: int) -> bytes | None:
        """The thumbnail of a photo, JPEG with a long side of 256 pixels, or None."""
        return self._read("SELECT photo_id, jpeg FROM photo_thumb WHERE photo_id", [photo_id]).get(photo_id)

    def face(self, face_id: int) -> bytes | None:
        """The picture of a face, or None."""
        return self.faces([face_id]).get(face_id)

    def faces(self, face_ids: Sequence[int]) -> dict[int, bytes]:
        """Face id -> JPEG, for those that there are."""
        return self._read("SELECT face_id, jpeg FROM face_crop WHERE face_id", face_ids)

    def forget(self) -> None:
        """Throw all pictures away."""
        self.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self._path}{suffix}").unlink(missing_ok=True)

    def erase(self) -> None:
        """Throw all pictures away, down to the bytes of the file, which others may have open meanwhile."""

        def delete(connection: sqlite3.Connection) -> None:
            for table in ("photo_thumb", "face_crop", "glance"):
                connection.execute(f"DELETE FROM {table}")

        if not self._path.exists():
            return
        self.change(delete)
        with self._turn, in_words(self._path.parent):
            self._connect().execute("VACUUM")
            self._connect().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        with self._turn:
            if self._open is not None:
                self._open.close()
                self._open = None

    def _change(self, write: Callable[[sqlite3.Connection], None]) -> None:
        connection = self._connect()
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            write(connection)

    def _read(self, sql: str, ids: Sequence[int]) -> dict[int, bytes]:
        wanted = str([int(each) for each in ids])
        return dict(self.rows(f"{sql} IN (SELECT value FROM json_each(?))", [wanted]))

    def _connect(self) -> sqlite3.Connection:
        if self._open is None:
            create_empty(self._path)
            connection = sqlite3.connect(self._path, isolation_level=None, timeout=10, check_same_thread=False)
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.executescript(_TABLES)
            except BaseException:
                connection.close()
                raise
            self._open = connection
        return self._open
