"""The query language: what it means, and what it says when it cannot be read."""

import pytest

from photoface.domain.errors import BadRequest, NotFound
from photoface.services.query import PhotoFaces, parse

PEOPLE = {"a": 1, "b": 2, "c": 3, "a b": 4}


def resolve(name: str) -> int:
    if name.lower() not in PEOPLE:
        raise NotFound(name)
    return PEOPLE[name.lower()]


def photo(*people: int, strangers: int = 0, faces: int | None = None) -> PhotoFaces:
    return PhotoFaces(frozenset(people), strangers, len(people) + strangers if faces is None else faces)


def holds(query: str, shown: PhotoFaces) -> bool:
    return parse(query, resolve)(shown)


def test_and_not_as_in_the_manual():
    assert holds("A AND B NOT C", photo(1, 2))
    assert not holds("A AND B NOT C", photo(1, 2, 3))
    assert not holds("A AND B NOT C", photo(1))


def test_or_binds_less_than_and():
    assert holds("A OR B AND C", photo(1))
    assert holds("A OR B AND C", photo(2, 3))
    assert not holds("A OR B AND C", photo(2))
    assert not holds("(A OR B) AND C", photo(1))


def test_words_without_operator_are_one_name():
    assert holds("A B", photo(4))
    assert not holds('"A" AND "B"', photo(4))


def test_only_forbids_everybody_else():
    assert holds("only A AND B", photo(1, 2))
    assert not holds("only A AND B", photo(1, 2, 3))
    assert not holds("only A", photo(1, strangers=1))
    assert holds("(only A) OR C", photo(3, strangers=2))


@pytest.mark.parametrize(("sign", "right"), [("=", 3), (">=", 3), (">", 2), ("<", 4), ("<=", 3), ("!=", 1)])
def test_count_counts_faces(sign, right):
    assert holds(f"A and count {sign} {right}", photo(1, strangers=2))


@pytest.mark.parametrize("wrong", ["", "A AND", "(A", "A )", "count 3", "count >= many", "NOT", '"A', "= 3"])
def test_what_cannot_be_read_is_said(wrong):
    with pytest.raises(BadRequest):
        parse(wrong, resolve)


def test_unknown_names_come_from_the_library():
    with pytest.raises(NotFound):
        parse("A AND Z", resolve)
