"""The query language of albums: ``Anna AND Ben NOT Chris``, ``only Anna``, ``count >= 3``.

    query  := ["ONLY"] either
    either := both ("OR" both)*
    both   := term (["AND"] term)*
    term   := "NOT" term | "COUNT" (= < > <= >= !=) number | "(" query ")" | name

A name is one or more words, or anything in double quotes; ``#7`` is the person with that number.
ONLY keeps photos that show nobody but the people named in it.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass

from photoface.domain.errors import BadRequest

_TOKEN = re.compile(r'\s*(?:"(?P<quoted>[^"]*)"|(?P<compare><=|>=|!=|=|<|>)|(?P<bracket>[()])|(?P<word>[^\s()<>=!"]+))')
_COMPARE = {
    "=": operator.eq,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "!=": operator.ne,
}
_DEEPEST = 100
_KEYWORDS = frozenset({"AND", "OR", "NOT", "ONLY", "COUNT"})


@dataclass(frozen=True, slots=True)
class PhotoFaces:
    """What a query looks at in one photo: who is in it, and how many faces it has, known or not."""

    people: frozenset[int]
    strangers: int
    faces: int


Test = Callable[[PhotoFaces], bool]
Resolve = Callable[[str], int]
"""A name or #number to a person id; raises NotFound or Ambiguous."""


def parse(text: str, resolve: Resolve) -> Test:
    """The test of one photo that the query text describes; BadRequest says where it cannot be read."""
    tokens = _tokens(text)
    if sum(token in (("bracket", "("), ("keyword", "NOT")) for token in tokens) > _DEEPEST:
        raise BadRequest(f"A query may have {_DEEPEST} brackets and NOTs at most; make it shorter.")
    parser = _Parser(tokens, resolve)
    test = parser.query()
    parser.expect_end()
    return test


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    text = text.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise BadRequest(f"The query cannot be read from “{text[at:].strip()}” on. Example: Anna AND Ben NOT Chris")
        kind = str(match.lastgroup)
        value = match.group(kind)
        keyword = kind == "word" and value.upper() in _KEYWORDS
        tokens.append(("keyword", value.upper()) if keyword else (kind, value))
        at = match.end()
    return tokens


class _Parser:
    def __init__(self, tokens: list[tuple[str, str]], resolve: Resolve) -> None:
        self._tokens = tokens
        self._at = 0
        self._resolve = resolve
        self._named: list[int] = []

    def query(self) -> Test:
        if not self._take("keyword", "ONLY"):
            return self.either()
        start = len(self._named)
        inner = self.either()
        allowed = frozenset(self._named[start:])
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
        if self._take("keyword", "COUNT"):
            return self._count()
        if self._take("bracket", "("):
            inner = self.query()
            if not self._take("bracket", ")"):
                raise BadRequest("A bracket in the query is not closed.")
            return inner
        person = self._resolve(self._name())
        self._named.append(person)
        return lambda photo: person in photo.people

    def expect_end(self) -> None:
        if self._at < len(self._tokens):
            raise BadRequest(f"The query cannot be read from “{self._tokens[self._at][1]}” on.")

    def _count(self) -> Test:
        kind, sign = self._next("a comparison after COUNT, as in: count >= 3")
        number = self._next("a number, as in: count >= 3")[1]
        if kind != "compare" or not number.isdecimal():
            raise BadRequest("COUNT is written like this: count >= 3")
        compare, wanted = _COMPARE[sign], int(number)
        return lambda photo: bool(compare(photo.faces, wanted))

    def _name(self) -> str:
        kind, value = self._next("a name")
        if kind == "quoted":
            return value
        if kind != "word":
            raise BadRequest(f"The query needs a name where it says “{value}”. Example: Anna AND Ben NOT Chris")
        words = [value]
        while self._at < len(self._tokens) and self._tokens[self._at][0] == "word":
            words.append(self._next("")[1])
        return " ".join(words)

    def _next(self, wanted: str) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise BadRequest(f"The query ends where it needs {wanted}. Example: Anna AND Ben NOT Chris")
        self._at += 1
        return self._tokens[self._at - 1]

    def _take(self, kind: str, value: str) -> bool:
        found = self._at < len(self._tokens) and self._tokens[self._at] == (kind, value)
        self._at += found
        return found

    def _starts_term(self) -> bool:
        if self._at >= len(self._tokens):
            return False
        kind, value = self._tokens[self._at]
        return kind in ("word", "quoted") or (kind, value) in (
            ("bracket", "("),
            ("keyword", "NOT"),
            ("keyword", "COUNT"),
        )
