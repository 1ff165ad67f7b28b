"""A model over very many rows: only their ids are known; details are read for what is in sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from photoface.gui.core.session import Session
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Index, RowLook
from photoface.gui.widgets.tile_layout import Section
from photoface.services.library import Library

T = TypeVar("T")
Ids = NDArray[np.int64]
_CHUNK = 128
_KEPT = 60 * _CHUNK


class LazyModel(QAbstractListModel, Generic[T]):
    """``details(library, ids)`` reads the values of some ids, without those that are gone; the look's key is the id."""

    def __init__(
        self,
        session: Session,
        look: RowLook[T],
        details: Callable[[Library, Ids], Sequence[T]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._look, self._details = session, look, details
        self._ids: Ids = np.empty(0, np.int64)
        self._sections: tuple[Section, ...] = ()
        self._known: OrderedDict[Hashable, T] = OrderedDict()
        self._asked: set[int] = set()
        self._turn = 0

    def show(self, ids: Ids, sections: Sequence[Section] = ()) -> None:
        """Other rows, int64 [n]; their details are read anew when they come into sight."""
        self._turn += 1
        self._asked.clear()
        self._known.clear()
        if np.array_equal(ids, self._ids) and tuple(sections) == self._sections:
            if len(ids):
                self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))
            return
        self.beginResetModel()
        self._ids, self._sections = ids, tuple(sections)
        self.endResetModel()

    def know(self, values: Sequence[T]) -> None:
        """Details that need not be read."""
        self._known.update((self._look.key(value), value) for value in values)

    @property
    def ids(self) -> Ids:
        return self._ids

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._sections or (Section("", len(self._ids)),)

    def row_of(self, key: Hashable) -> int | None:
        """The row of an id, or None."""
        found = np.flatnonzero(self._ids == key) if isinstance(key, int) else np.empty(0, np.int64)
        return int(found[0]) if len(found) else None

    def value(self, row: int) -> T | None:
        """The details of a row, or None while they are being read."""
        number = int(self._ids[row])
        if number not in self._known:
            self._ask(row // _CHUNK)
            return None
        self._known.move_to_end(number)
        return self._known[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role == Role.KEY:
            return int(self._ids[index.row()])
        value = self.value(index.row())
        return None if value is None else self._shown(value, role)

    def _shown(self, value: T, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Role.TITLE):
            return self._look.title(value)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.spoken(value)
        if role == Role.VALUE:
            return value
        shown = self._look.others.get(role)
        return shown(value) if shown else None

    def _ask(self, chunk: int) -> None:
        if chunk in self._asked:
            return
        self._asked.add(chunk)
        ids, turn = self._ids[chunk * _CHUNK : (chunk + 1) * _CHUNK], self._turn
        self._session.read(self, partial(self._read, ids), lambda found: self._have(chunk, found, turn))

    def _read(self, ids: Ids, library: Library) -> Sequence[T]:
        return self._details(library, ids)

    def _have(self, chunk: int, found: Sequence[T], turn: int) -> None:
        if turn != self._turn:
            return
        for value in found:
            self._known[self._look.key(value)] = value
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        # What was dropped may be asked for again; chunks that are gone from the cache are not "asked" any more.
        self._asked = {one for one in self._asked if int(self._ids[one * _CHUNK]) in self._known or one == chunk}
        last = min((chunk + 1) * _CHUNK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(chunk * _CHUNK), self.index(last))
