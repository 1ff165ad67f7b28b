"""What taking a decision back would change, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from photoface.domain.people import FaceState
from photoface.gui.core.isolating import isolated
from photoface.gui.models.faces_model import state_text
from photoface.gui.models.history_model import when
from photoface.gui.sentences.reading import worded
from photoface.services.ledger.history import Turn, Undoing, Who

_SHOWN = 6
"""Turns, and operations that stand in the way; the rest is counted."""


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("HistoryPreview", text, None, number)


def changes_text(found: Undoing) -> str:
    """One line each; if nothing else, that no face changes."""
    return "\n".join(_changes(found)) or tr("No face becomes somebody else.")


def hindrance_text(found: Undoing) -> str:
    """Which later decisions stand on it, the one to begin with first; empty where none does."""
    if not found.blockers:
        return ""
    named = [f"{worded(one.summary)} ({when(one)})" for one in found.blockers[:_SHOWN]]
    more = len(found.blockers) - len(named)
    lines = [tr("Later decisions stand on it. Undo these first, in this order:"), *(f"• {each}" for each in named)]
    return "\n".join([*lines, tr("and %n more", more)] if more > 0 else lines)


def _changes(found: Undoing) -> Iterator[str]:
    for turn in found.turns[:_SHOWN]:
        yield _turn(turn)
    if len(found.turns) > _SHOWN:
        faces = sum(len(turn.faces) for turn in found.turns[_SHOWN:])
        yield tr("%n other face(s) change too", faces)
    if found.regrouped:
        yield tr("%n face(s) go back to the group they were in", found.regrouped)
    if found.people_back:
        yield tr("Comes back: {names}").format(names=_names(found.people_back))
    if found.people_gone:
        yield tr("Goes: {names}").format(names=_names(found.people_gone))


def _turn(turn: Turn) -> str:
    faces = tr("%n face(s)", len(turn.faces))
    return f"{faces}: {_who(turn.before)} → {_who(turn.after)}"


def _who(who: Who | None) -> str:
    if who is None:
        return tr("not there")
    if who.person is None:
        return tr("nobody") if who.state is FaceState.UNASSIGNED else state_text(who.state)
    return f"{state_text(who.state)} {isolated(who.person)}"


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(isolated(name) for name in names[:_SHOWN])
    return f"{shown} …" if len(names) > _SHOWN else shown
