"""First pictures of files that wait to be analysed, by path; a cache in the file of the thumbnails.

A row is of a file as it was: with another size or time it says nothing. Rows go when their file is analysed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from photoface.domain.geometry import Size
from photoface.domain.glances import Glance
from photoface.store.database import Row
from photoface.store.rows import chunks
from photoface.store.thumbs import Thumbs
from photoface.store.waiting import WaitingFile

_KEY = "path, size, mtime_ns"
_AT_ONCE = 500
"""Paths in one question; SQLite before 3.32 allowed 999 values."""


@dataclass(frozen=True, slots=True)
class Glanced:
    """What the head of a waiting file told. has_preview: there is a first picture of it."""

    size: Size | None
    taken: str | None
    has_preview: bool


class Glances:
    """Part of the thumbnails' file, and thrown away with it."""

    def __init__(self, thumbs: Thumbs) -> None:
        self._thumbs = thumbs

    def save(self, glances: Iterable[tuple[WaitingFile, Glance]]) -> None:
        """Keep what was seen of these files, also where there was nothing to see."""
        rows = [(*_key(file), *_shape(glance.size), glance.taken, glance.preview) for file, glance in glances]
        sql = f"INSERT OR REPLACE INTO glance ({_KEY}, width, height, taken, jpeg) VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._thumbs.change(lambda db: _many(db, sql, rows))

    def previews(self, files: Sequence[WaitingFile]) -> dict[bytes, bytes]:
        """Path -> JPEG with a long side of at most 256, for those files that have one."""
        return {row[0]: row[3] for row in self._of("jpeg", files) if row[3] is not None}

    def facts(self, files: Sequence[WaitingFile]) -> dict[bytes, Glanced]:
        """Path -> what is known, for those files that were looked at; without reading any picture."""
        rows = self._of("width, height, taken, jpeg IS NOT NULL", files)
        return {
            path: Glanced(None if width is None else Size(width, height), taken, bool(jpeg))
            for path, _, _, width, height, taken, jpeg in rows
        }

    def keep(self, waiting: Iterable[WaitingFile]) -> set[bytes]:
        """Drop everything else; the paths that need no look any more."""
        found = {(path, size, mtime_ns) for path, size, mtime_ns in self._thumbs.rows(f"SELECT {_KEY} FROM glance")}
        if not found:
            return set()
        kept = found & {_key(file) for file in waiting}
        self.drop(path for path, _, _ in found - kept)
        return {path for path, _, _ in kept}

    def drop(self, paths: Iterable[bytes]) -> None:
        """These files wait no more."""
        gone = [(path,) for path in paths]
        if gone:
            self._thumbs.change(lambda db: _many(db, "DELETE FROM glance WHERE path = ?", gone))

    def _of(self, columns: str, files: Sequence[WaitingFile]) -> Iterator[Row]:
        """path, size, mtime_ns and the columns, of files that are as they were."""
        for part in chunks(files, _AT_ONCE):
            wanted = {_key(file) for file in part}
            marks = ", ".join("?" * len(part))
            sql = f"SELECT {_KEY}, {columns} FROM glance WHERE path IN ({marks})"
            yield from (row for row in self._thumbs.rows(sql, [file.path for file in part]) if row[:3] in wanted)


def _key(file: WaitingFile) -> tuple[bytes, int, int]:
    return file.path, file.size, file.mtime_ns


def _shape(size: Size | None) -> tuple[int | None, int | None]:
    return (None, None) if size is None else (size.width, size.height)


def _many(connection: sqlite3.Connection, sql: str, rows: Sequence[Row]) -> None:
    connection.executemany(sql, rows)
