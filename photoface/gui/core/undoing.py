"""Undo and redo, and what they would do, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.domain.errors import NotFound
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.sentences.reading import worded
from photoface.services.ledger import undoing
from photoface.services.library import Library
from photoface.store.operations import Operation


def tr(text: str) -> str:
    return QCoreApplication.translate("UndoRedo", text)


class UndoRedo:
    """Takes the last decision back, or does it again, and says which one it was."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def undo(self) -> None:
        self._desk.session.write(
            self._desk.session, _undo, self._undone, touched=Touched.EVERYTHING, failed=self._nothing
        )

    def redo(self) -> None:
        self._desk.session.write(
            self._desk.session, _redo, self._redone, touched=Touched.EVERYTHING, failed=self._nothing
        )

    def _undone(self, operation: Operation) -> None:
        text = tr("Undone: {what}").format(what=worded(operation.summary))
        self._desk.notices.tell(text)

    def _redone(self, operation: Operation) -> None:
        text = tr("Done again: {what}").format(what=worded(operation.summary))
        self._desk.notices.tell(text)

    def _nothing(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self._desk.notices.tell(sentence_of(error))
        else:
            self._desk.session.report(error)


def what_next(library: Library) -> tuple[str, str]:
    """What undo and redo would do, in words; empty when nothing."""
    done, undone = library.journal.latest_done(), library.journal.latest_undone()
    return worded(done.summary) if done else "", worded(undone.summary) if undone else ""


def _undo(library: Library) -> Operation:
    return undoing.undo(library)


def _redo(library: Library) -> Operation:
    return undoing.redo(library)
