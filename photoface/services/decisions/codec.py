"""Decisions as JSON and back (docs/decisions-format.md). What somebody else wrote is checked field by field."""

from __future__ import annotations

import base64
import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from photoface.domain.decisions import FORMAT_VERSION, Decisions, FaceRecord, PersonRecord, PhotoRecord
from photoface.domain.errors import BadRequest
from photoface.domain.geometry import Box, Size
from photoface.domain.tags import tag_name
from photoface.services.deciding.references import clean_name

KIND = "decisions"
STATES = ("confirmed", "named", "ignored", "not_a_face")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TAKEN = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")
_LONGEST_KEY, _LONGEST_TEXT = 100, 100_000
_T = TypeVar("_T")


def encode(decisions: Decisions) -> dict[str, Any]:
    """A JSON object; faces and people without anything said of them leave their fields out."""
    return {
        "photoface": KIND,
        "version": FORMAT_VERSION,
        "people": [_lean(_person(each)) for each in decisions.people],
        "photos": [_photo(each) for each in decisions.photos],
        "reasons": dict(sorted(decisions.reasons.items())),
        "settings": dict(sorted(decisions.settings.items())),
        **{table: list(rows) for table, rows in sorted(decisions.extras.items())},
    }


def decode(text: str | bytes, whence: str) -> Decisions:
    """The inverse. whence: what holds it, for the message. Raises BadRequest; what is odd within is left out."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRequest(f"{whence} cannot be read: it is no sound JSON. Nothing was changed.") from error
    if not isinstance(told, dict) or told.get("photoface") != KIND:
        raise BadRequest(f"{whence} holds no decisions of photoface. Nothing was changed.")
    version = told.get("version")
    if not isinstance(version, int) or version > FORMAT_VERSION:
        raise BadRequest(f"A newer photoface wrote {whence}; use that version or a later one. Nothing was changed.")
    return Decisions(
        tuple(_sound(_person_in, told.get("people"))),
        tuple(_sound(_photo_in, told.get("photos"), keep_place=True)),
        _texts(told.get("reasons")),
        _texts(told.get("settings")),
        {table: tuple(_listed(told.get(table), dict)) for table in ("review", "draw", "answer")},
    )


def _person(person: PersonRecord) -> dict[str, Any]:
    return {
        "uuid": person.uuid,
        "name": person.name,
        "birth_date": person.birth_date,
        "notes": person.notes,
        "hidden": person.hidden,
        "created_at": person.created_at,
    }


def _photo(photo: PhotoRecord) -> dict[str, Any]:
    path = photo.path.decode("utf-8", "replace")
    exact = path.encode("utf-8") == photo.path
    told = {
        "identity": photo.identity.hex(),
        "path": path,
        "path_bytes": None if exact else base64.b64encode(photo.path).decode("ascii"),
        "repeat": photo.repeat,
        "taken": photo.taken,
        "words": photo.words,
        "apart": [each.hex() for each in photo.apart],
    }
    size = {"width": photo.size.width, "height": photo.size.height}
    return {**_lean(told), **size, "faces": [_face(each) for each in photo.faces]}


def _face(face: FaceRecord) -> dict[str, Any]:
    told = {
        "drawn": face.drawn,
        "retired": face.retired,
        "state": face.state,
        "person": face.person,
        "rejected": list(face.rejected),
        "separations": [list(each) for each in face.separations],
        "bonds": list(face.bonds),
        "covers": list(face.covers),
    }
    box = face.box
    return {"box": [box.x, box.y, box.width, box.height], **_lean(told)}


def _lean(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in (None, False, "", [])}


def _sound(read: Callable[[Any], _T | None], listed: object, *, keep_place: bool = False) -> Iterable[_T]:
    """Those that can be read. keep_place: others count on where they stand; what cannot be read is an empty photo."""
    for each in listed if isinstance(listed, list) else []:
        try:
            found = read(each)
        except (TypeError, ValueError, LookupError, AttributeError, OverflowError):
            found = None
        if found is not None:
            yield found
        elif keep_place:
            yield PhotoRecord(b"", Size(1, 1))  # type: ignore[misc]


def _person_in(told: dict[str, Any]) -> PersonRecord | None:
    name, uuid, birth = _name(told.get("name", "")), str(told["uuid"]).lower(), told.get("birth_date")
    if not name or not _UUID.fullmatch(uuid):
        return None
    date = birth if isinstance(birth, str) and _DATE.fullmatch(birth) else None
    notes, created = str(told.get("notes", ""))[:_LONGEST_TEXT], str(told.get("created_at", ""))[:40]
    return PersonRecord(uuid, name, date, notes, bool(told.get("hidden")), created)


def _name(told: object) -> str:
    """As it was, where it can be a name here."""
    try:
        if isinstance(told, str) and clean_name(told) == told:
            return told
    except BadRequest:
        pass
    return tag_name(told)


def _photo_in(told: dict[str, Any]) -> PhotoRecord | None:
    identity = bytes.fromhex(told.get("identity", ""))
    size = Size(int(told["width"]), int(told["height"]))
    if len(identity) not in (0, 32) or not (0 < size.width < 1 << 24 and 0 < size.height < 1 << 24):
        return None
    path = base64.b64decode(told["path_bytes"]) if "path_bytes" in told else str(told.get("path", "")).encode()
    faces = tuple(_sound(_face_in, told.get("faces")))
    when, words = str(told.get("taken", "")), str(told.get("words", ""))[:200]
    taken = when if _TAKEN.fullmatch(when) else None
    apart = tuple(found for each in _listed(told.get("apart"), str) if len(found := bytes.fromhex(each)) == 32)
    return PhotoRecord(identity, size, faces, bool(told.get("repeat")), path, taken, words if taken else "", apart)


def _face_in(told: dict[str, Any]) -> FaceRecord | None:
    x, y, width, height = map(float, told["box"])
    state, person = told.get("state"), told.get("person")
    if not all(map(math.isfinite, (x, y, width, height))) or width <= 0 or height <= 0:
        return None
    if (state in STATES[:2]) != (person is not None) or state not in (*STATES, None):
        state = person = None
    return FaceRecord(
        Box(x, y, width, height),
        bool(told.get("drawn")),
        bool(told.get("retired")),
        state,
        person if person is None else str(person),
        tuple(_listed(told.get("rejected"), str)),
        tuple((str(key)[:_LONGEST_KEY], int(side)) for key, side in told.get("separations", []) if side in (0, 1)),
        tuple(each[:_LONGEST_KEY] for each in _listed(told.get("bonds"), str)),
        tuple(_listed(told.get("covers"), str)),
    )


def _listed(told: object, kind: type[_T]) -> list[_T]:
    return [each for each in told if isinstance(each, kind)] if isinstance(told, list) else []


def _texts(told: object) -> dict[str, str]:
    pairs = told.items() if isinstance(told, dict) else ()
    return {str(key)[:_LONGEST_KEY]: value[:_LONGEST_TEXT] for key, value in pairs if isinstance(value, str)}
