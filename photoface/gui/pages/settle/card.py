"""One question about a name: the photo with the place, both sides, and the answers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from photoface.domain.geometry import Box
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.models.folders_model import shown
from photoface.gui.pages.settle import words
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.choices_row import ChoicesRow
from photoface.gui.widgets.picture import Picture
from photoface.services.importing.questions import OpenQuestion

_PHOTO, _FACE = 340, 96


class QuestionCard(QFrame):
    """``face_chosen`` and ``person_chosen`` where the file does not say whom or which face it means.

    answers: with buttons of its own.
    """

    file_right = Signal()
    library_right = Signal()
    later = Signal()
    face_chosen = Signal(int)
    person_chosen = Signal(int)

    def __init__(self, desk: Desk, *, answers: bool = True) -> None:
        super().__init__()
        self._answers = answers
        self.setProperty("kind", "card" if answers else "")
        self.photo = Picture(desk.images, _PHOTO, whole=True)
        self.face = Picture(desk.images, _FACE)
        self.file, self.library = plain_label("", "strong"), plain_label("", "strong")
        self.told, self.where = plain_label("", "note"), plain_label("", "note")
        self.choices = ChoicesRow(desk.images, 72)
        self.yes, self.no = QPushButton(), QPushButton()
        self.skip = QPushButton(self.tr("Later"))
        self._build()

    def show_question(self, one: OpenQuestion) -> None:
        """Show this one."""
        question = one.question
        self.photo.show_key(PictureKey("photo", question.photo_id), _frame(one))
        self.face.show_key(PictureKey("face", one.face.face_id) if one.face is not None else None)
        self.face.setVisible(one.face is not None)
        self.file.setText(words.file_says(one))
        self.told.setText(words.told_by(one))
        self.library.setText(words.library_says(one))
        self.where.setText(isolated(shown(one.path)))
        self.photo.setAccessibleName(self.tr("The photo {file}").format(file=shown(one.path)))
        clear = not one.choosing
        self.yes.setText(words.file_button(one).replace("&", "&&"))
        self.yes.setVisible(clear and self._answers)
        self.no.setText(words.library_button(one).replace("&", "&&"))
        people = [(each.person_id, each.cover_face_id, each.name) for each in one.people]
        faces = [(each, each, self.tr("This one")) for each in one.choices]
        self.choices.show_choices(people or faces)
        self.choices.setVisible(bool(people or faces))
        self._of_people = bool(people)

    def _choose(self, number: int) -> None:
        (self.person_chosen if self._of_people else self.face_chosen).emit(number)

    def _build(self) -> None:
        self._of_people = False
        for button, name, kind in ((self.yes, "", "primary"), (self.no, "", ""), (self.skip, "skip", "quiet")):
            if name:
                button.setIcon(icon(name))
                button.setIconSize(QSize(16, 16))
            button.setProperty("kind", kind)
        self.yes.clicked.connect(lambda _checked: self.file_right.emit())
        self.no.clicked.connect(lambda _checked: self.library_right.emit())
        self.skip.clicked.connect(lambda _checked: self.later.emit())
        self.choices.chosen.connect(self._choose)
        for button, tip in (
            (self.yes, self.tr("The face gets the name of the file (Y)")),
            (self.no, self.tr("Nothing changes, and this is not asked again (N)")),
            (self.skip, self.tr("The next question (Space)")),
        ):
            button.setToolTip(tip)
            button.setVisible(self._answers)
        side = QVBoxLayout()
        side.setSpacing(3 * SPACE)
        for widget in (self.face, self.file, self.told, self.where, self.library, self.choices):
            side.addWidget(widget)
        side.addStretch(1)
        for button in (self.yes, self.no, self.skip):
            side.addWidget(button)
        left = QVBoxLayout()
        left.addWidget(self.photo)
        left.addStretch(1)
        row = QHBoxLayout(self)
        around = 5 * SPACE if self._answers else 6 * SPACE  # without a card around it stands where the title does
        row.setContentsMargins(around, 5 * SPACE, around, 5 * SPACE)
        row.setSpacing(6 * SPACE)
        row.addLayout(left)
        row.addLayout(side, 1)


def _frame(one: OpenQuestion) -> Box | None:
    """The place in the photo, in parts of its width and height: where the file says, else where the face is."""
    box = one.question.box or (one.face.box if one.face is not None else None)
    if box is None or one.size is None:
        return None
    width, height = one.size.width, one.size.height
    return Box(box.x / width, box.y / height, box.width / width, box.height / height)
