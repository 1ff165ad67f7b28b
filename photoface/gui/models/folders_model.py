"""The rows of the Folders page: folders, and files that could not be used."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.sentences.reading import worded
from photoface.services.folders import FolderView
from photoface.store.photo_lists import FailedFile


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("FoldersModel", text, None, number)


class FoldersModel(RowsModel[FolderView]):
    """Keys are paths as bytes."""

    def __init__(self) -> None:
        others: dict[int, Look] = {
            Role.NOTE: lambda one: tr("%n photo(s)", one.photos),
            Role.BADGE: lambda one: "" if one.online else tr("not connected"),
        }
        super().__init__(RowLook(lambda one: one.path, lambda one: isolated(shown(one.path)), _spoken, others))


class FailedFilesModel(RowsModel[FailedFile]):
    """Keys are paths as bytes."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.NOTE: lambda one: worded(one.reason)}
        super().__init__(
            RowLook(
                lambda one: one.path,
                lambda one: isolated(shown(one.path)),
                lambda one: f"{shown(one.path)}: {worded(one.reason)}",
                others,
            )
        )


def shown(path: bytes) -> str:
    """A path as text; letters that are none in UTF-8 are shown as marks."""
    return os.fsdecode(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _spoken(one: FolderView) -> str:
    parts = (shown(one.path), tr("%n photo(s)", one.photos), "" if one.online else tr("not connected"))
    return ", ".join(part for part in parts if part)
