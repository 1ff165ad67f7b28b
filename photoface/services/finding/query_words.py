"""The words of a query, with their places in the text: for reading it, for marking what is wrong, for completing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from photoface.domain.errors import BadRequest

EXAMPLE = "Example: Anna AND Ben NOT Chris"
KEYWORDS = ("AND", "OR", "NOT", "ONLY", "COUNT", "SINCE", "UNTIL", "YEAR", "IN")
"""In any case. A person of such a name is written in quotes."""

BEFORE_VALUES = frozenset({"COUNT", "SINCE", "UNTIL", "YEAR", "IN"})
"""After these comes no name of a person."""

_TOKEN = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"|(?P<compare><=|>=|!=|=|<|>)|(?P<bracket>[()])|(?P<word>[^\s()<>=!"]+))')
_NEEDS_QUOTES = re.compile(r'[()<>=!"]|^#')

Kind = Literal["quoted", "compare", "bracket", "word", "keyword"]


@dataclass(frozen=True, slots=True)
class Word:
    """value: without quotes, keywords in capitals; the text from start to end is what was typed."""

    kind: Kind
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Typing:
    """What stands before the cursor: since ``start`` the beginning of a name, of which ``last`` is the last word.

    first: nothing but a keyword or a bracket, or nothing at all, stands before; names: a person's name may come here.
    """

    start: int
    fragment: str
    last: int
    first: bool
    names: bool


def words_of(text: str) -> list[Word]:
    """The query in words. Raises BadRequest with the place from which on it cannot be read."""
    found, at, end = list[Word](), 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None:
            rest = text[at:end].strip()
            raise misread(f"The query cannot be read from “{rest}” on. {EXAMPLE}", end - len(rest), end)
        found.append(_word(match))
        at = match.end()
    return found


def misread(sentence: str, start: int, end: int) -> BadRequest:
    """An error with its place."""
    error = BadRequest(sentence)
    error.place = start, end
    return error


def quoted(name: str, person_id: int) -> str:
    """A person's name as it is written in a query: in quotes where it holds words of the language, else as it is."""
    if '"' in name:
        return f"#{person_id}"
    special = _NEEDS_QUOTES.search(name) or any(part.upper() in KEYWORDS for part in name.split())
    return f'"{name}"' if special else name


def typing(text: str, cursor: int) -> Typing:
    """What is being typed at the cursor."""
    before = text[:cursor]
    if before.count('"') % 2:
        start = before.rindex('"')
        return Typing(start, before[start + 1 :], start, first=True, names=_names_after(_lenient(before[:start])))
    words = _lenient(before)
    if words and words[-1].kind == "keyword" and words[-1].end == len(before):
        words[-1] = Word("word", words[-1].value, words[-1].start, words[-1].end)  # it may become a longer word
    run = len(words)
    while run and words[run - 1].kind == "word":
        run -= 1
    start = words[run].start if run < len(words) else len(before)
    last = words[-1].start if run < len(words) and words[-1].end == len(before) else len(before)
    first = run == len(words) or last == start
    return Typing(start, before[start:], last, first, _names_after(words[:run]))


def _word(match: re.Match[str]) -> Word:
    kind = str(match.lastgroup)
    value, (start, end) = match.group(kind), match.span(kind)
    if kind == "quoted":
        start, end = start - 1, end + 1
    if kind == "word" and value.upper() in KEYWORDS:
        return Word("keyword", value.upper(), start, end)
    return Word(kind, value, start, end)  # type: ignore[arg-type] # the groups of _TOKEN are kinds


def _lenient(text: str) -> list[Word]:
    """As far as it can be read."""
    return [_word(match) for match in _TOKEN.finditer(text)]


def _names_after(words: list[Word]) -> bool:
    return not words or (words[-1].kind != "compare" and words[-1].value not in BEFORE_VALUES)
