"""Is this face that person? The face, whom it may be, why, and the whole photo with the box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.pages.review.words import rate_text, rival_text
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.picture import Picture
from photoface.services.evidence import SHOWN, Evidence
from photoface.services.questions import Question

_ASKED, _KNOWN, _PHOTO = 224, 104, 224
_COLUMNS = 3
"""Of examples: a question fits a window 900 pixels wide."""


class QuestionCard(QWidget):
    """``show_question`` at once, ``show_evidence`` when it has been read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why, self.rival = QLabel(), QLabel()
        for label in (self.why, self.rival):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.rival.setProperty("kind", "note")
        self.asked = Picture(desk.images, _ASKED)
        self.photo = Picture(desk.images, _PHOTO, whole=True)
        self.known = [Picture(desk.images, _KNOWN) for _ in range(SHOWN)]
        self._build()

    def show_question(self, question: Question) -> None:
        """The face it is about."""
        face = question.face
        self.asked.show_key(None if face is None else PictureKey("face", face.face_id))
        self.photo.show_key(None if face is None else PictureKey("photo", face.photo_id))
        for label in (self.why, self.rival):
            label.clear()
        for picture in self.known:
            picture.show_key(None)

    def show_evidence(self, question: Question, found: Evidence) -> None:
        """The nearest faces of the other side, what that nearness means, and who else it might be."""
        self.why.setText(rate_text(found.known[0].rate) if found.known else "")
        self.rival.setText(rival_text(found))
        if question.face is not None:
            self.photo.show_key(PictureKey("photo", question.face.photo_id), found.frame)
        known = [PictureKey("face", near.face.face_id) for near in found.known]
        for at, picture in enumerate(self.known):
            picture.show_key(known[at] if at < len(known) else None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        column.setSpacing(4 * SPACE)
        row = QHBoxLayout()
        row.setSpacing(5 * SPACE)
        row.addWidget(self._side(self.tr("In question"), [self.asked], 1, self.photo), 1)
        row.addWidget(self._side(self.tr("Already known"), self.known, _COLUMNS, self.why, self.rival), 1)
        column.addLayout(row, 1)

    def _side(self, title: str, pictures: list[Picture], columns: int, *below: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(3 * SPACE)
        heading = QLabel(title)
        heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        grid.setColumnStretch(columns, 1)
        for at, picture in enumerate(pictures):
            grid.addWidget(picture, *divmod(at, columns))
        column.addLayout(grid)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        return card
