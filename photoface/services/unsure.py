"""Questions that somebody was not sure about: remembered, undoable, asked again only with new evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping

from photoface.services.library import Library
from photoface.services.outcome import Outcome

_KEY = "unsure"
_NEW_EVIDENCE = 1.5
"""Times as many faces as then make it worth asking again."""


def not_sure(library: Library, key: str, faces: int) -> Outcome:
    """Remember that this question, about so many faces, was answered with "not sure"."""
    known = _known(library) | {key: faces}
    with library.journal.operation("unsure", "not sure: asked again when there are more faces") as record:
        record.put("setting", {"key": _KEY, "value": json.dumps(known, sort_keys=True)})
    return Outcome(record.operation_id, "not sure: you will be asked again when there are more faces")


def still_unsure(library: Library, asked: Mapping[str, int]) -> frozenset[str]:
    """Of these questions (key -> how many faces) those that brought nothing new since somebody was not sure."""
    known = _known(library)
    return frozenset(key for key, faces in asked.items() if key in known and faces < _NEW_EVIDENCE * known[key])


def _known(library: Library) -> dict[str, int]:
    found: dict[str, int] = json.loads(library.setting(_KEY) or "{}")
    return found
