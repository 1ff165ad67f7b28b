"""A sentence that appears over a page, says what was done, offers to undo it, and goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from photoface.gui.theme.tokens import SPACE

_SHOWN_MS = 7000
_MS_A_LETTER = 60
"""Long sentences stay longer: about fifteen letters are read in a second, and one looks up late."""
_WIDEST = 720
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Toast(QFrame):
    """One at a time, at the bottom of its parent; it stays while the mouse is on it. ``undo``: its button.

    ``avoid`` names what stands at the bottom too and must stay seen.
    """

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._avoided: list[QWidget] = []
        self.setProperty("kind", "toast")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._button = QPushButton(self.tr("Undo"))
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, sentence: str, undoable: bool) -> None:
        """Show the sentence instead of what was shown."""
        self._text.setText(sentence)
        self._text.setAccessibleName(sentence)
        self._button.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        self._timer.start(max(_SHOWN_MS, _MS_A_LETTER * len(sentence)))

    def avoid(self, widget: QWidget) -> None:
        """Stand above this widget while it is seen."""
        self._avoided.append(widget)
        widget.installEventFilter(self)

    @property
    def sentence(self) -> str:
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start(_SHOWN_MS)

    def _place(self) -> None:
        if not self._text.text():
            return
        # A label that wraps has no width of its own: it gets one line if there is room for it, else it wraps.
        widest = max(200, min(_WIDEST, self._over.width() - 40 * SPACE))
        self._text.ensurePolished()
        wanted = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2 * SPACE
        self._text.setFixedWidth(min(wanted, widest))
        self._text.setFixedHeight(self._text.heightForWidth(self._text.width()))
        self.adjustSize()
        seen = [widget for widget in self._avoided if widget.isVisible()]
        bottoms = [widget.mapTo(self._over, QPoint(0, 0)).y() - 2 * SPACE for widget in seen]
        bottom = min([self._over.height() - 6 * SPACE, *bottoms])
        self.move((self._over.width() - self.width()) // 2, bottom - self.height())

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()
