"""The photo viewer, driven as a person drives it: keys, clicks, drags; everything below it is real but decoding."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from photoface.domain.geometry import Box, Size
from photoface.domain.people import Face
from photoface.domain.shown import Shown
from photoface.gui.core.places import Place
from photoface.gui.core.viewing import PhotoRow
from photoface.gui.models.roles import Role
from photoface.gui.pages.photo import files
from photoface.gui.pages.photo.canvas import label_of
from photoface.gui.pages.photo.commands import photo_menu
from photoface.gui.pages.photo.page import PhotoPage
from photoface.gui.pages.photo.zoom import Zoom
from photoface.services.deciding import dating
from tests.gui.fakes import FakePhotos
from tests.gui.held import unread, written
from tests.gui.patience import decided

PHOTOS = {"a0.jpg": "A", "ab.jpg": "A B", "a1.jpg": "A", "b.jpg": "B"}
SECONDS = 10_000


class Viewed:
    """A window in which the viewer shows a photo."""

    def __init__(self, window, desk, qtbot) -> None:
        self.window, self.desk, self.bot = window, desk, qtbot
        self.page: PhotoPage = window.pages["photo"]

    @property
    def canvas(self):
        return self.page.canvas

    def name(self) -> str:
        return "" if self.page.shown is None else os.path.basename(os.fsdecode(self.page.shown.photo.path))

    def open(self, name: str) -> Viewed:
        photos = self.window.pages["photos"]
        self.desk.places.go(Place("photos"))
        self.bot.waitUntil(lambda: photos.model.rowCount() == len(PHOTOS), timeout=SECONDS)
        self.bot.waitUntil(lambda: photos.model.value(0) is not None, timeout=SECONDS)
        rows = range(photos.model.rowCount())
        row = next(at for at in rows if photos.model.value(at).path.endswith(b"/" + name.encode()))
        photos.view.setCurrentIndex(photos.model.index(row))
        self.bot.keyClick(photos.view, Qt.Key.Key_Return)
        self.bot.waitUntil(lambda: self.name() == name and not self.canvas.image.isNull(), timeout=SECONDS)
        self.bot.waitUntil(lambda: self.page.place.text() != "", timeout=SECONDS)
        return self

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(self.canvas, key, modifiers)

    def face(self, at: int) -> Face:
        return self.page.shown.faces[at]

    def point(self, x: float, y: float) -> QPoint:
        """A point of the photo, in the canvas."""
        return self.canvas.zoom.to_widget(QPointF(x, y)).toPoint()

    def middle(self, at: int) -> QPoint:
        return self.point(*self.face(at).box.center)

    def click(self, at: int) -> None:
        self.bot.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=self.middle(at))

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.bot.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=start)
        for part in (0.3, 0.6, 1.0):
            self.bot.mouseMove(self.canvas, start + (end - start) * part)
        self.bot.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=end)

    def until_faces(self, number: int) -> None:
        self.bot.waitUntil(lambda: self.page.shown and len(self.page.shown.faces) == number, timeout=SECONDS)

    def undo(self) -> None:
        self.bot.waitUntil(self.desk.actions.get("undo").isEnabled, timeout=SECONDS)  # it has been told what there is
        with decided(self.bot, self.desk):
            self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def viewed(made, qtbot, request) -> Viewed:
    made(PHOTOS)
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    window.activateWindow()
    return Viewed(window, desk, qtbot)


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


def test_a_box_is_drawn_named_and_undone(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    assert viewed.canvas.drawing
    viewed.drag(viewed.point(600, 100), viewed.point(700, 220))
    viewed.until_faces(2)
    viewed.bot.waitUntil(lambda: viewed.page.popup.face is not None, timeout=SECONDS)
    assert not viewed.canvas.drawing
    assert viewed.face(1).box.iou(Box(600, 100, 100, 120)) > 0.9
    assert "by hand" in viewed.page.popup.note.text()
    viewed.bot.keyClicks(viewed.page.popup.field, "Dora")
    with decided(viewed.bot, viewed.desk):
        viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Return)
    viewed.bot.waitUntil(lambda: viewed.face(1).person == "Dora", timeout=SECONDS)
    viewed.undo()
    viewed.undo()
    viewed.until_faces(1)


def test_what_is_in_a_drawn_box_is_looked_at(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    viewed.drag(viewed.point(600, 100), viewed.point(700, 220))
    viewed.until_faces(2)
    drawn = viewed.face(1).face_id
    viewed.bot.waitUntil(lambda: drawn in viewed.page.shown.drawn.compared, timeout=SECONDS)


def test_handles_move_an_edge_and_the_middle_moves_the_box(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    before = viewed.face(0).box
    viewed.press(Qt.Key.Key_N)
    corner = viewed.point(before.x + before.width, before.y + before.height)
    viewed.drag(corner, viewed.point(before.x + before.width + 50, before.y + before.height + 40))
    viewed.bot.waitUntil(lambda: viewed.face(0).box.width > before.width + 40, timeout=SECONDS)
    assert (viewed.face(0).box.x, viewed.face(0).box.y) == (before.x, before.y)
    larger = viewed.face(0).box
    viewed.drag(viewed.middle(0), viewed.point(500, 250))
    viewed.bot.waitUntil(lambda: viewed.face(0).box.x > 300, timeout=SECONDS)
    assert viewed.face(0).box.width == pytest.approx(larger.width)
    viewed.undo()
    viewed.undo()
    viewed.bot.waitUntil(lambda: viewed.face(0).box == before, timeout=SECONDS)


def test_del_takes_boxes_away(viewed: Viewed) -> None:
    viewed.open("ab.jpg")
    viewed.press(Qt.Key.Key_N)
    viewed.press(Qt.Key.Key_Delete)
    viewed.until_faces(1)
    viewed.undo()
    viewed.until_faces(2)


def test_boxes_by_keyboard_alone(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    viewed.press(Qt.Key.Key_Return)
    viewed.until_faces(2)
    viewed.bot.waitUntil(lambda: viewed.page.popup.face is not None, timeout=SECONDS)
    viewed.bot.keyClick(viewed.page.popup.field, Qt.Key.Key_Escape)
    box = viewed.face(1).box
    viewed.press(Qt.Key.Key_B)
    viewed.press(Qt.Key.Key_Right)
    viewed.bot.waitUntil(lambda: viewed.face(1).box.x > box.x, timeout=SECONDS)
    assert viewed.name() == "b.jpg"
    viewed.press(Qt.Key.Key_Escape)
    assert not viewed.canvas.drawing
    assert viewed.desk.places.here.page == "photo"


def test_a_slip_of_the_mouse_is_refused_in_words(viewed: Viewed) -> None:
    viewed.open("b.jpg")
    viewed.press(Qt.Key.Key_B)
    with viewed.bot.waitSignal(viewed.desk.session.failed, timeout=SECONDS) as said:
        viewed.drag(viewed.point(600, 100), viewed.point(606, 220))
    assert "too small" in str(said.args[0])


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
