"""The tiles of the People page: named people, groups that nobody named, faces seen once, hidden people."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QModelIndex, Qt

from photoface.domain.people import Group, Person
from photoface.gui.core.carried import Carried
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Index, Look, RowLook, RowsModel
from photoface.gui.widgets.tile_layout import Section
from photoface.services.showing.people_view import PeopleRows

Somebody = Person | Group


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PeopleModel", text, None, number)


class PeopleModel(RowsModel[Somebody]):
    """Keys are ("person", id) and ("group", id)."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.PICTURE: _picture, Role.NOTE: _note, Role.BADGE: _badge}
        super().__init__(RowLook(key_of, _title, _spoken, others))

    def show_people(self, rows: PeopleRows) -> None:
        """Four sections; empty ones are left out."""
        parts = (
            (tr("People"), rows.people, ""),
            (tr("Who is this?"), rows.groups, tr("groups without a name, the largest first")),
            (tr("Seen once"), rows.once, tr("a single photo each")),
            (tr("Hidden people"), rows.hidden, tr("not shown elsewhere; their names and faces are kept")),
        )
        sections = [Section(title, len(part), note) for title, part, note in parts if part]
        self.show([*rows.people, *rows.groups, *rows.once, *rows.hidden], sections)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags


def key_of(row: Somebody) -> tuple[str, int]:
    """The key of a row, stable over refreshes."""
    return ("person", row.person_id) if isinstance(row, Person) else ("group", row.cluster_id)


def reference_of(key: tuple[str, int]) -> str:
    """A person or group as services take them."""
    kind, number = key
    return f"#{number}" if kind == "person" else str(number)


def carried_people(indexes: Sequence[QModelIndex]) -> Carried:
    """What a drag of these tiles carries."""
    return Carried(people=tuple(index.data(Role.KEY) for index in indexes))


def _title(row: Somebody) -> str:
    if isinstance(row, Person):
        return f"★ {row.name}" if row.favourite else row.name
    return tr("%n photo(s)", row.photos)


def _note(row: Somebody) -> str:
    """Beside a name the photos; of a group, whose photos are its title, the faces where there are more of them."""
    if isinstance(row, Person):
        return " · ".join(part for part in (isolated(row.nickname), tr("%n photo(s)", row.photos)) if part)
    return tr("%n face(s)", row.faces) if row.faces != row.photos else ""


def _badge(row: Somebody) -> str:
    return QLocale().toString(row.suggested) if isinstance(row, Person) and row.suggested else ""


def _picture(row: Somebody) -> PictureKey | None:
    return None if row.cover_face_id is None else PictureKey("face", row.cover_face_id)


def _spoken(row: Somebody) -> str:
    if not isinstance(row, Person):
        return tr("group without a name, %n face(s)", row.faces)
    waiting = tr("%n suggestion(s) waiting", row.suggested) if row.suggested else ""
    hidden = tr("hidden") if row.hidden else ""
    favourite = tr("favourite") if row.favourite else ""
    parts = row.name, row.nickname, favourite, tr("%n photo(s)", row.photos), waiting, hidden
    return ", ".join(part for part in parts if part)
