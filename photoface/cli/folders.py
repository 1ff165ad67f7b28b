"""The command about the folders that are indexed."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import (
    count,
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
from photoface.services import folders as service


@click.command()
@click.option(
    "--remove", metavar="FOLDER", help="Stop indexing this folder; its photos leave the views, names are kept."
)
@library_option
@json_option
def folders(remove: str | None, library: Path, as_json: bool) -> int:
    """The folders that are indexed, and whether they are there now."""
    if remove is not None:
        with deciding(library) as opened:
            return tell(service.remove(opened, given_path(remove)), as_json)
    with reading(library) as opened:
        rows = service.overview(opened)
    if as_json:
        print_json(path_fields(each.path, "folder") | {"photos": each.photos, "online": each.online} for each in rows)
    elif not rows:
        say("No folders yet. Add one with: photoface index FOLDER")
    else:
        columns = {"folder": "left", "photos": "left", "now": "left"}
        print_table(
            columns,
            ((shown(each.path), count(each.photos, "photo"), "there" if each.online else "away") for each in rows),
        )
    return 0
