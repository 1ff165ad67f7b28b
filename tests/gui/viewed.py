"""The window with its viewer open, driven as a person drives it: keys, clicks, drags."""

from __future__ import annotations

import os

from PySide6.QtCore import QPoint, QPointF, Qt

from photoface.domain.people import Face
from photoface.gui.core.places import Place
from photoface.gui.pages.photo.page import PhotoPage
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
