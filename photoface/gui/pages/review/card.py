"""Is this face that person? The face, whom it may be, why, and the whole photo with the box."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.large_photo import LargePhoto
from photoface.gui.widgets.picture import Picture
from photoface.services.review.evidence import SHOWN

_ASKED, _KNOWN, _COLUMNS = 216, 104, 3
_SIDE = _COLUMNS * _KNOWN + (_COLUMNS - 1) * 2 * SPACE
"""Pixels: what is compared stands at one side, and the photo has all the rest."""


class FaceCard(QWidget):
    """``show_face`` at once, the rest when it has been read. Of a doubt and of a check it is the same card."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.asked = Picture(desk.images, _ASKED)
        self.known = [Picture(desk.images, _KNOWN) for _ in range(SHOWN)]
        self.heading, self.facts = QLabel(), fact_label()
        self.heading.setProperty("kind", "note")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.photo = LargePhoto(desk)
        self._face: Face | None = None
        self._build()

    def show_face(self, face: Face | None) -> None:
        """The face it is about; nothing is known of it yet."""
        self._face = face
        self.asked.show_key(None if face is None else PictureKey("face", face.face_id))
        self.photo.show_face(face)
        self.heading.clear()
        self.facts.clear()
        for picture in self.known:
            picture.show_key(None)

    def show_known(self, heading: str, face_ids: Sequence[int], frame: Box | None, facts: Sequence[str]) -> None:
        """Faces to compare with, the nearest first, 0 for an empty place; frame: where in its photo the face is;
        facts: sentences."""
        self.heading.setText(heading)
        self.photo.show_face(self._face, frame)
        for at, picture in enumerate(self.known):
            there = at < len(face_ids) and face_ids[at] > 0
            picture.show_key(PictureKey("face", face_ids[at]) if there else None)
        self.facts.setText("\n".join(facts))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, 3 * SPACE)
        row.setSpacing(6 * SPACE)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * SPACE)
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        for at, picture in enumerate(self.known):
            grid.addWidget(picture, *divmod(at, _COLUMNS))
        column.addWidget(self.asked)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addWidget(self.facts)
        column.addStretch(1)
        row.addWidget(side)
        row.addWidget(self.photo, 1)


def fact_label() -> QLabel:
    """For sentences with names in them, one below the other."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
