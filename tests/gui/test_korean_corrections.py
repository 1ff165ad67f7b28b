"""In Korean: the pages of what looks wrong, of decisions that contradict, and of names that files tell."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace

import pytest

from photoface.gui.core.places import Place
from photoface.gui.dialogs.names_in_dialog import NamesInDialog
from photoface.services.deciding import correcting, naming
from photoface.services.importing.service import NameImport
from photoface.services.review import doubts as doubting
from tests.gui import test_doubts, test_names_in
from tests.gui.seen import texts_of, until_whole
from tests.gui.test_korean import SLOW, Sitting, english
from tests.services.test_import_names import Tags
from tests.world import World

TWICE = {f"{who}{n}.jpg": who.upper() for who in "cd" for n in range(3)}


@pytest.fixture(autouse=True)
def _compare_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubting, "in_child", lambda function, *args: function(*args))


def _contradicting(w: World) -> None:
    """A face of Ben is said to be Anna; two groups are said to be different people, and to be Chris."""
    test_doubts.named(w)
    one, other = w.group_of("c0.jpg"), w.group_of("d0.jpg")
    correcting.part(w.library, str(one), str(other))
    naming.name_groups(w.library, [one, other], "Chris")


def test_pages_of_what_looks_wrong(korean, made, qtbot, request) -> None:
    made(test_doubts.FAMILY | TWICE, _contradicting)
    sitting = Sitting(request.getfixturevalue("window"), request.getfixturevalue("desk"), qtbot)
    pages, anna = sitting.window.pages, sitting.desk.session.library.people.find("Anna").person_id
    doubts, conflicts, check = pages["doubts"], pages["conflicts"], pages["check"]
    qtbot.waitUntil(lambda: not sitting.desk.indexer.running, timeout=SLOW)
    assert sitting.page("doubts", None, lambda: doubts.doubt is not None) == set()
    assert sitting.page("conflicts", None, lambda: bool(conflicts.cards)) == set()
    assert sitting.page("check", anna, check.begin.isVisible) == set()
    check.begin.click()
    qtbot.waitUntil(lambda: check.face is not None, timeout=SLOW)
    assert english(texts_of(sitting.window)) == set()


def test_names_that_files_tell(korean, made, qtbot, request) -> None:
    made({"a.jpg": "A B", "b.jpg": "B", "c.jpg": "C"}, _by_hand)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    sitting = Sitting(window, desk, qtbot)
    qtbot.waitUntil(lambda: not desk.indexer.running, timeout=SLOW)
    said = Tags({"a.jpg": [test_names_in.told("영희")], "b.jpg": [test_names_in.told("철수")]})
    engine = replace(desk.engine, importing=lambda library: NameImport(library, lambda _contacts: nullcontext(said)))
    dialog = test_names_in.planned(window, replace(desk, engine=engine), qtbot)
    assert isinstance(dialog, NamesInDialog)
    until_whole(qtbot, dialog)
    assert english(texts_of(dialog)) == set()
    dialog.go.click()
    settle = window.pages["settle"]
    assert sitting.page("settle", None, lambda: settle.shown is not None) == set()
    settle.keep_library()
    qtbot.waitUntil(lambda: settle.shown is None, timeout=SLOW)
    assert desk.places.here == Place("settle")
    assert english(texts_of(window)) == set()


def _by_hand(w: World) -> None:
    correcting.assign(w.library, tuple(w.faces_of("b.jpg")), "민수")
