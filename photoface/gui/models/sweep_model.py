"""The tiles of a sweep: guesses of one person, and what the button would do with each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt

from photoface.gui.core.images import PictureKey
from photoface.gui.models.faces_model import date_of, likeness_text
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Index, Look, RowLook, RowsModel
from photoface.gui.widgets.tile_layout import Section
from photoface.services.review.sweeping import Sweep
from photoface.services.showing.portrait import Portrait


def tr(text: str) -> str:
    return QCoreApplication.translate("SweepModel", text)


class Fate(Enum):
    """YES: will be confirmed; NO: was taken out, will be rejected; LEFT: below the line, nothing happens to it."""

    YES = auto()
    NO = auto()
    LEFT = auto()


class SweepModel(RowsModel[Portrait]):
    """Keys are face ids. ``line``: how many rows are above it."""

    def __init__(self) -> None:
        others: dict[int, Look] = {
            Role.PICTURE: lambda one: PictureKey("face", one.face.face_id),
            Role.NOTE: lambda one: date_of(one.taken),
            Role.STATE: lambda one: one.face.state,
        }
        super().__init__(RowLook(lambda one: one.face.face_id, lambda one: one.face.person or "", self._spoken, others))
        self._out: set[int] = set()
        self.line = 0

    def show_sweep(self, sweep: Sweep) -> None:
        """All of it, nothing taken out, the line below the last one; of the same person what is taken out stays out."""
        ids = {one.face.face_id for one in sweep.guesses}
        whole = self.line >= len(self.rows) or ids.isdisjoint(one.face.face_id for one in self.rows)
        self._out &= ids
        self.line = len(ids) if whole else min(self.line, len(ids))
        self.show(sweep.guesses)

    def show_all(self, portraits: Sequence[Portrait], sections: Sequence[Section] = ()) -> None:
        """These faces, without a line and in sections if there are any; what was taken out stays so."""
        self._out &= {one.face.face_id for one in portraits}
        self.line = len(portraits)
        self.show(portraits, sections)

    def fate(self, row: int) -> Fate:
        """What the button would do with the face of this row."""
        if row >= self.line:
            return Fate.LEFT
        return Fate.NO if self.rows[row].face.face_id in self._out else Fate.YES

    def of_fate(self, fate: Fate) -> list[int]:
        """The face ids."""
        return [one.face.face_id for row, one in enumerate(self.rows) if self.fate(row) is fate]

    def take_out(self, rows: Iterable[int], out: bool | None = None) -> None:
        """These are wrong (True), right after all (False), or the other way round than now (None)."""
        for row in rows:
            face_id = self.rows[row].face.face_id
            wrong = face_id not in self._out if out is None else out
            (self._out.add if wrong else self._out.discard)(face_id)
            self.dataChanged.emit(self.index(row), self.index(row))

    def draw_line(self, above: int) -> None:
        """So many are above the line."""
        before, self.line = self.line, min(max(above, 0), len(self.rows))
        first, last = sorted((before, self.line))
        if first < last:
            self.dataChanged.emit(self.index(first), self.index(last - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.row() < len(self.rows):
            if role == Role.FATE:
                return self.fate(index.row())
            if role == Role.MARKED:
                return self.fate(index.row()) is Fate.YES
        return super().data(index, role)

    def _spoken(self, one: Portrait) -> str:
        row = self.row_of(one.face.face_id) or 0
        fate = {Fate.YES: tr("will be confirmed"), Fate.NO: tr("taken out"), Fate.LEFT: tr("below the line")}
        place = tr("face {row} of {count}").format(row=row + 1, count=len(self.rows))
        suggested = tr("suggested {name}").format(name=one.face.person) if one.face.person else ""
        parts = (place, suggested, likeness_text(one.likeness), fate[self.fate(row)], date_of(one.taken))
        return ", ".join(part for part in parts if part)
