"""Where the data is and how big, copies of it, and deleting all of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QGridLayout, QLabel, QMessageBox, QPushButton, QToolButton

from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.dialogs.forget_dialog import ForgetDialog
from photoface.gui.dialogs.names_in_dialog import DecisionsInDialog
from photoface.gui.dialogs.settings_page import SettingsPage, empty, note
from photoface.gui.main_window import MainWindow
from photoface.gui.models.folders_model import shown
from photoface.gui.pages.trouble import told
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.services.decisions.gathering import gather
from photoface.services.decisions.keeping import write_decisions
from photoface.services.keeping.data_places import DataPlace, What, data_places
from photoface.services.keeping.upkeep import list_snapshots
from photoface.services.library import Library
from photoface.store.backup import Snapshot

_FILE_NAME = "photoface-decisions.json"
_FILES = "JSON (*.json)"


@dataclass(frozen=True, slots=True)
class _Data:
    places: Sequence[DataPlace]
    snapshots: Sequence[Snapshot]


class DataSettings(SettingsPage):
    """Sizes are read in a thread; deleting asks in a dialog of its own."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__()
        self._desk, self._window = desk, window
        self.places = QFrame()
        self.places.setProperty("kind", "card")
        self._rows = QGridLayout(self.places)
        self._rows.setContentsMargins(4 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        self._rows.setColumnStretch(1, 1)
        self.snapshots = QComboBox()
        self.snapshots.setAccessibleName(self.tr("Snapshots, the newest first"))
        self.make, self.put_back = QPushButton(self.tr("Make one now")), QPushButton(self.tr("Put back …"))
        self.save = QPushButton(self.tr("Save all decisions …"))
        self.load = QPushButton(self.tr("Load decisions …"))
        self.forget = QPushButton(self.tr("Delete all face data …"))
        self.forget.setProperty("kind", "danger")
        self._build()
        self._read()

    def _build(self) -> None:
        self.section(self.tr("Where it is"), self.tr("All data is on this computer, in these places."))
        self.column.addWidget(self.places)
        self.section(
            self.tr("Snapshots"),
            self.tr("Copies of names, decisions and faces, made before large changes; the last five are kept."),
        )
        self.snapshots.setMinimumWidth(360)
        self.row(self.snapshots, self.put_back, self.make)
        self.section(
            self.tr("All decisions as a file"),
            self.tr(
                "Names, corrections, dates and albums, without photos and faces: to keep elsewhere, or for a library "
                "on another computer. What is decided here stays when such a file is loaded."
            ),
        )
        self.row(self.save, self.load)
        self.section(
            self.tr("Delete all face data"),
            self.tr("Faces, groups, names and decisions of this library, for good. The photos themselves stay."),
        )
        self.row(self.forget)
        self.column.addStretch(1)
        self.make.clicked.connect(self._make)
        self.put_back.clicked.connect(self._ask_put_back)
        self.save.clicked.connect(lambda _checked: self._save())
        self.load.clicked.connect(lambda _checked: self._load())
        self.forget.clicked.connect(self._forget)

    def _read(self) -> None:
        self._desk.session.read(self, _data, self._show)

    def _show(self, data: _Data) -> None:
        empty(self._rows)
        for row, place in enumerate(data.places):
            self._show_place(row, place)
        self.snapshots.clear()
        for each in data.snapshots:
            self.snapshots.addItem(told(each), each.path.name)
        for widget in (self.snapshots, self.put_back):
            widget.setEnabled(bool(data.snapshots))

    def _show_place(self, row: int, place: DataPlace) -> None:
        path = note(str(place.path))
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        size = QLabel(self.locale().formattedDataSize(place.bytes, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat))
        go = QToolButton()
        go.setIcon(icon("folders"))
        go.setProperty("kind", "quiet")
        go.setToolTip(self.tr("Show in the file manager"))
        go.setAccessibleName(self.tr("Show {what} in the file manager").format(what=self._called(place.what)))
        go.clicked.connect(partial(_show_folder, place.folder))
        self._rows.addWidget(QLabel(self._called(place.what)), row, 0)
        self._rows.addWidget(path, row, 1)
        self._rows.addWidget(size, row, 2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._rows.addWidget(go, row, 3)

    def _called(self, what: What) -> str:
        return {
            What.LIBRARY: self.tr("Library"),
            What.PICTURES: self.tr("Small pictures"),
            What.SNAPSHOTS: self.tr("Snapshots"),
            What.MODELS: self.tr("Models"),
            What.LOG: self.tr("Log"),
            What.SETTINGS: self.tr("Settings"),
        }[what]

    def _make(self) -> None:
        self.make.setEnabled(False)
        self._desk.session.write(
            self, lambda library: library.snapshot("by hand"), lambda _: self._made(), touched=Touched.SETTINGS
        )

    def _made(self) -> None:
        self.make.setEnabled(True)
        self._read()

    def _ask_put_back(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Put a snapshot back"))
        box.setText(
            self.tr("Put the library back to this snapshot?\n{snapshot}").format(snapshot=self.snapshots.currentText())
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr(
                "What was decided since is left. The library as it is now becomes a snapshot itself, to go back to."
            )
        )
        yes = box.addButton(self.tr("Put it back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        name = str(self.snapshots.currentData())
        yes.clicked.connect(lambda _checked: self._put_back(name))
        box.open()

    def _put_back(self, name: str) -> None:
        self.leave_wanted.emit()
        self._window.reopen_wanted.emit(name)

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save all decisions"), _FILE_NAME, _FILES)
        if not chosen:
            return
        path = os.fsencode(chosen)
        self.save.setEnabled(False)

        def work(library: Library) -> None:
            write_decisions(path, gather(library), replace=True)  # the system's dialog asked

        def done(_: None) -> None:
            self.save.setEnabled(True)
            text = self.tr("All decisions are saved in {file}.").format(file=isolated(shown(path)))
            self._desk.notices.tell(text)

        def failed(error: Exception) -> None:
            self.save.setEnabled(True)
            self._desk.session.report(error)

        self._desk.session.read(self, work, done, failed)

    def _load(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Load decisions"), "", _FILES)
        if chosen:
            dialog = DecisionsInDialog(self._desk, os.fsencode(chosen), self)
            dialog.accepted.connect(self.leave_wanted)
            dialog.open()

    def _forget(self) -> None:
        dialog = ForgetDialog(self._desk, self)
        dialog.forgotten.connect(self._forgotten)
        dialog.open()

    def _forgotten(self) -> None:
        self.leave_wanted.emit()
        self._window.reopen_wanted.emit("")


def _data(library: Library) -> _Data:
    return _Data(data_places(library.folder), list_snapshots(library.folder))


def _show_folder(folder: Path, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
