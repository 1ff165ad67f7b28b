"""Files with a sentence each: why names in them were left out, what would be written there, why it could not be."""

from __future__ import annotations

from photoface.gui.core.isolating import isolated
from photoface.gui.models.folders_model import shown
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.sentences.reading import worded

FileLine = tuple[bytes, str]
"""A path, and what is said of it; parts of it are separated by "; "."""


class FilesModel(RowsModel[FileLine]):
    """Keys are paths as bytes."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.NOTE: lambda one: _said(one[1])}
        super().__init__(RowLook(lambda one: one[0], lambda one: isolated(shown(one[0])), _spoken, others))


def _said(text: str) -> str:
    return "; ".join(worded(part) for part in text.split("; "))


def _spoken(one: FileLine) -> str:
    return f"{shown(one[0])}: {_said(one[1])}"
