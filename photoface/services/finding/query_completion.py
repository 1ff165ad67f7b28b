"""Completing a query while it is typed: people whom the letters may mean, and the words of the language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from photoface.domain.people import Person
from photoface.services.finding.completion import completions, plain
from photoface.services.finding.query_words import KEYWORDS, quoted, typing

_AT_FIRST = ("NOT", "ONLY", "COUNT", "SINCE", "UNTIL", "YEAR", "IN")
_PEOPLE = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """shown: in the list; start, text: what replaces the query from there to the cursor."""

    shown: str
    start: int
    text: str


def offers(query: str, cursor: int, people: Iterable[Person], lately: Sequence[int] = ()) -> list[Offer]:
    """What may come at the cursor, people first. After a whole name only longer names are, not similar ones."""
    here, everybody = typing(query, cursor), list(people)
    found = list[Offer]()
    if here.names and here.fragment.strip():
        whole = plain(query[here.start : here.last].strip(' "'))
        if whole and any(plain(one.name) == whole for one in everybody):
            everybody = [one for one in everybody if plain(one.name).startswith(plain(here.fragment))]
        likely = completions(here.fragment.strip(), everybody, lately, limit=_PEOPLE)
        found += [Offer(one.name, here.start, quoted(one.name, one.person_id) + " ") for one in likely]
    word = query[here.last : cursor].upper()
    keywords = _AT_FIRST if here.first else KEYWORDS
    if word and here.names and '"' not in word:
        found += [Offer(each, here.last, f"{each} ") for each in keywords if each.startswith(word)]
    return found
