"""The field for a query: names and words are completed while one types, and what cannot be read is underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from photoface.domain.people import Person
from photoface.gui.core.desk import Desk
from photoface.services.finding.completion import recent_people
from photoface.services.finding.query_completion import Offer, offers
from photoface.services.library import Library


@dataclass(frozen=True, slots=True)
class _Known:
    people: Sequence[Person]
    recent: Sequence[int]


class QueryField(QLineEdit):
    """``asked`` on Enter. What is offered is taken with Down and Enter, Tab, or a click."""

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = _Known((), ())
        self._offered: list[Offer] = []
        self._rows = QStringListModel(self)
        self._popup = QCompleter(self._rows, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._list = QListView(self)
        self._popup.setPopup(self._list)
        self._popup.activated[QModelIndex].connect(self._take)  # type: ignore[index]
        self.setPlaceholderText(self.tr("Anna AND Ben NOT Chris"))
        self.setAccessibleName(self.tr("Query"))
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self._ask)

    def offered(self) -> list[str]:
        """What is offered now."""
        return [offer.shown for offer in self._offered] if self._list.isVisible() else []

    def mark(self, place: tuple[int, int] | None) -> None:
        """Underline these letters, or none; an empty place is the last letter before it."""
        marks = []
        if place is not None and self.text():
            start, end = place if place[0] < place[1] else (max(place[1] - 1, 0), max(place[1], 1))
            wavy = QTextCharFormat()
            wavy.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            wavy.setUnderlineColor(Qt.GlobalColor.red)
            kind = QInputMethodEvent.AttributeType.TextFormat
            marks = [QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), end - start, wavy)]
        # A line edit has no formats of its own but those of input methods.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", marks))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._desk.session.read(self, _people, self._learn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._list.isVisible():
            self._offer()
            return
        super().keyPressEvent(event)

    def _learn(self, known: _Known) -> None:
        self._known = known

    def _edited(self) -> None:
        self.mark(None)
        self._offer()

    def _offer(self) -> None:
        self._offered = offers(self.text(), self.cursorPosition(), self._known.people, self._known.recent)
        self._rows.setStringList([offer.shown for offer in self._offered])
        if self._offered:
            self._popup.complete()
        else:
            self._list.hide()

    def _take(self, index: QModelIndex) -> None:
        offer = self._offered[index.row()]
        rest = self.text()[self.cursorPosition() :]
        self.setText(f"{self.text()[: offer.start]}{offer.text}{rest.lstrip()}")
        self.setCursorPosition(offer.start + len(offer.text))

    def _ask(self) -> None:
        if not self._list.isVisible():
            self.asked.emit()


def _people(library: Library) -> _Known:
    return _Known(tuple(library.people.list()), tuple(recent_people(library)))
