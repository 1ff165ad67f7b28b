"""What a library holds, in a form that can be compared; and whether it is sound."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from pathlib import Path
from typing import Any

from photoface.store.backup import KEPT, snapshots
from photoface.store.connection import open_untouched
from photoface.store.database import LibraryDatabase
from photoface.store.journal import Journal
from photoface.store.rows import DECIDED, Table

State = dict[str, Any]

# Times and random numbers differ from run to run.
_PASSING = {"uuid", "created_at", "added_at", "scanned_at", "offline_since", "path"}
# Decided rows that only the journal writes: they are what its operations leave, one after the other.
_JOURNALLED = tuple(name for name in DECIDED if name not in {"setting", "folder", "face"})
_FILES = {"library.db", "library.lock", "thumbs.db", "thumbs.db-wal", "thumbs.db-shm", "snapshots"}


def state(db: LibraryDatabase) -> State:
    """Decisions, history, groups and photos; ids are part of it, for they are given in order."""
    found: State = {name: _rows(db, name) for name in DECIDED if name != "face"}
    found["history"] = [(each.operation_id, each.kind, each.summary, each.state) for each in Journal(db).history()]
    groups = defaultdict(list)
    for face, group in db.rows("SELECT face_id, cluster_id FROM membership ORDER BY face_id"):
        groups[group].append(face)
    return found | {"groups": sorted(groups.values()), "photos": _photos(db)}


def _rows(db: LibraryDatabase, name: str) -> list[tuple[object, ...]]:
    columns = [each for each in Table(db, name).columns if each not in _PASSING]
    return sorted(db.rows(f"SELECT {', '.join(columns)} FROM {name}"), key=repr)


def _photos(db: LibraryDatabase) -> dict[str, tuple[object, ...]]:
    """File name -> why it failed, whether it is there, and of each face its id and how many embeddings it has."""
    files = db.rows("SELECT path, photo_id, failure_kind, missing_since IS NULL FROM file")
    faces = defaultdict(list)
    counted = "SELECT count(*) FROM embedding WHERE face_id = face.id"
    for photo, face, embeddings in db.rows(f"SELECT photo_id, id, ({counted}) FROM face ORDER BY id"):
        faces[photo].append((face, embeddings))
    return {Path(os.fsdecode(path)).name: (*rest, faces.get(photo)) for path, photo, *rest in files}


def check(db: LibraryDatabase) -> None:
    """The database is in order, and the decisions are what the journal says."""
    assert db.problems() == []
    tables = replayed(db)
    for name in _JOURNALLED:
        table = Table(db, name)
        rows = db.rows(f"SELECT {', '.join(table.columns)} FROM {name}")
        there = {table.key(row): row for row in (dict(zip(table.columns, each, strict=True)) for each in rows)}
        assert there == tables.get(name, {}), name


def replayed(db: LibraryDatabase) -> dict[str, dict[tuple[Any, ...], Any]]:
    """The decided tables made anew from every operation that counts, in order."""
    journal, tables = Journal(db), defaultdict[str, dict[tuple[Any, ...], Any]](dict)
    for operation in reversed(journal.history()):
        for change in journal.changes(operation.operation_id) if operation.state == "done" else ():
            key = Table(db, change.table).key(change.key)
            if change.after is None:
                tables[change.table].pop(key, None)
            else:
                tables[change.table][key] = change.after
    return tables


def read_state(folder: Path) -> State:
    """The state of a library, opened as the product opens it for a decision; checked."""
    with LibraryDatabase.create_or_open(folder, write=True) as db:
        check(db)
        return state(db)


def check_folder(folder: Path) -> None:
    """Nothing lies about but what belongs there, and every snapshot that is listed is a whole library."""
    lying_about = {each.name for each in folder.iterdir()} - _FILES
    assert not lying_about, lying_about
    kept = snapshots(folder)
    assert len(kept) <= KEPT
    assert {each.name for each in folder.glob("snapshots/*")} == {each.path.name for each in kept}
    for each in kept:
        snapshot_state(each.path)


def snapshot_state(path: Path) -> State:
    """What a snapshot holds, without touching it."""
    db = LibraryDatabase(path.parent, open_untouched(path), None, "test")
    try:
        check(db)
        return state(db)
    finally:
        db.close()


def originals(folder: Path) -> dict[str, tuple[str, int]]:
    """Name -> hash and time of change of every photo."""
    return {
        each.name: (hashlib.sha256(each.read_bytes()).hexdigest(), each.stat().st_mtime_ns) for each in folder.iterdir()
    }
