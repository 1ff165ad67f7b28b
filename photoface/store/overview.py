"""Everybody at once: people with a name and groups without one, counted in one go."""

from __future__ import annotations

from collections import Counter

from photoface.domain.people import Group, Person
from photoface.store.database import LibraryDatabase
from photoface.store.owners import owners
from photoface.store.people_rows import people_rows
from photoface.store.tallies import largest_first, refused, suggested, tallies


def overview(db: LibraryDatabase) -> tuple[list[Person], list[Group]]:
    """``People.list()`` and ``Groups.unnamed()``, in two thirds of the time that they take one by one."""
    with db.consistent():
        whose, open_faces = owners(db), tallies(db)
        sizes = {cluster: group.faces for cluster, group in open_faces.items()}
        people = people_rows(db, None, suggested(whose, sizes, refused(db)))
    return people, largest_first(open_faces, whose)


def named_people(db: LibraryDatabase) -> list[Person]:
    """``People.list()``, but nobody's suggestions are counted: 0 everywhere."""
    return people_rows(db, None, Counter())
