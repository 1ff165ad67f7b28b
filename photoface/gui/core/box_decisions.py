"""The decisions on boxes and on photos as a whole, as calls of the services."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from photoface.domain.geometry import Box
from photoface.gui.core.session import Session
from photoface.services.deciding import drawing
from photoface.services.deciding.repeats import set_repeat
from photoface.services.outcome import Outcome

Done = Callable[[Outcome], None]
Failed = Callable[[Exception], None]


class BoxDecisions(QObject):
    """``done`` gets the outcome in the GUI thread, ``failed`` what stood against it."""

    def __init__(self, session: Session, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._failed = session, failed

    def draw(self, photo_id: int, box: Box, done: Done) -> None:
        """A face is here; the outcome tells its id."""
        self._session.decide(self, lambda library: drawing.draw(library, photo_id, box), done, self._failed)

    def move(self, face_id: int, box: Box) -> None:
        """The face is here."""
        self._session.decide(self, lambda library: drawing.move(library, face_id, box), None, self._failed)

    def erase(self, face_id: int) -> None:
        """A drawn box goes, a found one is no face."""
        self._session.decide(self, lambda library: drawing.erase(library, face_id), None, self._failed)

    def repeat(self, photo_id: int, repeat: bool) -> None:
        """One person may be twice in this photo, or not."""
        self._session.decide(self, lambda library: set_repeat(library, photo_id, repeat=repeat), None, self._failed)
