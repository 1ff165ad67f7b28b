"""The field for queries, examples of them, and what was not understood."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.pages.search.help import QueryHelp
from photoface.gui.pages.search.query_field import QueryField
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.services.library import Library

_EXAMPLES = 3


class SearchHead(QWidget):
    """``example`` with the query of an example that was clicked."""

    example = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.query = QueryField(desk)
        self.help, self.help_button = QueryHelp(self), QPushButton(icon("question"), self.tr("Examples"))
        self.keep = QPushButton(icon("save"), self.tr("Save …"))
        self.by_face = QPushButton(icon("face-box"), self.tr("Search by a picture …"))
        self.message = QLabel()
        self._build()

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """Below the field; nothing for an empty one."""
        self.message.setProperty("kind", "bad" if bad else "note")
        self.message.style().polish(self.message)
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.query, 1)
        for button in (self.help_button, self.keep, self.by_face):
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        self.help_button.setProperty("kind", "quiet")
        self.help_button.clicked.connect(lambda _checked: self._open_help())
        self.help.chosen.connect(self.example)
        self.keep.setEnabled(False)
        self.keep.setToolTip(self.tr("Keep this search as an album"))
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.message)

    def _open_help(self) -> None:
        def people(library: Library) -> list[tuple[int, str]]:
            known = sorted(library.people.list(), key=lambda person: -person.photos)
            return [(person.person_id, person.name) for person in known[:_EXAMPLES]]

        self._desk.session.read(self, people, lambda known: self.help.open_below(self.query, known))
