"""The Photos page: by month, and before them those that are being looked at."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt

from photoface.domain.glances import Glance
from photoface.gui.core import images
from photoface.gui.core.images import PictureKey
from photoface.gui.core.places import Place
from photoface.gui.models.photos_model import ArrivingPhotos
from photoface.gui.models.roles import Role
from photoface.services.photos.waiting import waiting_photos
from tests.builders import encoded, quarters
from tests.world import world

SECONDS = 10_000


def arriving(model: ArrivingPhotos, w) -> None:
    waiting = waiting_photos(w.library)
    ids = [photo.photo_id for photo in w.library.photos.list()]
    import numpy as np

    model.show_all(waiting, len(waiting), np.array(ids, np.int64), [("", len(ids))])


def found(w, *names: str) -> None:
    """Files that a scan found and nobody has read."""
    folder = w.library.photos.folder(bytes(w.photos)).folder_id
    paths = [os.fsencode(w.photos / name) for name in names]
    w.library.photos.note_found(folder, [(path, 100, at) for at, path in enumerate(paths)])


def test_what_is_being_looked_at_stands_before_the_photos(folder: Path, desk, qtbot, qtmodeltester) -> None:
    with world(folder) as w:
        w.add("a.jpg", "A")
        w.index()
        found(w, "new1.jpg", "new2.jpg")
        model = ArrivingPhotos(desk.session)
        arriving(model, w)
    assert [(section.title, section.count) for section in model.sections] == [
        ("Being looked at", 2),
        ("Without a date", 1),
    ]
    assert [model.waits(model.index(row).data(Role.KEY)) for row in range(3)] == [True, True, False]
    assert "new2.jpg" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    qtmodeltester.check(model)


def test_a_waiting_photo_keeps_its_key_while_others_come(folder: Path, desk) -> None:
    with world(folder) as w:
        w.add("a.jpg", "A")
        w.index()
        found(w, "new1.jpg")
        model = ArrivingPhotos(desk.session)
        arriving(model, w)
        before = model.index(0).data(Role.KEY)
        found(w, "new0.jpg", "new1.jpg", "new2.jpg")
        arriving(model, w)
    assert before in [model.index(row).data(Role.KEY) for row in range(3)]


def test_first_pictures_of_waiting_files_are_shown(folder: Path, made, qtbot, request) -> None:
    def prepare(w) -> None:
        found(w, "new.jpg")
        (file,) = w.library.photos.waiting()
        w.library.glances.save([(file, Glance(file.path, taken="2020-01-02T03:04:05", preview=encoded(quarters())))])

    made({"a.jpg": "A"}, prepare)
    desk = request.getfixturevalue("desk")
    with world(folder) as w:
        (file,) = w.library.photos.waiting()
    key = PictureKey("waiting", -1, file)
    assert desk.images.get(key) is None
    qtbot.waitUntil(lambda: desk.images.get(key) is not None, timeout=SECONDS)


def test_a_waiting_photo_does_not_open_yet(folder: Path, made, qtbot, request) -> None:
    made({"a.jpg": "A"})
    window, desk = request.getfixturevalue("window"), request.getfixturevalue("desk")
    page = window.pages["photos"]
    desk.places.go(Place("photos"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=SECONDS)
    qtbot.waitUntil(lambda: not desk.indexer.running, timeout=SECONDS)
    with world(folder, "other") as w:
        w.index()
        found(w, "new.jpg")
        arriving(page.model, w)
    page.view.opened.emit(page.model.index(0))
    assert desk.places.here == Place("photos")
    assert "being looked at" in window.toast.sentence


def test_a_picture_that_changed_while_it_was_read_is_read_again(made, desk, qtbot, request, monkeypatch) -> None:
    made({"a.jpg": "A"})
    request.getfixturevalue("window")
    key, read, told, load = PictureKey("face", 1), Event(), Event(), images._load

    def slowly(library, keys):
        found = load(library, keys)
        read.set()
        told.wait(60)
        return found

    def before(_library, keys):
        return dict.fromkeys(slowly(_library, keys))

    monkeypatch.setattr(images, "_load", before)
    desk.images.forget()
    assert desk.images.get(key) is None
    qtbot.waitUntil(read.is_set)
    desk.images.forget_one(key)
    monkeypatch.setattr(images, "_load", load)
    with qtbot.waitSignal(desk.images.arrived):
        told.set()
    assert desk.images.get(key) is None
    qtbot.waitUntil(lambda: desk.images.get(key) is not None)
