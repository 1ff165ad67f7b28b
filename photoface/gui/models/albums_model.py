"""The tiles of the Albums page: one for each person in the photos, one for each saved search."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.domain.people import Person
from photoface.gui.core.images import PictureKey
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.widgets.tile_layout import Section
from photoface.services.finding.albums import Albums, SearchAlbum

Album = Person | SearchAlbum


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("AlbumsModel", text, None, number)


class AlbumsModel(RowsModel[Album]):
    """Keys are ("person", id) and ("search", id)."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.PICTURE: _picture, Role.NOTE: note_of}
        super().__init__(RowLook(key_of, title_of, _spoken, others))

    def show_albums(self, albums: Albums) -> None:
        """Saved searches first, for somebody made them; empty sections are left out."""
        parts = ((tr("Saved searches"), albums.searches), (tr("People"), albums.people))
        sections = [Section(title, len(part), tr("%n album(s)", len(part))) for title, part in parts if part]
        self.show([*albums.searches, *albums.people], sections)


def key_of(album: Album) -> tuple[str, int | str]:
    """Stable over refreshes; what the Albums page is gone to with."""
    return ("person", album.person_id) if isinstance(album, Person) else ("search", album.search.search_id)


def title_of(album: Album) -> str:
    return album.name if isinstance(album, Person) else album.search.name


def note_of(album: Album) -> str:
    """How many photos; or that a search cannot be read any more."""
    if isinstance(album, SearchAlbum) and album.problem:
        return tr("cannot be read any more")
    return tr("%n photo(s)", album.photos)


def _picture(album: Album) -> PictureKey | None:
    if isinstance(album, Person):
        return None if album.cover_face_id is None else PictureKey("face", album.cover_face_id)
    return None if album.cover_photo_id is None else PictureKey("photo", album.cover_photo_id)


def _spoken(album: Album) -> str:
    query = "" if isinstance(album, Person) else album.search.query
    return ", ".join(part for part in (title_of(album), query, note_of(album)) if part)
