"""Theme and language."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton

from photoface.gui.dialogs.settings_page import SettingsPage, note
from photoface.gui.main_window import MainWindow


class GeneralSettings(SettingsPage):
    """The theme counts at once, the language when the window is made anew."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window, self._preferences = window, window.preferences
        self.theme, self.language = QComboBox(), QComboBox()
        self.anew = QPushButton(self.tr("Show it now"))
        self._later = note(self.tr("Another language counts from the next start on."))
        self._build()
        self._choose(self.theme, self._preferences.now.theme)
        self._choose(self.language, self._preferences.now.language)
        self._spoken = self._preferences.now.language
        self.theme.currentIndexChanged.connect(self._set_theme)
        self.language.currentIndexChanged.connect(self._set_language)
        self.anew.clicked.connect(self._show_now)
        self.anew.hide()

    def _build(self) -> None:
        self.section(self.tr("Colours"))
        for value, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(text, value)
        self.theme.setAccessibleName(self.tr("Colours"))
        self.row(self.theme)
        self.section(self.tr("Language"))
        for value, text in (("system", self.tr("As the system")), ("en", "English"), ("ko", "한국어")):
            self.language.addItem(text, value)
        self.language.setAccessibleName(self.tr("Language"))
        self.row(self.language, self.anew)
        self.column.addWidget(self._later)
        self.column.addStretch(1)

    def _choose(self, box: QComboBox, value: str) -> None:
        box.setCurrentIndex(box.findData(value))

    def _set_theme(self) -> None:
        self._preferences.change(theme=str(self.theme.currentData()))

    def _set_language(self) -> None:
        chosen = str(self.language.currentData())
        self._preferences.change(language=chosen)
        self.anew.setVisible(chosen != self._spoken)

    def _show_now(self) -> None:
        self.leave_wanted.emit()
        self._window.reopen_wanted.emit("")
