"""The tiles of faces: of a person, of a group, of a search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QModelIndex, Qt

from photoface.domain.people import FaceState
from photoface.gui.core.carried import Carried
from photoface.gui.core.dates import short_date
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Index, Look, RowLook, RowsModel
from photoface.gui.widgets.tile_layout import Section
from photoface.services.deciding.person_facts import age_in
from photoface.services.showing.portrait import Order, PersonView, Portrait


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("FacesModel", text, None, number)


class FacesModel(RowsModel[Portrait]):
    """Keys are face ids."""

    def __init__(self) -> None:
        others: dict[int, Look] = {
            Role.PICTURE: lambda one: PictureKey("face", one.face.face_id),
            Role.STATE: lambda one: one.face.state,
            Role.MARKED: lambda one: one.face.state is FaceState.CONFIRMED,
            Role.NOTE: lambda one: date_of(one.taken),
        }
        super().__init__(RowLook(lambda one: one.face.face_id, _title, self._spoken, others))

    def show_person(self, view: PersonView, order: Order) -> None:
        """Guesses first, for they wait for an answer; then what is decided, by year where it is in order of dates."""
        guessed: list[Section] = []
        if view.person is not None and view.guessed:
            title = tr("Is this {name}?").format(name=isolated(view.person.name))
            guessed = [Section(title, len(view.guessed), tr("%n guess(es), the likest first", len(view.guessed)))]
        rest = view.decided if view.person is not None else view.guessed
        first = view.guessed if view.person is not None else ()
        born = view.notes.birth_date if view.notes is not None else None
        self.show([*first, *rest], [*guessed, *sections_by_year(rest, order, born)])

    def show_rejected(self, view: PersonView) -> None:
        """Faces of which somebody said that they are not this person."""
        name = view.person.name if view.person is not None else ""
        title = tr("Not {name}").format(name=isolated(name))
        note = tr("%n face(s), the likest first; none of them comes back by itself", len(view.rejected))
        self.show(view.rejected, [Section(title, len(view.rejected), note)] if view.rejected else [])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def _spoken(self, one: Portrait) -> str:
        row = self.row_of(one.face.face_id)
        place = tr("face {row} of {count}").format(row=(row or 0) + 1, count=self.rowCount())
        who = one.face.person or tr("nobody known")
        like = likeness_text(one.likeness) if one.face.state is FaceState.SUGGESTED else ""
        parts = (place, f"{state_text(one.face.state)} {who}", like, date_of(one.taken))
        return ", ".join(part for part in parts if part)


def carried_faces(indexes: Sequence[QModelIndex]) -> Carried:
    """What a drag of these tiles carries."""
    return Carried(faces=tuple(index.data(Role.KEY) for index in indexes))


def sections_by_year(portraits: Sequence[Portrait], order: Order, born: str | None = None) -> list[Section]:
    """One section a year when in order of dates; else one for all. born: a birth date, to say the age."""
    if order is not Order.DATE:
        titles = {Order.SIMILARITY: tr("The likest first"), Order.QUALITY: tr("The sharpest first")}
        return [Section(titles[order], len(portraits))] if portraits else []
    runs = [(year, len(list(run))) for year, run in groupby(portraits, key=lambda one: one.year)]
    return [Section(year_title(year, born), count, tr("%n face(s)", count)) for year, count in runs]


def year_title(year: str, born: str | None) -> str:
    """A year, and how old the person got in it."""
    age = age_in(born, year)
    if not year:
        return tr("Without a date")
    return year if age is None else f"{year} · {tr('%n year(s) old', age) if age else tr('born')}"


def state_text(state: FaceState) -> str:
    """A state in a word or two, before a name."""
    return {
        FaceState.CONFIRMED: tr("confirmed"),
        FaceState.NAMED: tr("named"),
        FaceState.SUGGESTED: tr("suggested"),
        FaceState.UNASSIGNED: tr("unassigned"),
        FaceState.IGNORED: tr("ignored"),
        FaceState.NOT_A_FACE: tr("not a face"),
    }[state]


def likeness_text(likeness: float | None) -> str:
    """How like, in per cent: a measure of likeness, not a probability."""
    if likeness is None:
        return ""
    return tr("{percent} % alike").format(percent=QLocale().toString(round(100 * max(likeness, 0.0))))


def date_of(taken: str | None, written: Callable[[QDate], str] = short_date) -> str:
    """A date as the user's country writes it; of less than a day the year."""
    date = QDate.fromString((taken or "")[:10], "yyyy-MM-dd")
    return written(date) if date.isValid() else (taken or "")[:4]


def _title(one: Portrait) -> str:
    return one.face.person or ""
