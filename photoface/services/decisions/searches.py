"""Settings of a library that make sense in another one; people in saved searches go by uuid on the way."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from photoface.domain.errors import PhotofaceError
from photoface.services.finding.query_words import words_of
from photoface.services.library import Library
from photoface.store import decided

_SEARCH = "search:"
_KEPT = ("algorithm", "wrong", "exclude")
_OF_PEOPLE = "person:"
"""Nicknames and favourites: by uuid already."""
_NOBODY = "#00000000-0000-0000-0000-000000000000", "#0"
"""Somebody who was merged into others, or is no more, on the way and here: no number of a library that may be
somebody's in another one."""
_ODD = (ValueError, LookupError, TypeError, AttributeError, PhotofaceError)


def portable_settings(library: Library, people: Mapping[int, str]) -> dict[str, str]:
    """Saved searches, nicknames and favourites, what is left out, how strictly it groups. people: id -> uuid."""
    found = decided.settings(library.db)
    kept = {key: value for key, value in found.items() if key in _KEPT or key.startswith(_OF_PEOPLE)}
    for key, value in found.items():
        if key.startswith(_SEARCH):
            kept[key] = _with_uuids(value, people)
    return kept


def settings_here(told: Mapping[str, str], people: Mapping[str, int]) -> dict[str, str]:
    """The inverse: what to set in this library. people: uuid -> id; a search for somebody unknown is left out."""
    kept = {key: value for key, value in told.items() if key in _KEPT or key.startswith(_OF_PEOPLE)}
    for key, value in told.items():
        if key.startswith(_SEARCH):
            search = _with_numbers(value, people)
            if search is not None:
                kept[key] = search
    return kept


def _with_uuids(value: str, people: Mapping[int, str]) -> str:
    known = {f"#{number}": f"#{uuid}" for number, uuid in people.items()}
    return _rewritten(value, lambda reference: known.get(reference, _NOBODY[0])) or value


def _with_numbers(value: str, people: Mapping[str, int]) -> str | None:
    known = {f"#{uuid}": f"#{number}" for uuid, number in people.items()} | dict([_NOBODY])
    return _rewritten(value, known.__getitem__)


def _rewritten(value: str, other: Callable[[str], str]) -> str | None:
    """The search with other references; None for what is no search, or is for somebody who is not there."""
    try:
        search = json.loads(value)
        text = str(search["query"])
        for word in reversed(words_of(text)):
            if word.kind == "word" and word.value.startswith("#"):
                text = text[: word.start] + other(word.value) + text[word.end :]
        return json.dumps({"name": str(search["name"]), "query": text}, ensure_ascii=False)
    except _ODD:
        return None
