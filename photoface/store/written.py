"""What was written into and beside photos, with what was there before: no decision, but a way back."""

from __future__ import annotations

from dataclasses import dataclass, replace

from photoface.domain.errors import NotFound
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase


@dataclass(frozen=True, slots=True)
class ExportRun:
    """One run of writing. at, undone_at: ISO 8601, UTC; files: how many were written."""

    run_id: int
    at: str
    target: str
    undone_at: str | None
    files: int


@dataclass(frozen=True, slots=True, eq=False)
class WrittenFile:
    """One file. target: 'sidecar', 'file' or 'record' (photoface's own file in the top folder); see schema_v4."""

    photo_id: int
    path: bytes
    target: str
    target_path: bytes
    before: bytes | None
    after: bytes | None
    written_id: int = 0
    done: bool = False


def begin_run(db: LibraryDatabase, target: str) -> int:
    """A new run; its number."""
    run_id = db.execute("INSERT INTO export_run (at, target) VALUES (?, ?)", [now(), target]).lastrowid
    assert run_id is not None
    return run_id


def about_to_write(db: LibraryDatabase, run_id: int, file: WrittenFile) -> int:
    """Kept on the disk before the file is touched, so that there is a way back whatever happens; its number."""
    with db.transaction(durable=True):
        written_id = db.execute(
            "INSERT INTO written (run_id, photo_id, path, target, target_path, before, after) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            [run_id, file.photo_id, file.path, file.target, file.target_path, file.before, file.after],
        ).lastrowid
    assert written_id is not None
    return written_id


def wrote(db: LibraryDatabase, written_id: int) -> None:
    """It is as it was ordered."""
    db.execute("UPDATE written SET done = 1 WHERE id = ?", [written_id])


def not_written(db: LibraryDatabase, written_id: int) -> None:
    """It was refused, and is as before."""
    db.execute("DELETE FROM written WHERE id = ?", [written_id])


def end_run(db: LibraryDatabase, run_id: int) -> None:
    """A run that wrote nothing leaves no trace."""
    unused = "id = ? AND NOT EXISTS (SELECT 1 FROM written WHERE run_id = export_run.id)"
    db.execute(f"DELETE FROM export_run WHERE {unused}", [run_id])


def runs(db: LibraryDatabase) -> list[ExportRun]:
    """All runs, the latest first."""
    rows = db.rows(
        "SELECT id, at, target, undone_at, (SELECT count(*) FROM written WHERE run_id = export_run.id) "
        "FROM export_run ORDER BY id DESC"
    )
    return [ExportRun(*row) for row in rows]


def latest_run(db: LibraryDatabase, run_id: int | None = None) -> ExportRun:
    """The run of this number, or the latest that was not undone. Raises NotFound."""
    for run in runs(db):
        if run_id is None and run.undone_at is None:
            return run
        if run.run_id == run_id:
            return run
    which = "that was not undone" if run_id is None else f"with the number {run_id}"
    raise NotFound(f"Names were never written in a run {which}. Nothing was changed.")


def files_of(db: LibraryDatabase, run_id: int) -> list[WrittenFile]:
    """What a run wrote, the latest first."""
    columns = "photo_id, path, target, target_path, before, after, id, done"
    rows = db.rows(f"SELECT {columns} FROM written WHERE run_id = ? ORDER BY id DESC", [run_id])
    return [replace(WrittenFile(*row), done=bool(row[-1])) for row in rows]


def mark_undone(db: LibraryDatabase, run_id: int) -> None:
    """All that could be taken back of it was."""
    db.execute("UPDATE export_run SET undone_at = ? WHERE id = ?", [now(), run_id])


def written_paths(db: LibraryDatabase, target: str) -> frozenset[bytes]:
    """Photos whose file or sidecar holds something of ours, as far as we know."""
    rows = db.rows(
        "SELECT DISTINCT path FROM written JOIN export_run ON export_run.id = run_id "
        "WHERE written.target = ? AND undone_at IS NULL",
        [target],
    )
    return frozenset(path for (path,) in rows)


def file_changed(db: LibraryDatabase, path: bytes, size: int, mtime_ns: int) -> None:
    """We wrote into this photo ourselves: it is still the photo that was read, so nobody need read it again."""
    db.execute("UPDATE file SET size = ?, mtime_ns = ? WHERE path = ?", [size, mtime_ns, path])


def photo_became(db: LibraryDatabase, photo_id: int, identity: bytes) -> None:
    """The same pixels have another identity now: of a format whose files are hashed whole."""
    taken = "NOT EXISTS (SELECT 1 FROM photo WHERE identity = ?1)"
    db.execute(f"UPDATE photo SET identity = ?1 WHERE id = ?2 AND {taken}", [identity, photo_id])
