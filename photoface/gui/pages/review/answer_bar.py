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

_NAME, _NAME_ASKED = 160, 240
"""How wide the field is, in pixels, where a name is one answer of several and where it is the answer."""


class AnswerBar(QWidget):
    """``who`` is for somebody else, where names are answers; buttons are added from left to right, the usual answer
    last."""

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, names: bool = True) -> None:
        super().__init__(parent)
        self.who = NameField(desk)
        if not names:
            self.who.hide()
        self.ask_name(False)
        self.who.setMaximumWidth(_NAME_ASKED)
        self._actions: dict[str, QAction] = {}
        buttons = QWidget()
        self._flow = FlowLayout(2 * SPACE)
        buttons.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(6 * SPACE, 2 * SPACE, 6 * SPACE, 5 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.who, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(buttons, 5)

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

    def ask_name(self, asked: bool) -> None:
        """The name is the answer; else it is for somebody else."""
        self.who.setPlaceholderText(self.tr("Type who it is") if asked else self.tr("Somebody else …"))
        self.who.setMinimumWidth(_NAME_ASKED if asked else _NAME)
        self.who.setAccessibleName(self.tr("Who is this?") if asked else self.tr("Somebody else: type a name"))

    def say(self, texts: Mapping[str, str]) -> None:
        """Other words on the buttons of these answers."""
        for answer, text in texts.items():
            self._actions[answer].setText(text)


def _follow(button: QPushButton, action: QAction) -> None:
    button.setText(action.text())
    button.setVisible(action.isVisible())
