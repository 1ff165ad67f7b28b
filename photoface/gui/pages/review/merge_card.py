"""Are two groups, or a group and a person, one? Both side by side, each face in its photo when it is pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.pages.review.card import fact_label
from photoface.gui.pages.review.words import half_note, half_title
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import ElidedLabel
from photoface.gui.widgets.large_photo import LargePhoto
from photoface.gui.widgets.picture import PictureButton
from photoface.services.review.both_sides import Half, Shown
from photoface.services.review.evidence import SHOWN

_FACE, _COLUMNS = 104, 3


class MergeCard(QWidget):
    """``clear`` at once, ``show_sides`` when they have been read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = False
        self.facts = fact_label()
        self.halves = (_HalfCard(desk), _HalfCard(desk))
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        row = QHBoxLayout()
        row.setSpacing(8 * SPACE)
        for half in self.halves:
            row.addWidget(half, 1)
        column.addWidget(self.facts)
        column.addLayout(row, 1)

    def clear(self) -> None:
        """Both sides are empty until they are read."""
        self.shown = False
        self.facts.clear()
        for half in self.halves:
            half.clear()

    def show_sides(self, sides: tuple[Half, Half], facts: Sequence[str]) -> None:
        """Both of them, and why it is asked."""
        self.shown = True
        self.facts.setText("\n".join(facts))
        for card, half in zip(self.halves, sides, strict=True):
            card.show_half(half)


class _HalfCard(QWidget):
    """One side: who, how many, some faces, and the photo of one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._shown: tuple[Shown, ...] = ()
        self.name, self.note = ElidedLabel(), ElidedLabel()
        self.name.setProperty("kind", "title")
        self.note.setProperty("kind", "note")
        self.faces = [PictureButton(desk.images, _FACE) for _ in range(SHOWN)]
        self.photo = LargePhoto(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        grid.setColumnStretch(_COLUMNS, 1)
        for at, face in enumerate(self.faces):
            grid.addWidget(face, *divmod(at, _COLUMNS))
            face.pointed.connect(lambda at=at: self.look_at(at))
        for label in (self.name, self.note):
            column.addWidget(label)
        column.addLayout(grid)
        column.setAlignment(grid, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.photo, 1)

    def clear(self) -> None:
        """Not read yet."""
        self._shown = ()
        self.name.setText("")
        self.note.setText("")
        for face in self.faces:
            face.show_key(None)
        self.photo.show_face(None)

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

    def look_at(self, at: int) -> None:
        """The photo of this face, with its box."""
        if at < len(self._shown):
            shown = self._shown[at]
            self.photo.show_face(shown.face, shown.frame)
