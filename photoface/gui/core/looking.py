"""Pictures that are only looked at, e.g. to search with, and boxes that a human drew.

The analyzer's child starts at the first one and is kept, the gallery of faces too, so that the next answers in tenths
of a second.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from photoface.app import Look
from photoface.domain.errors import PhotofaceError
from photoface.domain.faces import BoxAnalysis, PhotoAnalysis
from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.changes import Touched
from photoface.gui.core.engine import Engine
from photoface.gui.core.lanes import Lanes
from photoface.gui.core.session import Session, Ticket
from photoface.services.deciding.drawing import keep_seen, unread
from photoface.services.finding.search import ProbeFace, search
from photoface.services.library import Library

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a picture holds and whom it is like. library_faces: how many faces were searched."""

    picture: PhotoAnalysis
    faces: tuple[ProbeFace, ...]
    library_faces: int


@dataclass(frozen=True, slots=True, eq=False)
class _Tools:
    library: Library
    look: Look


class Looker(QObject):
    """One thread with a reading library and an analyzer. looked_into: the id of a face whose box has been read,
    or could not be."""

    looked_into = Signal(object)

    def __init__(self, session: Session, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._boxes: set[tuple[int, Box]] = set()
        self._under_way: set[int] = set()

        @contextmanager
        def ready() -> Iterator[_Tools]:
            with engine.open_library(write=False) as library, engine.look(library) as look:
                yield _Tools(library, look)

        self._lane = Lanes("looker", ready)

    def look(
        self,
        owner: QObject,
        path: bytes,
        limit: int,
        done: Callable[[Found], None],
        failed: Callable[[Exception], None],
    ) -> Ticket:
        """Whom the faces of this picture are like; ``failed`` for a picture without faces or that cannot be read."""
        ticket = Ticket(owner)

        def refuse(error: Exception) -> None:
            self._session.send(lambda: failed(error) if ticket.wanted else None)

        def job(tools: _Tools) -> None:
            try:
                found = _found(tools.library, tools.look(path), limit)
            except Exception as error:  # shown in the GUI thread
                refuse(error)
                return
            self._session.send(lambda: done(found) if ticket.wanted else None)

        self._lane.post(job, refuse)
        return ticket

    def look_into(self, faces: Sequence[Face]) -> None:
        """See what is in the boxes of these faces and keep it, so that they are compared. What fails is left alone."""
        for face in faces:
            if (face.face_id, face.box) not in self._boxes:
                self._boxes.add((face.face_id, face.box))
                self._look_into(face)

    def catch_up(self) -> None:
        """Look into all drawn boxes that the present models have not seen: they may have changed."""
        self._session.read(self, unread, self.look_into)

    def looking_into(self, face_id: int) -> bool:
        """Whether the box of this face is still being read."""
        return face_id in self._under_way

    def close(self) -> None:
        """End the thread and its analyzer."""
        self._lane.close()

    def _look_into(self, face: Face) -> None:
        self._under_way.add(face.face_id)

        def job(tools: _Tools) -> None:
            try:
                seen = tools.look.into(face.path, face.box)
            except Exception as error:
                missed(error)
                return
            self._session.send(lambda: self._keep(face, seen))

        def missed(error: Exception) -> None:
            self._session.send(lambda: self._miss(face, error))

        self._lane.post(job, missed)

    def _keep(self, face: Face, seen: BoxAnalysis) -> None:
        self._session.write(
            self,
            lambda library: keep_seen(library, face.face_id, face.box, seen),
            lambda kept: self._kept(face, kept),
            touched=Touched.FACES,
        )

    def _kept(self, face: Face, kept: bool) -> None:
        if kept:  # where it is not known in spite of that, it was undone and done again
            self._boxes.discard((face.face_id, face.box))
        self._end(face)

    def _miss(self, face: Face, error: Exception) -> None:
        # The face has its box and its name; that it cannot be compared is said where it is shown.
        self._end(face)
        if isinstance(error, PhotofaceError):
            _log.info("a drawn box could not be looked into: %s", type(error).__name__)
        else:
            self._session.report(error)

    def _end(self, face: Face) -> None:
        self._under_way.discard(face.face_id)
        self.looked_into.emit(face.face_id)


def _found(library: Library, picture: PhotoAnalysis, limit: int) -> Found:
    faces = search(library, picture, limit)
    return Found(picture, tuple(faces), len(library.gallery.now().ids))
