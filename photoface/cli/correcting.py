"""Commands that correct single faces: assign, split, confirm, reject, ignore, not-a-face."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import click

from photoface.cli.common import json_option, library_option
from photoface.cli.session import deciding, tell
from photoface.domain.errors import BadRequest
from photoface.domain.people import FaceState
from photoface.services import correcting
from photoface.services.library import Library
from photoface.services.references import faces_by_id

_FACES = click.argument("faces", metavar="FACE...", nargs=-1, type=int)


@click.command()
@click.argument("words", metavar="FACE... PERSON", nargs=-1, required=True)
@library_option
@json_option
def assign(words: tuple[str, ...], library: Path, as_json: bool) -> int:
    """These faces are PERSON (made, if new). They count as confirmed."""
    faces, person = _faces_and_person(words)
    with deciding(library) as opened:
        return tell(correcting.assign(opened, faces, person), as_json)


@click.command()
@click.argument("words", metavar="FACE... PERSON", nargs=-1, required=True)
@library_option
@json_option
def reject(words: tuple[str, ...], library: Path, as_json: bool) -> int:
    """These faces are not PERSON, whatever the machine thinks later."""
    faces, person = _faces_and_person(words)
    with deciding(library) as opened:
        return tell(correcting.reject(opened, faces, person), as_json)


@click.command()
@_FACES
@library_option
@json_option
def split(faces: tuple[int, ...], library: Path, as_json: bool) -> int:
    """Takes faces out of their person or group into a group of their own."""
    _some(faces)
    with deciding(library) as opened:
        return tell(correcting.split(opened, faces), as_json)


@click.command()
@_FACES
@click.option("--person", metavar="PERSON", help="All faces that are suggested or named to be PERSON.")
@library_option
@json_option
def confirm(faces: tuple[int, ...], person: str | None, library: Path, as_json: bool) -> int:
    """Each face is whom it is suggested or named to be."""
    with deciding(library) as opened:
        chosen = faces + (_waiting(opened, person) if person is not None else ())
        _some(chosen)
        return tell(correcting.confirm(opened, chosen), as_json)


@click.command()
@_FACES
@click.option("--group", type=int, help="All undecided faces of this group.")
@library_option
@json_option
def ignore(faces: tuple[int, ...], group: int | None, library: Path, as_json: bool) -> int:
    """Strangers and posters: these faces need no name and stay out of all groups."""
    return _set_aside(faces, group, FaceState.IGNORED, library, as_json)


@click.command("not-a-face")
@_FACES
@click.option("--group", type=int, help="All undecided faces of this group.")
@library_option
@json_option
def not_a_face(faces: tuple[int, ...], group: int | None, library: Path, as_json: bool) -> int:
    """These are no faces at all."""
    return _set_aside(faces, group, FaceState.NOT_A_FACE, library, as_json)


def _set_aside(faces: tuple[int, ...], group: int | None, state: FaceState, library: Path, as_json: bool) -> int:
    with deciding(library) as opened:
        chosen = faces + (correcting.undecided_ids(opened, group) if group is not None else ())
        _some(chosen)
        return tell(correcting.set_aside(opened, faces_by_id(chosen, opened.faces), state), as_json)


def _waiting(library: Library, person: str) -> tuple[int, ...]:
    found = library.people.find(person)
    return correcting.waiting_ids(library, found.person_id)


def _faces_and_person(words: tuple[str, ...]) -> tuple[tuple[int, ...], str]:
    numbers = list(takewhile(str.isdecimal, words))
    name = " ".join(words[len(numbers) :])
    if not numbers or not name:
        raise BadRequest("First the numbers of faces, then the person: 12 15 Anna. See: photoface faces")
    return tuple(map(int, numbers)), name


def _some(faces: tuple[int, ...]) -> None:
    if not faces:
        raise BadRequest("Which faces? Give their numbers; see them with: photoface faces")
