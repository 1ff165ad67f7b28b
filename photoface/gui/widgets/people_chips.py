"""People to whom the selected faces may be given, by a click or by dropping faces on them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QIcon, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from photoface.domain.people import Person
from photoface.gui.core.carried import Carried, unpacked
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.core.named import Named
from photoface.gui.core.session import Ticket
from photoface.gui.theme.paint import round_picture
from photoface.gui.theme.tokens import SPACE
from photoface.services.finding.completion import completions, recent_people
from photoface.services.library import Library

_MOST = 6
_WIDTH = 116
_FACE = 24


class PeopleChips(QWidget):
    """``given`` with whom (Named) and the faces that were dropped, or None for those that are selected."""

    given = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chips = [_Chip(self) for _ in range(_MOST)]
        self._people: Sequence[Person] = ()
        self._reading = Ticket(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for chip in self._chips:
            row.addWidget(chip)
            chip.hide()
            chip.clicked.connect(lambda _checked=False, chip=chip: self._give(chip, None))
            chip.dropped.connect(lambda carried, chip=chip: self._give(chip, carried))
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        desk.images.arrived.connect(lambda _keys: self._draw())

    @property
    def people(self) -> list[str]:
        """The names that can be seen."""
        return [person.name for person in self._people[: self._fitting()]]

    def suggest(self, together: Collection[int], without: int | None) -> None:
        """People of the same photos first, then those named lately; without whom the page shows."""

        def work(library: Library) -> Sequence[Person]:
            people = [one for one in library.people.list(hidden=False) if one.person_id != without]
            return completions("", people, recent_people(library), (together,), _MOST)

        self._reading.cancel()  # two readers may overtake one another
        self._reading = self._desk.session.read(self, work, self._show)

    def chip(self, name: str) -> QToolButton:
        """The chip of that name."""
        return self._chips[[person.name for person in self._people].index(name)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _show(self, people: Sequence[Person]) -> None:
        self._people = people
        self._draw()

    def _fitting(self) -> int:
        return min(len(self._people), self.width() // (_WIDTH + SPACE))

    def _draw(self) -> None:
        for at, chip in enumerate(self._chips):
            if at < self._fitting():
                chip.show_person(self._people[at], self._face(self._people[at]))
            chip.setVisible(at < self._fitting())

    def _face(self, person: Person) -> QPixmap | None:
        cover = person.cover_face_id
        return None if cover is None else self._desk.images.get(PictureKey("face", cover))

    def _give(self, chip: _Chip, carried: Carried | None) -> None:
        person = self._people[self._chips.index(chip)]
        self.given.emit(Named(person.name, person.person_id), carried)


class _Chip(QToolButton):
    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setFixedWidth(_WIDTH)
        self.setIconSize(QSize(_FACE, _FACE))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def show_person(self, person: Person, face: QPixmap | None) -> None:
        room = _WIDTH - _FACE - 6 * SPACE
        name = self.fontMetrics().elidedText(person.name, Qt.TextElideMode.ElideRight, room)
        self.setText(name.replace("&", "&&"))
        text = QCoreApplication.translate("PeopleChips", "The selected faces are {name}").format(
            name=isolated(person.name)
        )
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setIcon(QIcon() if face is None else QIcon(round_picture(face, _FACE, self.devicePixelRatioF())))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = unpacked(event.mimeData())
        event.setAccepted(carried is not None and bool(carried.faces))
        self.setDown(event.isAccepted())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.setDown(False)

    def dropEvent(self, event: QDropEvent) -> None:
        carried = unpacked(event.mimeData())
        self.setDown(False)
        if carried is not None and carried.faces:
            event.acceptProposedAction()
            self.dropped.emit(carried)
