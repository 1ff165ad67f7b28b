"""Reads a query by recursive descent, a method for each rule of the grammar (query.py); the result tests one photo."""

from __future__ import annotations

import operator
import os
import re
from collections.abc import Callable
from datetime import date

from photoface.domain.errors import PhotofaceError
from photoface.services.finding.query_facts import Test, folded
from photoface.services.finding.query_words import EXAMPLE, Word, misread

_COMPARE = {
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)
_BEGINS = frozenset({"NOT", "COUNT", "SINCE", "UNTIL", "YEAR", "IN"})

Resolve = Callable[[str], int]
"""A name or #number to a person id; raises NotFound or Ambiguous."""


class Parser:
    """names: from, to, and person id of each name that was read. Methods raise BadRequest, NotFound, Ambiguous with
    ``place``."""

    def __init__(self, words: list[Word], resolve: Resolve) -> None:
        self._words = words
        self._at = 0
        self._resolve = resolve
        self.names: list[tuple[int, int, int]] = []
        self._end = words[-1].end if words else 0

    def query(self) -> Test:
        if not self._take("keyword", "ONLY"):
            return self.either()
        start = len(self.names)
        inner = self.either()
        allowed = frozenset(person for _, _, person in self.names[start:])
        return lambda photo: inner(photo) and photo.strangers == 0 and photo.people <= allowed

    def either(self) -> Test:
        tests = [self.both()]
        while self._take("keyword", "OR"):
            tests.append(self.both())
        return tests[0] if len(tests) == 1 else lambda photo: any(test(photo) for test in tests)

    def both(self) -> Test:
        tests = [self.term()]
        while self._take("keyword", "AND") or self._starts_term():
            tests.append(self.term())
        return tests[0] if len(tests) == 1 else lambda photo: all(test(photo) for test in tests)

    def term(self) -> Test:
        if self._take("keyword", "NOT"):
            inner = self.term()
            return lambda photo: not inner(photo)
        for keyword, read_on in (
            ("COUNT", self._count),
            ("SINCE", self._since),
            ("UNTIL", self._until),
            ("YEAR", self._year),
            ("IN", self._in),
        ):
            if self._take("keyword", keyword):
                return read_on()
        if self._take("bracket", "("):
            return self._bracket()
        return self._person()

    def expect_end(self) -> None:
        if self._at < len(self._words):
            word = self._words[self._at]
            raise misread(f"The query cannot be read from “{word.value}” on. {EXAMPLE}", word.start, self._end)

    def _bracket(self) -> Test:
        opened = self._words[self._at - 1]
        inner = self.query()
        if not self._take("bracket", ")"):
            raise misread("A bracket in the query is not closed.", opened.start, opened.end)
        return inner

    def _person(self) -> Test:
        name, start, end = self._several("a name")
        try:
            person = self._resolve(name)
        except PhotofaceError as error:
            error.place = start, end
            raise
        self.names.append((start, end, person))
        return lambda photo: person in photo.people

    def _count(self) -> Test:
        sign = self._next("a comparison after COUNT, as in: count >= 3")
        if sign.kind != "compare":
            raise misread("COUNT is written like this: count >= 3", sign.start, sign.end)
        number = self._next("a number, as in: count >= 3")
        if not number.value.isdecimal():
            raise misread("COUNT is written like this: count >= 3", number.start, number.end)
        compare, wanted = _COMPARE[sign.value], int(number.value)
        return lambda photo: bool(compare(photo.faces, wanted))

    def _since(self) -> Test:
        wanted = self._date("SINCE")
        return lambda photo: photo.taken is not None and photo.taken >= wanted

    def _until(self) -> Test:
        wanted = self._date("UNTIL")
        return lambda photo: photo.taken is not None and photo.taken[: len(wanted)] <= wanted

    def _year(self) -> Test:
        wanted = self._date("YEAR")
        return lambda photo: photo.taken is not None and photo.taken.startswith(wanted)

    def _in(self) -> Test:
        name, start, end = self._several("a folder")
        wanted = folded(name.rstrip("/\\") or name)
        if not wanted.strip():
            raise misread("IN is written like this: in Holiday", start, end)
        if os.path.isabs(name):
            return lambda photo: any(f"{spot.whole}/".startswith(f"{wanted}/") for spot in photo.spots)
        return lambda photo: any(wanted in spot.own for spot in photo.spots)

    def _date(self, keyword: str) -> str:
        word = self._next(f"a date after {keyword}, as in: {keyword.lower()} 2016-05")
        if not _is_date(word.value):
            sentence = f"“{word.value}” is no date. Dates are written like this: 2016, 2016-05 or 2016-05-31"
            raise misread(sentence, word.start, word.end)
        return word.value

    def _several(self, wanted: str) -> tuple[str, int, int]:
        """Words up to the next keyword or sign, or what is in quotes; with its place."""
        first = self._next(wanted)
        if first.kind == "quoted":
            return first.value, first.start, first.end
        if first.kind != "word":
            sentence = f"The query needs {wanted} where it says “{first.value}”. {EXAMPLE}"
            raise misread(sentence, first.start, first.end)
        words = [first]
        while self._at < len(self._words) and self._words[self._at].kind == "word":
            words.append(self._next(""))
        return " ".join(word.value for word in words), first.start, words[-1].end

    def _next(self, wanted: str) -> Word:
        if self._at >= len(self._words):
            raise misread(f"The query ends where it needs {wanted}. {EXAMPLE}", self._end, self._end)
        self._at += 1
        return self._words[self._at - 1]

    def _take(self, kind: str, value: str) -> bool:
        here = self._words[self._at] if self._at < len(self._words) else None
        found = here is not None and (here.kind, here.value) == (kind, value)
        self._at += found
        return found

    def _starts_term(self) -> bool:
        if self._at >= len(self._words):
            return False
        word = self._words[self._at]
        if word.kind in ("bracket", "keyword"):
            return word.value == "(" or word.value in _BEGINS
        return word.kind in ("word", "quoted")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10] if len(text) < 7 else (text + "-01")[:10])
    except ValueError:
        return False
    return True
