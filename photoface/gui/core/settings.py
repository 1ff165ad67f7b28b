"""What the window remembers of itself: size, place, recent libraries; and the user's settings, shared with the CLI."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from photoface.config.paths import data_folder
from photoface.config.settings import SETTINGS_NAME, Settings, load_settings, save_settings

_RECENT = "recent libraries"
_PROGRAMS = "programs for photos"
_MOST_RECENT = 8


class WindowSettings:
    """An ini file in the user's data folder, or another one. Nothing about photos or people is in it."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or data_folder() / "window.ini"
        self._values = QSettings(str(self.path), QSettings.Format.IniFormat)

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

    def recent_libraries(self) -> list[Path]:
        """The folders of the libraries that were opened last, the latest first."""
        return [Path(each) for each in self._listed(_RECENT)]

    def note_library(self, folder: Path) -> None:
        """This library is open now."""
        others = [each for each in self.recent_libraries() if each != folder]
        self._values.setValue(_RECENT, [str(each) for each in [folder, *others][:_MOST_RECENT]])

    def forget_library(self, folder: Path) -> None:
        """It is not there any more."""
        self._values.setValue(_RECENT, [str(each) for each in self.recent_libraries() if each != folder])

    def programs(self) -> list[str]:
        """The programs that photos were opened with, the latest first."""
        return self._listed(_PROGRAMS)

    def note_program(self, program: str) -> None:
        """A photo was opened with this one."""
        others = [each for each in self.programs() if each != program]
        self._values.setValue(_PROGRAMS, [program, *others][:_MOST_RECENT])

    def forget_program(self, program: str) -> None:
        """It does not start."""
        self._values.setValue(_PROGRAMS, [each for each in self.programs() if each != program])

    def _listed(self, key: str) -> list[str]:
        found = self._values.value(key) or []  # an ini file makes a list of one a plain text
        return [found] if isinstance(found, str) else [str(each) for each in found]


class Preferences(QObject):
    """The settings of config.settings while the window is open. ``changed`` after each change."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, window: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = window.path.with_name(SETTINGS_NAME)
        self.now: Settings = load_settings(self._path)

    def change(self, **values: Any) -> None:
        """Set some of them, from now on and for the next start."""
        self.now = replace(self.now, **values)
        try:
            save_settings(self.now, self._path)
        except OSError as error:
            self.failed.emit(error)
        self.changed.emit()
