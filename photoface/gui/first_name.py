"""The first name: when the first large group is there and nobody has a name yet, it is asked for, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from photoface.domain.people import Group
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.named import Named
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow
from photoface.services.deciding.references import undecided_of_group
from photoface.services.library import Library

LARGE = 4
"""Faces that make a group worth the first question."""

ABOUT = "first name"


@dataclass(frozen=True, slots=True)
class _Question:
    """A group and its faces as they were counted: exactly these get the name, whatever joins meanwhile."""

    group: Group
    faces: tuple[int, ...]


class FirstName(QObject):
    """Begins with ``watch``, in the first minute of a library."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._watching = self._reading = False
        self._asked: int | None = None
        desk.session.changed.connect(self._hear)

    def watch(self) -> None:
        """From now on."""
        self._watching = True

    def _hear(self, change: Change) -> None:
        if self._watching and not self._reading and change.touched & Touched.FACES:
            self._reading = True
            work = partial(_first, asked=self._asked)
            self._desk.session.read(self, work, self._ask, lambda _error: self._ask((False, None)))

    def _ask(self, found: tuple[bool, _Question | None]) -> None:
        self._reading = False
        named, question = found
        if not self._watching:  # answered while this was read
            return
        if named:
            self._end()
        elif question is not None and not self._window.banner.being_written:
            group, self._asked = question.group, question.group.cluster_id
            text = self.tr("%n photo(s) show the same person. Who is it?", "", group.photos)
            look = self.tr("Look at them"), partial(self._look, group.cluster_id)
            picture = PictureKey("face", group.cover_face_id)
            self._window.banner.ask(ABOUT, text, partial(self._name, question.faces), look, picture)

    def _name(self, faces: Sequence[int], who: Named) -> None:
        self._desk.decisions.name_faces(faces, who)
        self._end()
        self._window.focus_page()

    def _look(self, cluster_id: int) -> None:
        self._end()
        self._desk.places.go(Place("person", ("group", cluster_id)))

    def _end(self) -> None:
        self._watching = False
        self._window.banner.withdraw(ABOUT)


def _first(library: Library, asked: int | None) -> tuple[bool, _Question | None]:
    """Has somebody a name? Else the group that was asked about already, or the largest."""
    if library.people.list():
        return True, None
    groups = [group for group in library.groups.unnamed() if group.faces >= LARGE]
    chosen = next((group for group in groups if group.cluster_id == asked), groups[0] if groups else None)
    if chosen is None:
        return False, None
    return False, _Question(
        chosen, tuple(face.face_id for face in undecided_of_group(chosen.cluster_id, library.faces))
    )
