"""Photos that were found and not analysed yet, as a grid shows them until their analysis takes their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.domain.geometry import Size
from photoface.services.library import Library
from photoface.store.glances import Glanced
from photoface.store.waiting import WaitingFile

_UNSEEN = Glanced(None, None, has_preview=False)


@dataclass(frozen=True, slots=True)
class WaitingPhoto:
    """file: where it is; size, taken: of the upright photo, None until the file was looked at, or if it does not tell.

    has_preview: ``previews`` has a first picture of it.
    """

    file: WaitingFile
    size: Size | None
    taken: str | None
    has_preview: bool


def waiting_photos(library: Library, limit: int | None = None, offset: int = 0) -> list[WaitingPhoto]:
    """The newest files first, by their time on disk: an order that does not change while they are looked at.

    Photos leave this list as they are analysed, so a later page may repeat or skip some: read the pages anew after
    PhotoIndexed, and what they show anew after PhotosGlanced.
    """
    files = library.photos.waiting(limit, offset)
    facts = library.glances.facts(files)
    return [_photo(file, facts.get(file.path, _UNSEEN)) for file in files]


def previews(library: Library, files: Sequence[WaitingFile]) -> dict[bytes, bytes]:
    """Path -> JPEG, upright, long side at most 256, for those of these files that have a first picture."""
    return library.glances.previews(files)


def _photo(file: WaitingFile, known: Glanced) -> WaitingPhoto:
    return WaitingPhoto(file, known.size, known.taken, known.has_preview)
