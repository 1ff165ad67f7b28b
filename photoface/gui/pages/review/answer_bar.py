"""The answers to a question: a field for somebody else, and a button for each answer with its key in the tooltip."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.flow import FlowLayout
from photoface.gui.widgets.name_field import NameField

_NAME, _NAME_ASKED, _NAME_MOST = 160, 200, 240
"""How wide the field is in pixels: at least where a name is one answer of several, or the answer; at most."""


class AnswerBar(QWidget):
    """``who`` is for somebody else, where names are answers; buttons are added from left to right, the usual answer
    last. Where a name is the answer, the button that gives it stands beside the field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, names: bool = True) -> None:
        super().__init__(parent)
        self.who = NameField(desk)
        if not names:
            self.who.hide()
        self.who.setMaximumWidth(_NAME_MOST)
        self.usual: QPushButton | None = None
        self._actions: dict[str, QAction] = {}
        buttons = QWidget()
        self._flow = FlowLayout(2 * SPACE)
        buttons.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 5 * SPACE)
        self._row.setSpacing(2 * SPACE)
        self._row.addWidget(self.who, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(buttons, 5)
        self.ask_name(False)

    def add(self, answer: str, action: QAction, *, primary: bool = False) -> None:
        """A button for an answer; it says what the action says."""
        picture = icon("yes", QPalette.ColorRole.HighlightedText) if primary else action.icon()
        button = QPushButton(picture, action.text())
        button.setProperty("kind", "primary" if primary else "")
        button.setToolTip(action.toolTip())
        button.clicked.connect(lambda _checked: action.trigger())
        action.changed.connect(lambda: _follow(button, action))
        self._actions[answer] = action
        self._flow.addWidget(button)
        if primary:
            self.usual = button

    def ask_name(self, asked: bool) -> None:
        """The name is the answer; else it is for somebody else."""
        self.who.setPlaceholderText(self.tr("Type who it is") if asked else self.tr("Somebody else …"))
        self.who.setMinimumWidth(_NAME_ASKED if asked else _NAME)
        self.who.setAccessibleName(self.tr("Who is this?") if asked else self.tr("Somebody else: type a name"))
        if self.usual is not None:
            self._put(self.usual, beside=asked)

    def say(self, texts: Mapping[str, str]) -> None:
        """Other words on the buttons of these answers."""
        for answer, text in texts.items():
            self._actions[answer].setText(text)

    def _put(self, button: QPushButton, *, beside: bool) -> None:
        """Beside the field, or as the last of the answers."""
        for layout in (self._row, self._flow):
            layout.removeWidget(button)
        if beside:
            self._row.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self._flow.addWidget(button)


def _follow(button: QPushButton, action: QAction) -> None:
    button.setText(action.text())
    button.setVisible(action.isVisible())
