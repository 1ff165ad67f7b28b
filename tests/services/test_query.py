"""The query language: what it means, and what it says when it cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.errors import BadRequest, NotFound, PhotofaceError
from photoface.services.finding.query import parse, read
from photoface.services.finding.query_facts import PhotoFaces, Spot
from photoface.services.finding.query_words import quoted, typing

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


def dated(taken: str | None) -> PhotoFaces:
    return PhotoFaces(frozenset(), 0, 0, taken)


@pytest.mark.parametrize(
    ("query", "fits", "fits_not"),
    [
        ("since 2015-06", "2015-06-01T00:00:00", "2015-05-31T23:59:59"),
        ("since 2016", "2016-01-01T00:00:00", "2015-12-31T23:59:59"),
        ("until 2016", "2016-12-31T23:59:59", "2017-01-01T00:00:00"),
        ("until 2016-02-28", "2016-02-28T23:00:00", "2016-02-29T00:00:00"),
        ("year 2019", "2019-07-01T12:00:00", "2020-01-01T00:00:00"),
        ("year 2019-07", "2019-07-01T12:00:00", "2019-08-01T12:00:00"),
        ("since 2015-06 until 2016", "2016-05-05T00:00:00", "2017-05-05T00:00:00"),
        ("NOT year 2019", "2018-01-01T00:00:00", "2019-01-01T00:00:00"),
    ],
)
def test_dates(query, fits, fits_not):
    assert holds(query, dated(fits))
    assert not holds(query, dated(fits_not))
    assert holds(query, dated(None)) == query.startswith("NOT")


def test_dates_and_names_stand_side_by_side():
    shown = PhotoFaces(frozenset({1}), 0, 1, "2016-05-05T00:00:00")
    assert holds("A since 2015 until 2016", shown)
    assert holds("since 2015 A", shown)
    assert holds("only A since 2015", shown)
    assert not holds("A since 2017", shown)


def test_folders_by_letters_of_their_name_or_by_path():
    shown = PhotoFaces(frozenset(), 0, 0, None, (Spot("/home/anna/photos/2019 holiday", "photos/2019 holiday"),))
    assert holds("in Holiday", shown)
    assert holds('in "2019 Holiday"', shown)
    assert holds("in /home/anna/photos", shown)
    assert not holds("in /home/anna/photo", shown)
    assert not holds("in anna", shown)
    assert not holds("in Holiday", photo(1))


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ("A AND", (5, 5)),
        ("A since gestern", (8, 15)),
        ("A since 2015-13", (8, 15)),
        ("A (", (3, 3)),
        ("(A OR B", (0, 1)),
        ("A ) B", (2, 5)),
        ("A count 3", (8, 9)),
        ("A AND Zoe Z NOT B", (6, 11)),
        ('A "B', (2, 4)),
        ("= 3", (0, 1)),
    ],
)
def test_errors_say_where(wrong, place):
    with pytest.raises(PhotofaceError) as said:
        parse(wrong, resolve)
    assert said.value.place == place


def test_names_are_told_with_their_places():
    assert read('A B OR "c"', resolve).names == ((0, 3, 4), (7, 10, 3))


@pytest.mark.parametrize(
    ("text", "start", "fragment", "names"),
    [
        ("", 0, "", True),
        ("Ann", 0, "Ann", True),
        ("Anna AND Be", 9, "Be", True),
        ("Anna Mari", 0, "Anna Mari", True),
        ('NOT "Jo', 4, "Jo", True),
        ("Anna and", 0, "Anna and", True),
        ("since 20", 6, "20", False),
        ("in Holi", 3, "Holi", False),
        ("(Anna or B", 9, "B", True),
    ],
)
def test_what_is_being_typed(text, start, fragment, names):
    found = typing(text, len(text))
    assert (found.start, found.fragment, found.names) == (start, fragment, names)


def place_of_error(text):
    try:
        parse(text, resolve)(photo(1))
    except PhotofaceError as error:
        return error.place or (0, 0)
    return 0, 0


@given(st.text(alphabet='AaBn "()<=#7-é\n', max_size=30), st.integers(0, 30))
def test_nothing_that_is_typed_breaks_anything(text, cursor):
    typing(text, min(cursor, len(text)))
    start, end = place_of_error(text)
    assert 0 <= start <= end <= len(text)


@given(st.text(min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool))
def test_a_name_as_it_is_offered_is_read_as_that_name(name):
    asked = []

    def listen(text):
        asked.append(text)
        return 7

    parse(f"NOT {quoted(name, 7)}", listen)
    assert asked in ([name], ["#7"])
