"""The query language of albums: ``Anna AND Ben NOT Chris``, ``only Anna since 2015-06``, ``count >= 3 in "Holiday"``.

    query  := ["ONLY"] either
    either := both ("OR" both)*
    both   := term (["AND"] term)*
    term   := "NOT" term | "(" query ")" | name
            | "COUNT" (= < > <= >= !=) number        faces in the photo
            | "SINCE" date | "UNTIL" date            taken then or later; then or before: until 2016 is all of 2016
            | "YEAR" date                            taken in that year (or month, or on that day)
            | "IN" folder                            below a folder whose name holds these letters, or of this path
    date   := 2016 | 2016-05 | 2016-05-31

A name is one or more words, or anything in double quotes; ``#7`` is the person with that number. Keywords in any case.
ONLY keeps photos that show nobody but the people named in it. A photo without a date was taken at no time.
"""

from __future__ import annotations

from dataclasses import dataclass

from photoface.services.finding.query_facts import Test
from photoface.services.finding.query_parser import Parser, Resolve
from photoface.services.finding.query_words import misread, words_of

_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Query:
    """test: of one photo; dated, placed: it looks at dates, at folders; names: from, to, and person id of each name."""

    test: Test
    dated: bool
    placed: bool
    names: tuple[tuple[int, int, int], ...]


def read(text: str, resolve: Resolve) -> Query:
    """What the text means; BadRequest, NotFound and Ambiguous say where it cannot be read (``place``)."""
    words = words_of(text)
    deep = [word for word in words if word.value in ("(", "NOT") and word.kind in ("bracket", "keyword")]
    if len(deep) > _DEEPEST:
        sentence = f"A query may have {_DEEPEST} brackets and NOTs at most; make it shorter."
        raise misread(sentence, deep[_DEEPEST].start, len(text))
    parser = Parser(words, resolve)
    test = parser.query()
    parser.expect_end()
    used = {word.value for word in words if word.kind == "keyword"}
    return Query(test, bool(used & {"SINCE", "UNTIL", "YEAR"}), "IN" in used, tuple(parser.names))


def parse(text: str, resolve: Resolve) -> Test:
    """The test of one photo that the query text describes."""
    return read(text, resolve).test
