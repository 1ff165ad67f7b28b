"""What the window shows where a library cannot be opened: what is the matter, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from photoface.domain.errors import LibraryBusy, LibraryDamaged, LibraryNewer
from photoface.gui.core.changes import Touched
from photoface.gui.core.dates import short_moment
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.pages.page import Page
from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.empty_state import EmptyState
from photoface.store.backup import Snapshot

_WIDTH = 480


class TroublePage(Page):
    """retry: try again; other: open another library; leave: quit; restore: put the snapshot of this name back."""

    touched = Touched(0)
    retry = Signal()
    other = Signal()
    leave = Signal()
    restore = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.state = EmptyState("warning", "", "")
        self.snapshots = QComboBox()
        self.snapshots.setAccessibleName(self.tr("Snapshots, the newest first"))
        self.put_back = QPushButton(self.tr("Put this snapshot back"))
        self.again = QPushButton(self.tr("Try again"))
        self.elsewhere = QPushButton(self.tr("Open another library …"))
        self.quit = QPushButton(self.tr("Quit"))
        self._about = QLabel(self.tr("A snapshot of before can be put back. The present file is kept beside it."))
        self._build()

    def show_error(self, error: Exception, snapshots: Sequence[Snapshot]) -> None:
        """Why it cannot be opened. snapshots: those that may help, newest first."""
        self.state.say(self._title(error), sentence_of(error))
        offered = list(snapshots) if isinstance(error, LibraryDamaged) else []
        self.snapshots.clear()
        for each in offered:
            self.snapshots.addItem(told(each), each.path.name)
        for widget in (self.snapshots, self.put_back, self._about):
            widget.setVisible(bool(offered))
        self._ask(True)
        (self.put_back if offered else self.again).setFocus()

    def show_work(self, sentence: str) -> None:
        """Something is being done about it."""
        self.state.say(self.tr("One moment"), sentence)
        self._ask(False)

    def _ask(self, asking: bool) -> None:
        for button in (self.again, self.elsewhere, self.quit):
            button.setVisible(asking)
        if not asking:
            for widget in (self.snapshots, self.put_back, self._about):
                widget.hide()

    def _build(self) -> None:
        for button, signal in ((self.again, self.retry), (self.elsewhere, self.other), (self.quit, self.leave)):
            button.clicked.connect(lambda _checked, signal=signal: signal.emit())
        self.put_back.clicked.connect(lambda _checked: self.restore.emit(str(self.snapshots.currentData())))
        self._about.setProperty("kind", "note")
        self.put_back.setProperty("kind", "primary")
        self.snapshots.setMinimumWidth(_WIDTH)
        column = QVBoxLayout()
        column.setSpacing(3 * SPACE)
        column.addWidget(self.state)
        for widget in (self._about, self.snapshots, self.put_back):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addStretch(1)
        for button in (self.again, self.elsewhere, self.quit):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.body.addStretch(1)
        self.body.addLayout(column)
        self.body.addStretch(2)

    def _title(self, error: Exception) -> str:
        match error:
            case LibraryBusy():
                return self.tr("This library is open elsewhere")
            case LibraryNewer():
                return self.tr("A newer photoface wrote this library")
            case LibraryDamaged():
                return self.tr("This library is damaged")
        return self.tr("This library cannot be opened")


def told(snapshot: Snapshot) -> str:
    """A snapshot on one line: when, why, how big."""
    locale = QLocale()
    when = short_moment(QDateTime.fromString(snapshot.at, Qt.DateFormat.ISODate))
    return f"{when} · {worded(snapshot.reason)} · {locale.formattedDataSize(snapshot.bytes, 1, _UNITS)}"


_UNITS = QLocale.DataSizeFormat.DataSizeTraditionalFormat
