"""Commands about photos as such: when they were taken, and which of them are the same."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import (
    given_path,
    json_option,
    library_option,
    path_fields,
    print_json,
    print_table,
    say,
    shown,
)
from photoface.cli.session import deciding, reading, tell
from photoface.domain.errors import BadRequest, NotFound
from photoface.services.deciding import dating
from photoface.services.finding import albums
from photoface.services.library import Library
from photoface.services.photos import twins


@click.command()
@click.argument("photos", metavar="[PHOTO...]", nargs=-1)
@click.option("--in", "query", metavar="QUERY", help="All photos that a query finds, e.g. 'in Scans'.")
@click.option("--set", "text", metavar="DATE", help="When they were taken, e.g. 1983, 'summer 1983' or 1983-07-15.")
@click.option("--as-told", is_flag=True, help="What the files say counts again.")
@library_option
@json_option
def date(  # noqa: PLR0913, PLR0917 - one parameter for each option
    photos: tuple[str, ...], query: str | None, text: str | None, as_told: bool, library: Path, as_json: bool
) -> int:
    """When photos were taken and who says so; or says it for them all."""
    if text is None and not as_told:
        with reading(library) as opened:
            return _tell_dates(opened, _chosen(opened, photos, query), as_json)
    if text is not None and as_told:
        raise BadRequest("Either --set or --as-told. Nothing was changed.")
    with deciding(library) as opened:
        ids = _chosen(opened, photos, query)
        return tell(dating.set_date(opened, ids, text) if text else dating.take_back_date(opened, ids), as_json)


@click.command()
@click.option("--apart", is_flag=True, help="The photos given are different ones.")
@click.argument("photos", metavar="[PHOTO...]", nargs=-1)
@library_option
@json_option
def duplicates(apart: bool, photos: tuple[str, ...], library: Path, as_json: bool) -> int:
    """Photos that are there several times: the same files, and copies that look the same."""
    if apart:
        with deciding(library) as opened:
            return tell(twins.keep_apart(opened, _chosen(opened, photos, None)), as_json)
    with deciding(library) as opened:
        twins.find_twins(opened)
    with reading(library) as opened:
        return _tell_duplicates(opened, as_json)


def _chosen(library: Library, photos: tuple[str, ...], query: str | None) -> list[int]:
    found = [_photo(library, given_path(photo)) for photo in photos]
    if query is not None:
        found += albums.find_ids(library, query).tolist()
    if not found:
        raise BadRequest("Which photos? Give their files, or a query: --in 'in Scans'")
    return list(dict.fromkeys(found))


def _photo(library: Library, path: bytes) -> int:
    found = library.photos.id_of_path(path)
    if found is None:
        raise NotFound(f"{shown(path)} is not in the library. Add its folder with: photoface index FOLDER")
    return found


def _tell_dates(library: Library, ids: list[int], as_json: bool) -> int:
    rows = [(photo, dating.date_of(library, photo.photo_id)) for photo in library.photos.list(photo_ids=ids)]
    if as_json:
        print_json(
            {
                **path_fields(photo.path),
                "photo_id": photo.photo_id,
                "taken": said.taken and said.taken.when,
                "source": said.taken and said.taken.source.value,
                "offset": said.taken and said.taken.offset,
                "words": said.words,
                "film": said.film,
            }
            for photo, said in rows
        )
        return 0
    columns = {"taken": "left", "told by": "left", "photo": "left"}
    cells = ((said.taken.when, said.taken.source.value) if said.taken else ("", "") for _, said in rows)
    print_table(columns, ((*each, shown(photo.path)) for each, (photo, _) in zip(cells, rows, strict=True)))
    return 0


def _tell_duplicates(library: Library, as_json: bool) -> int:
    groups = twins.duplicates(library)
    if as_json:
        print_json({"reason": group.reason, "photos": [_file(path) for path in group.paths]} for group in groups)
    elif not groups:
        say("No photo is there twice.")
    else:
        columns = {"why": "left", "photo": "left"}
        rows = ((group.reason if at == 0 else "", path) for group in groups for at, path in enumerate(group.paths))
        print_table(columns, ((reason, shown(path)) for reason, path in rows))
    return 0


def _file(path: bytes) -> str:
    return str(path_fields(path)["photo"])
