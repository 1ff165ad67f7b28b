"""Searches kept under a name. People in them are kept by number, so that a search outlives their renaming."""

from __future__ import annotations

import json
import re
import uuid
from dataclasses import dataclass

from photoface.domain.errors import BadRequest, NotFound
from photoface.services.deciding.references import LONGEST_NAME
from photoface.services.finding.query import read
from photoface.services.finding.query_words import quoted, words_of
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.saved import settings_under

_PREFIX = "search:"
_NUMBER = re.compile(r"#(\d+)")


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """search_id: stays; query: with the people's present names."""

    search_id: str
    name: str
    query: str


def saved_searches(library: Library) -> list[SavedSearch]:
    """All of them, by name."""
    with library.db.consistent():
        stored = settings_under(library.db, _PREFIX)
        names = {person.person_id: person.name for person in library.people.list()} if stored else {}
    found = [_search(key.removeprefix(_PREFIX), value, names) for key, value in stored.items()]
    return sorted((each for each in found if each is not None), key=lambda each: (each.name.casefold(), each.search_id))


def get(library: Library, search_id: str) -> SavedSearch:
    """One of them. Raises NotFound."""
    found = next((each for each in saved_searches(library) if each.search_id == search_id), None)
    if found is None:
        raise NotFound("This search is not saved any more.")
    return found


def save(library: Library, name: str, query: str) -> Outcome:
    """Keep a query under a name; one of that name is replaced. Raises what is wrong with the query."""
    title, kept = _clean(name), _by_number(library, query)
    same = next((each for each in saved_searches(library) if each.name.casefold() == title.casefold()), None)
    search_id = same.search_id if same else uuid.uuid4().hex
    return _write(library, search_id, title, kept, f"save the search {title}", f"the search {title} is saved")


def rename(library: Library, search_id: str, name: str) -> Outcome:
    """Another name for the same search."""
    title, old = _clean(name), get(library, search_id)
    stored = json.loads(settings_under(library.db, _PREFIX)[_PREFIX + search_id])
    done = f"the search {old.name} is called {title} now"
    return _write(library, search_id, title, stored["query"], f"rename the search {old.name} to {title}", done)


def delete(library: Library, search_id: str) -> Outcome:
    """Keep it no more; no photo is touched."""
    old = get(library, search_id)
    with library.journal.operation("delete search", f"delete the search {old.name}") as record:
        record.drop("setting", {"key": _PREFIX + search_id})
    return Outcome(record.operation_id, f"the search {old.name} is deleted")


def _write(library: Library, search_id: str, name: str, query: str, *sentences: str) -> Outcome:
    """sentences: for the history, and for now."""
    value = json.dumps({"name": name, "query": query}, ensure_ascii=False)
    with library.journal.operation("save search", sentences[0]) as record:
        record.put("setting", {"key": _PREFIX + search_id, "value": value})
    return Outcome(record.operation_id, sentences[1])


def _clean(name: str) -> str:
    title = " ".join(name.split())
    if not title or len(title) > LONGEST_NAME or not title.isprintable():
        raise BadRequest(f"A search needs a name of 1 to {LONGEST_NAME} letters; nothing was changed.")
    return title


def _by_number(library: Library, query: str) -> str:
    """The query with each name as #number."""
    text = query
    for start, end, person in reversed(read(query, lambda name: library.people.find(name).person_id).names):
        text = f"{text[:start]}#{person}{text[end:]}"
    return text


def _search(search_id: str, value: str, names: dict[int, str]) -> SavedSearch | None:
    """None for what is no saved search."""
    try:
        stored = json.loads(value)
        return SavedSearch(search_id, str(stored["name"]), _by_name(str(stored["query"]), names))
    except (ValueError, KeyError, TypeError):
        return None


def _by_name(query: str, names: dict[int, str]) -> str:
    text = query
    for word in reversed(words_of(query)):
        number = _NUMBER.fullmatch(word.value) if word.kind == "word" else None
        name = names.get(int(number[1])) if number else None
        if number and name is not None:
            text = f"{text[: word.start]}{quoted(name, int(number[1]))}{text[word.end :]}"
    return text
