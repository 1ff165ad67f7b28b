"""Small pictures: a thumbnail of each photo and a crop of each face, in a file of their own that may be deleted."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from photoface.domain.faces import PhotoAnalysis
from photoface.store.analyses import SavedPhoto
from photoface.store.connection import explain

THUMBS_NAME = "thumbs.db"
_TABLES = """
CREATE TABLE IF NOT EXISTS photo_thumb (photo_id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS face_crop (face_id INTEGER PRIMARY KEY, jpeg BLOB NOT NULL) STRICT;
"""


class Thumbs:
    """Opened at first use by the thread that uses it. A damaged file is thrown away: everything in it can be remade."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / THUMBS_NAME
        self._open: sqlite3.Connection | None = None

    def save(self, saved: SavedPhoto, analysis: PhotoAnalysis) -> None:
        """Keep the pictures that an analysis brought along."""
        crops = zip(saved.face_ids, (face.crop for face in analysis.faces), strict=True)
        self.put([(saved.photo_id, analysis.thumbnail)], crops)

    def put(self, photos: Iterable[tuple[int, bytes]] = (), faces: Iterable[tuple[int, bytes]] = ()) -> None:
        """Keep JPEGs by photo id and by face id."""
        photos, faces = list(photos), list(faces)
        try:
            self._write(photos, faces)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise explain(self._path.parent, error) or error from error
            self.forget()
            self._write(photos, faces)

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

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _write(self, photos: Sequence[tuple[int, bytes]], faces: Sequence[tuple[int, bytes]]) -> None:
        connection = self._connect()
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT OR REPLACE INTO photo_thumb (photo_id, jpeg) VALUES (?, ?)", photos)
            connection.executemany("INSERT OR REPLACE INTO face_crop (face_id, jpeg) VALUES (?, ?)", faces)

    def _read(self, sql: str, ids: Sequence[int]) -> dict[int, bytes]:
        if not self._path.exists():
            return {}
        with suppress(sqlite3.DatabaseError, OSError):
            wanted = str([int(each) for each in ids])
            return dict(self._connect().execute(f"{sql} IN (SELECT value FROM json_each(?))", [wanted]).fetchall())
        return {}

    def _connect(self) -> sqlite3.Connection:
        if self._open is None:
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
            connection = sqlite3.connect(self._path, isolation_level=None, timeout=10)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(_TABLES)
            self._open = connection
        return self._open
