"""The photo viewer: everything below it is real but decoding."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from photoface.domain.geometry import Size
from photoface.domain.shown import Shown
from photoface.gui.core.places import Place
from photoface.gui.core.viewing import PhotoRow
from photoface.gui.models.roles import Role
from photoface.gui.pages.photo import files
from photoface.gui.pages.photo.canvas import label_of
from photoface.gui.pages.photo.commands import photo_menu
from photoface.gui.pages.photo.zoom import Zoom
from photoface.services.deciding import dating
from tests.gui.fakes import FakePhotos
from tests.gui.held import unread, written
from tests.gui.patience import decided
from tests.gui.viewed import PHOTOS, SECONDS, Viewed


def test_opened_from_the_grid_and_gone_through_by_keys(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    assert [label_of(face) for face in viewed.page.shown.faces] == ["?", "?"]
    seen = [viewed.name()]
    for _ in range(len(PHOTOS)):
        before = viewed.name()
        viewed.press(Qt.Key.Key_Right)
        viewed.bot.waitUntil(lambda before=before: viewed.name() not in ("", before), timeout=SECONDS)
        seen.append(viewed.name())
    assert set(seen) == set(PHOTOS)
    assert seen[0] == seen[-1]
    viewed.press(Qt.Key.Key_Left)
    viewed.bot.waitUntil(lambda: viewed.name() == seen[-2], timeout=SECONDS)
    viewed.press(Qt.Key.Key_Escape)
    assert viewed.desk.places.here == Place("photos")


def test_a_row_of_photos_is_gone_through_and_no_other(viewed: Viewed) -> None:
    viewed.open("a0.jpg")
    photos = viewed.window.pages["photos"].model
    wanted = [photos.value(row) for row in range(2)]
    ids = photos.ids[:2]
    viewed.desk.places.go(Place("photo", (int(ids[1]), PhotoRow(ids))))
    viewed.bot.waitUntil(lambda: viewed.page.place.text() == "2 of 2", timeout=SECONDS)
    viewed.press(Qt.Key.Key_Right)
    viewed.bot.waitUntil(lambda: viewed.page.shown and viewed.page.shown.photo.path == wanted[0].path, timeout=SECONDS)


def test_boxes_and_names_come_and_go(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_F)
    viewed.press(Qt.Key.Key_L)
    assert (viewed.canvas.boxes, viewed.canvas.names) == (False, False)
    assert viewed.canvas.face_at(QPointF(viewed.middle(0))) is None
    viewed.press(Qt.Key.Key_F)
    assert viewed.canvas.face_at(QPointF(viewed.middle(0))).face_id == viewed.face(0).face_id


def test_zoom_keeps_its_middle_and_ends_at_the_whole(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    whole = viewed.canvas.zoom.whole()
    viewed.press(Qt.Key.Key_Plus)
    assert viewed.canvas.zoom.whole().width() > whole.width()
    viewed.press(Qt.Key.Key_1)
    assert viewed.canvas.zoom.scale * viewed.canvas.devicePixelRatioF() == pytest.approx(1)
    viewed.press(Qt.Key.Key_0)
    assert viewed.canvas.zoom.whole() == whole


def test_a_small_photo_is_enlarged_to_its_place_but_not_beyond_twice_its_size() -> None:
    zoom = Zoom()
    zoom.fit(QSizeF(900, 900), Size(600, 300))
    assert zoom.whole() == QRectF(0, 225, 900, 450)
    zoom.fit(QSizeF(900, 900), Size(100, 100))
    assert zoom.whole() == QRectF(350, 350, 200, 200)
    zoom.by(0.1, QPointF(450, 450))
    assert zoom.scale == 1
    zoom.fit(QSizeF(900, 900), Size(1800, 1800))
    zoom.by(0.1, QPointF(450, 450))
    assert zoom.scale == 0.5


def open_with(viewed: Viewed):
    """The programs of the submenu, by their texts."""
    menu = photo_menu(viewed.page, None)
    below = next(action.menu() for action in menu.actions() if action.text() == "Open with")
    return menu, {action.text(): action for action in below.actions() if not action.isSeparator()}


@pytest.mark.skipif(os.name == "nt", reason="programs of Unix")
def test_a_program_that_was_chosen_is_offered_again_and_one_that_fails_is_told(viewed, monkeypatch, tmp_path) -> None:
    viewed.open("ab.jpg")
    told, started, programs = [], [], {"/usr/bin/paint & draw"}
    viewed.desk.notices.told.connect(lambda sentence, _undoable: told.append(sentence))
    monkeypatch.setattr(files, "open_by", lambda program, path: started.append((program, path)) or program in programs)
    chosen = "/usr/bin/paint & draw"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    menu, entries = open_with(viewed)
    assert list(entries) == ["Open with the usual program", "Another program …"]
    entries["Another program …"].trigger()
    menu.deleteLater()
    menu, entries = open_with(viewed)
    assert list(entries) == ["Open with the usual program", "paint && draw", "Another program …"]
    programs.clear()
    entries["paint && draw"].trigger()
    assert started == 2 * [(chosen, viewed.page.shown.photo.path)]
    assert told == ["paint & draw could not be started. The photo was not touched; choose another program."]
    assert viewed.window.settings.programs() == []
    menu.deleteLater()


def test_a_click_on_a_face_asks_and_a_name_is_stored(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.click(0)
    assert viewed.page.popup.face == viewed.face(0)
    viewed.bot.keyClicks(viewed.page.popup.field, "Fritz Lang")
    assert viewed.canvas.boxes
    with decided(viewed.bot, viewed.desk):
        viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Return)
    viewed.bot.waitUntil(lambda: viewed.face(0).person == "Fritz Lang", timeout=SECONDS)
    assert viewed.face(1).person is None
    assert viewed.page.popup.face is None


def test_keys_of_the_name_field_do_not_move_the_photo(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.click(1)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete):
        viewed.bot.keyClick(viewed.page.popup.field, key)
    assert viewed.name() == "ab.jpg"
    viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Escape)
    assert viewed.page.popup.face is None
    assert viewed.desk.places.here.page == "photo"


def test_a_face_is_chosen_and_named_by_keyboard_alone(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_N)
    viewed.press(Qt.Key.Key_N)
    assert viewed.canvas.chosen == viewed.face(1).face_id
    viewed.press(Qt.Key.Key_Return)
    assert viewed.page.popup.face == viewed.face(1)


def test_the_panel_says_what_is_known(viewed: Viewed, folder: Path) -> None:
    viewed.open("ab.jpg")
    assert not viewed.page.info.isVisible()
    viewed.press(Qt.Key.Key_I)
    assert viewed.page.info.isVisible()
    assert viewed.page.info.name.toPlainText() == "ab.jpg"
    assert viewed.page.info.folder.toPlainText() == str(folder / "photos")
    assert viewed.page.info.pixels.text().endswith("500 pixels\n10 bytes")
    assert viewed.page.info.taken.text() == "Without a date"
    ids = [viewed.page.shown.photo.photo_id]
    viewed.desk.session.decide(viewed.page, lambda library: dating.set_date(library, ids, "summer 1983"))
    viewed.bot.waitUntil(lambda: viewed.page.info.taken.text() == "summer 1983\nyou said so", timeout=SECONDS)
    viewed.undo()
    viewed.bot.waitUntil(lambda: viewed.page.info.taken.text() == "Without a date", timeout=SECONDS)
    viewed.bot.mouseClick(viewed.page.info.repeat, Qt.MouseButton.LeftButton)
    viewed.bot.waitUntil(lambda: viewed.page.shown.repeat, timeout=SECONDS)
    viewed.undo()
    viewed.bot.waitUntil(lambda: not viewed.page.shown.repeat, timeout=SECONDS)
    viewed.bot.waitUntil(lambda: not viewed.page.info.repeat.isChecked(), timeout=SECONDS)


def test_the_path_and_the_photo_go_to_the_clipboard(viewed: Viewed, folder: Path) -> None:
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == str(folder / "photos" / "ab.jpg")
    viewed.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage()
    assert [url.toLocalFile() for url in data.urls()] == [str(folder / "photos" / "ab.jpg")]


def test_the_full_screen_has_the_photo_only(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_F11)
    assert viewed.window.isFullScreen()
    assert not viewed.page.title.isVisible()
    assert not viewed.window.statusBar().isVisible()
    viewed.press(Qt.Key.Key_Escape)
    assert not viewed.window.isFullScreen()
    assert viewed.page.title.isVisible()
    assert viewed.window.statusBar().isVisible()
    assert viewed.desk.places.here.page == "photo"


def test_the_slideshow_runs_until_it_is_stopped(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.page.slides.setInterval(10)
    viewed.press(Qt.Key.Key_F9)
    viewed.bot.waitUntil(lambda: viewed.name() not in ("", "ab.jpg"), timeout=SECONDS)
    viewed.press(Qt.Key.Key_Escape)
    assert not viewed.page.slides.isActive()


def test_a_slideshow_of_all_photos_begins_at_the_current_one(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.desk.places.back()
    viewed.bot.keyClick(viewed.window, Qt.Key.Key_F9)
    viewed.bot.waitUntil(lambda: viewed.name() == "ab.jpg", timeout=SECONDS)
    assert viewed.page.slides.isActive()
    viewed.desk.places.go(Place("people"))
    assert not viewed.page.slides.isActive()


def test_a_photo_that_cannot_be_decoded_says_so(viewed: Viewed, folder: Path) -> None:
    viewed.open("ab.jpg")
    (folder / "photos" / "b.jpg").write_text("unviewable")
    photos = viewed.window.pages["photos"].model
    ids = [photos.value(row).photo_id for row in range(4) if photos.value(row).path.endswith(b"/b.jpg")]
    viewed.desk.places.go(Place("photo", ids[0]))
    viewed.bot.waitUntil(lambda: "not a picture" in viewed.page.message.text(), timeout=SECONDS)


def test_the_menu_of_a_face_offers_what_fits_it(viewed: Viewed) -> None:
    from photoface.gui.pages.photo.commands import photo_menu

    viewed.open("ab.jpg")
    viewed.click(0)
    viewed.bot.keyClicks(viewed.page.popup.field, "R&D")
    viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Return)
    viewed.bot.waitUntil(lambda: viewed.face(0).person == "R&D", timeout=SECONDS)
    menu = photo_menu(viewed.page, viewed.face(0))
    texts = [action.text() for action in menu.actions()]
    assert "All photos of R&&D" in texts
    assert not any(text.startswith("Confirm") for text in texts)
    assert len(photo_menu(viewed.page, None).actions()) < len(texts)
    assert viewed.window.pages["photos"].model.index(0).data(Role.KEY) is not None


@pytest.mark.parametrize("page", ["photo", "photos", "albums", "folders", "history"])
def test_an_older_answer_never_follows_a_newer_one(viewed: Viewed, page: str) -> None:
    viewed.open("ab.jpg")
    shown, ticket = viewed.window.pages[page], "_listing" if page == "history" else "_reading"
    shown.refresh()
    older = getattr(shown, ticket)
    shown.refresh()
    assert (older.wanted, getattr(shown, ticket).wanted) == (False, True)


def test_what_is_wrong_with_a_photo_is_not_said_of_the_next(viewed: Viewed, folder: Path, qtbot, monkeypatch) -> None:
    viewed.open("b.jpg")
    other = viewed.page.photo_id
    viewed.open("ab.jpg")
    (folder / "photos" / "b.jpg").write_text("unviewable")
    asked, told, view = Event(), Event(), FakePhotos.view

    def slowly(photos: FakePhotos, path: bytes) -> Shown:
        asked.set()
        told.wait(60)
        return view(photos, path)

    monkeypatch.setattr(FakePhotos, "view", slowly)
    viewed.desk.places.go(Place("photo", other))
    qtbot.waitUntil(asked.is_set)
    viewed.desk.places.back()
    told.set()
    qtbot.waitUntil(lambda: viewed.name() == "ab.jpg" and viewed.canvas.image.width() == 500)
    assert viewed.page.message.text().endswith("ab.jpg")


def test_no_key_is_about_the_photo_before_or_the_row_before(viewed: Viewed, qtbot) -> None:
    viewed.open("b.jpg")
    other = viewed.page.photo_id
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_N)
    face = viewed.middle(0)
    with unread(viewed.desk.session):
        viewed.desk.places.go(Place("photo", (other, 1)))
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_Right):
            viewed.press(key)
        qtbot.mouseClick(viewed.canvas, Qt.MouseButton.LeftButton, pos=face)
        written(qtbot, viewed.desk)
    qtbot.waitUntil(lambda: viewed.name() == "b.jpg")
    assert viewed.page.popup.face is None
    viewed.open("ab.jpg").until_faces(2)
