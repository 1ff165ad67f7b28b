"""What is rehearsed is seen inside, and never kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoface.store.database import LibraryDatabase
from photoface.store.journal import Journal
from photoface.store.people import People
from photoface.store.rows import DECIDED
from tests.store.building import add_faces, decide, dump, opened


def test_steps_are_seen_inside_and_gone_after(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        faces = add_faces(db, 3)
        decide(db, "A", faces[:1])
        before = dump(db, DECIDED)
        with db.rehearsal():
            decide(db, "B", faces[1:])
            Journal(db).undo(1)
            assert [person.name for person in People(db).list()] == ["B"]
        assert dump(db, DECIDED) == before
        decide(db, "C", faces[1:])
        assert [person.name for person in People(db).list()] == ["A", "C"]


def test_a_step_that_fails_inside_leaves_the_others(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        faces = add_faces(db, 2)
        with db.rehearsal():
            decide(db, "A", faces[:1])
            with pytest.raises(ZeroDivisionError):
                _ignore_and_fail(db, faces[0])
            assert [person.confirmed for person in People(db).list()] == [1]
        assert People(db).list() == []


def test_a_mistake_ends_it(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        faces = add_faces(db, 1)
        with pytest.raises(ZeroDivisionError), db.rehearsal():
            _ignore_and_fail(db, faces[0])
        decide(db, "B", faces)
        assert [person.name for person in People(db).list()] == ["B"]


def test_not_inside_another_transaction_nor_by_who_only_reads(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        with db.transaction(), pytest.raises(RuntimeError, match="open already"), db.rehearsal():
            pass
        with (
            opened(tmp_path, write=False) as reader,
            pytest.raises(RuntimeError, match="reading only"),
            reader.rehearsal(),
        ):
            pass


def _ignore_and_fail(db: LibraryDatabase, face: int) -> None:
    with Journal(db).operation("x", "x") as op:
        op.put("verdict", {"face_id": face, "state": "ignored", "person_id": None})
        raise ZeroDivisionError
