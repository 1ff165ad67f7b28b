"""English has its plurals, Korean all texts; packaging/translations.py has collected what the code says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from texts import Unreadable, texts_in, texts_of
from translations import CODE, LANGUAGES, file_of, wanted
from ts_files import SAME, problems, read

from photoface.gui.core.language import forget_translations, speak

TEXTS = texts_of(CODE)
PLURALS = [(text.context, text.source) for text in TEXTS if text.plural]


@pytest.fixture
def english(qapp) -> Iterator[None]:
    before = QLocale()
    speak("en")
    yield
    forget_translations()
    QLocale.setDefault(before)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_texts_of_the_code_are_translated(language: str) -> None:
    """Where this fails: make translations, and translate what it lists."""
    assert list(problems(read(file_of(language)), wanted(TEXTS, language), language)) == []


def test_only_names_are_the_same_in_korean() -> None:
    same = {each.text.source for each in read(file_of("ko")) if each.forms == (each.text.source,)}
    assert same == SAME["ko"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_window_loads_is_compiled_from_what_is_translated(qapp, language: str) -> None:
    speak(language)
    try:
        for each in read(file_of(language)):
            said = QCoreApplication.translate(each.text.context, each.text.source, None, 2 if each.text.plural else -1)
            assert said == each.forms[-1].replace("%Ln", "2").replace("%n", "2")
    finally:
        forget_translations()
        QLocale.setDefault(QLocale("C"))


def test_a_language_without_a_translation_has_english_plurals(english) -> None:
    speak("C")
    context, text = next(pair for pair in PLURALS if pair[1] == "%n photo(s)")
    assert QCoreApplication.translate(context, text, None, 1) == "1 photo"


def test_english_of_one_thing_and_of_two(english) -> None:
    for context, text in PLURALS:
        one, two = (QCoreApplication.translate(context, text, None, number) for number in (1, 2))
        assert "(s)" not in one + two
        assert one.replace("1", "2") != two or "(" not in text


def test_of_one_thing_the_verb_goes_along(english) -> None:
    said = [QCoreApplication.translate(context, text, None, 1) for context, text in PLURALS]
    of_several = re.compile(r"\b1 \w*[^s\W]( \w*[^s\W])? (are|were|change|go|wait|move|stay|have)\b")
    assert [text for text in said if of_several.search(text)] == []


def test_texts_are_collected_with_the_context_that_qt_looks_them_up_in() -> None:
    code = (
        'def tr(text, n=-1):\n    return QCoreApplication.translate("Rows", text, None, n)\n'
        'class Page(QWidget):\n    def show(self):\n        self.tr("Open"), tr("%n photo(s)", 3)\n'
        '        QCoreApplication.translate("Sheet", "Close")\n'
        'SENTENCES = ("hide {name}",)\n'
    )
    found = {(text.context, text.source) for text in texts_in(code)}
    expected = {("Page", "Open"), ("Rows", "%n photo(s)"), ("Sheet", "Close"), ("Sentences", "hide {name}")}
    assert found == expected


@pytest.mark.parametrize("call", ['window.tr("Open")', "self.tr(text)", 'tr("no function of that name here")'])
def test_a_text_that_nobody_could_collect_is_refused(call: str) -> None:
    with pytest.raises(Unreadable, match=r"\d+: "):
        list(texts_in(f"class Page(QWidget):\n    def show(self):\n        {call}\n"))


def test_thousands_are_separated(english) -> None:
    context, text = next(pair for pair in PLURALS if pair[1] == "%n photo(s)")
    assert QCoreApplication.translate(context, text, None, 18302) == "18,302 photos"
