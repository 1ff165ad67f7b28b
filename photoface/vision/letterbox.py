"""Does a small picture show the same as a large one, perhaps between black bars?"""

from __future__ import annotations

import numpy as np
from PIL import Image

from photoface.domain.geometry import Size

ROUNDING = 2.0
"""Pixels by which a small copy's shorter side may be off: 3:2 is 160 x 107 with some cameras, x 106 with others."""

BLACK_MEAN, BLACK_MOST = 16, 64
"""Grey levels of a bar: JPEG makes its edge beside a bright picture a little lighter."""

THINNEST = 8
"""Pixels of a panorama's shorter side between its bars that are worth showing; cutting takes up to four of them."""


def without_bars(preview: Image.Image, size: Size) -> Image.Image | None:
    """The part of ``preview`` that shows a picture of this size (not turned), or None: it shows something else."""
    scale = min(preview.width / size.width, preview.height / size.height)
    wide, high = size.width * scale, size.height * scale
    if preview.width - wide <= ROUNDING and preview.height - high <= ROUNDING:
        return preview
    if min(wide, high) < THINNEST:
        return None
    left, top = round((preview.width - wide) / 2), round((preview.height - high) / 2)
    if not _black(preview, left, top):
        return None
    # one pixel more than the bar: its edge is blurred into the picture
    inset = left + (left > 0), top + (top > 0)
    return preview.crop((*inset, preview.width - inset[0], preview.height - inset[1]))


def _black(preview: Image.Image, left: int, top: int) -> bool:
    """All of the bars but the two pixels beside the picture (one, in a thin bar)."""
    grey = np.asarray(preview.convert("L"))
    if left > top:
        grey = grey.T
    thick = max(left, top)
    sure = max(thick - 2, 1)
    bars = np.concatenate([grey[:sure], grey[-sure:]])
    return thick > 0 and float(bars.mean()) <= BLACK_MEAN and int(bars.max()) <= BLACK_MOST
