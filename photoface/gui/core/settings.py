"""What the window remembers of itself: size, theme, language. Nothing about photos or people."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from photoface.config.paths import data_folder


class WindowSettings:
    """An ini file in the user's data folder, or another one."""

    def __init__(self, path: Path | None = None) -> None:
        self._values = QSettings(str(path or data_folder() / "window.ini"), QSettings.Format.IniFormat)

    def text(self, key: str, usual: str = "") -> str:
        """A remembered text."""
        return str(self._values.value(key, usual))

    def remember(self, key: str, value: str | QByteArray) -> None:
        """Remember a text or a geometry."""
        self._values.setValue(key, value)

    def geometry(self, key: str) -> QByteArray | None:
        """A remembered geometry, or None."""
        found = self._values.value(key)
        return found if isinstance(found, QByteArray) and not found.isEmpty() else None
