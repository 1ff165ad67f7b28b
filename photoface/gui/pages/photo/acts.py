"""What the commands of the photo viewer do, with the photo that is shown now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.places import Place
from photoface.gui.dialogs.date_dialog import DateDialog
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.pages.photo import files

if TYPE_CHECKING:
    from photoface.gui.pages.photo.page import PhotoPage


def tr(text: str) -> str:
    return QCoreApplication.translate("PhotoPage", text)


class PhotoActs:
    """On the page as it is shown now; without a photo nothing happens."""

    def __init__(self, page: PhotoPage) -> None:
        self._page, self._desk = page, page.desk

    def leave(self) -> None:
        """One step out: of drawing, of the slideshow, of the full screen, of the photo."""
        page = self._page
        if page.canvas.drawing:
            page.canvas.draw_boxes(False)
        elif page.slides.isActive():
            page.slides.toggle()
        elif page.bare.shown:
            self.leave_full_screen()
        elif self._desk.places.can_go_back:
            self._desk.places.back()
        else:
            self._desk.places.go(Place("photos"))

    def leave_full_screen(self) -> None:
        self._desk.actions.get("full screen").trigger()

    def toggle_boxes(self) -> None:
        self._page.canvas.boxes = not self._page.canvas.boxes
        self._page.canvas.update()

    def toggle_names(self) -> None:
        self._page.canvas.names = not self._page.canvas.names
        self._page.canvas.update()

    def toggle_drawing(self) -> None:
        self._page.canvas.draw_boxes(not self._page.canvas.drawing)

    def ask_date(self) -> None:
        """When it was taken."""
        if self._page.shown is not None:
            DateDialog(self._desk, [self._page.shown.photo.photo_id], self._page).open()

    def show_copies(self) -> None:
        """All photos that look the same, if there are any."""
        if self._page.shown is not None and self._page.shown.twins:
            from photoface.gui.dialogs.copies_dialog import CopiesDialog

            CopiesDialog(self._desk, self._page.shown.photo.photo_id, self._page).open()

    def toggle_info(self) -> None:
        self._page.info.setVisible(self._desk.actions.get("photo.info").isChecked())

    def ask_chosen(self) -> None:
        """Who is the chosen face?"""
        face = self._page.canvas.chosen_face
        if face is not None:
            self._page.ask(face)

    def explain_chosen(self) -> None:
        """Why is the chosen face whom it is said to be?"""
        face = self._page.canvas.chosen_face
        if face is not None:
            ExplainDialog(self._desk, face.face_id, self._page).open()

    def remove_chosen(self) -> None:
        """The box of the chosen face goes."""
        face = self._page.canvas.chosen_face
        if face is not None:
            self._page.boxes.erase(face.face_id)

    def ignore_strangers(self) -> None:
        """Whom nobody named in this photo, and who are like nobody: nobody asks about them again."""
        view = self._page.shown
        if view is not None and view.strangers:
            self._desk.decisions.ignore(view.strangers)

    def toggle_repeat(self) -> None:
        """A mirror or collage, or not."""
        view = self._page.shown
        if view is not None:
            self._page.boxes.repeat(view.photo.photo_id, not view.repeat)

    def open_with(self) -> None:
        view = self._page.shown
        if view is not None and not files.open_with_default(view.photo.path):
            self._desk.notices.tell(tr("No program of this computer opens this file."))

    def show_in_folder(self) -> None:
        view = self._page.shown
        if view is not None and not files.show_in_file_manager(view.photo.path):
            self._desk.notices.tell(tr("No file manager of this computer answers."))

    def copy(self) -> None:
        view = self._page.shown
        if view is not None:
            files.copy_photo(view.photo.path, self._page.canvas.image)
            self._desk.notices.tell(tr("The photo is in the clipboard"))

    def copy_path(self) -> None:
        view = self._page.shown
        if view is not None:
            files.copy_path(view.photo.path)
            self._desk.notices.tell(tr("The path is in the clipboard"))
