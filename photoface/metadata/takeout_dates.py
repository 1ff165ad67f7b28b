"""When a photo was taken, as the JSON of Google Takeout tells: seconds since 1970 in UTC."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from photoface.domain.dates import DateSource, Taken

_WORD = re.compile(rb"-[^\d_-]*$")  # the beginning of -edited


def beginning(name: bytes) -> bytes:
    """Letters that a photo and its JSON have in common, whatever is cut off or added behind; in lower case."""
    return _WORD.sub(b"", name.lower().partition(b".")[0].partition(b"(")[0][:8])


def told_in_json(data: bytes) -> Taken | None:
    """None for a JSON that tells nothing, or is none."""
    try:
        told = json.loads(data)
        seconds = int(told["photoTakenTime"]["timestamp"])
        at = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, LookupError, TypeError, RecursionError, OverflowError, OSError):
        return None
    return Taken(at.replace(tzinfo=None).isoformat(), DateSource.TAKEOUT, "+00:00") if seconds else None
