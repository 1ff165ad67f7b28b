"""What the engine says is known to the window, and read in Korean; names in it stay as they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

import photoface
from photoface.gui.core.isolating import isolated
from photoface.gui.core.language import forget_translations, speak
from photoface.gui.sentences import in_window
from photoface.gui.sentences.reading import PATTERNS, as_sentence, worded
from photoface.services.finding.query_words import EXAMPLE

ENGINE = Path(photoface.__file__).parent
SAYING = ("services", "store", "worker", "vision", "config")
NOT_SHOWN = ("evaluation", "converters", "importing.py", "arcface_check.py", "onnx_reader.py", "doctor.py")
"""What only the command line does."""


def _said() -> list[str]:
    """Sentences of calls that make an Outcome, an operation or an error of the world; what is open has examples."""
    codes = [ENGINE / "app.py", *(code for part in SAYING for code in (ENGINE / part).rglob("*.py"))]
    shown = [code for code in codes if not any(each in code.parts for each in NOT_SHOWN)]
    return sorted({said for code in shown for said in _of_module(_resolved(code))} - {MISREAD})


def _resolved(code: Path) -> ast.Module:
    """The code with its own EXAMPLE put in where it is named."""
    text = code.read_text("utf-8")
    own = re.search(r'^EXAMPLE = "(.*)"$', text, re.MULTILINE)
    return ast.parse(text.replace("{EXAMPLE}", own[1] if own else EXAMPLE))


def _of_module(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        said = re.search(SAYERS, ast.unparse(call.func)) if isinstance(call, ast.Call) else None
        if isinstance(call, ast.Call) and said is not None:
            source = "a.example " if said[0] == "SourceFailed" else ""
            arguments = [*call.args[said[0] == "operation" :], *(each.value for each in call.keywords)]
            yield from (source + text for each in arguments for text in _texts(each) if " " in text.strip())
        elif isinstance(call, ast.Assign | ast.AnnAssign) and ast.unparse(call).startswith(KEPT_AS) and call.value:
            yield from (text for text in _texts(call.value) if " " in text.strip())


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.JoinedStr):
        yield "".join(_example(each) for each in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, ast.Tuple):
        yield from (text for each in node.elts for text in _texts(each))


def _example(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return next(example for code, example in EXAMPLES if re.match(code, ast.unparse(part.value)))


SAYERS = (
    r"\b(Outcome|operation|misread|BadRequest|NotFound|Ambiguous|Conflict|Library[A-Z]\w+|DiskFull|ModelsMissing"
    r"|ModelRefused|PhotofaceError|PhotoUnreadable|SourceFailed)$"
)
KEPT_AS = ("summary =", "said =", "sentence =", "done =", "notes =", "rejected =", "confirmed =")
MISREAD = "7 faces 7, looked at twice"  # the 7 faces "are" somebody there
EXAMPLES = (
    (r"_faces\(", "7 faces"),
    (r"_number\(", "7 faces"),
    (r"_groups\(", "7 groups"),
    (r"_photos\(", "7 photos"),
    (r"words$", "ignored"),
    (r"_what\(", "a pipe"),
    (r"known$", "a film"),
    (r"stand$", "Operation 7 came later and stands"),
    (r"summary$", "Anna and Ben: different people"),
    (r"who$", "7 people"),
    (r"drawn$", ""),
    (r"what$", "7 faces"),
    (r"plan.author$", "takeout"),
    (r"words$", "ignored"),
    (r"where$", "7 photos"),
    (r"verb$", "hide"),
    (r"otherwise$", "that is damaged or cut short"),
    ("", "7"),
)
"""What stands for an expression of the code: it reads as the engine would say it."""


@pytest.mark.parametrize("said", _said())
def test_the_window_knows_what_the_engine_says(korean, said: str) -> None:
    """Where this fails: add the sentence to photoface/gui/sentences, and run make translations."""
    assert worded(said) != said


def test_steps_that_stand_on_a_step_are_read_one_by_one(korean) -> None:
    said = 'Operation 5 ("hide A; B") cannot be undone: Operation 7 ("show A"), Operation 6 ("hide C") and 3 more '
    said += "came later and stand on it. Nothing was changed; undo operation 7 first."
    read = worded(said)
    assert "작업 5(‘A; B 숨기기’)" in read
    assert "작업 7(‘A 다시 표시’), 작업 6(‘C 숨기기’) 외 3건" in read


def test_every_pattern_is_read_as_itself(korean) -> None:
    for pattern in PATTERNS:
        said = re.sub(r"\{(faces|groups|photos|people)\}", r"7 \1", pattern.replace("%Ln", "7").replace("(s)", "s"))
        said = re.sub(r"\{\w+\}", "7", said.replace("{kind}", "a film"))
        assert worded(said) != said or pattern == "{file}: {why}"


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("3 faces confirmed as Anna", "얼굴 3개를 Anna 얼굴로 확정했습니다"),
        ("named 1,240 faces of 2 groups Anna", "그룹 2개의 얼굴 1,240개에 이름을 붙였습니다: Anna"),
        ("hide 2 groups with 1 face", "그룹 2개 숨기기(얼굴 1개)"),
        ("a/b.pdf: a PDF document, which photoface cannot read", "a/b.pdf: photoface가 읽을 수 없는 형식: PDF 문서"),
        ('Operation 5 ("rename A to B") is undone already.', "이미 취소되었습니다: 작업 5(‘이름 바꾸기: A → B’)."),
    ],
)
def test_a_sentence_is_read_with_what_is_in_it(korean, said: str, read: str) -> None:
    assert worded(said) == read


@pytest.mark.parametrize("name", ["damaged", "{0}", "{name}", "a film", "3 faces ignored", "%n", "into"])
def test_a_name_stays_as_it_is(korean, name: str) -> None:
    assert worded(f"hide {name}") == f"{name} 숨기기"


def test_a_name_that_begins_a_sentence_stays_small(qapp, korean) -> None:
    assert as_sentence("hide anna") == "anna 숨기기"
    assert as_sentence("import digiKam: 2 faces of 1 person") == "가져오기(digiKam): 인물 1명의 얼굴 2개"
    assert as_sentence("import keyword: 1 face of 1 person") == "가져오기(키워드): 인물 1명의 얼굴 1개"
    speak("en")
    assert as_sentence("anna hidden") == "anna hidden"
    assert as_sentence("hide anna") == "Hide anna"


def test_what_is_not_known_and_english_stay_as_they_are(qapp, korean) -> None:
    assert worded("Something new came up.") == "Something new came up."
    forget_translations()
    assert worded("hide 2 groups with 1 face") == "hide 2 groups with 1 face"
    speak("en")
    assert worded("hide 2 groups with 1 face") == "hide 2 groups with 1 face"
    assert worded("1 face ignored") == "1 face ignored"


def test_a_name_of_the_other_direction_is_a_piece_of_its_own(qapp, korean) -> None:
    hebrew = "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} (2)"
    assert worded(f"hide {hebrew}") == f"\u2068{hebrew}\u2069 숨기기"
    assert isolated("Anna") == "Anna"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert isolated("Anna") == "\u2068Anna\u2069"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_window_speaks_of_no_numbers_of_groups_and_no_commands() -> None:
    """Each sentence that is another one in the window is one that the engine says, or said."""
    assert set(in_window.INSTEAD) <= set(PATTERNS)
    assert set(in_window.INSTEAD.values()) <= set(PATTERNS)
    for said in in_window.INSTEAD.values():
        assert "group {" not in said.lower()
        assert "photoface " not in said
    assert worded("merge group 3 into group 4") == "two groups: one person"
    assert worded("Group 3 holds faces of Ann; nothing was changed. " + _ADVICE).startswith("This group holds faces of")
    assert "(photoface restore)" not in worded("The library /a is damaged (b). Nothing was written; " + _HELP)


_ADVICE = "For another name of that person: photoface rename. For faces that are somebody else: photoface assign "
_ADVICE += "FACE... PERSON"
_HELP = "a snapshot helps (photoface restore)."
