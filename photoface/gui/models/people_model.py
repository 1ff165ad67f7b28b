"""The tiles of the People page: named people, groups that nobody named, faces seen once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from photoface.domain.people import Group, Person
from photoface.gui.core.images import PictureKey
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.widgets.tile_layout import Section

Somebody = Person | Group


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """What there is to show, in order."""

    people: Sequence[Person]
    groups: Sequence[Group]
    once: Sequence[Group]


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PeopleModel", text, None, number)


class PeopleModel(RowsModel[Somebody]):
    """Keys are ("person", id) and ("group", id)."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.PICTURE: _picture, Role.NOTE: _note, Role.BADGE: _badge}
        super().__init__(RowLook(key_of, _title, _spoken, others))

    def show_people(self, rows: PeopleRows) -> None:
        """Three sections; empty ones are left out."""
        parts = (
            (tr("People"), rows.people, ""),
            (tr("Who is this?"), rows.groups, tr("groups without a name, the largest first")),
            (tr("Seen once"), rows.once, tr("a single photo each")),
        )
        sections = [Section(title, len(part), note) for title, part, note in parts if part]
        self.show([*rows.people, *rows.groups, *rows.once], sections)


def key_of(row: Somebody) -> tuple[str, int]:
    """The key of a row, stable over refreshes."""
    return ("person", row.person_id) if isinstance(row, Person) else ("group", row.cluster_id)


def _title(row: Somebody) -> str:
    return row.name if isinstance(row, Person) else tr("Who is this?") if row.faces > 1 else tr("Seen once")


def _note(row: Somebody) -> str:
    return tr("%n photo(s)", row.photos) if isinstance(row, Person) else tr("%n face(s)", row.faces)


def _badge(row: Somebody) -> str:
    return f"{row.suggested:,}" if isinstance(row, Person) and row.suggested else ""


def _picture(row: Somebody) -> PictureKey | None:
    return None if row.cover_face_id is None else PictureKey("face", row.cover_face_id)


def _spoken(row: Somebody) -> str:
    if isinstance(row, Person):
        waiting = tr("%n suggestion(s) waiting", row.suggested) if row.suggested else ""
        return ", ".join(part for part in (row.name, tr("%n photo(s)", row.photos), waiting) if part)
    return tr("group without a name, %n face(s)", row.faces)
