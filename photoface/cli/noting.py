"""Commands that note what is known of people and photos: born, nickname, favourite, mirror."""

from __future__ import annotations

import click

from photoface.cli.common import How, decision_options
from photoface.cli.session import decide
from photoface.domain.errors import NotFound
from photoface.services.deciding.person_facts import set_facts, set_favourite
from photoface.services.deciding.references import LARGEST_NUMBER
from photoface.services.deciding.repeats import set_repeat
from photoface.services.library import Library
from photoface.services.outcome import Outcome


@click.command()
@click.argument("person")
@click.argument("date", metavar="YYYY-MM-DD", required=False)
@decision_options
def born(person: str, date: str | None, how: How) -> int:
    """When PERSON was born; without a date what was noted is taken out."""

    def act(library: Library) -> Outcome:
        found = library.people.find(person)
        return set_facts(library, found.person_id, date, library.people.notes(found.person_id).notes)

    return decide(how, act)


@click.command()
@click.argument("person")
@click.argument("name", metavar="NICKNAME", default="")
@decision_options
def nickname(person: str, name: str, how: How) -> int:
    """Another name that PERSON is found by in the window; without one what was noted is taken out."""

    def act(library: Library) -> Outcome:
        found = library.people.find(person)
        notes = library.people.notes(found.person_id)
        return set_facts(library, found.person_id, notes.birth_date, notes.notes, name)

    return decide(how, act)


@click.command()
@click.argument("people", nargs=-1, required=True, metavar="PERSON...")
@click.option("--not", "no", is_flag=True, help="They are no favourites any more.")
@decision_options
def favourite(people: tuple[str, ...], no: bool, how: How) -> int:
    """These people come first in the window."""

    def act(library: Library) -> Outcome:
        ids = [library.people.find(person).person_id for person in people]
        return set_favourite(library, ids, favourite=not no)

    return decide(how, act)


@click.command()
@click.argument("photo", type=int)
@click.option("--not", "no", is_flag=True, help="It is none: nobody is in it twice.")
@decision_options
def mirror(photo: int, no: bool, how: How) -> int:
    """The photo (by its number) is a mirror or collage: one person may be in it twice."""

    def act(library: Library) -> Outcome:
        if photo > LARGEST_NUMBER or not library.photos.list(photo_ids=[photo], missing=True):
            raise NotFound(f"There is no photo {photo} in the library. See the photos with: photoface photos --json")
        return set_repeat(library, photo, repeat=not no)

    return decide(how, act)
