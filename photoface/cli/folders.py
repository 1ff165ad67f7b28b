"""The command about the folders that are indexed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
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
from photoface.services.places import folders as service
from photoface.services.places import moving, pausing
from photoface.services.places.folders import Standing

_WHAT_NOW = {
    Standing.AWAY: "its drive is not connected.",
    Standing.NOT_FOUND: "it is not where it was. Was it moved or renamed? Say where it is now: --moved OLD NEW; "
    "names go along.",
    Standing.EMPTY: "nothing of what was in it is there. Is its drive connected? If its photos were deleted, "
    "--remove it.",
    Standing.SILENT: "it does not answer. Is the drive, or the computer that it is on, switched on and connected?",
    Standing.CLOSED: "there is no permission to look into it.",
}


@click.command()
@click.option(
    "--remove", metavar="FOLDER", help="Stop indexing this folder; its photos leave the views, names are kept."
)
@click.option("--pause", metavar="FOLDER", help="Do not look at this folder until it is resumed; its photos stay.")
@click.option("--resume", metavar="FOLDER", help="Look at this folder again.")
@click.option("--moved", nargs=2, metavar="OLD NEW", help="The folder OLD is NEW now; names go along, nothing is read.")
@click.option("--anyway", is_flag=True, help="With --moved: also where some of its files are not there.")
@library_option
@json_option
def folders(  # noqa: PLR0913, PLR0917 - one for each option
    remove: str | None,
    pause: str | None,
    resume: str | None,
    moved: tuple[str, str] | None,
    anyway: bool,
    library: Path,
    as_json: bool,
) -> int:
    """The folders that are indexed, and whether they are there now."""
    to = given_path(moved[1]) if moved else b""
    given = (
        (remove, service.remove),
        (pause, pausing.pause),
        (resume, pausing.resume),
        (moved and moved[0], partial(moving.move, new=to, anyway=anyway)),
    )
    wanted = [(folder, decide) for folder, decide in given if folder is not None]
    if len(wanted) > 1:
        raise click.UsageError("Give one of --remove, --pause, --resume and --moved.")
    for folder, decide in wanted:
        with deciding(library) as opened:
            return tell(decide(opened, given_path(folder)), as_json)
    with reading(library) as opened:
        rows = service.overview(opened)
    if as_json:
        print_json(map(_row, rows))
    elif not rows:
        say("No folders yet. Add one with: photoface index FOLDER")
    else:
        columns = {"folder": "left", "photos": "left", "now": "left"}
        print_table(columns, ((shown(each.path), count(each.photos, "photo"), _now(each)) for each in rows))
        for each in rows:
            for sentence in _sentences(each):
                say(sentence)
    return 0


def _now(each: service.FolderView) -> str:
    return "paused" if each.paused else each.standing.value


def _row(each: service.FolderView) -> dict[str, object]:
    lost = {"gone": each.gone, "gone_people": list(each.gone_people)}
    away = [shown(drive) for drive in each.away]
    standing = {"online": each.online, "standing": each.standing.value, "away": away}
    return path_fields(each.path, "folder") | {"photos": each.photos, "paused": each.paused} | standing | lost


def _sentences(each: service.FolderView) -> Iterator[str]:
    """What there is to say of a folder beyond its row."""
    name = shown(each.path)
    if each.paused:
        yield f"{name}: paused. Its photos and names stay; look at it again with: photoface folders --resume FOLDER"
    if each.standing in _WHAT_NOW:
        yield f"{name}: {_WHAT_NOW[each.standing]} Its photos and names are kept as they were."
    for drive in each.away:
        yield f"{shown(drive)}: this drive is not connected. Its photos and names are kept as they were."
    if each.gone:
        who = f" ({', '.join(each.gone_people)})" if each.gone_people else ""
        yield f"{name}: {count(each.gone, 'photo')} gone since{who}; names in them are kept and come back with them."
