"""The head of a person's page: cover, name that can be changed in place, what is known."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.named import Named
from photoface.gui.theme.paint import paint_picture
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.name_field import NameField
from photoface.services.portrait import PersonView

_COVER = 72


class PersonHeader(QWidget):
    """``named`` with a Named: a group got a name, or a person another one."""

    named = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._cover_key: PictureKey | None = None
        self.cover = QLabel()
        self.cover.setFixedSize(_COVER, _COVER)
        self.name = QLabel()
        self.name.setProperty("kind", "display")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.rename = QPushButton(self.tr("Rename …"))
        self.rename.setProperty("kind", "link")
        self.field = NameField(desk)
        self.field.setProperty("kind", "title")
        self.field.setMinimumWidth(320)
        self.note = QLabel()
        self.note.setProperty("kind", "note")
        self._names = QStackedWidget()
        self._build()

    def show_person(self, view: PersonView) -> None:
        """Say who this is."""
        person, group = view.person, view.group
        self.field.set_together(view.together)
        self._show_cover(person.cover_face_id if person else group.cover_face_id if group else None)
        self._names.setCurrentIndex(0 if person else 1)
        if person is not None:
            self.name.setText(person.name)
            counts = [self.tr("%n photo(s)", "", person.photos), self.tr("%n confirmed", "", person.confirmed)]
            counts += [self.tr("%n named", "", person.named)] if person.named else []
            counts += [self.tr("%n suggested", "", person.suggested)] if person.suggested else []
            self.note.setText(" · ".join(counts))
        elif group is not None:
            self.note.setText(self.tr("%n face(s) that belong together. Who is this?", "", len(view.guessed)))

    def clear(self) -> None:
        """Nobody yet."""
        self.field.clear()
        self.say("")

    def say(self, text: str) -> None:
        """A sentence instead of a person."""
        self._names.setCurrentIndex(0)
        self.name.setText("")
        self.note.setText(text)

    def ask_name(self) -> None:
        """The cursor goes into the name field."""
        self._names.setCurrentIndex(1)
        self.field.setFocus()

    def _build(self) -> None:
        titles = QWidget()
        title_row = QHBoxLayout(titles)
        title_row.setContentsMargins(0, 0, 0, 0)
        title_row.addWidget(self.name)
        title_row.addWidget(self.rename)
        title_row.addStretch(1)
        fields = QWidget()
        field_row = QHBoxLayout(fields)
        field_row.setContentsMargins(0, 0, 0, 0)
        field_row.addWidget(self.field)
        field_row.addStretch(1)
        self._names.addWidget(titles)
        self._names.addWidget(fields)
        texts = QVBoxLayout()
        texts.addWidget(self._names)
        texts.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 3 * SPACE)
        row.setSpacing(4 * SPACE)
        row.addWidget(self.cover)
        row.addLayout(texts, 1)
        self.rename.clicked.connect(self._start_renaming)
        self.field.chosen.connect(self._take)
        self._desk.images.arrived.connect(self._arrived)

    def _start_renaming(self) -> None:
        self.field.setText(self.name.text())
        self.ask_name()
        self.field.selectAll()

    def _take(self, who: Named) -> None:
        self._names.setCurrentIndex(0)
        self.named.emit(who)

    def _show_cover(self, face_id: int | None) -> None:
        self._cover_key = None if face_id is None else PictureKey("face", face_id)
        found = self._desk.images.get(self._cover_key) if self._cover_key else None
        self.cover.setPixmap(_round(found, self.devicePixelRatioF()) if found else QPixmap())

    def _arrived(self, keys: frozenset[PictureKey]) -> None:
        if self._cover_key in keys and self._cover_key is not None:
            self._show_cover(self._cover_key.number)


def _round(picture: QPixmap, scale: float) -> QPixmap:
    drawn = QPixmap(round(_COVER * scale), round(_COVER * scale))
    drawn.setDevicePixelRatio(scale)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    paint_picture(painter, QRectF(0, 0, _COVER, _COVER), picture, _COVER / 2)
    painter.end()
    return drawn
