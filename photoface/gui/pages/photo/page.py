"""The photo viewer: next and previous, zoom, boxes and names, a name for each face by a click, boxes by hand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMargins, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QWidget

from photoface.domain.errors import PhotofaceError
from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.box_decisions import BoxDecisions
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.images import PictureKey
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.core.viewing import PhotoRow
from photoface.gui.models.faces_model import date_of
from photoface.gui.models.folders_model import shown
from photoface.gui.pages.page import Page
from photoface.gui.pages.photo import files
from photoface.gui.pages.photo.canvas import PhotoCanvas
from photoface.gui.pages.photo.commands import add_commands, fit, photo_menu
from photoface.gui.pages.photo.info import InfoPanel
from photoface.gui.pages.photo.naming import FacePopup
from photoface.gui.theme.tokens import SPACE
from photoface.services import lists
from photoface.services.outcome import Outcome
from photoface.services.photo_view import PhotoView, view_photo

_SLIDE_MS = 4000
Among = PhotoRow | int | None
"""What one goes through: these photos, those of a person (by id), or all."""


class PhotoPage(Page):
    """The subject is a photo id, to go through all, or (photo id, person id or PhotoRow), to go through those."""

    touched = Touched.FACES | Touched.PHOTOS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.photo_id: int | None = None
        self.shown: PhotoView | None = None
        self._row: NDArray[np.int64] = np.empty(0, np.int64)
        self._among: Among = None
        self._row_known = False
        self._bare = False
        self._problem = ""
        self._foot, self._margins = QHBoxLayout(), dict[QLayout, QMargins]()
        self._to_name: int | None = None
        self._ticket: Ticket | None = None
        self._reading: Ticket | None = None
        self.boxes = BoxDecisions(desk.session, self._refused, self)
        self.canvas, self.info = PhotoCanvas(), InfoPanel()
        self.popup = FacePopup(desk, self.canvas)
        self.guesses, self.place, self.message = QLabel(), QLabel(), QLabel()
        self.slides = QTimer(self, interval=_SLIDE_MS)
        self.slides.timeout.connect(lambda: self.step(1))
        self.title.setProperty("kind", "title")
        self._build()
        add_commands(self)

    # -- what is shown --

    def show_subject(self, subject: object) -> None:
        photo_id, among = subject if isinstance(subject, tuple) else (subject, None)
        if not isinstance(photo_id, int):
            return
        if among != self._among or not self._row_known:
            self._among, self._row_known = among, True
            self._read_row()
        self.photo_id, self.shown, self._to_name, self._problem = photo_id, None, None, ""
        self.popup.hide()
        self.refresh()

    def refresh(self) -> None:
        if self.photo_id is not None:
            photo_id = self.photo_id
            if self._reading is not None:  # what was read before a decision must not be shown after it
                self._reading.cancel()
            self._reading = self.desk.session.read(
                self, lambda library: view_photo(library, photo_id), self._show, self._gone
            )

    def enter(self) -> None:
        super().enter()
        self.canvas.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.slides.stop()
        self.popup.hide()
        self.canvas.draw_boxes(False)
        if self._bare:
            self.leave_full_screen()

    def step(self, by: int) -> None:
        """The next or the previous photo; round the ends."""
        at = np.flatnonzero(self._row == self.photo_id)
        if len(self._row):
            self._go(int(self._row[(int(at[0]) + by) % len(self._row)]) if len(at) else int(self._row[0]))

    def go_to_end(self, at: int) -> None:
        """The first photo (0) or the last one (-1)."""
        if len(self._row):
            self._go(int(self._row[at]))

    def show_bare(self, bare: bool) -> bool:
        self._bare = bare
        for widget in (self.title, self.note, self.message, self.place, *self._tool_widgets()):
            widget.setVisible(not bare)
        self.info.setVisible(not bare and self.desk.actions.get("photo.info").isChecked())
        self.guesses.setVisible(not bare and self.shown is not None and self.shown.guesses > 0)
        header = self.body.itemAt(0)
        rows = [header.layout()] if header is not None else []
        for row in (*rows, self._foot):
            if row is not None and bare:
                self._margins[row] = row.contentsMargins()
                row.setContentsMargins(0, 0, 0, 0)
            elif row in self._margins:
                row.setContentsMargins(self._margins[row])
        self.canvas.setFocus()
        return True

    # -- commands --

    def leave(self) -> None:
        """One step out: of drawing, of the slideshow, of the full screen, of the photo."""
        if self.canvas.drawing:
            self.canvas.draw_boxes(False)
        elif self.slides.isActive():
            self.toggle_slides()
        elif self._bare:
            self.leave_full_screen()
        elif self.desk.places.can_go_back:
            self.desk.places.back()
        else:
            self.desk.places.go(Place("photos"))

    def leave_full_screen(self) -> None:
        self.desk.actions.get("full screen").trigger()

    def toggle_boxes(self) -> None:
        self.canvas.boxes = not self.canvas.boxes
        self.canvas.update()

    def toggle_names(self) -> None:
        self.canvas.names = not self.canvas.names
        self.canvas.update()

    def toggle_slides(self) -> None:
        if self.slides.isActive():
            self.slides.stop()
            self.desk.notices.tell(self.tr("The slideshow has stopped"))
        else:
            self.slides.start()
            self.desk.notices.tell(self.tr("A photo every {seconds} seconds; Esc stops").format(seconds=4))

    def toggle_info(self) -> None:
        self.info.setVisible(self.desk.actions.get("photo.info").isChecked())

    def ask_chosen(self) -> None:
        """Who is the chosen face?"""
        face = self.canvas.chosen_face
        if face is not None:
            self.ask(face)

    def remove_chosen(self) -> None:
        """The box of the chosen face goes."""
        face = self.canvas.chosen_face
        if face is not None:
            self.boxes.erase(face.face_id)

    def ignore_strangers(self) -> None:
        """Whom nobody named in this photo, and who are like nobody: nobody asks about them again."""
        if self.shown is not None and self.shown.strangers:
            self.desk.decisions.ignore(self.shown.strangers)

    def toggle_repeat(self) -> None:
        if self.shown is not None:
            self.boxes.repeat(self.shown.photo.photo_id, not self.shown.repeat)

    def open_with(self) -> None:
        if self.shown is not None and not files.open_with_default(self.shown.photo.path):
            self.desk.notices.tell(self.tr("No program of this computer opens this file."))

    def show_in_folder(self) -> None:
        if self.shown is not None and not files.show_in_file_manager(self.shown.photo.path):
            self.desk.notices.tell(self.tr("No file manager of this computer answers."))

    def copy(self) -> None:
        if self.shown is not None:
            files.copy_photo(self.shown.photo.path, self.canvas.image)
            self.desk.notices.tell(self.tr("The photo is in the clipboard"))

    def copy_path(self) -> None:
        if self.shown is not None:
            files.copy_path(self.shown.photo.path)
            self.desk.notices.tell(self.tr("The path is in the clipboard"))

    def ask(self, face: Face) -> None:
        """Ask who this is, beside the face."""
        place, drawn = self.canvas.place_of(face.box), self.shown is not None and face.face_id in self.shown.drawn.ids
        self.popup.field.set_together({number for number, _ in self.shown.people} if self.shown else ())
        corner = QPoint(int(place.left()), int(place.bottom()) + 36)
        self.popup.ask(face, corner, drawn=drawn, note=self._note_of(face.face_id))

    # -- inside --

    def _build(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.info)
        self.body.addLayout(middle, 1)
        self.info.hide()
        row = self._foot
        row.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, SPACE)
        row.setSpacing(4 * SPACE)
        row.addWidget(self.message, 1)
        row.addWidget(self.guesses)
        row.addWidget(self.place)
        self.body.addLayout(row)
        self.guesses.setProperty("kind", "doubt")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.message, self.place):
            label.setProperty("kind", "note")
        self.canvas.setAccessibleName(self.tr("Photo"))
        self.canvas.face_clicked.connect(self.ask)
        self.canvas.box_drawn.connect(self._draw)
        self.canvas.box_moved.connect(self._move)
        self.canvas.menu_wanted.connect(self._menu)
        self.canvas.drawing_changed.connect(self._drawing)
        self.popup.named.connect(self._name)
        self.popup.removed.connect(lambda face: self.boxes.erase(face.face_id))
        self.info.person_wanted.connect(lambda number: self.desk.places.go(Place("person", ("person", number))))
        self.info.repeat_wanted.connect(lambda _on: self.toggle_repeat())
        self.desk.looker.looked_into.connect(self._looked_into)

    def _note_of(self, face_id: int) -> str:
        """What the card of a drawn face says of it."""
        if self.shown is None or face_id not in self.shown.drawn.ids:
            return ""
        if self.desk.looker.looking_into(face_id):
            return self.tr("Drawn by hand; being looked at …")
        compared = face_id in self.shown.drawn.compared
        return self.tr("Drawn by hand") if compared else self.tr("Drawn by hand; no face is found there to compare")

    def _looked_into(self, face_id: int) -> None:
        self.desk.images.forget_one(PictureKey("face", face_id))
        self.refresh()

    def _tool_widgets(self) -> list[QWidget]:
        items = (self.tools.itemAt(at) for at in range(self.tools.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if widget is not None]

    def _read_row(self) -> None:
        among = self._among
        if isinstance(among, PhotoRow):
            self._have_row(among.ids)
        else:
            self.desk.session.read(self, lambda library: lists.photo_ids(library, person_id=among), self._have_row)

    def _have_row(self, ids: NDArray[np.int64]) -> None:
        self._row = ids
        self._show_place()

    def _show_place(self) -> None:
        at = np.flatnonzero(self._row == self.photo_id)
        text = self.tr("{row} of {count}").format(row=int(at[0]) + 1, count=len(self._row)) if len(at) else ""
        self.place.setText(text)

    def _go(self, photo_id: int) -> None:
        self.desk.places.replace(Place("photo", (photo_id, self._among)))

    def _show(self, view: PhotoView) -> None:
        if view.photo.photo_id != self.photo_id:
            return
        first, self.shown = self.shown is None, view
        self._show_facts(view)
        if first:
            self._show_photo(view)
        else:
            self.canvas.show_faces(view.faces)
        unread = [face for face in view.faces if face.face_id in view.drawn.unread]
        self.desk.looker.look_into(unread)
        asked = self.popup.face
        if asked is not None:
            self.popup.say(self._note_of(asked.face_id))
        new = next((face for face in view.faces if face.face_id == self._to_name), None)
        if new is not None:
            self._to_name = None
            self.canvas.choose(new.face_id)
            self.ask(new)

    def _show_facts(self, view: PhotoView) -> None:
        self.title.setText(date_of(view.photo.taken) or self.tr("Without a date"))
        self.note.setText(", ".join(name for _, name in view.people))
        self._show_message()
        self.guesses.setText(self.tr("%n guess(es) to look at", "", view.guesses))
        self.guesses.setVisible(view.guesses > 0 and not self._bare)
        fit(self)
        self.info.show_view(view)
        self._show_place()

    def _show_photo(self, view: PhotoView) -> None:
        preview = self.desk.images.get(PictureKey("photo", view.photo.photo_id))
        self.canvas.show_photo(view.size, view.faces, preview.toImage() if preview else None)
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.desk.viewer.show(self, view.photo.path, self.canvas.show_image, self._unreadable)

    def _unreadable(self, error: Exception) -> None:
        self._problem = sentence_of(error)
        self._show_message()
        if not isinstance(error, PhotofaceError):
            self.desk.session.report(error)

    def _gone(self, error: Exception) -> None:
        self._problem = sentence_of(error)
        self._show_message()
        self.canvas.show_photo(self.canvas.size_of_photo, (), QImage())

    def _draw(self, box: Box) -> None:
        self.canvas.draw_boxes(False)
        if self.shown is not None:
            self.boxes.draw(self.shown.photo.photo_id, box, self._drawn)

    def _drawn(self, outcome: Outcome) -> None:
        self._to_name = outcome.face_id
        self.refresh()

    def _move(self, face: Face, box: Box) -> None:
        self.popup.hide()
        self.boxes.move(face.face_id, box)

    def _drawing(self, drawing: bool) -> None:
        self.popup.hide()
        self.desk.actions.get("photo.draw").setChecked(drawing)
        self._show_message()

    def _show_message(self) -> None:
        """What is the matter, else what to do, else where the file is."""
        hint = self.tr("Drag a box around a face; drag its edges to correct it. Esc ends.")
        usual = hint if self.canvas.drawing else shown(self.shown.photo.path) if self.shown else ""
        self.message.setText(self._problem or usual)

    def _refused(self, error: Exception) -> None:
        if self.shown is not None:
            self.canvas.show_faces(self.shown.faces)
        self.desk.session.report(error)

    def _menu(self, at: QPoint, face: Face | None) -> None:
        photo_menu(self, face).popup(at)

    def _name(self, face: Face, who: Named) -> None:
        self.desk.decisions.assign([face.face_id], who)
