"""A field for a name: who it may be is offered below while one types; Enter takes the name as typed or chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from photoface.domain.people import Person
from photoface.gui.core.desk import Desk
from photoface.gui.core.named import Named
from photoface.gui.core.session import Ticket
from photoface.services.finding.completion import completions, plain, recent_people
from photoface.services.library import Library


@dataclass(frozen=True, slots=True)
class _Known:
    people: tuple[Person, ...]
    recent: tuple[int, ...]


class NameField(QLineEdit):
    """``chosen`` with a Named on Enter or a click on an offer, ``left`` on Esc. Namesakes are told apart by photos."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known = _Known((), ())
        self._reading = Ticket(self)
        self._learning = self._hasty = False
        self._together: tuple[Collection[int], ...] = ()
        self._offered: list[Person] = []
        self._rows = QStringListModel(self)
        self._popup = QCompleter(self._rows, self)
        self._popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup.setWidget(self)
        self._offers = QListView(self)
        self._popup.setPopup(self._offers)
        self._popup.activated[QModelIndex].connect(self._take_offer)  # type: ignore[index]
        self.setPlaceholderText(self.tr("Type a name"))
        self.setAccessibleName(self.tr("Name"))
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._offer)
        self.textChanged.connect(self._think_again)
        self.returnPressed.connect(self._take_text)

    def set_together(self, person_ids: Collection[int], same_days: Collection[int] = ()) -> None:
        """People of the same photos, who are offered first, and those of photos of the same days, who come then."""
        self._together = (frozenset(person_ids), frozenset(same_days))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._reading.cancel()
        self._learning = True
        self._reading = self._desk.session.read(self, _people, self._learn, self._know_no_more)

    def event(self, event: QEvent) -> bool:
        # Else a page whose command has this key would run it instead: a name would be typed, and something else done.
        mine = isinstance(event, QKeyEvent) and event.key() in _MINE
        if mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return True
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Undo and redo are the window's while nothing was typed that they could be about."""
        undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
        return undo or (event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Down and not self._offers.isVisible():
            self._offer(self.text())
            return
        super().keyPressEvent(event)

    def meant(self) -> Named | None:
        """Whom the text means now: the one person of that name, somebody new, or None while it is empty."""
        text = " ".join(self.text().split())
        if not text:
            return None
        same = [person for person in self._known.people if plain(person.name) == plain(text)]
        return Named(same[0].name, same[0].person_id) if len(same) == 1 else Named(text, None)

    def _learn(self, known: _Known) -> None:
        self._known, self._learning = known, False
        if self._hasty:
            self._take_text()

    def _think_again(self, _text: str) -> None:
        self._hasty = False

    def _know_no_more(self, error: Exception) -> None:
        self._desk.session.report(error)
        self._learn(self._known)

    def _offer(self, text: str) -> None:
        self._offered = completions(text, self._known.people, self._known.recent, self._together)
        self._rows.setStringList([self._line(person) for person in self._offered])
        if self._offered and (text or self.hasFocus()):
            self._popup.complete()
        else:
            self._offers.hide()

    def _line(self, person: Person) -> str:
        namesakes = sum(plain(other.name) == plain(person.name) for other in self._known.people)
        return f"{person.name}  ·  {self.tr('%n photo(s)', '', person.photos)}" if namesakes > 1 else person.name

    def _take_offer(self, index: QModelIndex) -> None:
        person = self._offered[index.row()]
        self.setText(person.name)
        self.chosen.emit(Named(person.name, person.person_id))

    def _take_text(self) -> None:
        self._hasty = self._learning  # who has that name already is not known yet: whom it means is known in a moment
        if self._hasty:
            return
        meant = self.meant()
        offered = self._offers.isVisible() and self._offers.currentIndex().isValid()  # then the offer is taken
        if meant is not None and not offered:
            self._offers.hide()
            self.chosen.emit(meant)


_MINE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


def _people(library: Library) -> _Known:
    people: Sequence[Person] = library.people.list()
    return _Known(tuple(people), tuple(recent_people(library)))
