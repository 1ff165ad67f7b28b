"""When a photo was taken: what files say of it, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DateSource(StrEnum):
    """Who says when a photo was taken. What comes first is believed first; a human before all of them.

    exif: the camera's clock; sidecar, xmp: a program's note beside and in the file (XMP, else IPTC); name: the file's
    name; takeout: Google's JSON beside it; changed: only when the picture was last changed, as its EXIF block says.
    """

    HUMAN = "human"
    EXIF = "exif"
    SIDECAR = "sidecar"
    XMP = "xmp"
    NAME = "name"
    TAKEOUT = "takeout"
    CHANGED = "changed"

    @property
    def rank(self) -> int:
        """0 is believed first."""
        return list(DateSource).index(self)


@dataclass(frozen=True, slots=True)
class Taken:
    """when: ISO 8601 by the clock on the wall there and then, or a beginning of it: '1983', '1983-07', '1983-07-15'.

    offset: of that clock from UTC, '+02:00'; None: nobody says.
    """

    when: str
    source: DateSource
    offset: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """When a photo was taken as it is shown; words: how a human put it; film: whether one goes with the photo."""

    taken: Taken | None
    words: str = ""
    film: bool = False


NO_DATE = Dated(None)
