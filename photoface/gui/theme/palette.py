"""The colours as Qt's palette, for delegates and Fusion, and the choice between light and dark."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from photoface.gui.theme.tokens import DARK, LIGHT, Colors

_ROLES = {
    "ground": (QPalette.ColorRole.Window, QPalette.ColorRole.Base),
    "surface": (QPalette.ColorRole.Button, QPalette.ColorRole.AlternateBase, QPalette.ColorRole.ToolTipBase),
    "raised": (QPalette.ColorRole.Midlight,),
    "line": (QPalette.ColorRole.Mid, QPalette.ColorRole.Dark),
    "text": (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.ToolTipText,
    ),
    "quiet": (QPalette.ColorRole.PlaceholderText,),
    "accent": (QPalette.ColorRole.Highlight, QPalette.ColorRole.Link, QPalette.ColorRole.Accent),
    "on_accent": (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.BrightText),
}


class Theme(StrEnum):
    """What a user may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def system_scheme() -> Qt.ColorScheme:
    """Whether the system is light or dark now; unknown where it does not tell."""
    return QGuiApplication.styleHints().colorScheme()


def colors_of(theme: Theme) -> Colors:
    """The colours of a theme; of the system's present one, where it tells, else light."""
    if theme is Theme.SYSTEM:
        return DARK if system_scheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def palette_of(colors: Colors) -> QPalette:
    """All roles that widgets and delegates use."""
    palette = QPalette()
    for name, roles in _ROLES.items():
        for role in roles:
            palette.setColor(role, QColor(getattr(colors, name)))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.quiet))
    return palette
