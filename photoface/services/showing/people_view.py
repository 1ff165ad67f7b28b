"""Who the People page shows, in which order: named people, groups that nobody named, faces seen once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from photoface.domain.people import Group, Person
from photoface.services.finding.completion import plain, recent_people
from photoface.services.library import Library
from photoface.services.showing.views import Everybody, everybody
from photoface.store.overview import named_people

_RECENT = 400


class PeopleOrder(StrEnum):
    """Most photos first, by name, or the latest decisions first; favourites before all others."""

    PHOTOS = "photos"
    NAME = "name"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody, hidden people too, and whom the latest decisions were about, the last first."""

    everybody: Everybody
    recent: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """What there is to show, in order. total: how many have a name and are not hidden, whatever the filter."""

    people: Sequence[Person]
    groups: Sequence[Group]
    once: Sequence[Group]
    hidden: Sequence[Person]
    total: int


def crowd(library: Library) -> Crowd:
    """In one look at the library."""
    with library.db.consistent():
        return Crowd(everybody(library, hidden=True), tuple(recent_people(library, _RECENT)))


def named_first(library: Library) -> Crowd:
    """Those with a name alone, nothing suggested to them yet: in a third of the time, for the first page one sees."""
    with library.db.consistent():
        return Crowd(Everybody(named_people(library.db), []), tuple(recent_people(library, _RECENT)))


def arranged(
    found: Crowd, text: str = "", order: PeopleOrder = PeopleOrder.PHOTOS, *, hidden: bool = False
) -> PeopleRows:
    """The rows for a filter: names of which each typed word begins a word, or that hold it; then no groups."""
    wanted = plain(text)
    people = (
        [one for one in found.everybody.people if _fits(wanted, f"{one.name} {one.nickname}")]
        if wanted
        else found.everybody.people
    )
    people = _sorted(people, order, found.recent)
    groups = () if wanted else found.everybody.groups
    return PeopleRows(
        [one for one in people if not one.hidden],
        [one for one in groups if one.faces > 1],
        [one for one in groups if one.faces == 1],
        [one for one in people if one.hidden] if hidden else [],
        sum(not one.hidden for one in found.everybody.people),
    )


def _fits(wanted: str, name: str) -> bool:
    known = plain(name)
    return wanted in known or all(any(part.startswith(word) for part in known.split()) for word in wanted.split())


def _sorted(people: Sequence[Person], order: PeopleOrder, recent: Sequence[int]) -> list[Person]:
    lately = {person_id: at for at, person_id in enumerate(recent)}

    def key(one: Person) -> tuple[bool, int, int, str, int]:
        when = lately.get(one.person_id, len(lately)) if order is PeopleOrder.RECENT else 0
        photos = 0 if order is PeopleOrder.NAME else -one.photos
        return not one.favourite, when, photos, one.name.casefold(), one.person_id

    return sorted(people, key=key)
