"""Files of translations as Qt Linguist writes them: reading them, and what is wrong with a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from texts import Text

FORMS = {"en": 2, "ko": 1}
"""How many plural forms a language has."""

SAME = {
    "ko": frozenset({"photoface {version}", "{size} MB", "Anna AND Ben NOT Chris", "{file}: {why}"}),
}
"""What is the same there: names of products, units, words of the query language."""

_NUMBER = {"%n", "%Ln"}
_ENDINGS = ("…", ":")


@dataclass(frozen=True, slots=True)
class Translation:
    """forms: one, or as many as the language has plurals."""

    text: Text
    forms: tuple[str, ...]
    finished: bool


def read(file: Path) -> list[Translation]:
    """All messages of a file, in order."""
    return [
        _translation(context.findtext("name") or "", message)
        for context in ElementTree.parse(file).getroot().findall("context")
        for message in context.findall("message")
    ]


def _translation(context: str, message: ElementTree.Element) -> Translation:
    translation = message.find("translation")
    assert translation is not None
    plurals = tuple(form.text or "" for form in translation.findall("numerusform"))
    text = Text(context, message.findtext("source") or "")
    return Translation(text, plurals or (translation.text or "",), translation.get("type") is None)


def problems(found: Sequence[Translation], texts: Sequence[Text], language: str) -> Iterator[str]:
    """What is wrong, a sentence each; nothing where all is translated."""
    there = {each.text for each in found}
    yield from (f"{text.context}: not collected yet: {text.source}" for text in texts if text not in there)
    yield from (f"{old.context}: no longer in the code: {old.source}" for old in there - set(texts))
    for each in found:
        yield from (f"{each.text.context}: {wrong}: {each.text.source}" for wrong in _wrong(each, language))


def _wrong(each: Translation, language: str) -> Iterator[str]:
    source = each.text.source
    if not each.finished or not all(each.forms):
        yield "not translated"
        return
    if len(each.forms) != (FORMS[language] if each.text.plural else 1):
        yield "another number of forms"
    for number, form in enumerate(each.forms):
        spared = _NUMBER if number == 0 and FORMS[language] > 1 else set()  # of one: "this face"
        if not _places(source) - spared <= _places(form) <= _places(source):
            yield "other places to fill in"
        if any(form.endswith(ending) != source.endswith(ending) for ending in _ENDINGS):
            yield "another ending"
        if language != "en" and (form == source) != (source in SAME[language]):
            yield "the same as in English"
        if form != form.strip() and source == source.strip():
            yield "blanks around it"
        if _mnemonics(form) != _mnemonics(source):
            yield "another number of letters to press with Alt"


def _places(text: str) -> set[str]:
    """Where numbers and names go."""
    return set(re.findall(r"\{\w*\}|%L?n", text))


def _mnemonics(text: str) -> int:
    return len(re.findall(r"&\w", text))
