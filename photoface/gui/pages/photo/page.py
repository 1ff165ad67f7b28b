"""The photo viewer: next and previous, zoom, boxes and names, a name for each face by a click, boxes by hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel

from photoface.domain.errors import PhotofaceError
from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.box_decisions import BoxDecisions
from photoface.gui.core.changes import Touched
from photoface.gui.core.dates import long_date
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.core.session import Ticket
from photoface.gui.core.settings import WindowSettings
from photoface.gui.models.faces_model import date_of
from photoface.gui.models.folders_model import shown
from photoface.gui.pages.page import Page
from photoface.gui.pages.photo.acts import PhotoActs
from photoface.gui.pages.photo.bare import Bare
from photoface.gui.pages.photo.canvas import PhotoCanvas
from photoface.gui.pages.photo.commands import add_commands, fit, photo_menu
from photoface.gui.pages.photo.copies import CopiesStrip
from photoface.gui.pages.photo.info import InfoPanel
from photoface.gui.pages.photo.naming import FacePopup
from photoface.gui.pages.photo.open_with import OpenWith
from photoface.gui.pages.photo.row import Row
from photoface.gui.pages.photo.slides import Slides
from photoface.gui.theme.tokens import SPACE
from photoface.services.outcome import Outcome
from photoface.services.showing.photo_view import PhotoView, view_photo


class PhotoPage(Page):
    """The subject is a photo id, to go through all, or (photo id, person id or PhotoRow), to go through those."""

    touched = Touched.FACES | Touched.PHOTOS

    def __init__(self, desk: Desk, settings: WindowSettings) -> None:
        super().__init__(desk, "")
        self.open_with = OpenWith(self, settings)
        self.photo_id: int | None = None
        self.shown: PhotoView | None = None
        self._row = Row(desk.session, lambda: desk.actions.get("photos.apart").isChecked())
        self.copies = CopiesStrip(desk.images)
        self._problem = ""
        self._foot = QHBoxLayout()
        self._to_name: int | None = None
        self._ticket: Ticket | None = None
        self._reading: Ticket | None = None
        self.boxes = BoxDecisions(desk.session, self._refused, self)
        self.canvas, self.info = PhotoCanvas(), InfoPanel()
        self.popup = FacePopup(desk, self.canvas)
        self.guesses, self.place, self.message = QLabel(), QLabel(), QLabel()
        self.slides = Slides(desk.notices, self._slide, self)
        self.title.setProperty("kind", "title")
        self._build()
        self.acts = PhotoActs(self)
        add_commands(self, self.acts)
        self.info.date_wanted.connect(self.acts.ask_date)
        self.info.same_wanted.connect(self.acts.show_copies)
        self.copies.chosen.connect(self._go)
        self.bare = Bare((self.title, self.note, self.message, self.place), self.tools, (self.body, self._foot))

    # -- what is shown --

    def show_subject(self, subject: object) -> None:
        photo_id, among = subject if isinstance(subject, tuple) else (subject, None)
        if not isinstance(photo_id, int):
            return
        self._row.go_through(among)
        self.photo_id, self.shown, self._to_name, self._problem = photo_id, None, None, ""
        self.popup.hide()
        self.canvas.show_faces(())  # no click or key is about a face of the photo before
        if self._ticket is not None:
            self._ticket.cancel()
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
        if self.bare.shown:
            self.acts.leave_full_screen()

    def step(self, by: int) -> None:
        """The next or the previous photo; round the ends."""
        self._go(self._row.beside(self.photo_id, by))

    def _slide(self) -> None:
        if self.shown is None:  # the next one is not there yet: a slow disk shows each of them, later
            return
        self._go(self._row.another(self.photo_id) if self.slides.shuffled else self._row.beside(self.photo_id, 1))

    def next_copy(self) -> None:
        """The next one of the photos that look the same as this one."""
        ids = [each.photo_id for each in self.shown.copies] if self.shown is not None else []
        if self.photo_id in ids:
            self._go(ids[(ids.index(self.photo_id) + 1) % len(ids)])

    def go_to_end(self, at: int) -> None:
        """The first photo (0) or the last one (-1)."""
        self._go(self._row.at(at))

    def show_bare(self, bare: bool) -> bool:
        self.bare.show_bare(bare)
        self.info.setVisible(not bare and self.desk.actions.get("photo.info").isChecked())
        self.copies.setVisible(not bare and self.copies.several)
        self.guesses.setVisible(not bare and self.shown is not None and self.shown.guesses > 0)
        self.canvas.setFocus()
        return True

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
        self.body.addWidget(self.copies)
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
        self.info.repeat_wanted.connect(lambda _on: self.acts.toggle_repeat())
        self._row.read.connect(self._show_place)
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

    def _show_place(self) -> None:
        at = self._row.place_of(self.photo_id)
        text = self.tr("{row} of {count}").format(row=at + 1, count=len(self._row)) if at is not None else ""
        self.place.setText(text)

    def _go(self, photo_id: int | None) -> None:
        if photo_id is not None:
            self.desk.places.replace(Place("photo", (photo_id, self._row.among)))

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
        self.title.setText(date_of(view.photo.taken, long_date) or self.tr("Without a date"))
        self.note.setText(", ".join(name for _, name in view.people))
        self._show_message()
        self.guesses.setText(self.tr("%n guess(es) to look at", "", view.guesses))
        self.guesses.setVisible(view.guesses > 0 and not self.bare.shown)
        fit(self)
        self.info.show_view(view)
        self.copies.show_copies(view.copies, view.photo.photo_id)
        self.copies.setVisible(self.copies.several and not self.bare.shown)
        self._row.know_copies([each.photo_id for each in view.copies])
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
        usual = hint if self.canvas.drawing else isolated(shown(self.shown.photo.path)) if self.shown else ""
        self.message.setText(self._problem or usual)

    def _refused(self, error: Exception) -> None:
        if self.shown is not None:
            self.canvas.show_faces(self.shown.faces)
        self.desk.session.report(error)

    def _menu(self, at: QPoint, face: Face | None) -> None:
        photo_menu(self, face).popup(at)

    def _name(self, face: Face, who: Named) -> None:
        self.desk.decisions.assign([face.face_id], who)
