"""The JSON files that Google Takeout puts beside photos: who is in a photo, but not where."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator

from photoface.domain.tags import NameTag, tag_name

LONGEST = 51
"""Characters of a name in an archive, with its .json (46 before it): longer ones are cut."""

LARGEST = 1 << 20
_SUPPLEMENT = ".supplemental-metadata"
_WORDS = (
    "edited|edytowane|bearbeitet|modifi(?:é|e\u0301)|editado|editada|modificato|bewerkt|redigeret|redigerad|upraveno"
    "|編集済み|수정됨|편집됨"
)
_EDITED = re.compile(rf"-({_WORDS})(?=(\(\d+\))?\.[^.]+$)", re.IGNORECASE)
_CUT_WORD = re.compile(r"-[^\W\d_]*(?=(\(\d+\))?\.[^.]+$)")
_NUMBERED = re.compile(r"^(?P<stem>.*)(?P<number>\(\d+\))(?P<ending>\.[^.]*)$", re.DOTALL)
MOST_PEOPLE = 200


def json_names(photo: str) -> Iterator[str]:
    """File names that may be this photo's JSON, the likeliest first; an edited copy has its original's."""
    for name in _originals(photo):
        plain, after = _split(name)  # IMG(1).jpg goes with IMG.jpg.supplemental-metadata(1).json
        yield _cut(f"{plain}{_SUPPLEMENT}") + f"{after}.json"
        yield _cut(plain) + f"{after}.json"
        if after:
            yield _cut(f"{name}{_SUPPLEMENT}") + ".json"
            yield _cut(name) + ".json"
    plain, after = _split(photo)
    yield f"{os.path.splitext(plain)[0]}{after}.json"  # a photo that had no ending when it was uploaded


def find_json(photo: str, folder: Iterable[str]) -> str | None:
    """The JSON of a photo among the names in its folder: by its rule, or cut anywhere inside the supplement's name."""
    there = {name.casefold(): name for name in folder if name.casefold().endswith(".json")}
    names = list(json_names(photo))
    for name in names[:-1]:
        if name.casefold() in there:
            return there[name.casefold()]
    cut = [key for key in there if any(_is_cut(key, name) for name in _originals(photo))]
    if cut:
        return there[max(cut, key=len)]
    return there.get(names[-1].casefold())


def _originals(photo: str) -> Iterator[str]:
    """The name itself, and without the word for an edited copy; of that the end may be cut off, too."""
    yield photo
    plain = _EDITED.sub("", photo)
    if plain == photo and len(os.path.splitext(_split(photo)[0])[0]) >= LONGEST - len(".json"):
        plain = _CUT_WORD.sub("", photo)
    if plain != photo:
        yield plain


def _split(name: str) -> tuple[str, str]:
    """Without its number, and that: Google puts it behind all else."""
    number = _NUMBERED.match(name)
    return (f"{number['stem']}{number['ending']}", number["number"]) if number else (name, "")


def people_of(data: bytes) -> list[NameTag]:
    """The people that a JSON names; nothing for one that cannot be read."""
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        return []
    people = told.get("people") if isinstance(told, dict) else None
    listed = people[:MOST_PEOPLE] if isinstance(people, list) else []
    names = [tag_name(each["name"]) for each in listed if isinstance(each, dict) and isinstance(each.get("name"), str)]
    return [NameTag(name, None, "Google Takeout", "Google Photos") for name in dict.fromkeys(names) if name]


def _cut(stem: str) -> str:
    return stem[: LONGEST - len(".json")]


def _is_cut(key: str, photo: str) -> bool:
    """Cut behind the photo's name, or inside it where that is as long as archives allow."""
    plain, after = _split(photo.casefold())
    stem, number = _split(key)
    stem = stem.removesuffix(".json")
    if number != after or not f"{plain}{_SUPPLEMENT}".startswith(stem):
        return False
    return len(stem) > len(plain) or (len(stem) >= LONGEST - 6 and len(stem) >= len(os.path.splitext(plain)[0]))
