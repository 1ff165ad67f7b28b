"""Folders are followed while the window is open, and the Folders page says how."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoface.gui.core.places import Place
from photoface.gui.models.roles import Role
from photoface.services.watching import following
from photoface.services.watching.live import Way
from photoface.services.watching.settling import Settling


@pytest.fixture(autouse=True)
def _at_once(monkeypatch) -> None:
    monkeypatch.setattr(following, "Settling", lambda: Settling(0, 0))


@pytest.fixture
def one_photo(made) -> None:
    made({"a.jpg": "A"})


def following_quietly(desk) -> bool:
    return bool(desk.follower.ways) and desk.follower._looked and not desk.indexer.running


def photos(window) -> int:
    return int(window.index_status._counts.photos) if window.index_status._counts else 0


def test_a_photo_that_comes_is_read_and_the_page_says_how(one_photo, window, desk, qtbot, folder: Path) -> None:
    qtbot.waitUntil(lambda: following_quietly(desk), timeout=10_000)
    assert desk.follower.ways == {bytes(folder / "photos"): Way.LIVE}
    (folder / "photos" / "b.jpg").write_text("A B")
    desk.engine.watch.tell(bytes(folder / "photos"))
    qtbot.waitUntil(lambda: photos(window) == 2, timeout=10_000)
    desk.places.go(Place("folders"))
    model = window.pages["folders"].model
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=10_000)
    assert model.index(0, 0).data(Role.NOTE) == "2 photo(s) · new photos are seen at once"


def test_what_comes_while_photos_are_read_is_read_after_them(one_photo, window, desk, qtbot, folder: Path) -> None:
    qtbot.waitUntil(lambda: following_quietly(desk), timeout=10_000)
    desk.indexer.start()
    (folder / "photos" / "b.jpg").write_text("A B")
    desk.follower._look(following.Changed((bytes(folder / "photos"),)))
    qtbot.waitUntil(lambda: photos(window) == 2, timeout=10_000)


def test_a_folder_that_is_new_is_followed_from_then_on(window, desk, qtbot, folder: Path) -> None:
    (folder / "photos").mkdir(exist_ok=True)
    (folder / "photos" / "a.jpg").write_text("A")
    window.index_wanted.emit([bytes(folder / "photos")])
    qtbot.waitUntil(lambda: bytes(folder / "photos") in desk.follower.ways, timeout=10_000)
    qtbot.waitUntil(lambda: photos(window) == 1, timeout=10_000)


def test_a_look_that_finds_nothing_is_not_seen(one_photo, window, desk, qtbot, folder: Path) -> None:
    qtbot.waitUntil(lambda: following_quietly(desk), timeout=10_000)
    said = []
    desk.indexer.progressed.connect(said.append)
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        desk.follower._look(following.Changed((bytes(folder / "photos"),)))
    assert said == []


def test_a_folder_is_paused_and_resumed_on_its_page(one_photo, window, desk, qtbot, folder: Path) -> None:
    qtbot.waitUntil(lambda: following_quietly(desk), timeout=10_000)
    desk.places.go(Place("folders"))
    page = window.pages["folders"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=10_000)
    assert not page.pause.isEnabled()
    page.list.setCurrentIndex(page.model.index(0, 0))
    page.pause.click()
    qtbot.waitUntil(lambda: page.pause.text() == "Resume" and desk.follower._places == ((), ()), timeout=10_000)
    index = page.model.index(0, 0)
    assert index.data(Role.BADGE) == "paused"
    assert index.data(Role.NOTE) == "1 photo(s) · nothing in it is looked at until you resume it"
    (folder / "photos" / "b.jpg").write_text("A B")
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        desk.indexer.start()
    qtbot.waitUntil(lambda: photos(window) == 1, timeout=10_000)
    page.pause.click()  # what came meanwhile is read at once
    qtbot.waitUntil(lambda: photos(window) == 2 and page.pause.text() == "Pause", timeout=10_000)


def test_a_run_that_is_on_ends_for_a_folder_that_is_paused(one_photo, window, desk, qtbot, monkeypatch) -> None:
    qtbot.waitUntil(lambda: following_quietly(desk), timeout=10_000)
    desk.places.go(Place("folders"))
    page = window.pages["folders"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=10_000)
    page.list.setCurrentIndex(page.model.index(0, 0))
    with monkeypatch.context() as always, qtbot.waitSignal(page.rescan_wanted, timeout=10_000):
        always.setattr(type(desk.indexer), "running", True)
        page.pause.click()
