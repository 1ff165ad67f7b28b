"""English says "1 photo" and "2 photos": the plurals that packaging/translations.py collected have their two forms."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from photoface.config.paths import resource
from photoface.gui.core.language import forget_translations, speak

FILE = resource("resources", "translations", "photoface_en.ts")
PLURALS = [
    (context.findtext("name") or "", message.findtext("source") or "")
    for context in ElementTree.parse(FILE).getroot().findall("context")
    for message in context.findall("message")
]


@pytest.fixture
def english(qapp) -> Iterator[None]:
    before = QLocale()
    speak("en")
    yield
    forget_translations()
    QLocale.setDefault(before)


def test_a_language_without_a_translation_has_english_plurals(english) -> None:
    speak("C")
    context, text = next(pair for pair in PLURALS if pair[1] == "%n photo(s)")
    assert QCoreApplication.translate(context, text, None, 1) == "1 photo"


@pytest.mark.parametrize(("context", "text"), PLURALS)
def test_a_plural_has_two_forms(english, context: str, text: str) -> None:
    one, two = (QCoreApplication.translate(context, text, None, number) for number in (1, 2))
    assert "(s)" not in one + two
    assert one.replace("1", "2") != two or "(" not in text


def test_there_are_plurals_to_test() -> None:
    assert len(PLURALS) > 40
