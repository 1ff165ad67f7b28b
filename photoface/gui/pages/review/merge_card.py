"""Are two groups, or a group and a person, one? Both side by side, each face in its photo when it is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.pages.review.words import half_note, half_title, rate_text
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import ElidedLabel
from photoface.gui.widgets.picture import Picture, PictureButton
from photoface.services.both_sides import Half, Shown
from photoface.services.evidence import SHOWN, Evidence
from photoface.services.questions import Question

_FACE, _PHOTO, _COLUMNS = 104, 224, 3
_WIDE = _COLUMNS * (_FACE + 2 * SPACE) + _PHOTO
"""From here on the photo stands beside the faces, else below them."""


class MergeCard(QWidget):
    """``show_question`` at once, ``show_evidence`` and ``show_sides`` when they have been read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.halves = (_HalfCard(desk), _HalfCard(desk))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(5 * SPACE)
        for half in self.halves:
            row.addWidget(half, 1)
        column.addLayout(row, 1)

    def show_question(self, _question: Question) -> None:
        """Both sides are empty until they are read."""
        self.why.clear()
        for half in self.halves:
            half.clear()

    def show_evidence(self, found: Evidence) -> None:
        """What the nearness of the two nearest faces is worth."""
        self.why.setText(rate_text(found.known[0].rate) if found.known else "")

    def show_sides(self, sides: tuple[Half, Half]) -> None:
        """Both of them."""
        for card, half in zip(self.halves, sides, strict=True):
            card.show_half(half)


class _HalfCard(QFrame):
    """One side: who, how many, some faces, and the photo of one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._shown: tuple[Shown, ...] = ()
        self.name, self.note = ElidedLabel(), QLabel()
        self.name.setProperty("kind", "strong")
        self.note.setProperty("kind", "note")
        self.faces = [PictureButton(desk.images, _FACE) for _ in range(SHOWN)]
        self.photo = Picture(desk.images, _PHOTO, whole=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        for at, face in enumerate(self.faces):
            grid.addWidget(face, *divmod(at, _COLUMNS))
            face.pointed.connect(lambda at=at: self.look_at(at))
        faces = QVBoxLayout()
        faces.addLayout(grid)
        faces.setAlignment(grid, Qt.AlignmentFlag.AlignLeading)
        faces.addStretch(1)
        self._middle.setSpacing(2 * SPACE)
        self._middle.addLayout(faces)
        self._middle.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        self._middle.addStretch(1)
        column.addWidget(self.name)
        column.addWidget(self.note)
        column.addLayout(self._middle)
        column.addStretch(1)

    def clear(self) -> None:
        """Not read yet."""
        self._shown = ()
        self.name.setText("")
        self.note.clear()
        for face in self.faces:
            face.show_key(None)
        self.photo.show_key(None)

    def show_half(self, half: Half) -> None:
        """Who, how many, which faces; the photo of the first."""
        self._shown = half.shown
        self.name.setText(half_title(half))
        self.note.setText(half_note(half))
        for at, face in enumerate(self.faces):
            there = at < len(half.shown)
            face.show_key(PictureKey("face", half.shown[at].face.face_id) if there else None)
            face.setVisible(there)
            words = self.tr("face {row} of {count}, {who}")
            face.setAccessibleName(words.format(row=at + 1, count=len(half.shown), who=half_title(half)))
        self.look_at(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.contentsRect().width() - 10 * SPACE >= _WIDE
        self._middle.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """That of the narrow one, else it could never become narrow."""
        return QSize(_COLUMNS * (_FACE + 2 * SPACE) + 10 * SPACE, super().minimumSizeHint().height())

    def look_at(self, at: int) -> None:
        """The photo of this face, with its box."""
        if at < len(self._shown):
            shown = self._shown[at]
            self.photo.show_key(PictureKey("photo", shown.face.photo_id), shown.frame)
