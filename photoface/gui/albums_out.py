"""Exporting an album from whatever page shows it; the dialog is imported when it is asked for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from photoface.gui.core.desk import Desk
from photoface.services.library import Library


def export_person(desk: Desk, person_id: int, name: str, parent: QWidget) -> None:
    """All photos of a person into a folder: how and where is asked."""
    from photoface.gui.dialogs.album_out_dialog import AlbumOutDialog
    from photoface.services.exporting.albums import Album, album_of_person

    def album(library: Library, certain: bool) -> Album:
        return album_of_person(library, f"#{person_id}", certain=certain)

    AlbumOutDialog(desk, name, album, parent).open()


def export_query(desk: Desk, query: str, title: str, parent: QWidget) -> None:
    """What a query finds; title: how the album is called."""
    from photoface.gui.dialogs.album_out_dialog import AlbumOutDialog
    from photoface.services.exporting.albums import Album, album_of_query

    def album(library: Library, certain: bool) -> Album:
        return replace(album_of_query(library, query, certain=certain), title=title)

    AlbumOutDialog(desk, title, album, parent).open()
