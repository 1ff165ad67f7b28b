"""The settings: what is chosen counts at once, there is nothing to confirm but what cannot be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QStackedWidget

from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.settings_data import DataSettings
from photoface.gui.dialogs.settings_folders import FolderSettings
from photoface.gui.dialogs.settings_general import GeneralSettings
from photoface.gui.dialogs.settings_page import SettingsPage
from photoface.gui.dialogs.settings_recognition import RecognitionSettings
from photoface.gui.main_window import MainWindow
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE

_NAME = Qt.ItemDataRole.UserRole


class SettingsDialog(QDialog):
    """page: the name of the one to begin with. rescan_wanted: folders are to be looked through; models_wanted: some
    are to be installed."""

    rescan_wanted = Signal()
    models_wanted = Signal()

    def __init__(self, desk: Desk, window: MainWindow, page: str = "") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.resize(820, 620)
        self.general = GeneralSettings(window)
        self.folders = FolderSettings(desk)
        self.recognition = RecognitionSettings(desk, window)
        self.data = DataSettings(desk, window)
        self.list, self._stack = QListWidget(), QStackedWidget()
        self._build()
        self.show_page(page or "general")
        self.folders.rescan_wanted.connect(self.rescan_wanted)
        self.recognition.rescan_wanted.connect(self.rescan_wanted)
        self.recognition.models_wanted.connect(self._models)
        for each in (self.general, self.data):
            each.leave_wanted.connect(self.close)

    def show_page(self, name: str) -> None:
        """Go to the page of this name: general, folders, recognition, data."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def _build(self) -> None:
        self.list.setProperty("kind", "sidebar")
        self.list.setFixedWidth(170)
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        pages: tuple[tuple[str, str, str, SettingsPage], ...] = (
            ("general", self.tr("General"), "settings", self.general),
            ("folders", self.tr("Folders"), "folders", self.folders),
            ("recognition", self.tr("Recognition"), "face-box", self.recognition),
            ("data", self.tr("Data"), "shield", self.data),
        )
        for name, title, picture, page in pages:
            item = QListWidgetItem(icon(picture), title, self.list)
            item.setData(_NAME, name)
            self._stack.addWidget(_scrolled(page, title))
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.list)
        row.addWidget(self._stack, 1)

    def _models(self) -> None:
        self.close()
        self.models_wanted.emit()


def _scrolled(page: SettingsPage, title: str) -> QScrollArea:
    area = QScrollArea()
    area.setAccessibleName(title)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
