"""What is known of a photo, beside it: when, where its file is, who is in it."""

from __future__ import annotations

import os

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from photoface.domain.dates import Dated, DateSource
from photoface.gui.core.dates import short_moment
from photoface.gui.models.faces_model import date_of
from photoface.gui.models.folders_model import shown
from photoface.gui.theme.tokens import SPACE
from photoface.services.showing.photo_view import PhotoView

_WIDTH = 280


class InfoPanel(QScrollArea):
    """``person_wanted`` with a person id; ``repeat_wanted`` with whether it is a mirror or collage.

    ``date_wanted``: somebody wants to say when it was taken; ``same_wanted``: to see those that look the same.
    """

    person_wanted = Signal(int)
    repeat_wanted = Signal(bool)
    date_wanted = Signal()
    same_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("About this photo"))
        self.taken, self.pixels, self.copies = (_fact() for _ in range(3))
        self.name, self.folder = PathText(self.tr("File")), PathText(self.tr("Folder"))
        self.repeat = QCheckBox(self.tr("Mirror or collage"))
        self.repeat.setToolTip(self.tr("One person may be seen twice in this photo"))
        self.date, self.same = _link(self.tr("Set the date …")), _link("")
        self.date.setToolTip(self.tr("Say when it was taken; the file is left as it is"))
        self.nobody = QLabel(self.tr("Nobody known"))
        self._people = QVBoxLayout()
        self._people.setSpacing(0)
        self._build()

    def show_view(self, view: PhotoView) -> None:
        """Show the facts of a photo."""
        photo = view.photo
        self.taken.setText(self._told(view.dated) or moment_of(photo.taken) or self.tr("Without a date"))
        self.name.setPlainText(shown(os.path.basename(photo.path)))
        self.folder.setPlainText(shown(os.path.dirname(photo.path)))
        size = self.tr("{width} × {height} pixels").format(
            width=QLocale().toString(photo.width), height=QLocale().toString(photo.height)
        )
        disk = size_of(view.file.size) if view.file else self.tr("its drive is not connected")
        film = self.tr("with a short film") if view.dated.film else ""
        self.pixels.setText("\n".join(filter(None, (size, disk, film))))
        self.copies.setText(self.tr("%n file(s) with this picture", "", photo.files))
        self.copies.setVisible(photo.files > 1)
        self.same.setText(self.tr("Looks the same as %n other photo(s)", "", view.twins))
        self.same.setVisible(view.twins > 0)
        self.repeat.setChecked(view.repeat)
        self._show_people(view.people)

    def _told(self, dated: Dated) -> str:
        """When, in a human's words if one said so, and who says so."""
        if dated.taken is None:
            return ""
        sources = {
            DateSource.HUMAN: self.tr("you said so"),
            DateSource.EXIF: self.tr("by the camera's clock"),
            DateSource.SIDECAR: self.tr("by a note beside the file"),
            DateSource.XMP: self.tr("by a note in the file"),
            DateSource.NAME: self.tr("by the file's name"),
            DateSource.TAKEOUT: self.tr("by Google Photos"),
            DateSource.CHANGED: self.tr("when the file was last changed"),
        }
        return f"{dated.words or moment_of(dated.taken.when)}\n{sources[dated.taken.source]}"

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(4 * SPACE, 2 * SPACE, 4 * SPACE, 4 * SPACE)
        column.setSpacing(SPACE)
        facts = (
            (self.tr("Taken"), self.taken),
            (self.tr("File"), self.name),
            (self.tr("Size"), self.pixels),
            (self.tr("Folder"), self.folder),
        )
        for title, fact in facts:
            column.addWidget(_heading(title))
            column.addWidget(fact)
            if fact is self.taken:
                column.addWidget(self.date, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.copies)
        column.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeading)
        self.date.clicked.connect(lambda _checked: self.date_wanted.emit())
        self.same.clicked.connect(lambda _checked: self.same_wanted.emit())
        column.addWidget(_heading(self.tr("People")))
        column.addWidget(self.nobody)
        column.addLayout(self._people)
        column.addSpacing(3 * SPACE)
        column.addWidget(self.repeat)
        column.addStretch(1)
        self.repeat.clicked.connect(self.repeat_wanted)
        self.setWidget(inside)

    def _show_people(self, people: tuple[tuple[int, str], ...]) -> None:
        while (item := self._people.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.nobody.setVisible(not people)
        for person_id, name in people:
            button = _link(name.replace("&", "&&"))
            button.clicked.connect(lambda _checked, number=person_id: self.person_wanted.emit(number))
            self._people.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)


class PathText(QPlainTextEdit):
    """A path that can be selected and breaks wherever it must; as high as it has lines."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "fact")
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(int(self.document().size().height()), 1)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + SPACE)


def moment_of(taken: str | None) -> str:
    """Date and time of day, as the user's country writes them."""
    at = QDateTime.fromString((taken or "")[:19], Qt.DateFormat.ISODate)
    if not taken or len(taken) < len("2020-01-02T03:04") or not at.isValid():
        return date_of(taken)
    return short_moment(at)


def size_of(size: int) -> str:
    """Bytes as file managers write them: 1.2 MB."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _link(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("kind", "link")
    return button


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "note")
    label.setContentsMargins(0, 2 * SPACE, 0, 0)
    return label


def _fact() -> QLabel:
    """Plain text that can be selected."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(0)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
