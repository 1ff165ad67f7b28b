"""The photos one goes through: all, those of a person, or what a search found."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from photoface.gui.core.session import Session, Ticket
from photoface.gui.core.viewing import PhotoRow
from photoface.services import lists

Among = PhotoRow | int | None
"""What one goes through: these photos, those of a person (by id), or all."""


class Row(QObject):
    """``read`` when its photos are known."""

    read = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._known = False
        self._reading = Ticket(self)
        self._deck: list[int] = []
        self.among: Among = None

    def __len__(self) -> int:
        return len(self._ids)

    def go_through(self, among: Among) -> None:
        """These from now on; they are read once."""
        if self._known and among == self.among:
            return
        self.among, self._known = among, True
        self._reading.cancel()  # two readers may overtake one another
        if isinstance(among, PhotoRow):
            self._have(among.ids)
        else:
            self._have(np.empty(0, np.int64))  # nobody goes on to a photo of the row before
            self._reading = self._session.read(
                self, lambda library: lists.photo_ids(library, person_id=among), self._have
            )

    def place_of(self, photo_id: int | None) -> int | None:
        """Where a photo is in it, from 0; None where it is not."""
        at = np.flatnonzero(self._ids == photo_id)
        return int(at[0]) if len(at) else None

    def beside(self, photo_id: int | None, by: int) -> int | None:
        """The photo so many places on, round the ends; the first from outside."""
        here = self.place_of(photo_id)
        return self.at(0 if here is None else (here + by) % len(self._ids))

    def another(self, photo_id: int | None) -> int | None:
        """Any other photo; none comes twice before all have come."""
        if not self._deck:
            self._deck = np.random.default_rng().permutation(self._ids[self._ids != photo_id]).tolist()
        return self._deck.pop() if self._deck else self.at(0)

    def at(self, place: int) -> int | None:
        """The photo at a place; -1 is the last. None of an empty row."""
        return int(self._ids[place]) if len(self._ids) else None

    def _have(self, ids: NDArray[np.int64]) -> None:
        self._ids, self._deck = ids, []
        self.read.emit()
