"""Pictures that need not be in the library, read by the analyzer: its child is started at the first one and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject

from photoface.domain.faces import PhotoAnalysis
from photoface.gui.core.engine import Engine
from photoface.gui.core.lanes import Lanes
from photoface.gui.core.session import Session, Ticket
from photoface.services.library import Library
from photoface.services.search import ProbeFace, search


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a picture holds and whom it is like. library_faces: how many faces were searched."""

    picture: PhotoAnalysis
    faces: tuple[ProbeFace, ...]
    library_faces: int


class Looker(QObject):
    """One thread with a reading library and an analyzer."""

    def __init__(self, session: Session, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

        @contextmanager
        def ready() -> Iterator[Callable[[bytes, int], Found]]:
            with engine.open_library(write=False) as library, engine.look(library) as look:
                yield lambda path, limit: _found(library, look(path), limit)

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

        def job(find: Callable[[bytes, int], Found]) -> None:
            try:
                found = find(path, limit)
            except Exception as error:  # shown in the GUI thread
                refuse(error)
                return
            self._session.send(lambda: done(found) if ticket.wanted else None)

        self._lane.post(job, refuse)
        return ticket

    def close(self) -> None:
        """End the thread and its analyzer."""
        self._lane.close()


def _found(library: Library, picture: PhotoAnalysis, limit: int) -> Found:
    faces = search(library, picture, limit)
    return Found(picture, tuple(faces), len(library.gallery.now().ids))
