"""The tiles of photos, by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QDate, QLocale

from photoface.domain.people import Photo
from photoface.gui.core.images import PictureKey
from photoface.gui.core.session import Session
from photoface.gui.models.faces_model import date_of
from photoface.gui.models.folders_model import shown
from photoface.gui.models.lazy_model import LazyModel
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook
from photoface.gui.widgets.tile_layout import Section
from photoface.services.library import Library
from photoface.services.photos.waiting import WaitingPhoto
from photoface.services.showing import lists

Ids = NDArray[np.int64]
Months = Sequence[tuple[str, int]]
NO_COPIES: Mapping[int, int] = {}


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PhotosModel", text, None, number)


def photos_model(session: Session) -> LazyModel[Photo]:
    """Keys are photo ids."""
    others: dict[int, Look] = {Role.PICTURE: lambda one: PictureKey("photo", one.photo_id)}
    look = RowLook[Photo](lambda one: one.photo_id, lambda one: ", ".join(one.people), spoken, others)
    return LazyModel(session, look, lists.photos)


@dataclass(frozen=True, slots=True)
class WaitingTile:
    """A file that was found and is not read yet. number: below 0, the same as long as the window is open."""

    number: int
    photo: WaitingPhoto


class ArrivingPhotos(LazyModel[Photo | WaitingTile]):
    """Photos, and before them those that are being looked at. Keys are photo ids, and numbers below 0."""

    def __init__(self, session: Session) -> None:
        self._numbers: dict[bytes, int] = {}
        self._waiting: dict[int, WaitingTile] = {}
        self._copies: Mapping[int, int] = {}
        others: dict[int, Look] = {Role.PICTURE: _picture, Role.BADGE: self._badge}
        super().__init__(session, RowLook(_key, _title, self._spoken, others), self._details)

    def show_all(
        self,
        waiting: Sequence[WaitingPhoto],
        waiting_in_all: int,
        ids: Ids,
        months: Months,
        copies: Mapping[int, int] = NO_COPIES,
    ) -> None:
        """waiting: the first of those that wait; the section says how many there are in all. copies: see ``copies``."""
        self._copies = copies
        tiles = [self._tile(photo) for photo in waiting]
        self._waiting = {tile.number: tile for tile in tiles}
        note = tr("%n photo(s)", waiting_in_all)
        first = [Section(tr("Being looked at"), len(tiles), note)] if tiles else []
        self.show(np.concatenate([np.array(list(self._waiting), np.int64), ids]), [*first, *by_month(months)])
        self.know(tiles)

    def copies(self, key: object) -> int:
        """How many photos that look the same this one is shown for, itself left out."""
        return self._copies.get(key, 0) if isinstance(key, int) else 0

    def waits(self, key: object) -> bool:
        """Whether a key is that of a photo that is being looked at."""
        return isinstance(key, int) and key < 0

    def _tile(self, photo: WaitingPhoto) -> WaitingTile:
        number = self._numbers.setdefault(photo.file.path, -1 - len(self._numbers))
        return WaitingTile(number, photo)

    def _details(self, library: Library, ids: Ids) -> Sequence[Photo | WaitingTile]:
        """In a reading thread."""
        waiting = self._waiting
        tiles = [waiting[number] for number in ids[ids < 0].tolist() if number in waiting]
        return [*tiles, *lists.photos(library, ids[ids > 0])]

    def _badge(self, one: Photo | WaitingTile) -> str:
        copies = self.copies(_key(one))
        return QLocale().toString(copies + 1) if copies else ""

    def _spoken(self, one: Photo | WaitingTile) -> str:
        copies = self.copies(_key(one))
        return f"{_spoken(one)}, {tr('%n more that look the same', copies)}" if copies else _spoken(one)


def _key(one: Photo | WaitingTile) -> int:
    return one.number if isinstance(one, WaitingTile) else one.photo_id


def _title(one: Photo | WaitingTile) -> str:
    return "" if isinstance(one, WaitingTile) else ", ".join(one.people)


def _picture(one: Photo | WaitingTile) -> PictureKey:
    if isinstance(one, WaitingTile):
        return PictureKey("waiting", one.number, one.photo.file)
    return PictureKey("photo", one.photo_id)


def _spoken(one: Photo | WaitingTile) -> str:
    if isinstance(one, Photo):
        return spoken(one)
    return ", ".join(
        part for part in (tr("being looked at"), date_of(one.photo.taken), shown(one.photo.file.path)) if part
    )


def by_month(months: Sequence[tuple[str, int]]) -> list[Section]:
    """Sections of (YYYY-MM or empty, how many photos), in order."""
    return [Section(month_text(month), count, tr("%n photo(s)", count)) for month, count in months]


def month_text(month: str) -> str:
    """August 2019, in the user's language; 1983 where only the year is known."""
    if len(month) == len("1983"):
        return month
    date = QDate.fromString(f"{month}-01", "yyyy-MM-dd")
    return QLocale().toString(date, tr("MMMM yyyy")) if date.isValid() else tr("Without a date")


def spoken(one: Photo) -> str:
    """For screen readers and tooltips."""
    who = ", ".join(one.people) or tr("nobody known")
    return ", ".join(part for part in (date_of(one.taken), who, tr("%n face(s)", one.faces), shown(one.path)) if part)
