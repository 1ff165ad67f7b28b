"""A model over a list of values that is replaced as a whole; what is selected survives by the rows' keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoface.gui.models.roles import Role
from photoface.gui.widgets.tile_layout import Section

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
Look = Callable[[Any], object]


@dataclass(frozen=True)
class RowLook(Generic[T]):
    """How a value is shown. key: stable and unique among the rows; spoken: what a screen reader says.

    More roles by ``others``, e.g. {Role.BADGE: lambda face: face.state}.
    """

    key: Callable[[T], Hashable]
    title: Callable[[T], str]
    spoken: Callable[[T], str]
    others: dict[int, Look]


class RowsModel(QAbstractListModel, Generic[T]):
    """Rows of frozen values, in sections if there are any."""

    def __init__(self, look: RowLook[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[T, ...] = ()
        self._sections: tuple[Section, ...] = ()
        self._row_of: dict[Hashable, int] = {}

    def show(self, rows: Sequence[T], sections: Sequence[Section] = ()) -> None:
        """Replace all rows. sections: runs of the rows in order; their counts add up to the number of rows.

        Where no row comes, goes or moves only the texts are drawn anew; else it is a reset, over which a TileView keeps
        what is selected and where it is scrolled to, by the rows' keys.
        """
        row_of = {self._look.key(value): at for at, value in enumerate(rows)}
        if list(row_of) == list(self._row_of) and tuple(sections) == self._sections:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows, self._sections, self._row_of = tuple(rows), tuple(sections), row_of
        self.endResetModel()

    @property
    def rows(self) -> tuple[T, ...]:
        return self._rows

    @property
    def sections(self) -> tuple[Section, ...]:
        return self._sections or (Section("", len(self._rows)),)

    def value(self, index: Index) -> T:
        """The value behind a valid index."""
        return self._rows[index.row()]

    def row_of(self, key: Hashable) -> int | None:
        """The row with this key, or None."""
        return self._row_of.get(key)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        value = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Role.TITLE):
            return self._look.title(value)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._look.spoken(value)
        if role == Role.KEY:
            return self._look.key(value)
        if role == Role.VALUE:
            return value
        shown = self._look.others.get(role)
        return shown(value) if shown else None
