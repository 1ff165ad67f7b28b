"""The language of all texts: the user's choice or the system's, from the translations that come with the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from photoface.config.paths import resource

_kept: list[QTranslator] = []
"""Qt does not own translators: they live as long as the program."""


def speak(language: str) -> None:
    """Use the translations of a language ("system", "en", "ko") from now on. Before windows are made."""
    locale = QLocale.system() if language == "system" else QLocale(language)
    QLocale.setDefault(locale)
    for old in _kept:
        QCoreApplication.removeTranslator(old)
    _kept.clear()
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt), ("photoface", str(resource("resources", "translations")))):
        translator = QTranslator()
        if translator.load(locale, name, "_", folder):
            QCoreApplication.installTranslator(translator)
            _kept.append(translator)
