"""Review in the terminal: the questions worth most, with files and boxes, answered by the keys of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, path_fields, print_json, say, shown
from photoface.cli.session import deciding, reading, tell
from photoface.cli.weighing import decide_or_ask
from photoface.domain.errors import PhotofaceError
from photoface.domain.people import Face, FaceState
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review import answers
from photoface.services.review.question import Kind, Question
from photoface.services.review.questions import forecast
from photoface.services.review.questions import review as asked

_SHOWN = 8
"""Faces of a question that are listed; all are decided."""

_KEYS = (
    "y yes · n no, or several people · u not sure · s skip · i ignore · x not a face · q quit · "
    "-12 -15 all but these · a name"
)


@click.command()
@click.argument("person", metavar="[PERSON]", required=False)
@click.option("--limit", type=click.IntRange(1, 1000), default=200, show_default=True, help="Questions looked at.")
@library_option
@json_option
def review(person: str | None, limit: int, library: Path, as_json: bool) -> None:
    """Asks what settles most faces, one question after the other; about PERSON only, if given.

    With --json: lists the open questions and asks nothing.
    """
    if as_json:
        with reading(library) as opened:
            print_json(_row(one) for one in asked(opened, _number(opened, person), limit))
        return
    with deciding(library) as opened:
        _ask_all(opened, _number(opened, person), limit)


def _number(library: Library, person: str | None) -> int | None:
    return None if person is None else library.people.find(person).person_id


def _ask_all(library: Library, person_id: int | None, limit: int) -> None:
    skipped: set[str] = set()
    while True:
        found = [one for one in asked(library, person_id, limit) if one.key not in skipped]
        if not found:
            say("nothing to ask" if not skipped else "nothing else to ask; what was skipped comes next time")
            return
        say(f"\nthe next 20 answers settle about {count(forecast(found), 'face')}")
        if not _ask(library, found[0], skipped):
            return


def _ask(library: Library, question: Question, skipped: set[str]) -> bool:
    """One question, asked until there is an answer to it; False: no more."""
    say(_text(question))
    for face in library.faces.by_ids(question.faces[:_SHOWN]):
        say(f"  {_line(face)}")
    if len(question.faces) > _SHOWN:
        say(f"  and {count(len(question.faces) - _SHOWN, 'more')}".replace("mores", "more"))
    while True:
        said = click.prompt(_KEYS, prompt_suffix="\n> ").strip()
        if said == "q":
            return False
        if said == "s":
            skipped.add(question.key)
            return True
        try:
            outcome = decide_or_ask(library, partial(_answer(said), question=question))
        except PhotofaceError as error:
            say(str(error))
            continue
        if outcome is not None:
            tell(outcome, as_json=False)
            return True


def _answer(said: str) -> Callable[..., Outcome]:
    """What was typed: a key, faces to take out, a name, or both; a call with the library and the question."""
    simple: dict[str, Callable[..., Outcome]] = {
        "y": answers.yes,
        "n": answers.no,
        "u": answers.unsure,
        "i": partial(answers.set_aside, state=FaceState.IGNORED),
        "x": partial(answers.set_aside, state=FaceState.NOT_A_FACE),
    }
    if said in simple:
        return simple[said]
    words = said.split()
    out = [int(word[1:]) for word in words if word.startswith("-") and word[1:].isdecimal()]
    name = " ".join(word for word in words if not (word.startswith("-") and word[1:].isdecimal()))
    if out:
        return partial(answers.swept, out=out, reference=name)
    return partial(_named, name=name)


def _named(library: Library, question: Question, name: str) -> Outcome:
    """A name; or which face, or who of several, a file means."""
    if question.told is not None and name.isdecimal():
        return answers.chosen(library, question, face_id=int(name))
    if question.told is not None and name[:1] == "#" and name[1:].isdecimal():
        return answers.chosen(library, question, person_id=int(name[1:]))
    return answers.somebody_else(library, question, name)


def _text(question: Question) -> str:
    faces = count(len(question.faces), "face")
    name = question.person.name if question.person else ""
    match question.kind:
        case Kind.FACE:
            return f"Is this {name}?"
        case Kind.NAME:
            return f"Who is this? ({faces})"
        case Kind.FILE:
            return _told(question)
        case Kind.SWEEP:
            return f"Are these all {name}? ({faces})"
        case Kind.STRANGERS:
            return f"Are these all strangers? ({faces}; take out one of everybody you know)"
    return f"Are these {name}? ({faces})" if name else f"Are group {_group(question)} and these one person? ({faces})"


def _told(question: Question) -> str:
    """Both sides of what a file says."""
    assert question.told is not None
    one = question.told.question
    here = f", you say {question.told.here}" if question.told.here else ""
    if not question.told.choosing:
        return f"Is the file right? It says {one.name} ({one.origin}){here}. y the file, n the library"
    people = [f"#{each.person_id} {each.name} ({count(each.photos, 'photo')})" for each in question.told.people]
    which = ", ".join(people or [f"face {each}" for each in question.told.choices])
    return f"The file says {one.name} ({one.origin}). Which one? {which or 'nobody is left'}. Type the number; n: none"


def _group(question: Question) -> int:
    return question.other.cluster_id if question.other else 0


def _line(face: Face) -> str:
    box = face.box
    return f"face {face.face_id}: {shown(face.path)}  at {box.x:.0f},{box.y:.0f} {box.width:.0f}x{box.height:.0f}"


def _row(question: Question) -> dict[str, object]:
    return {
        "kind": question.kind.value,
        "key": question.key,
        "person": question.person.name if question.person else None,
        "person_id": question.person.person_id if question.person else None,
        "group": question.group.cluster_id if question.group else None,
        "other": question.other.cluster_id if question.other else None,
        "faces": list(question.faces),
        "settles": question.settles,
        "worth": question.worth,
        **({} if question.told is None else {"name": question.told.question.name, "here": question.told.here}),
        **({} if question.face is None else path_fields(question.face.path)),
    }
