"""The photos one goes through: all, those of a person, or what a search found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from photoface.gui.core.session import Session, Ticket
from photoface.gui.core.viewing import PhotoRow
from photoface.services.showing import lists

Among = PhotoRow | int | None
"""What one goes through: these photos, those of a person (by id), or all."""


class Row(QObject):
    """``read`` when its photos are known. apart: whether photos that look the same are gone through one by one."""

    read = Signal()

    def __init__(self, session: Session, apart: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._apart = session, apart
        self._were_apart = False
        self._same: tuple[int, ...] = ()
        self._ids: NDArray[np.int64] = np.empty(0, np.int64)
        self._known = False
        self._reading = Ticket(self)
        self._deck: list[int] = []
        self.among: Among = None

    def __len__(self) -> int:
        return len(self._ids)

    def go_through(self, among: Among) -> None:
        """These from now on; they are read once."""
        apart = self._apart()
        if self._known and among == self.among and apart == self._were_apart:
            return
        self.among, self._known, self._were_apart = among, True, apart
        self._reading.cancel()  # two readers may overtake one another
        if isinstance(among, PhotoRow):
            self._have(among.ids)
        else:
            self._have(np.empty(0, np.int64))  # nobody goes on to a photo of the row before
            self._reading = self._session.read(
                self, lambda library: lists.photos_to_go_through(library, among, apart=apart), self._have
            )

    def know_copies(self, photo_ids: Sequence[int]) -> None:
        """These look the same: whoever looks at one that is not in the row is where the one is that is."""
        self._same = tuple(photo_ids)

    def place_of(self, photo_id: int | None) -> int | None:
        """Where a photo is in it, or the one that is shown for it, from 0; None where neither is."""
        for each in (photo_id, *(self._same if photo_id in self._same else ())):
            at = np.flatnonzero(self._ids == each)
            if len(at):
                return int(at[0])
        return None

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
