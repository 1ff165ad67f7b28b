"""The colours of the whole application: chosen by the user, or following the system while it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from photoface.gui.core.settings import Preferences
from photoface.gui.theme.palette import Theme, colors_of, palette_of, system_scheme
from photoface.gui.theme.style import style_sheet


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application the colours of a theme."""
    colors = colors_of(theme)
    application.setStyle("Fusion")
    application.setPalette(palette_of(colors))
    application.setStyleSheet(style_sheet(colors))


class Wardrobe(QObject):
    """Dresses at once, at each change of the setting, and with the system's colours where those are wanted."""

    def __init__(self, application: QApplication, preferences: Preferences) -> None:
        super().__init__(preferences)
        self._application, self._preferences = application, preferences
        self._worn: tuple[str, object] | None = None
        preferences.changed.connect(self.dress)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """What the setting and the system want now; nothing is done when that is worn already."""
        wanted = (self._preferences.now.theme, system_scheme())
        if wanted != self._worn:
            self._worn = wanted
            dress(self._application, Theme(wanted[0]))
