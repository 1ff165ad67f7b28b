"""Where one was in each place: scroll position and selection, found again when one comes back."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QObject
from PySide6.QtWidgets import QAbstractItemView, QWidget

from photoface.gui.core.places import Place
from photoface.gui.widgets.anchors import Anchor
from photoface.gui.widgets.tile_view import TileView

_KEPT = 200


@dataclass(slots=True)
class _Wait:
    """A view whose rows are being read."""

    view: TileView
    anchor: Anchor
    model: QAbstractItemModel


class Memory(QObject):
    """Knows views only, so that pages need do nothing for it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: OrderedDict[str, list[Anchor]] = OrderedDict()
        self._waiting: list[_Wait] = []

    def leave(self, place: Place, page: QWidget) -> None:
        """Remember how the page stands."""
        self._forget_waiting()
        self._places[_key(place)] = [view.anchor() for view in _views(page)]
        self._places.move_to_end(_key(place))
        while len(self._places) > _KEPT:
            self._places.popitem(last=False)

    def come_back(self, place: Place, page: QWidget) -> None:
        """Let the page stand as it was, at once or as soon as its rows are there."""
        for view, anchor in zip(_views(page), self._places.get(_key(place), []), strict=False):
            model = view.model()
            row_of = getattr(model, "row_of", None)
            if model is None or row_of is None or anchor.key is None:
                continue
            if row_of(anchor.key) is not None:
                view.return_to(anchor)
            else:
                self._waiting.append(_Wait(view, anchor, model))
                model.modelReset.connect(self._arrived)

    def _arrived(self) -> None:
        for wait in [each for each in self._waiting if each.model.rowCount()]:
            self._waiting.remove(wait)
            wait.model.modelReset.disconnect(self._arrived)
            wait.view.return_to(wait.anchor)

    def _forget_waiting(self) -> None:
        for wait in self._waiting:
            wait.model.modelReset.disconnect(self._arrived)
        self._waiting.clear()


def _views(page: QWidget) -> list[TileView]:
    return [view for view in page.findChildren(QAbstractItemView) if isinstance(view, TileView)]


def _key(place: Place) -> str:
    return f"{place.page}\0{place.subject!r}"
