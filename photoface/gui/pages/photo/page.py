"""The photo viewer: next and previous, zoom, boxes and names, a name for each face by a click."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel

from photoface.domain.people import Face
from photoface.gui.core.actions import Command
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.models.faces_model import date_of
from photoface.gui.models.folders_model import shown
from photoface.gui.pages.page import Page
from photoface.gui.pages.photo.canvas import PhotoCanvas
from photoface.gui.pages.photo.naming import FacePopup
from photoface.gui.theme.tokens import SPACE
from photoface.services import lists
from photoface.services.photo_view import PhotoView, view_photo

_SLIDE_MS = 4000


class PhotoPage(Page):
    """The subject is a photo id, or (photo id, person id) to go through the photos of that person."""

    touched = Touched.FACES | Touched.PHOTOS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.photo_id: int | None = None
        self.shown: PhotoView | None = None
        self._row: NDArray[np.int64] = np.empty(0, np.int64)
        self._person_id: int | None = None
        self._ticket: Ticket | None = None
        self.canvas = PhotoCanvas()
        self.popup = FacePopup(desk, self.canvas)
        self.message = QLabel()
        self.slides = QTimer(self, interval=_SLIDE_MS)
        self.slides.timeout.connect(lambda: self.step(1))
        self.title.setProperty("kind", "title")
        self._build()
        self._add_commands()

    def show_subject(self, subject: object) -> None:
        photo_id, person_id = subject if isinstance(subject, tuple) else (subject, self._person_id)
        if not isinstance(photo_id, int):
            return
        if person_id != self._person_id or not len(self._row):
            self._person_id = person_id
            self.desk.session.read(self, lambda library: lists.photo_ids(library, person_id=person_id), self._have_row)
        self.photo_id, self.shown = photo_id, None
        self.popup.hide()
        self.refresh()

    def refresh(self) -> None:
        if self.photo_id is not None:
            photo_id = self.photo_id
            self.desk.session.read(self, lambda library: view_photo(library, photo_id), self._show, self._gone)

    def enter(self) -> None:
        super().enter()
        self.canvas.setFocus()

    def hideEvent(self, event: object) -> None:
        self.slides.stop()
        self.popup.hide()

    def step(self, by: int) -> None:
        """The next or the previous photo; round the ends."""
        at = np.flatnonzero(self._row == self.photo_id)
        if len(self._row):
            number = int(self._row[(int(at[0]) + by) % len(self._row)]) if len(at) else int(self._row[0])
            self.desk.places.replace(Place("photo", number))

    def _build(self) -> None:
        self.body.addWidget(self.canvas, 1)
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, SPACE)
        row.addWidget(self.message, 1)
        self.body.addLayout(row)
        self.message.setProperty("kind", "note")
        self.canvas.setAccessibleName(self.tr("Photo"))
        self.canvas.face_clicked.connect(self._ask)
        self.popup.named.connect(self._name)

    def _add_commands(self) -> None:
        area, add = self.tr("Photo"), self.desk.actions.add
        forward, back = partial(self.step, 1), partial(self.step, -1)
        for command, run in (
            (Command("photo.next", area, self.tr("Next photo"), ("Right", "PgDown"), "forward"), forward),
            (Command("photo.back", area, self.tr("Previous photo"), ("Left", "PgUp"), "back"), back),
            (Command("photo.boxes", area, self.tr("Boxes around faces"), ("F",), "face-box"), self._toggle_boxes),
            (Command("photo.names", area, self.tr("Names of faces"), ("L",), "label"), self._toggle_names),
            (Command("photo.in", area, self.tr("Larger"), ("+", "="), "zoom-in"), partial(self.canvas.zoom_by, 1.25)),
            (Command("photo.out", area, self.tr("Smaller"), ("-",), "zoom-out"), partial(self.canvas.zoom_by, 0.8)),
            (Command("photo.fit", area, self.tr("All of it"), ("0",)), self.canvas.zoom_to_fit),
            (Command("photo.slides", area, self.tr("Slideshow"), ("F9",), "slideshow"), self._toggle_slides),
            (Command("photo.close", area, self.tr("Back to where you were"), ("Esc",)), self.desk.places.back),
        ):
            action = add(self, command, run)
            if command.icon:
                self.tools.addWidget(self.tool_button(action))

    def _have_row(self, ids: NDArray[np.int64]) -> None:
        self._row = ids

    def _show(self, view: PhotoView) -> None:
        if view.photo.photo_id != self.photo_id:
            return
        first, self.shown = self.shown is None, view
        self.title.setText(date_of(view.photo.taken) or self.tr("Without a date"))
        self.note.setText(", ".join(view.photo.people))
        self.message.setText(shown(view.photo.path))
        if not first:
            self.canvas.show_faces(view.faces)
            return
        preview = self.desk.images.get(PictureKey("photo", view.photo.photo_id))
        self.canvas.show_photo(view.size, view.faces, preview.toImage() if preview else None)
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.desk.viewer.show(self, view.photo.path, self._have_image, self._unreadable)

    def _have_image(self, image: QImage) -> None:
        self.canvas.show_image(image)

    def _unreadable(self, error: Exception) -> None:
        self.message.setText(str(error))

    def _gone(self, error: Exception) -> None:
        self.message.setText(str(error))
        self.canvas.show_faces(())

    def _ask(self, face: Face) -> None:
        place = self.canvas.place_of(face.box)
        self.popup.ask(face, QPoint(int(place.left()), int(place.bottom()) + 36))

    def _name(self, face: Face, who: Named) -> None:
        self.desk.decisions.assign([face.face_id], who)

    def _toggle_boxes(self) -> None:
        self.canvas.boxes = not self.canvas.boxes
        self.canvas.update()

    def _toggle_names(self) -> None:
        self.canvas.names = not self.canvas.names
        self.canvas.update()

    def _toggle_slides(self) -> None:
        if self.slides.isActive():
            self.slides.stop()
        else:
            self.slides.start()
