"""Dates as people write them: a day, a month, a year, a season, a decade."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from photoface.domain.errors import BadRequest

EXAMPLE = "Write it like 1983, summer 1983, July 1983, 1983-07-15 or 1983-07-15 14:30."
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12, "봄": 3, "여름": 6, "가을": 9, "겨울": 12}
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)"
_WORD = r"(?P<word>[a-z]{3,9})\.?"
_Match = re.Match[str]


def _month(match: _Match) -> str:
    """The month of a name, of its first letters, or the first one of a season."""
    word = match["word"]
    if word in _SEASONS:
        return f"{match['year']}-{_SEASONS[word]:02}"
    found = [number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)]
    if len(found) != 1:
        raise BadRequest(f"“{word}” is no month and no season. {EXAMPLE}")
    return f"{match['year']}-{found[0]:02}"


def _in_figures(match: _Match) -> str:
    """As far as it goes: year, month, day."""
    parts = match.groupdict()
    return "-".join([parts["year"], *(f"{int(parts[part]):02}" for part in ("month", "day") if parts.get(part))])


def _at(match: _Match) -> str:
    time = match["time"]
    return f"{match[0][:10]}T{time if len(time) > 5 else time + ':00'}"


_FORMS: tuple[tuple[str, Callable[[_Match], str]], ...] = (
    (_YEAR, lambda match: match["year"]),
    (rf"(?:the )?{_YEAR}s", lambda match: match["year"]),
    (rf"{_YEAR}-(?P<month>\d\d)", lambda match: f"{match['year']}-{match['month']}"),
    (rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)", lambda match: match[0]),
    (rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)[ t](?P<time>\d\d:\d\d(?::\d\d)?)", _at),
    (rf"{_YEAR}([./]) ?(?P<month>\d\d?)(?:\2 ?(?P<day>\d\d?)\.?)?", _in_figures),  # 1983. 7. 15. as in Korea, 1983/7/15
    (rf"{_YEAR}년(?:대| ?(?P<month>\d\d?)월(?: ?(?P<day>\d\d?)일)?)?", _in_figures),
    (rf"{_YEAR}년 ?(?P<word>봄|여름|가을|겨울)", _month),
    (rf"{_WORD} {_YEAR}", _month),
    (rf"(?P<day>\d\d?)\.? {_WORD} {_YEAR}", lambda match: f"{_month(match)}-{int(match['day']):02}"),
    (rf"{_WORD} (?P<day>\d\d?),? {_YEAR}", lambda match: f"{_month(match)}-{int(match['day']):02}"),
)


def read_written(text: str) -> str:
    """ISO 8601, or a beginning of it: 'summer 1983' is '1983-06'. Raises BadRequest."""
    words = " ".join(text.lower().split())
    for pattern, iso in _FORMS:
        match = re.fullmatch(pattern, words, re.ASCII)
        if match:
            return _checked(iso(match), text)
    raise BadRequest(f"“{text}” is no date that photoface can read. {EXAMPLE}")


def _checked(iso: str, text: str) -> str:
    whole = iso if len(iso) >= 10 else (iso + "-01-01")[:10]
    try:
        datetime.fromisoformat(whole)
    except ValueError as error:
        raise BadRequest(f"“{text}”: there is no such day. {EXAMPLE}") from error
    return iso
