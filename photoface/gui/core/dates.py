"""Dates as the user's country writes them, but with whole years: of old photos 98 and 19 say too little."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale

_SHORT = QLocale.FormatType.ShortFormat


def date_format() -> str:
    """For fields of dates."""
    found = QLocale().dateFormat(_SHORT)
    return found if "yyyy" in found else found.replace("yy", "yyyy")


def short_date(date: QDate) -> str:
    """A date in figures."""
    return QLocale().toString(date, date_format())


def long_date(date: QDate) -> str:
    """A date in words, the day of the week with it: of one photo, that is how one remembers it."""
    return QLocale().toString(date, QLocale.FormatType.LongFormat)


def short_moment(at: QDateTime) -> str:
    """A date and a time of the day, in local time."""
    local = at.toLocalTime()
    return f"{short_date(local.date())} {QLocale().toString(local.time(), _SHORT)}"
