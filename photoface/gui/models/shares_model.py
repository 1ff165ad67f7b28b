"""Who gets faces by an import, a tile each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.images import PictureKey
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.services.importing.preview import PersonShare


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("SharesModel", text, None, number)


class SharesModel(RowsModel[PersonShare]):
    """Keys are those of the plan."""

    def __init__(self) -> None:
        others: dict[int, Look] = {
            Role.PICTURE: lambda one: PictureKey("face", one.examples[0]) if one.examples else None,
            Role.NOTE: lambda one: tr("%n face(s)", one.matched + one.drawn),
            Role.BADGE: lambda one: tr("new") if one.new else "",
        }
        super().__init__(RowLook(lambda one: one.key, lambda one: one.name, _spoken, others))


def _spoken(one: PersonShare) -> str:
    new = tr("new here") if one.new else tr("known here")
    drawn = tr("%n box(es) drawn new", one.drawn) if one.drawn else ""
    return ", ".join(part for part in (one.name, new, tr("%n face(s) in their place", one.matched), drawn) if part)
