"""export-album: the photos of a person or a search, as copies, links, sheets of pictures, a table or a page."""

from __future__ import annotations

import os
from pathlib import Path

import click

from photoface.cli.common import count, given_path, json_option, library_option, path_fields, print_json, say, shown
from photoface.cli.names_progress import counting
from photoface.cli.progress import stop_on_ctrl_c
from photoface.cli.session import reading
from photoface.domain.errors import BadRequest
from photoface.services.exporting.albums import AlbumFile, AlbumRefused, How, album_of_person, album_of_query
from photoface.services.exporting.albums import export_album as exported

STOPPED = 130


@click.command("export-album")
@click.argument("person", nargs=-1)
@click.option("--query", metavar="QUERY", help="A search instead of a person: Anna AND Ben NOT Carla.")
@click.option("--to", "folder", metavar="FOLDER", required=True, help="Where to; made if it is not there.")
@click.option("--how", type=click.Choice([each.value for each in How]), default="copy", show_default=True)
@click.option("--certain", is_flag=True, help="Without photos where somebody is only suggested.")
@library_option
@json_option
def export_album(  # noqa: PLR0913, PLR0917 - one for each option
    person: tuple[str, ...], query: str | None, folder: str, how: str, certain: bool, library: Path, as_json: bool
) -> int:
    """Puts the photos of PERSON (or of a search) into a folder. Nothing there is overwritten; your photos stay."""
    name = " ".join(person)
    if bool(name) == bool(query):
        raise BadRequest("Whose photos? Give a person, or a search: --query 'Anna AND Ben'. Nothing was written.")
    written = refused = 0
    with stop_on_ctrl_c() as cancel, reading(library) as opened, counting("files", as_json) as show:
        album = (
            album_of_query(opened, query or "", certain=certain)
            if query
            else album_of_person(opened, name, certain=certain)
        )
        for event in exported(opened, album, os.fsdecode(given_path(folder)), How(how), cancel):
            show(event.done, event.total)
            written += isinstance(event, AlbumFile)
            refused += isinstance(event, AlbumRefused)
            _print(event, as_json)
    if not as_json:
        say(f"{count(written, 'file')} written to {shown(given_path(folder))}, {refused:,} refused")
    return STOPPED if cancel.is_set() else 0


def _print(event: AlbumFile | AlbumRefused, as_json: bool) -> None:
    if isinstance(event, AlbumRefused):
        if as_json:
            print_json([{"event": "albumrefused", **path_fields(event.path), "reason": event.reason}])
        else:
            say(f"{shown(event.path)}: {event.reason}")
    elif as_json:
        print_json([{"event": "albumfile", **path_fields(os.fsencode(event.target), "file")}])
