"""Commands that correct: assign, split, confirm, reject, different, ignore, not-a-face."""

from __future__ import annotations

from itertools import takewhile

import click

from photoface.cli.common import How, decision_options
from photoface.cli.session import decide
from photoface.domain.errors import BadRequest
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting
from photoface.services.deciding.references import faces_by_id
from photoface.services.library import Library
from photoface.services.outcome import Outcome

_FACES = click.argument("faces", metavar="FACE...", nargs=-1, type=int)


@click.command()
@click.argument("words", metavar="FACE... PERSON", nargs=-1, required=True)
@decision_options
def assign(words: tuple[str, ...], how: How) -> int:
    """These faces are PERSON (made, if new). They count as confirmed."""
    faces, person = _faces_and_person(words)
    return decide(how, lambda library: correcting.assign(library, faces, person))


@click.command()
@click.argument("words", metavar="FACE... PERSON", nargs=-1, required=True)
@decision_options
def reject(words: tuple[str, ...], how: How) -> int:
    """These faces are not PERSON, whatever the machine thinks later."""
    faces, person = _faces_and_person(words)
    return decide(how, lambda library: correcting.reject(library, faces, person))


@click.command()
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@decision_options
def different(one: str, other: str, how: How) -> int:
    """A and B (people, or numbers of groups) are different people, and never join by themselves."""
    return decide(how, lambda library: correcting.part(library, one, other))


@click.command()
@_FACES
@decision_options
def split(faces: tuple[int, ...], how: How) -> int:
    """Takes faces out of their person or group into a group of their own."""
    _some(faces)
    return decide(how, lambda library: correcting.split(library, faces))


@click.command()
@_FACES
@click.option("--person", metavar="PERSON", help="All faces that are suggested or named to be PERSON.")
@decision_options
def confirm(faces: tuple[int, ...], person: str | None, how: How) -> int:
    """Each face is whom it is suggested or named to be."""

    def act(library: Library) -> Outcome:
        chosen = faces + (_waiting(library, person) if person is not None else ())
        _some(chosen)
        return correcting.confirm(library, chosen)

    return decide(how, act)


@click.command()
@_FACES
@click.option("--group", type=int, help="All undecided faces of this group.")
@decision_options
def ignore(faces: tuple[int, ...], group: int | None, how: How) -> int:
    """Strangers and posters: these faces need no name and stay out of all groups."""
    return _set_aside(faces, group, FaceState.IGNORED, how)


@click.command("not-a-face")
@_FACES
@click.option("--group", type=int, help="All undecided faces of this group.")
@decision_options
def not_a_face(faces: tuple[int, ...], group: int | None, how: How) -> int:
    """These are no faces at all."""
    return _set_aside(faces, group, FaceState.NOT_A_FACE, how)


def _set_aside(faces: tuple[int, ...], group: int | None, state: FaceState, how: How) -> int:
    def act(library: Library) -> Outcome:
        chosen = faces + (correcting.undecided_ids(library, group) if group is not None else ())
        _some(chosen)
        return correcting.set_aside(library, faces_by_id(chosen, library.faces), state)

    return decide(how, act)


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
