"""How things stand: the counts in the status bar, the numbers of open questions beside pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.main_window import MainWindow
from photoface.services.importing.questions import count_waiting
from photoface.services.ledger.conflicts import contradictions_of
from photoface.services.library import Library
from photoface.services.review.questions import count_merges, count_open
from photoface.store.photo_lists import Counts

_ASKED_BY = Touched.FACES | Touched.PHOTOS
_SHOWN_BY = Touched.FACES | Touched.PHOTOS | Touched.FOLDERS
_PATIENCE_MS = 600


@dataclass(frozen=True, slots=True)
class Stand:
    """counts: of the library; questions: guesses that wait for an answer; names: those that names in files raised;
    conflicts: decisions that contradict one another; None: nothing was decided, so as many as before."""

    counts: Counts
    questions: int
    names: int
    conflicts: int | None


class Standing(QObject):
    """Read anew after changes, one reading at a time, and not at each of many."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._reading = self._again = False
        self._conflicts: int | None = None
        self._merges: int | None = None
        self._decided = True
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self._read)
        desk.session.opened.connect(self._soon.start)
        desk.session.changed.connect(self._hear)

    def _hear(self, change: Change) -> None:
        self._decided = self._decided or bool(change.touched & Touched.HISTORY)
        if change.touched & _ASKED_BY:
            self._merges = None
        if change.touched & _SHOWN_BY and not self._soon.isActive():
            self._soon.start()

    def _read(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading, decided, self._decided = True, self._decided, False
        self._desk.session.read(self, lambda library: _stand(library, decided), self._show, self._lost)

    def _show(self, stand: Stand) -> None:
        self._window.index_status.show_counts(stand.counts)
        self._show_waiting("settle", stand.names)
        if stand.conflicts is not None:
            self._show_conflicts(stand.conflicts)
        if self._merges is not None:
            self._show_asked(stand, self._merges)
        else:  # by itself, for it takes longest, and the rest need not wait
            self._desk.session.read(self, count_merges, partial(self._show_asked, stand), self._lost)

    def _show_asked(self, stand: Stand, merges: int) -> None:
        """All that is asked, as one number, and what it consists of."""
        self._merges = merges
        conflicts = self._conflicts or 0
        parts = (
            (stand.questions, self.tr("%Ln guess(es) to confirm", "", stand.questions)),
            (merges, self.tr("%Ln pair(s) of groups that may be one person", "", merges)),
            (conflicts, self.tr("%Ln contradiction(s)", "", conflicts)),
            (stand.names, self.tr("%Ln name(s) from files to settle", "", stand.names)),
        )
        told = "\n".join(text for number, text in parts if number)
        self._window.sidebar.set_badge("review", sum(number for number, _ in parts), told)
        self._end()

    def _show_conflicts(self, number: int) -> None:
        self._show_waiting("conflicts", number)
        if self._conflicts is not None and number > self._conflicts:
            text = self.tr("This contradicts what was decided before. Both are kept; see “Contradictions”.")
            self._desk.notices.tell(text, undoable=True)
        self._conflicts = number

    def _show_waiting(self, page: str, number: int) -> None:
        """A page that is in the sidebar only while something waits there."""
        sidebar, here = self._window.sidebar, self._desk.places.here
        sidebar.set_badge(page, number)
        sidebar.set_shown(page, bool(number))
        if here is not None and here.page == page:
            sidebar.mark(page)

    def _lost(self, error: Exception) -> None:
        self._end()
        self._desk.session.report(error)

    def _end(self) -> None:
        self._reading = False
        if self._again:
            self._again = False
            self._soon.start()


def _stand(library: Library, decided: bool) -> Stand:
    conflicts = len(contradictions_of(library)) if decided else None
    return Stand(library.photos.counts(), count_open(library), count_waiting(library), conflicts)
