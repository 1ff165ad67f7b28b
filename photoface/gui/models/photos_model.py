"""The tiles of photos, by month."""

from __future__ import annotations

from collections.abc import Sequence

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
from photoface.services import lists


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PhotosModel", text, None, number)


def photos_model(session: Session) -> LazyModel[Photo]:
    """Keys are photo ids."""
    others: dict[int, Look] = {Role.PICTURE: lambda one: PictureKey("photo", one.photo_id)}
    look = RowLook[Photo](lambda one: one.photo_id, lambda one: ", ".join(one.people), spoken, others)
    return LazyModel(session, look, lists.photos)


def by_month(months: Sequence[tuple[str, int]]) -> list[Section]:
    """Sections of (YYYY-MM or empty, how many photos), in order."""
    return [Section(month_text(month), count, tr("%n photo(s)", count)) for month, count in months]


def month_text(month: str) -> str:
    """August 2019, in the user's language."""
    date = QDate.fromString(f"{month}-01", "yyyy-MM-dd")
    return QLocale().toString(date, "MMMM yyyy") if date.isValid() else tr("Without a date")


def spoken(one: Photo) -> str:
    """For screen readers and tooltips."""
    who = ", ".join(one.people) or tr("nobody known")
    return ", ".join(part for part in (date_of(one.taken), who, tr("%n face(s)", one.faces), shown(one.path)) if part)
