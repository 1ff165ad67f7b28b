"""Taking over what an import planned: one step, then drawn boxes are looked into and all faces find their groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event

from PySide6.QtCore import QObject

from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.library_work import LibraryWork
from photoface.gui.sentences.reading import worded
from photoface.services.groups.grouping import group_new_faces
from photoface.services.importing.applying import apply_import
from photoface.services.importing.looking import look_at_drawn
from photoface.services.importing.values import ImportPlan
from photoface.services.library import Library
from photoface.services.outcome import Outcome


class NamesTakenIn(QObject):
    """Lives as long as the session: the dialog is gone by then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._drawn = False

    def apply(self, plan: ImportPlan) -> None:
        """Decide all of it; everybody hears of it, and it can be undone."""
        self._drawn = bool(plan.drawn)
        self._desk.session.decide(self, lambda library: apply_import(library, plan), self._decided, weigh=False)

    def _decided(self, outcome: Outcome) -> None:
        if outcome.operation_id is None:
            self._desk.notices.tell(worded(outcome.summary))
            self.deleteLater()
            return
        LibraryWork(self._desk.session, self, self._follow, write=True).start()

    def _follow(self, library: Library, cancel: Event) -> Iterator[int]:
        """In a thread: the names of an import seed the recognition of everybody else."""
        try:
            if self._drawn:
                with self._desk.engine.look(library) as look:
                    yield from look_at_drawn(library, look, cancel)
        finally:
            if not cancel.is_set():
                group_new_faces(library)

    def heard(self, events: Sequence[int]) -> None:
        """So many boxes were looked into; nobody waits for it."""

    def ended(self, error: Exception | None) -> None:
        """Faces, names and groups are there."""
        self._desk.images.forget_missing()
        self._desk.session.changed.emit(Change(Touched.FACES | Touched.PHOTOS))
        if error is not None:
            self._desk.session.report(error)
        self.deleteLater()
