"""Completing a name while it is typed: whom the letters may mean, the likeliest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Sequence
from difflib import SequenceMatcher

from photoface.domain.people import Person
from photoface.services.library import Library
from photoface.store import recent

_NEAR_ENOUGH = 0.7
"""Ratio of equal letters (Ratcliff and Obershelp) from which a mistyped name is offered."""


def completions(
    text: str,
    people: Iterable[Person],
    lately: Sequence[int] = (),
    together: Sequence[Collection[int]] = (),
    limit: int = 8,
) -> list[Person]:
    """People whom ``text`` may mean: names that begin so, then with a word that begins so, that hold it, that are near.

    lately: person ids, named last first; together: ids of people who are near, the nearest first: those of the same
    photos, those of the same days. They go first among equals, then recent ones, then who is in most photos. Without a
    text: the same.
    """
    wanted = plain(text)
    ranked = [(fit, person) for person in people if (fit := _fit_person(wanted, person)) is not None]
    order = {person_id: at for at, person_id in enumerate(lately)}
    near = {person_id: at for at, tier in reversed(list(enumerate(together))) for person_id in tier}
    ranked.sort(
        key=lambda pair: (
            pair[0],
            near.get(pair[1].person_id, len(together)),
            order.get(pair[1].person_id, len(order)),
            -pair[1].photos,
            pair[1].name.casefold(),
        )
    )
    return [person for _, person in ranked[:limit]]


def recent_people(library: Library, limit: int = 20) -> list[int]:
    """Ids of the people whom the latest decisions were about, the last first."""
    return recent.recent_people(library.db, limit)


def plain(name: str) -> str:
    """A name for comparing: without case and accents, so that ``jose`` finds ``José``."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _fit_person(wanted: str, person: Person) -> int | None:
    """By the name or the nickname, whichever fits better."""
    fits = [_fit(wanted, plain(name)) for name in (person.name, person.nickname) if name]
    return min((fit for fit in fits if fit is not None), default=None)


def _fit(wanted: str, name: str) -> int | None:
    """How well: 0 begins so, 1 a word begins so, 2 holds it, 3 is near; None: not at all."""
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.split()):
        return 1
    if wanted in name:
        return 2
    near = max(SequenceMatcher(None, wanted, part).ratio() for part in (name[: len(wanted) + 1], name))
    return 3 if len(wanted) > 2 and near >= _NEAR_ENOUGH else None
