"""Pieces of SQL that several queries share, so that a rule is written once."""

from __future__ import annotations


def present(photo_id: str) -> str:
    """True where the photo has a file that is there, in a folder that is watched."""
    return (
        "EXISTS (SELECT 1 FROM file JOIN folder ON folder.id = file.folder_id "
        f"WHERE file.photo_id = {photo_id} AND file.missing_since IS NULL AND folder.state = 'active')"
    )


def best_path(photo_id: str) -> str:
    """The path to show a photo by: there, on a drive that is there, turned as it was read, the newest."""
    return (
        "(SELECT file.path FROM file JOIN folder ON folder.id = file.folder_id "
        f"JOIN photo AS own ON own.id = file.photo_id WHERE file.photo_id = {photo_id} "
        "ORDER BY file.missing_since IS NOT NULL, folder.state <> 'active', folder.offline_since IS NOT NULL, "
        "file.orientation IS NOT own.orientation, file.id DESC LIMIT 1)"
    )


SHOWN = "(face.retired = 0 OR EXISTS (SELECT 1 FROM verdict WHERE verdict.face_id = face.id))"
"""A face that the present detector finds or a human decided on: a decision never disappears with a detector."""
