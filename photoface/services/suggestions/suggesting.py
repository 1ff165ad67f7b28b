"""What follows from a decision at once: groups within the join band of a person are suggested to be that person.

A guess, never a decision: it is worked out anew after each decision and each grouping, nobody's history has it, and the
groups keep their numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoface.store import suggestions as stored

if TYPE_CHECKING:
    from photoface.services.library import Library


def follow(library: Library) -> int:
    """Works out all suggestions as everything stands now; how many groups have one. Nothing is read for nobody."""
    if not _anybody(library):
        return _keep(library, [])
    from photoface.services.suggestions.board import board_of

    with library.db.alone():
        board = board_of(library)
        found = _keep(library, board.joining())
        library.standing.keep(library.db.state(), board)  # suggestions change nothing of it
        return found


def _anybody(library: Library) -> bool:
    """Whether somebody has a name, and nearness is worth something that somebody measured."""
    if library.setting("pack") is None or not stored.anybody(library.db):
        return False
    points = library.embedding().points
    return points is not None and points.suggesting is not None


def _keep(library: Library, rows: list[tuple[int, int, float]]) -> int:
    if {group: (person, wrong) for group, person, wrong in rows} != stored.suggestions(library.db):
        stored.save_suggestions(library.db, rows)
    return len(rows)
