"""Mirrors and collages: in them two faces may be one person, which grouping otherwise rules out."""

from __future__ import annotations

from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.repeats import is_repeat

__all__ = ["is_repeat", "set_repeat"]


def set_repeat(library: Library, photo_id: int, *, repeat: bool) -> Outcome:
    """Say that one person may be twice in a photo, or that nobody is; it counts at the next grouping."""
    words = "1 photo is a mirror or collage" if repeat else "1 photo is no mirror or collage"
    with library.journal.operation("repeat", words) as record:
        if repeat:
            record.put("repeat_photo", {"photo_id": photo_id})
        else:
            record.drop("repeat_photo", {"photo_id": photo_id})
    return Outcome(record.operation_id, words)
