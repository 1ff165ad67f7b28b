"""Commands that show: people, photos, faces, find."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, print_json, print_table, say, shown
from photoface.cli.rows import face_cells, face_row, group_row, person_row, photo_row
from photoface.cli.session import reading
from photoface.domain.people import FaceState, Group, Person, Photo
from photoface.services.finding.albums import find_photos
from photoface.services.showing import views


@click.command()
@click.option("--all", "everybody", is_flag=True, help="Also groups of a single face and hidden people.")
@library_option
@json_option
def people(everybody: bool, library: Path, as_json: bool) -> None:
    """Who is in the photos: named people, then groups without a name, the largest first."""
    with reading(library) as opened:
        found = views.everybody(opened, hidden=everybody or as_json)
    persons, groups = found.people, found.groups
    if as_json:
        print_json([*map(person_row, persons), *map(group_row, groups)])
        return
    _print_persons(persons)
    _print_groups([group for group in groups if group.faces > 1 or everybody])
    singles = sum(group.faces == 1 for group in groups)
    if singles and not everybody:
        say(f"{count(singles, 'person', 'people')} seen once; see them with: photoface people --all")
    if not persons and not groups:
        say("Nobody yet. Index a folder with: photoface index FOLDER")


@click.command()
@click.option("--person", metavar="PERSON", help="Only photos with this person.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many.")
@library_option
@json_option
def photos(person: str | None, limit: int | None, library: Path, as_json: bool) -> None:
    """The photos, newest first, with who is in them."""
    with reading(library) as opened:
        rows = views.photos(opened, person, limit)
    _print_photos(rows, as_json)


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option("--certain", is_flag=True, help="Leave out faces that are only suggested.")
@library_option
@json_option
def find(query: tuple[str, ...], certain: bool, library: Path, as_json: bool) -> None:
    """Photos by who is in them: "A AND B NOT C", OR, ( ), ONLY, COUNT >= 3; SINCE, UNTIL, YEAR 2016-05; IN folder."""
    with reading(library) as opened:
        rows = find_photos(opened, " ".join(query), certain=certain)
    _print_photos(rows, as_json)
    if not as_json:
        say(count(len(rows), "photo"))


@click.command()
@click.option("--group", type=int, help="Faces of this group.")
@click.option("--person", metavar="PERSON", help="Faces of this person, suggested ones too.")
@click.option("--photo", metavar="FILE", help="Faces in this file.")
@click.option("--state", type=click.Choice([state.value for state in FaceState]), help="Faces in this state.")
@click.option("--limit", type=click.IntRange(1), default=None, help="At most so many.")
@library_option
@json_option
def faces(  # noqa: PLR0913, PLR0917 - click hands each option over by name
    group: int | None,
    person: str | None,
    photo: str | None,
    state: str | None,
    limit: int | None,
    library: Path,
    as_json: bool,
) -> None:
    """The faces, with their numbers for assign, split, confirm, reject."""
    with reading(library) as opened:
        rows = views.faces(opened, views.FaceFilter(group, person, photo, state, limit))
    if as_json:
        print_json(map(face_row, rows))
        return
    columns = {
        "face": "right",
        "group": "right",
        "person": "left",
        "state": "left",
        "quality": "right",
        "photo": "left",
    }
    print_table(columns, map(face_cells, rows))


def _print_persons(persons: list[Person]) -> None:
    if persons:
        columns = {"": "right", "person": "left", "faces": "right", "suggested": "right", "photos": "right"}
        rows = (
            (f"#{each.person_id}", each.name, each.confirmed + each.named, each.suggested, each.photos)
            for each in persons
        )
        print_table(columns, rows)


def _print_groups(groups: list[Group]) -> None:
    if groups:
        columns = {"group": "right", "faces": "right", "photos": "right", "shown best by face": "right"}
        print_table(columns, ((each.cluster_id, each.faces, each.photos, each.cover_face_id) for each in groups))


def _print_photos(rows: list[Photo], as_json: bool) -> None:
    if as_json:
        print_json(map(photo_row, rows))
        return
    columns = {"taken": "left", "faces": "right", "people": "left", "photo": "left"}
    print_table(columns, ((each.taken or "", each.faces, ", ".join(each.people), shown(each.path)) for each in rows))
