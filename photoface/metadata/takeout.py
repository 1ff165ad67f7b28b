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
_WORDS = "edited|bearbeitet|modifié|editado|modificato|edytowane|編集済み|편집됨"
_EDITED = re.compile(rf"-({_WORDS})(?=\.[^.]+$)", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?P<stem>.*)(?P<number>\(\d+\))(?P<ending>\.[^.]+)$")
MOST_PEOPLE = 200


def json_names(photo: str) -> Iterator[str]:
    """File names that may be this photo's JSON, the likeliest first; an edited copy has its original's."""
    for name in dict.fromkeys([photo, _EDITED.sub("", photo)]):
        number = _NUMBERED.match(name)
        plain = f"{number['stem']}{number['ending']}" if number else name
        after = number["number"] if number else ""  # IMG(1).jpg goes with IMG.jpg.supplemental-metadata(1).json
        yield _cut(f"{plain}{_SUPPLEMENT}") + f"{after}.json"
        yield _cut(plain) + f"{after}.json"
        if number:
            yield _cut(f"{name}{_SUPPLEMENT}") + ".json"
            yield _cut(name) + ".json"


def find_json(photo: str, folder: Iterable[str]) -> str | None:
    """The JSON of a photo among the names in its folder: by its rule, or cut anywhere inside the supplement's name."""
    there = {name.casefold(): name for name in folder if name.casefold().endswith(".json")}
    for name in json_names(photo):
        if name.casefold() in there:
            return there[name.casefold()]
    whole = f"{photo}{_SUPPLEMENT}".casefold()
    cut = [key for key in there if len(stem := key.removesuffix(".json")) >= 20 and _is_cut(stem, whole, photo)]
    return there[max(cut, key=len)] if cut else None


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


def _is_cut(stem: str, whole: str, photo: str) -> bool:
    """Cut behind the photo's name, or inside it where that is as long as archives allow."""
    if not whole.startswith(stem):
        return False
    return len(stem) >= len(os.path.splitext(photo)[0]) and (len(stem) > len(photo) or len(stem) >= LONGEST - 6)
