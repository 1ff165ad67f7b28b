"""What can be done with a photo: the commands of the viewer, its buttons and its menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from photoface.domain.people import Face, FaceState
from photoface.gui.core.actions import Command
from photoface.gui.core.isolating import isolated, sideways
from photoface.gui.core.places import Place

if TYPE_CHECKING:
    from photoface.gui.pages.photo.acts import PhotoActs
    from photoface.gui.pages.photo.page import PhotoPage

Run = Callable[[], object]

_BUTTONS = (
    "photo.back",
    "photo.next",
    "photo.boxes",
    "photo.names",
    "photo.draw",
    "photo.in",
    "photo.out",
    "photo.slides",
    "photo.info",
)
_OF_FACES = ("photo.ask", "photo.remove")
_OF_PHOTOS = (
    "photo.draw",
    "photo.strangers",
    "photo.repeat",
    "photo.date",
    "photo.same",
    "-",
    "photo.copy",
    "photo.path",
    "photo.folder",
    "open with",
    "-",
    "photo.slides",
    "photo.shuffle",
    "photo.info",
)
_CHECKABLE = ("photo.info", "photo.draw", "photo.repeat")


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PhotoCommands", text, None, number)


def add_commands(page: PhotoPage, acts: PhotoActs) -> None:
    """Register all of them on the page, and put the usual ones into its header."""
    for command, run in (*_moving(page, acts), *_looking(page, acts), *_faces(page, acts), *_files(page, acts)):
        action = page.desk.actions.add(page, command, run)
        action.setCheckable(command.name in _CHECKABLE)
        action.setAutoRepeat(command.name in ("photo.next", "photo.back", "photo.in", "photo.out"))
    for name in _BUTTONS:
        page.tools.addWidget(page.tool_button(page.desk.actions.get(name)))


def fit(page: PhotoPage) -> None:
    """What makes sense for the photo that is shown."""
    get, view = page.desk.actions.get, page.shown
    strangers = len(view.strangers) if view is not None else 0
    get("photo.strangers").setText(tr("Ignore %n face(s) of strangers", strangers))
    get("photo.strangers").setEnabled(bool(strangers))
    for name in ("photo.same", "photo.copies"):
        get(name).setEnabled(view is not None and view.twins > 0)
    get("photo.repeat").setChecked(view is not None and view.repeat)


def photo_menu(page: PhotoPage, face: Face | None) -> QMenu:
    """The context menu of a photo; with a face also what can be done with that."""
    menu = QMenu(page)
    menu.aboutToHide.connect(menu.deleteLater)
    if face is not None:
        _add_face(menu, page, face)
    for name in _OF_PHOTOS:
        if name == "-":
            menu.addSeparator()
        elif name == "open with":
            menu.addMenu(page.open_with.menu(menu))
        else:
            menu.addAction(page.desk.actions.get(name))
    return menu


def _add_face(menu: QMenu, page: PhotoPage, face: Face) -> None:
    menu.addAction(page.desk.actions.get("photo.ask"))
    menu.addAction(page.desk.actions.get("photo.explain"))
    if face.person_id is not None and face.person is not None:
        name = face.person.replace("&", "&&")
        if face.state is not FaceState.CONFIRMED:
            confirm = menu.addAction(tr("Confirm as {name}").format(name=isolated(name)))
            confirm.triggered.connect(lambda: page.desk.decisions.confirm([face.face_id]))
        wrong = menu.addAction(tr("This is not {name}").format(name=isolated(name)))
        wrong.triggered.connect(partial(page.desk.decisions.reject, [face.face_id], face.person_id))
        show = menu.addAction(tr("All photos of {name}").format(name=isolated(name)))
        show.triggered.connect(lambda: page.desk.places.go(Place("person", ("person", face.person_id))))
    ignore = menu.addAction(tr("Ignore this face"))
    ignore.triggered.connect(lambda: page.desk.decisions.ignore([face.face_id]))
    menu.addAction(page.desk.actions.get("photo.remove"))
    menu.addSeparator()


def _moving(page: PhotoPage, acts: PhotoActs) -> tuple[tuple[Command, Run], ...]:
    area, (back, forward) = tr("Photo"), sideways()
    same = tr("Of photos that look the same, which are shown as one")
    return (
        (Command("photo.back", area, tr("Previous photo"), (back, "PgUp"), "back"), partial(page.step, -1)),
        (Command("photo.next", area, tr("Next photo"), (forward, "PgDown"), "forward"), partial(page.step, 1)),
        (Command("photo.first", area, tr("First photo"), ("Home",)), partial(page.go_to_end, 0)),
        (Command("photo.last", area, tr("Last photo"), ("End",)), partial(page.go_to_end, -1)),
        (Command("photo.copies", area, tr("The next copy of it"), ("V",), "", same), page.next_copy),
        (Command("photo.slides", area, tr("Slideshow"), ("F9",), "slideshow"), page.slides.toggle),
        (Command("photo.shuffle", area, tr("Slideshow, shuffled"), ("Shift+F9",)), page.slides.toggle_shuffled),
        (Command("photo.close", area, tr("Back to where you were"), ("Esc",)), acts.leave),
    )


def _looking(page: PhotoPage, acts: PhotoActs) -> tuple[tuple[Command, Run], ...]:
    area, canvas = tr("Photo"), page.canvas
    return (
        (Command("photo.boxes", area, tr("Boxes around faces"), ("F",), "face-box"), acts.toggle_boxes),
        (Command("photo.names", area, tr("Names of faces"), ("L",), "label"), acts.toggle_names),
        (Command("photo.in", area, tr("Larger"), ("+", "="), "zoom-in"), partial(canvas.zoom_by, 1.25)),
        (Command("photo.out", area, tr("Smaller"), ("-",), "zoom-out"), partial(canvas.zoom_by, 0.8)),
        (Command("photo.fit", area, tr("All of it"), ("0",)), canvas.zoom_to_fit),
        (Command("photo.pixels", area, tr("Pixel for pixel"), ("1",)), canvas.zoom_to_pixels),
        (Command("photo.info", area, tr("About this photo"), ("I",), "info"), acts.toggle_info),
    )


def _faces(page: PhotoPage, acts: PhotoActs) -> tuple[tuple[Command, Run], ...]:
    area, canvas = tr("Photo"), page.canvas
    hint = tr("Draw a box around a face that was not found")
    return (
        (Command("photo.draw", area, tr("Draw a box"), ("B",), "draw-box", hint), acts.toggle_drawing),
        (Command("photo.face", area, tr("Choose the next face"), ("N",)), canvas.choose_next),
        (Command("photo.face back", area, tr("Choose the face before"), ("Shift+N",)), partial(canvas.choose_next, -1)),
        (Command("photo.ask", area, tr("Who is this?"), ("Return", "Enter")), acts.ask_chosen),
        (Command("photo.explain", area, tr("Why this person?"), ("F3",), "info"), acts.explain_chosen),
        (Command("photo.remove", area, tr("Remove the box: not a face"), ("Del",)), acts.remove_chosen),
        (
            Command("photo.strangers", area, tr("Ignore the faces of strangers"), ("H",), "ignore"),
            acts.ignore_strangers,
        ),
        (
            Command("photo.repeat", area, tr("Mirror or collage"), (), "", tr("One person may be twice in this photo")),
            acts.toggle_repeat,
        ),
    )


def _files(page: PhotoPage, acts: PhotoActs) -> tuple[tuple[Command, Run], ...]:
    area = tr("Photo")
    return (
        (Command("photo.date", area, tr("Set the date …"), ("Ctrl+D",), "edit"), acts.ask_date),
        (Command("photo.same", area, tr("Photos that look the same …"), ("C",), "photos"), acts.show_copies),
        (Command("photo.copy", area, tr("Copy the photo"), ("Ctrl+C",)), acts.copy),
        (Command("photo.path", area, tr("Copy the path"), ("Ctrl+Shift+C",)), acts.copy_path),
        (Command("photo.folder", area, tr("Show in the file manager"), ("Ctrl+E",), "folders"), acts.show_in_folder),
        (Command("photo.open", area, tr("Open with the usual program"), ("Ctrl+Return",), "open-with"), acts.open_with),
        (Command("photo.program", area, tr("Another program …")), page.open_with.ask),
    )
