"""Photos that look the same, each with its file and its size."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QLocale

from photoface.domain.people import Photo
from photoface.gui.core.images import PictureKey
from photoface.gui.core.isolating import isolated
from photoface.gui.models.folders_model import shown
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel


class CopiesModel(RowsModel[Photo]):
    """Keys are photo ids."""

    def __init__(self) -> None:
        others: dict[int, Look] = {
            Role.PICTURE: lambda one: PictureKey("photo", one.photo_id),
            Role.NOTE: _size,
        }
        super().__init__(RowLook(lambda one: one.photo_id, _name, _spoken, others))


def _name(one: Photo) -> str:
    return isolated(shown(os.path.basename(one.path)))


def _size(one: Photo) -> str:
    text = QCoreApplication.translate("CopiesModel", "{width} × {height} pixels")
    return text.format(width=QLocale().toString(one.width), height=QLocale().toString(one.height))


def _spoken(one: Photo) -> str:
    return f"{shown(one.path)}, {_size(one)}"
