"""Finding the pattern of a sentence, and saying it in the user's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.sentences import answers, exchange, faults, files, history, in_window

PATTERNS = (
    *history.SENTENCES,
    *answers.SENTENCES,
    *faults.SENTENCES,
    *exchange.SENTENCES,
    *files.SENTENCES,
    *in_window.SENTENCES,
)

_COUNTED = frozenset({"groups", "faces", "photos", "people"})
_FIGURES = frozenset({"number", "target", "count"})
_SAID = _COUNTED | {"source", "how", "why", "whys", "reason", "what", "operation", "later", "wanted", "mend", "kind"}
"""Places that hold what the engine says. All others hold names, paths and figures, which stay as they are."""

_LISTS = frozenset({"whys", "later"})
_SEVERAL = re.compile(r"(; |, (?=Operation \d)| (?=and [\d,]+ more$))")
"""Between reasons, and between operations."""

_PLACE = re.compile(r"\\{(\w+)\\}")  # in an escaped pattern
_KEPT = 4096


def worded(said: str) -> str:
    """A sentence of the engine as the user reads it; one that is not known, and English, stay as they are."""
    found = _read(said)
    if found is None:
        return said
    pattern, number, values = found
    text = QCoreApplication.translate("Sentences", pattern, None, number)
    if "(s)" in text:  # nobody has translated it
        return said
    return text.format(**{name: _value(name, each) for name, each in values.items()})


def as_sentence(said: str) -> str:
    """``worded``, for where it stands alone: the engine's own sentences begin small, for they also stand in others.

    A name at its beginning stays as it is: somebody may be called “anna”.
    """
    text = worded(said)
    return text if _begins_with_a_name(said) else text[:1].upper() + text[1:]


def _begins_with_a_name(said: str) -> bool:
    found = _read(said)
    if found is None:
        return False
    pattern, number, _values = found
    place = re.match(r"\{(\w+)\}", QCoreApplication.translate("Sentences", pattern, None, number))
    return place is not None and place[1] not in _SAID


def _value(name: str, said: str) -> str:
    if name not in _SAID:
        return isolated(said)
    parts = _SEVERAL.split(said) if name in _LISTS else [said]
    return "".join(part if _SEVERAL.fullmatch(part) else worded(part) for part in parts)


@lru_cache(_KEPT)
def _read(said: str) -> tuple[str, int, Mapping[str, str]] | None:
    """Pattern, number and values of a sentence: of several that fit the one that leaves least open."""
    for pattern, form in _forms():
        match = form.fullmatch(said)
        if match is not None:
            values = match.groupdict()
            number = values.pop("n", None)
            return (
                in_window.INSTEAD.get(pattern, pattern),
                -1 if number is None else int(number.replace(",", "")),
                values,
            )
    return None


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = sorted(PATTERNS, key=lambda pattern: -len(_PLACE.sub("", re.escape(pattern))))
    return tuple((pattern, _form(pattern)) for pattern in known)


def _form(pattern: str) -> re.Pattern[str]:
    form = re.escape(pattern).replace("%Ln", r"(?P<n>\d[\d,]*)").replace(r"\(s\)", "s?")
    return re.compile(_PLACE.sub(lambda place: f"(?P<{place[1]}>{_letters(place[1])})", form), re.DOTALL)


def _letters(place: str) -> str:
    if place in _COUNTED:
        return r"\d[\d,]* \w+"
    if place in _FIGURES:
        return r"[\d,.]+"
    return "an? [^:]+" if place == "kind" else ".+?"
