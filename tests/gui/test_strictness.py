"""The strictness dialog: words, a preview that follows the slider, one step that does what the button says."""

from __future__ import annotations

import re

import pytest
import shiboken6

from photoface.gui.core.indexing import Stage
from photoface.gui.dialogs.move_cards import cards_of
from photoface.gui.dialogs.strictness_dialog import StrictnessDialog
from photoface.services.deciding import correcting
from photoface.services.groups.manner import manner_of
from tests.gui.patience import decided

FAMILY = {f"a{n}.jpg": "A" for n in range(5)} | {f"b{n}.jpg": "B" for n in range(3)} | {"ab.jpg": "A B"}


def words(text):
    return re.sub(r"\((e?s)\)", r"\1", text)


def mixed(w):
    """Two of B sit with A, and somebody said that both faces of a photo are one person."""
    group = w.group_of("a0.jpg")
    w.library.groups.place({face: group for name in ("b0.jpg", "b1.jpg") for face in w.faces_of(name)})
    correcting.assign(w.library, tuple(w.faces_of("ab.jpg")), "Anna")


@pytest.fixture
def dialog(made, qtbot, request):
    made(FAMILY, mixed)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    qtbot.waitUntil(lambda: desk.indexer.progress.stage is Stage.IDLE, timeout=10_000)
    desk.actions.get("tools.strictness").trigger()
    opened = window.findChild(StrictnessDialog)
    qtbot.waitUntil(lambda: opened.preview is not None, timeout=10_000)
    yield opened
    if shiboken6.isValid(opened):
        opened.reject()


def test_words_and_what_would_change(dialog, desk):
    assert dialog.words.text() == "about 1 wrong face in 100 (as it is now)"
    assert dialog.preview.plan.moving == 2
    assert words(dialog.go.text()) == "Move 2 faces"
    assert dialog.preview.plan.joined == 1
    assert dialog.summary.text().startswith("1 group")
    assert len(cards_of(dialog.preview, desk.images)) == 4
    said = words(dialog.promise.text().replace("%L", "%"))
    assert said == "1 unconfirmed faces move · 0 confirmed or named faces get another name · 1 contradictions"


def test_the_preview_follows_the_slider_once_it_rests(dialog, qtbot):
    before = dialog.preview
    for value in (3, 2, 1):
        dialog.slider.setValue(value)
    assert not dialog.go.isEnabled()
    qtbot.waitUntil(lambda: dialog.preview not in (before, None), timeout=10_000)
    assert dialog.preview.plan.wrong == 1 / 20
    assert dialog.words.text() == "about 1 wrong face in 20"
    assert dialog.go.isEnabled()


def test_another_algorithm_is_behind_the_fold(dialog, qtbot):
    assert not dialog.algorithm.isVisible()
    dialog.advanced.click()
    assert dialog.algorithm.isVisible()
    dialog.algorithm.setCurrentIndex(dialog.algorithm.findData("dbscan"))
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=10_000)
    assert dialog.preview.plan.algorithm == "dbscan"


def test_applying_is_one_step_and_keeps_the_strictness(dialog, desk, qtbot):
    dialog.slider.setValue(3)
    qtbot.waitUntil(lambda: dialog.preview is not None, timeout=10_000)
    moving = dialog.preview.plan.moving
    with decided(qtbot, desk) as heard:
        dialog.go.click()
    assert heard.args[0].outcome.faces == moving
    found = []
    desk.session.read(desk.places, manner_of, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    assert found == [("average", 1 / 50)]


def test_closing_while_it_computes_leaves_nothing_behind(dialog, qtbot):
    dialog.slider.setValue(0)
    assert dialog.preview is None
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog), timeout=5_000)
