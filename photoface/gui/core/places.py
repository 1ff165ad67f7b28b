"""Where one can be in the window, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Place:
    """page: the name of a page; subject: what it shows there, e.g. a person id or a query, or None."""

    page: str
    subject: object = None


class Navigator(QObject):
    """The history of places, as in a browser. ``moved`` tells the place to show."""

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: list[Place] = []
        self._at = -1

    @property
    def here(self) -> Place | None:
        return self._places[self._at] if self._at >= 0 else None

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._places)

    def go(self, place: Place) -> None:
        """Go there; places that one had gone back from are forgotten."""
        if place != self.here:
            self._places[self._at + 1 :] = [place]
            self._at += 1
        self.moved.emit(place)

    def replace(self, place: Place) -> None:
        """Be there instead of here; going back does not lead here any more."""
        self._places[self._at : self._at + 1] = [place]
        self._at = max(self._at, 0)
        self.moved.emit(place)

    def back(self) -> None:
        self._step(-1)

    def forward(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._places):
            self._at += by
            self.moved.emit(self._places[self._at])
