"""How people, groups and faces are referred to: a name, #7 for a person by number, 12 for a group or a face."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.people import Face, Person
from photoface.store.faces import Faces
from photoface.store.people import People

LONGEST_NAME = 200
LARGEST_NUMBER = 2**63 - 1  # SQLite takes no larger one, so nothing is called that


@dataclass(frozen=True, slots=True)
class GroupRef:
    """A group by its number."""

    cluster_id: int


def clean_name(text: str) -> str:
    """A name as it is stored: NFC, single spaces; BadRequest when it cannot be a name."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        raise BadRequest("A name needs at least one letter; nothing was changed.")
    if len(name) > LONGEST_NAME:
        raise BadRequest(f"A name may have {LONGEST_NAME} characters at most; nothing was changed.")
    if re.fullmatch(r"#?\d+", name):
        raise BadRequest(f"“{name}” would be taken for a number; choose another name. Nothing was changed.")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name):
        raise BadRequest("A name may not contain control characters; nothing was changed.")
    return name


def person_or_group(text: str, people: People) -> Person | GroupRef:
    """What a user calls ``Anna``, ``#7`` or ``12``."""
    return GroupRef(int(text)) if re.fullmatch(r"\d+", text) else people.find(text)


def somebody(text: str, people: People) -> Person | None:
    """The person that a name or #number means, or None when nobody is called that. Ambiguous when several are."""
    if text.startswith("#"):
        return people.find(text)
    try:
        return people.find(clean_name(text))
    except NotFound:
        return None


def undecided_of_group(cluster_id: int, faces: Faces) -> list[Face]:
    """The faces of a group that no human has decided; NotFound when there is no such group."""
    members = faces.list(cluster_id=cluster_id, missing=True) if abs(cluster_id) <= LARGEST_NUMBER else []
    if not members:
        raise NotFound(f"There is no group {cluster_id}. See the groups with: photoface people")
    return [face for face in members if not face.state.decided]


def faces_by_id(face_ids: tuple[int, ...], faces: Faces) -> list[Face]:
    """The faces, each once, in the given order; NotFound names the first that is not there."""
    return faces.by_ids(face_ids)
