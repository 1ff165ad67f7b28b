"""Albums and search results out of the library: copies, links, sheets of small pictures, a table, a page."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from threading import Event

from photoface.domain.errors import BadRequest, DiskFull, NotFound, PhotofaceError
from photoface.domain.people import Photo
from photoface.services.exporting.pages import as_csv, as_html
from photoface.services.exporting.placing import Place
from photoface.services.finding.albums import find_photos
from photoface.services.library import Library
from photoface.services.places.disks import ask
from photoface.services.places.folders import root_of
from photoface.worker.compute import in_child
from photoface.worker.contact_sheet import PER_PAGE, make_sheet


class How(StrEnum):
    """What an album becomes."""

    COPY = "copy"
    HARDLINK = "hardlink"
    SYMLINK = "symlink"
    CONTACT_SHEET = "contact-sheet"
    CSV = "csv"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Album:
    """title: of the person or search; photos: present ones, newest first."""

    title: str
    photos: tuple[Photo, ...]


@dataclass(frozen=True, slots=True)
class AlbumFile:
    """One file is there now."""

    target: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class AlbumRefused:
    """One photo could not be put there."""

    path: bytes
    reason: str
    done: int
    total: int


def album_of_person(library: Library, reference: str, *, certain: bool = False) -> Album:
    """All photos of a person. certain: without those where they are only suggested. Raises NotFound, Ambiguous."""
    person = library.people.find(reference)
    return Album(person.name, tuple(find_photos(library, f"#{person.person_id}", certain=certain)))


def album_of_query(library: Library, query: str, *, certain: bool = False) -> Album:
    """What a search finds. Raises BadRequest, NotFound, Ambiguous."""
    return Album(query, tuple(find_photos(library, query, certain=certain)))


def export_album(
    library: Library, album: Album, folder: str, how: How, cancel: Event
) -> Iterator[AlbumFile | AlbumRefused]:
    """Puts the album into a folder, which is made; nothing there is overwritten. An event for each file.

    Raises NotFound for an empty album, BadRequest, DiskFull; what was put there before is whole.
    """
    if not album.photos:
        raise NotFound(f"There are no photos of {album.title} here; nothing was written.")
    place = Place(folder)
    match how:
        case How.CSV:
            yield AlbumFile(place.write(f"{album.title}.csv", as_csv(album.photos)), 1, 1)
        case How.HTML:
            page = as_html(album.title, album.photos, _pictures(library, album.photos))
            yield AlbumFile(place.write(f"{album.title}.html", page), 1, 1)
        case How.CONTACT_SHEET:
            yield from _sheets(library, album, place, cancel)
        case _:
            yield from _files(library, album.photos, place, how, cancel)


def _files(
    library: Library, photos: Sequence[Photo], place: Place, how: How, cancel: Event
) -> Iterator[AlbumFile | AlbumRefused]:
    for done, photo in enumerate(photos, 1):
        if cancel.is_set():
            return
        try:
            there = ask(root_of(library, photo.path), partial(os.path.isfile, photo.path), stop=cancel)
            if not there:
                raise PhotofaceError("it is not there now (a drive that is not connected?)")
            yield AlbumFile(_put(place, photo.path, how), done, len(photos))
        except DiskFull:
            raise
        except PhotofaceError as error:
            yield AlbumRefused(photo.path, str(error), done, len(photos))


def _put(place: Place, source: bytes, how: How) -> str:
    name = os.fsdecode(os.path.basename(source)).encode("utf-8", "replace").decode()
    match how:
        case How.COPY:
            return place.copy(name, source)
        case How.HARDLINK:
            return place.put(name, lambda target: os.link(os.path.realpath(source), target), in_place=True)
        case How.SYMLINK:
            return place.put(name, lambda target: os.symlink(os.fsdecode(source), target), in_place=True)
    raise BadRequest(f"{how} makes no files of single photos")


def _sheets(library: Library, album: Album, place: Place, cancel: Event) -> Iterator[AlbumFile]:
    pages = [album.photos[at : at + PER_PAGE] for at in range(0, len(album.photos), PER_PAGE)]
    for number, photos in enumerate(pages, 1):
        if cancel.is_set():
            return
        pictures = _pictures(library, photos)
        captions = [os.path.basename(photo.path).decode("utf-8", "replace") for photo in photos]
        sheet = in_child(make_sheet, album.title, [pictures.get(photo.photo_id) for photo in photos], captions)
        part = f" {number}" if len(pages) > 1 else ""
        yield AlbumFile(place.write(f"{album.title}{part}.jpg", sheet), number, len(pages))


def _pictures(library: Library, photos: Sequence[Photo]) -> dict[int, bytes]:
    found = {photo.photo_id: library.thumbs.photo(photo.photo_id) for photo in photos}
    return {photo_id: picture for photo_id, picture in found.items() if picture is not None}
