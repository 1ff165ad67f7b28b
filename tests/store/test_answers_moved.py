"""What schema 1 kept of "not sure" in a setting: rows since schema 2, with their history."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from photoface.store.answers import Answered, Side, answers
from photoface.store.database import LibraryDatabase
from photoface.store.journal import Journal

V1 = Path(__file__).parent / "golden" / "library-v1.sql"
STEPS = ({"face:5:p1": 1}, {"face:5:p1": 1, "same:g2:g1": 2}, {"face:5:p1": 1, "same:g2:g1": 3}, {"same:g77:p1": 9})


@pytest.fixture
def moved(tmp_path: Path):
    """A library of schema 1 with four such answers, the last one undone."""
    (tmp_path / "library").mkdir()
    with closing(sqlite3.connect(tmp_path / "library" / "library.db")) as old:
        old.executescript(V1.read_text("utf-8"))
        before: str | None = None
        for at, known in enumerate(STEPS):
            state = "undone" if at == len(STEPS) - 1 else "done"
            _as_schema_1_did(old, before, after := _setting(known), state)
            before = after if state == "done" else before
        old.execute("INSERT INTO setting VALUES ('unsure', ?)", [json.loads(before or "")["value"]])
        old.commit()
    with LibraryDatabase.create_or_open(tmp_path / "library", write=True) as db:
        yield db


def _setting(known: dict[str, int]) -> str:
    row = {"key": "unsure", "value": json.dumps(known, sort_keys=True)}
    return json.dumps(row, sort_keys=True, separators=(",", ":"))


def _as_schema_1_did(old: sqlite3.Connection, before: str | None, after: str, state: str) -> None:
    undone = 9 if state == "undone" else None
    sql = "INSERT INTO operation (at, author, kind, summary, state, undone) VALUES ('2026', 'me', 'unsure', 'x', ?, ?)"
    number = old.execute(sql, [state, undone]).lastrowid
    row = [number, 0, "setting", '{"key":"unsure"}', before, after]
    old.execute("INSERT INTO change VALUES (?, ?, ?, ?, ?, ?)", row)


def test_they_are_about_faces_now(moved: LibraryDatabase) -> None:
    face = Answered("same", "unsure", (Side(None, frozenset({5}), 1), Side(1, frozenset(), 2)))
    two, one = (frozenset({2, 5}), frozenset({1, 3, 4}))
    groups = [Answered("same", "unsure", (Side(None, two, size), Side(None, one, 3))) for size in (2, 3)]
    assert answers(moved) == [face, *groups]
    assert moved.setting("unsure") is None


def test_each_can_be_undone_and_done_again(moved: LibraryDatabase) -> None:
    journal, before = Journal(moved), answers(moved)
    for left in (2, 1, 0):
        journal.undo()
        assert answers(moved) == before[:left]
    for there in (1, 2, 3):
        journal.redo()
        assert answers(moved) == before[:there]
    assert journal.redo().kind == "unsure"  # of a group that is no more: about nobody
    assert answers(moved)[-1].sides[0].faces == frozenset()
