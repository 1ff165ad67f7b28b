"""One question: who is asked about, whom it may be, why, and the whole photo with the box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.domain.people import Face
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.pages.review.words import question_text, rate_text, rival_text
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.picture import Picture
from photoface.services.evidence import SHOWN, Evidence
from photoface.services.questions import Question

_ASKED, _KNOWN, _PHOTO = 240, 104, 240
_COLUMNS = 2
"""Of examples: a question fits a window 900 pixels wide."""


class QuestionCard(QWidget):
    """``show_question`` at once, ``show_evidence`` when it has been read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setProperty("kind", "display")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.why, self.rival = QLabel(), QLabel()
        for label in (self.why, self.rival):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.rival.setProperty("kind", "note")
        self.asked = Picture(desk.images, _ASKED)
        self.photo = Picture(desk.images, _PHOTO, whole=True)
        self.others = [Picture(desk.images, _KNOWN) for _ in range(SHOWN)]
        self.known = [Picture(desk.images, _KNOWN) for _ in range(SHOWN)]
        self._build()

    def show_question(self, question: Question) -> None:
        """The question, and the face or group it is about."""
        self.text.setText(question_text(question))
        cover = question.face.face_id if question.face else question.group.cover_face_id if question.group else None
        self.asked.show_key(None if cover is None else PictureKey("face", cover))
        self._show_photo(question.face)
        for label in (self.why, self.rival):
            label.clear()
        for picture in (*self.known, *self.others):
            picture.show_key(None)
        for picture in self.others:
            picture.setVisible(question.group is not None)

    def show_evidence(self, question: Question, found: Evidence) -> None:
        """The nearest faces of the other side, what that nearness means, and who else it might be."""
        self.why.setText(rate_text(found.known[0].rate) if found.known else "")
        self.rival.setText(rival_text(found))
        if question.face is not None:
            self.photo.show_key(PictureKey("photo", question.face.photo_id), found.frame)
        known = [PictureKey("face", near.face.face_id) for near in found.known]
        asked = [PictureKey("face", face.face_id) for face in found.asked] if question.group else []
        others = [key for key in asked if key != self.asked.key]
        for pictures, keys in ((self.known, known), (self.others, others)):
            for at, picture in enumerate(pictures):
                picture.show_key(keys[at] if at < len(keys) else None)

    def button(self, action: QAction, *, primary: bool) -> QPushButton:
        """A button for an answer, with its key in the tooltip."""
        picture = icon("yes", QPalette.ColorRole.HighlightedText) if primary else action.icon()
        button = QPushButton(picture, action.text())
        button.setProperty("kind", "primary" if primary else "")
        button.setToolTip(action.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: action.trigger())
        return button

    def _show_photo(self, face: Face | None) -> None:
        self.photo.setVisible(face is not None)
        if face is not None:
            self.photo.show_key(PictureKey("photo", face.photo_id))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 4 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(5 * SPACE)
        row.addWidget(self._side(self.tr("In question"), self.asked, self.others, self.photo), 1)
        row.addWidget(self._side("", None, self.known, self.why, self.rival), 1)
        column.addLayout(row, 1)

    def _side(self, title: str, large: Picture | None, small: list[Picture], *below: QWidget) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(3 * SPACE)
        heading = QLabel(title or self.tr("Already known"))
        heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(heading)
        top = QHBoxLayout()
        if large is not None:
            top.addWidget(large, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setSpacing(2 * SPACE)
        for at, picture in enumerate(small):
            grid.addWidget(picture, *divmod(at, _COLUMNS))
        top.addLayout(grid)
        top.setAlignment(grid, Qt.AlignmentFlag.AlignTop)
        top.addStretch(1)
        column.addLayout(top)
        for widget in below:
            column.addWidget(widget)
        column.addStretch(1)
        return card
