"""A photo decoded to be looked at."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.geometry import Size


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """size: of the upright photo in the file; decoded: of these pixels, at most as large.

    rgb: sRGB, three bytes a pixel, rows without gaps. damaged: the file is cut short; what is missing is grey.
    """

    path: bytes
    size: Size
    decoded: Size
    rgb: bytes
    damaged: bool
