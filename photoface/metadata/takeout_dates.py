"""When a photo was taken, as the JSON of Google Takeout tells: seconds since 1970 in UTC."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

from photoface.domain.dates import DateSource, Taken

IN_COMMON = 40
"""Letters at most: a JSON's name is cut at 46, and at the place of an ending or number the two differ."""

_WORD = re.compile(rb"-[^\d_-]*$")  # -edited, or the beginning of it


def beginning(name: bytes) -> bytes:
    """What a photo's name and that of its JSON have in common, whatever is cut off or added behind; in lower case.

    As long as can be: a folder of Takeout has thousands of photos whose first letters are the same.
    """
    return _WORD.sub(b"", name.lower().partition(b".")[0].partition(b"(")[0])[:IN_COMMON]


def told_in_json(data: bytes) -> Taken | None:
    """None for a JSON that tells nothing, or is none."""
    try:
        told = json.loads(data)
        seconds = int(told["photoTakenTime"]["timestamp"])
        at = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, LookupError, TypeError, RecursionError, OverflowError, OSError):
        return None
    return Taken(at.replace(tzinfo=None).isoformat(), DateSource.TAKEOUT, "+00:00") if seconds else None
