"""When photos were taken: who says so, and a human's word for one photo or a whole album of scans."""

from __future__ import annotations

from collections.abc import Collection

from photoface.domain.dates import Dated
from photoface.domain.errors import BadRequest, NotFound
from photoface.services.deciding.written_dates import read_written
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.said import dated, decided_dates, known_photos


def date_of(library: Library, photo_id: int) -> Dated:
    """The date of a photo and where it is from."""
    return dated(library.db, photo_id)


def set_date(library: Library, photo_ids: Collection[int], text: str) -> Outcome:
    """A human says when these photos were taken, as exactly as they know: 'summer 1983'. Files are left as they are."""
    taken, words = read_written(text), " ".join(text.split())
    ids = _known(library, photo_ids)
    summary = f"{_photos(len(ids))} taken {words}"
    with library.journal.operation("date", summary) as record:
        record.put_many("dated", [{"photo_id": each, "taken": taken, "words": words} for each in ids])
    return Outcome(record.operation_id, summary, len(ids))


def take_back_date(library: Library, photo_ids: Collection[int]) -> Outcome:
    """What files say of these photos counts again."""
    ids = _known(library, photo_ids)
    there = decided_dates(library.db, ids)
    summary = f"dates of {_photos(len(there))} as their files say"
    with library.journal.operation("date", summary) as record:
        record.drop_many("dated", [{"photo_id": each} for each in there])
    return Outcome(record.operation_id, summary, len(there))


def _known(library: Library, photo_ids: Collection[int]) -> list[int]:
    if not photo_ids:
        raise BadRequest("No photos were chosen. Nothing was changed.")
    lost = set(photo_ids) - known_photos(library.db, photo_ids)
    if lost:
        raise NotFound(f"There is no photo {min(lost)} in the library. Nothing was changed.")
    return sorted(set(photo_ids))


def _photos(count: int) -> str:
    return "1 photo" if count == 1 else f"{count:,} photos"
