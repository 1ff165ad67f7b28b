"""When a photo was taken, as the name of its file tells: IMG_20190803_121314.jpg, WhatsApp, screenshots, Dropbox.

Only a whole day counts: a number that could be a year is a number.
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta

from photoface.domain.dates import DateSource, Taken

_WRITTEN = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<sep>[-_. ]?)(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>0[1-9]|[12]\d|3[01])"
    r"(?:(?:[-_. T]{0,3}|[-_. ]at[-_. ])(?P<hour>[01]\d|2[0-3])[-_.h:]?(?P<minute>[0-5]\d)[-_.m:]?(?P<second>[0-5]\d)"
    r"(?:[-_.]?\d{3})?)?(?!\d)",
    re.ASCII,
)
_MILLISECONDS = re.compile(r"(?:FB_IMG_|received_|mmexport|Screenshot_|^)(?P<since>1[0-9]{12})(?!\d)", re.ASCII)
"""Since 1970, in UTC: Facebook, WeChat."""

_IN_UTC = ("PXL_",)  # Google's Pixel phones name their photos by UTC
_UTC = "+00:00"


def told_by(path: bytes) -> Taken | None:
    """The date in a file's name; none after tomorrow."""
    name = os.path.splitext(os.path.basename(path))[0].decode("utf-8", "replace")
    found = _milliseconds(name) or _written(name)
    return found if found is None or found.when[:10] <= _tomorrow() else None


def _written(name: str) -> Taken | None:
    for match in _WRITTEN.finditer(name):
        day = f"{match['year']}-{match['month']}-{match['day']}"
        when = f"{day}T{match['hour']}:{match['minute']}:{match['second']}" if match["hour"] else day
        try:
            datetime.fromisoformat(when)
        except ValueError:  # the 31st of a short month
            continue
        utc = match["hour"] and name.startswith(_IN_UTC)
        return Taken(when, DateSource.NAME, _UTC if utc else None)
    return None


def _milliseconds(name: str) -> Taken | None:
    match = _MILLISECONDS.search(name)
    if match is None:
        return None
    at = datetime.fromtimestamp(int(match["since"]) // 1000, UTC)
    return Taken(at.replace(tzinfo=None).isoformat(), DateSource.NAME, _UTC)


def _tomorrow() -> str:
    return (datetime.now() + timedelta(days=1)).date().isoformat()
