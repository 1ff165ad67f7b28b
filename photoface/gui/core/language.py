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
    forget_translations()
    qt, own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resource("resources", "translations"))
    _install(locale, "qtbase", qt)
    if not _install(
        locale, "photoface", own
    ):  # a language that nobody has translated to yet: English, with its plurals
        _install(QLocale("en"), "photoface", own)


def forget_translations() -> None:
    """The texts as they are in the code."""
    for old in _kept:
        QCoreApplication.removeTranslator(old)
    _kept.clear()


def _install(locale: QLocale, name: str, folder: str) -> bool:
    translator = QTranslator()
    if not translator.load(locale, name, "_", folder):
        return False
    _kept.append(translator)
    return QCoreApplication.installTranslator(translator)
