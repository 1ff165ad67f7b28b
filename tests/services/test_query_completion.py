"""What is offered while a query is typed."""

from __future__ import annotations

import pytest

from photoface.domain.people import Person
from photoface.services.finding.query_completion import offers

PEOPLE = [
    Person(at, "", name, 0, 0, 0, 10 - at, None, False)
    for at, name in enumerate(["Anna", "Anna Maria", "Bo Or", 'The "Rock"', "Not Me"])
]


def shown(query: str) -> list[str]:
    return [offer.shown for offer in offers(query, len(query), PEOPLE)]


def taken(query: str, at: int = 0) -> str:
    offer = offers(query, len(query), PEOPLE)[at]
    return query[: offer.start] + offer.text


def test_names_and_words_of_the_language() -> None:
    assert shown("ann") == ["Anna", "Anna Maria"]
    assert shown("Anna a") == ["AND"]
    assert shown("Anna m") == ["Anna Maria"]
    assert shown("no") == ["Not Me", "NOT"]


@pytest.mark.parametrize("query", ["", "since 2", "in ann", "count >", "Anna AND "])
def test_nothing_where_nothing_helps(query: str) -> None:
    assert shown(query) == []


def test_what_is_taken_replaces_what_was_typed() -> None:
    assert taken("Anna AND an", 1) == "Anna AND Anna Maria "
    assert taken("NOT bo") == 'NOT "Bo Or" '
    assert taken("the") == "#3 "
    assert taken('Anna OR "Not') == 'Anna OR "Not Me" '
    assert taken("Anna si") == "Anna SINCE "
