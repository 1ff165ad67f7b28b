"""The first name: when the first large group is there and nobody has a name yet, it is offered, once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from photoface.domain.people import Group
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow
from photoface.services.library import Library

LARGE = 4
"""Faces that make a group worth the first question."""

ABOUT = "first name"


class FirstName(QObject):
    """Begins with ``watch``, in the first minute of a library; the button leads to the field for the name."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._watching = self._reading = False
        desk.session.changed.connect(self._hear)

    def watch(self) -> None:
        """From now on."""
        self._watching = True

    def _hear(self, change: Change) -> None:
        if self._watching and not self._reading and change.touched & Touched.FACES:
            self._reading = True
            self._desk.session.read(self, _first, self._offer, lambda _error: self._offer(None))

    def _offer(self, found: tuple[bool, Group | None] | None) -> None:
        self._reading = False
        named, group = found or (False, None)
        if named:
            self._watching = False
            self._window.banner.withdraw(ABOUT)
        elif group is not None and self._window.banner.about != ABOUT:
            picture = PictureKey("face", group.cover_face_id) if group.cover_face_id is not None else None
            text = self.tr("%n photo(s) show the same person. Who is it?", "", group.photos)
            go = partial(self._go, group.cluster_id)
            self._window.banner.offer(ABOUT, text, self.tr("Give a name"), go, picture)

    def _go(self, cluster_id: int) -> None:
        self._watching = False
        self._window.banner.withdraw(ABOUT)
        self._desk.places.go(Place("person", ("group", cluster_id)))


def _first(library: Library) -> tuple[bool, Group | None]:
    if library.people.list():
        return True, None
    groups = library.groups.unnamed()
    return False, groups[0] if groups and groups[0].faces >= LARGE else None
