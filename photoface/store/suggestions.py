"""Groups that are suggested to be a person without being in a group of that person's: a guess, never journalled."""

from __future__ import annotations

from collections.abc import Iterable

from photoface.store.database import LibraryDatabase


def anybody(db: LibraryDatabase) -> bool:
    """Whether a human said of any face who it is."""
    return db.row("SELECT 1 FROM verdict WHERE person_id IS NOT NULL") is not None


def suggestions(db: LibraryDatabase) -> dict[int, tuple[int, float]]:
    """Group -> the person it is suggested to be, and the chance that this is wrong."""
    rows = db.rows("SELECT cluster_id, person_id, wrong FROM suggestion")
    return {group: (person, wrong) for group, person, wrong in rows}


def save_suggestions(db: LibraryDatabase, rows: Iterable[tuple[int, int, float]]) -> None:
    """All there are from now on: group, person, chance of being wrong. A guess: nothing of it is journalled."""
    with db.atomic():
        db.execute("DELETE FROM suggestion")
        db.execute_many("INSERT INTO suggestion (cluster_id, person_id, wrong) VALUES (?, ?, ?)", rows)
