"""What can be asked, by examples that are run by a click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from photoface.gui.theme.tokens import SPACE
from photoface.services.finding.query_words import quoted

_WIDTH = 520


class QueryHelp(QFrame):
    """A card that goes when one clicks elsewhere. ``chosen`` with the text of an example."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Examples of queries"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        title = QLabel(self.tr("Click an example to try it"))
        title.setProperty("kind", "strong")
        column.addWidget(title)
        column.addLayout(self._grid)
        self.setMinimumWidth(_WIDTH)

    def open_below(self, widget: QWidget, people: list[tuple[int, str]]) -> None:
        """Show it under a widget; people: ids and names that the examples are about, the best known first."""
        self._show_examples([quoted(name, number) for number, name in people])
        self.adjustSize()
        corner = QPoint(0, widget.height() + SPACE)
        if widget.isRightToLeft():
            corner.setX(widget.width() - self.width())
        self.move(widget.mapToGlobal(corner))
        self.show()

    def examples(self) -> list[QPushButton]:
        """The buttons, from top to bottom."""
        items = (self._grid.itemAtPosition(row, 0) for row in range(self._grid.rowCount()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _show_examples(self, names: list[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        # Placeholders for a library in which fewer than three people have a name.
        anna, ben, chris = (*names[:3], *("Anna", "Ben", "Chris")[len(names[:3]) :])
        for row, (text, meaning) in enumerate(self._examples(anna, ben, chris)):
            button, label = QPushButton(text.replace("&", "&&")), QLabel(meaning)
            button.setProperty("kind", "link")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", "note")
            button.clicked.connect(lambda _checked, text=text: self._choose(text))
            self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeading)
            self._grid.addWidget(label, row, 1)

    def _examples(self, anna: str, ben: str, chris: str) -> tuple[tuple[str, str], ...]:
        return (
            (f"{anna} AND {ben}", self.tr("both are in the photo")),
            (f"{anna} OR {ben}", self.tr("at least one of them")),
            (f"{anna} NOT {chris}", self.tr("the first one without the second")),
            (f"only {anna} AND {ben}", self.tr("both, and nobody else")),
            (f"({anna} OR {ben}) AND {chris}", self.tr("brackets as in arithmetic")),
            ("count >= 3", self.tr("three faces or more, known or not")),
            (f"{anna} since 2015-06 until 2016", self.tr("between June 2015 and the end of 2016")),
            ("year 2019", self.tr("taken in that year")),
            ("in Holiday", self.tr("in a folder whose name holds this word")),
        )

    def _choose(self, text: str) -> None:
        self.hide()
        self.chosen.emit(text)
