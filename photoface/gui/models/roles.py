"""What delegates and views ask a model for, beside Qt's own roles."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """KEY: what the row is (an id, or a value that names it); VALUE: the whole value behind the row.

    PICTURE: a core.images.PictureKey or None; TITLE and NOTE: two lines of text; BADGE: a short text on the picture;
    STATE: a domain.people.FaceState or None; MARKED: confirmed by a human, drawn as a tick.
    FATE: a models.sweep_model.Fate, what a sweep would do with the face.
    """

    KEY = Qt.ItemDataRole.UserRole + 1
    VALUE = Qt.ItemDataRole.UserRole + 2
    PICTURE = Qt.ItemDataRole.UserRole + 3
    TITLE = Qt.ItemDataRole.UserRole + 4
    NOTE = Qt.ItemDataRole.UserRole + 5
    BADGE = Qt.ItemDataRole.UserRole + 6
    STATE = Qt.ItemDataRole.UserRole + 7
    MARKED = Qt.ItemDataRole.UserRole + 8
    FATE = Qt.ItemDataRole.UserRole + 9
