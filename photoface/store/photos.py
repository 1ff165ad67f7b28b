"""Folders, files and photos: what was seen on disk. A photo is a pixel stream and may have several files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from photoface.domain.errors import NotFound
from photoface.domain.faces import PhotoAnalysis, PhotoKnown
from photoface.domain.paths import reach
from photoface.domain.people import Photo
from photoface.store import folders, identities, photo_lists, waiting
from photoface.store.analyses import SavedPhoto, save_photo
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase, Row
from photoface.store.folders import Folder
from photoface.store.looks import note_looks
from photoface.store.photo_lists import Counts, FailedFile
from photoface.store.recorder import Recorder
from photoface.store.said import note_said
from photoface.store.waiting import WaitingFile

PhotoList = list[Photo]
RowList = list[Row]

_FOUND = "folder_id = excluded.folder_id, size = excluded.size, mtime_ns = excluded.mtime_ns, missing_since = NULL"


@dataclass(frozen=True, slots=True)
class FileRow:
    """What is known of one path. size in bytes; photo_id None: never read, or no photo."""

    size: int
    mtime_ns: int
    photo_id: int | None
    failure_kind: str | None
    missing_since: str | None


class Photos:
    """Writes join the caller's transaction (``db.transaction()``), or are one of their own."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def folders(self, *, removed: bool = False) -> list[Folder]:
        """The watched folders by path; ``removed``: also those that are watched no more."""
        return folders.list_folders(self._db, removed=removed)

    def folder(self, path: bytes) -> Folder:
        """The folder of exactly this path. Raises NotFound."""
        return folders.get_folder(self._db, path)

    def add_folder(self, path: bytes) -> Folder:
        """Watch a folder (absolute path as bytes), or watch it again."""
        return folders.add_folder(self._db, path)

    def remove_folder(self, folder: Folder, recorder: Recorder) -> None:
        """Watch a folder no more: its photos are not present, everything known of them stays."""
        folders.release_files(self._db, folder)
        recorder.put("folder", {"id": folder.folder_id, "state": "removed"})

    def note_scan(self, folder_id: int, *, offline: bool) -> None:
        """A folder was walked, or its drive is away."""
        if offline:
            self._db.execute(
                "UPDATE folder SET offline_since = coalesce(offline_since, ?) WHERE id = ?", [now(), folder_id]
            )
        else:
            self._db.execute("UPDATE folder SET offline_since = NULL, scanned_at = ? WHERE id = ?", [now(), folder_id])

    def files_under(self, folder: bytes) -> dict[bytes, FileRow]:
        """All that is known of the paths below a folder, whichever watched folder they were found by."""
        rows = self._db.rows(
            "SELECT path, size, mtime_ns, photo_id, failure_kind, missing_since FROM file WHERE path >= ? AND path < ?",
            reach(folder),
        )
        return {row[0]: FileRow(*row[1:]) for row in rows}

    def save_analysis(
        self, folder_id: int, analysis: PhotoAnalysis, size: int, mtime_ns: int, partners: Sequence[bytes] = ()
    ) -> SavedPhoto:
        """Store what one reading of a file gave; size and mtime are those of the file when it was read.

        Detections are matched to the faces of a known photo by overlap (>= 0.5), after turning the old boxes where the
        orientation changed. Faces that were not found again are retired, never deleted.
        partners: files that show the same moment by their names, a raw file beside its JPEG: one photo with them.
        """
        with self._db.atomic():
            saved = save_photo(self._db, analysis, partner=identities.partner(self._db, analysis.path, partners))
            self._attach(folder_id, analysis.path, (saved.photo_id, analysis.orientation), (size, mtime_ns))
            note_said(self._db, analysis.path, analysis.taken, analysis.film)
            note_looks(self._db, saved.photo_id, analysis.likeness)
            return saved

    def link_file(self, folder_id: int, known: PhotoKnown, size: int, mtime_ns: int) -> int:
        """Another path of a known photo; the photo's id. Raises NotFound."""
        with self._db.atomic():
            found = identities.find(self._db, known.identity, known.former)
            if found is None:
                raise NotFound(f"The photo of {known.path.decode('utf-8', 'replace')} is not in the library.")
            self._attach(folder_id, known.path, found, (size, mtime_ns))
            note_said(self._db, known.path, known.taken, known.film)
        return found[0]

    def link_unread(self, folder_id: int, path: bytes, home: bytes, size: int, mtime_ns: int) -> None:
        """A file is another one of the photo in the file ``home``, if that is known: it was not read."""
        photo_id = self.id_of_path(home)
        if photo_id is not None:
            identities.link_unread(self._db, folder_id, (path, size, mtime_ns), photo_id)

    def save_failure(  # noqa: PLR0913, PLR0917 - one file in plain values, as scanning knows it
        self, folder_id: int, path: bytes, kind: str, reason: str, size: int, mtime_ns: int
    ) -> None:
        """A file that cannot be used. One that is unchanged since it was read well keeps its photo."""
        self._db.execute(
            "INSERT INTO file (folder_id, path, size, mtime_ns, failure_kind, failure) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET failure_kind = excluded.failure_kind, failure = excluded.failure, "
            "photo_id = iif(size = excluded.size AND mtime_ns = excluded.mtime_ns, photo_id, NULL), "
            f"{_FOUND}",
            [folder_id, path, size, mtime_ns, kind, reason],
        )

    def note_found(self, folder_id: int, files: Iterable[tuple[bytes, int, int]]) -> None:
        """Paths with size and mtime_ns that a scan found; they wait to be read. No other path is changed."""
        waiting.note_found(self._db, folder_id, files)

    def waiting(self, limit: int | None = None, offset: int = 0) -> list[WaitingFile]:
        """Files that were found and not read yet, the newest first; those that are read meanwhile leave the list."""
        return waiting.list_waiting(self._db, limit, offset)

    def mark_missing(self, paths: Collection[bytes]) -> None:
        """These files are gone; what was known of their photos stays. Not for a drive that is away."""
        with self._db.atomic():
            waiting.forget_gone(self._db, paths)
            self._db.execute_many(
                "UPDATE file SET missing_since = coalesce(missing_since, ?) WHERE path = ?",
                ((now(), path) for path in paths),
            )

    def mark_present(self, paths: Iterable[bytes]) -> None:
        """These files are there again, unchanged."""
        with self._db.atomic():
            self._db.execute_many("UPDATE file SET missing_since = NULL WHERE path = ?", ((path,) for path in paths))

    def analysed(self, detector: str, embedders: Sequence[str]) -> frozenset[bytes]:
        """Photos that were read with this detector and all these embedders: identity and one orientation byte."""
        sql = (
            "SELECT identity, orientation FROM photo WHERE id IN (SELECT value FROM analysed) UNION ALL "
            "SELECT identity, orientation FROM other_identity WHERE photo_id IN (SELECT value FROM analysed)"
        )
        return frozenset(identity + bytes([turn]) for identity, turn in self._analysed(sql, detector, embedders))

    def analysed_ids(self, detector: str, embedders: Sequence[str]) -> frozenset[int]:
        """The same as ids of photos: a file of any other photo has to be read again."""
        return frozenset(row[0] for row in self._analysed("SELECT value FROM analysed", detector, embedders))

    def id_of_path(self, path: bytes) -> int | None:
        """The photo of a file, present or not."""
        found: int | None = self._db.value("SELECT photo_id FROM file WHERE path = ?", [path])
        return found

    def shared(self, person_id: int, other_id: int) -> int:
        """In how many photos both people were decided to be."""
        of_person = "SELECT photo_id FROM verdict JOIN face ON face.id = verdict.face_id WHERE person_id = ?"
        return int(self._db.value(f"SELECT count(*) FROM ({of_person} INTERSECT {of_person})", [person_id, other_id]))

    def count_under(self, folder: bytes) -> int:
        """How many present photos a folder holds."""
        return photo_lists.count_photos(self._db, folder)

    def failures(self) -> list[FailedFile]:
        """Files that are there and cannot be used, by path."""
        return photo_lists.failures(self._db)

    def counts(self) -> Counts:
        """How much there is."""
        return photo_lists.counts(self._db)

    def list(
        self,
        *,
        person_id: int | None = None,
        folder: bytes | None = None,
        photo_ids: Sequence[int] | None = None,
        missing: bool = False,
    ) -> PhotoList:
        """Photos that are present, newest first (undated ones last); ``missing``: also those without a file."""
        return photo_lists.list_photos(self._db, person_id, folder, photo_ids, missing)

    def _analysed(self, sql: str, detector: str, embedders: Sequence[str]) -> RowList:
        names = sorted(set(embedders))
        found = (
            "WITH analysed (value) AS MATERIALIZED (SELECT photo_id FROM analysis WHERE detector = ? "
            f"AND embedder IN ({', '.join('?' * len(names))}) GROUP BY photo_id HAVING count(*) = ?) "
        )
        return self._db.rows(found + sql, [detector, *names, len(names)])

    def _attach(self, folder_id: int, path: bytes, photo: tuple[int, int], stat: tuple[int, int]) -> None:
        """photo: id and the orientation the file was read with; stat: size and mtime_ns."""
        self._db.execute(
            "INSERT INTO file (folder_id, path, photo_id, orientation, size, mtime_ns) VALUES (?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (path) DO UPDATE SET photo_id = excluded.photo_id, orientation = excluded.orientation, "
            f"failure_kind = NULL, failure = NULL, {_FOUND}",
            [folder_id, path, *photo, *stat],
        )
