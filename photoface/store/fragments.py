"""Pieces of SQL that several queries share, so that a rule is written once."""

from __future__ import annotations

from collections.abc import Iterable


def present(photo_id: str) -> str:
    """True where the photo has a file that is there, in a folder that is watched.

    The plus keeps SQLite from searching the index once for each folder: to search once and look at the list is half
    the work.
    """
    return (
        f"EXISTS (SELECT 1 FROM file WHERE file.photo_id = {photo_id} AND file.missing_since IS NULL "
        "AND +file.folder_id IN (SELECT folder.id FROM folder WHERE folder.state = 'active'))"
    )


SHOWN = "(face.retired = 0 OR EXISTS (SELECT 1 FROM verdict WHERE verdict.face_id = face.id))"
"""A face that the present detector finds or a human decided on: a decision never disappears with a detector."""


def among(column: str, ids: Iterable[int] | None) -> tuple[str, list[str]]:
    """A condition and its values: the column is one of the ids; None: any."""
    if ids is None:
        return "TRUE", []
    return f"{column} IN (SELECT value FROM json_each(?))", [f"[{','.join(str(int(each)) for each in ids)}]"]
