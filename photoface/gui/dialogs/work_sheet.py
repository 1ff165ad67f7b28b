"""A dialog in which work takes minutes: how far it is, a way to stop it, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.library_work import LibraryWork, Work
from photoface.gui.dialogs.sheet import Sheet, plain_label


class WorkSheet(Sheet):
    """``begin`` starts work; a subclass overrides ``heard`` and ``show_end``.

    While it writes anything, closing asks it to stop and waits for what it says at the end.
    """

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None, width: int = 640) -> None:
        super().__init__(title, parent, width)
        self.desk = desk
        self.work: LibraryWork[Any] | None = None
        self._waits = False
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(QCoreApplication.translate("WorkSheet", "How far it is"))
        self.state = plain_label("", "note")
        for widget in (self.bar, self.state):
            widget.hide()

    @property
    def working(self) -> bool:
        return self.work is not None

    def add_progress(self) -> None:
        """Put the bar and its line at the end of the body; a subclass calls it once its own widgets are there."""
        self.body.addWidget(self.bar)
        self.body.addWidget(self.state)
        self.body.addStretch(0)  # where little is said the rest stays empty, and the title at the top

    def begin(self, text: str, work: Work[Any], *, write: bool = False, waits: bool = False) -> None:
        """Start it, with a bar that does not know yet how long it takes. waits: writes files, but not the library."""
        self._waits = write or waits
        self.bar.setRange(0, 0)
        self.tell(text)
        self.bar.show()
        self.work = LibraryWork(self.desk.session, self, work, write=write)
        self.work.start()
        self.fit()

    def heard(self, events: Sequence[Any]) -> None:
        """What the work tells on its way."""

    def ended(self, error: Exception | None) -> None:
        """The work has ended, by itself or stopped."""
        self.work = None
        self.bar.hide()
        self.tell("")
        self.show_end(error)
        self.fit()

    def show_end(self, error: Exception | None) -> None:
        """What came of it."""

    def go_on(self, done: int, total: int, text: str) -> None:
        """So many of so many."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        if self.work is not None and not self.work.stopped:
            self.tell(text)

    def tell(self, text: str) -> None:
        """The line below the bar."""
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def tell_error(self, error: Exception) -> None:
        """What went wrong, where the sheet says what it is about."""
        self.desk.session.log_bug(error)
        self.say(sentence_of(error))

    def reject(self) -> None:
        """Close; what is under way stops first."""
        if self.work is None:
            super().reject()
            return
        self.work.stop()
        if self._waits:
            self.tell(QCoreApplication.translate("WorkSheet", "Stopping after the file at hand …"))
        else:
            self.work = None
            super().reject()


def show_only(shown: Sequence[QPushButton], buttons: Sequence[QPushButton]) -> None:
    """Of all these buttons show these; the last one is what Enter presses."""
    for button in buttons:
        button.setVisible(button in shown)
        button.setDefault(bool(shown) and button is shown[-1])
