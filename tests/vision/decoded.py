"""Decodes what a test made, or tells why it cannot be; a picture of four coloured quarters is known again."""

from __future__ import annotations

import numpy as np
import pytest

from photoface.domain.errors import PhotoUnreadable
from photoface.vision.decoding import Decoded, load_photo, open_photo

RED, GREEN, BLUE, WHITE = (220, 30, 30), (30, 220, 30), (30, 30, 220), (230, 230, 230)


def load(data: bytes, long_side: int = 1024) -> Decoded:
    return load_photo(open_photo(b"photo", data), long_side)


def refused(data: bytes) -> PhotoUnreadable:
    with pytest.raises(PhotoUnreadable) as raised:
        load(data)
    return raised.value


def attempt(data: bytes) -> Decoded | PhotoUnreadable:
    try:
        return load(data)
    except PhotoUnreadable as error:
        return error


def corners(pixels: np.ndarray) -> list[tuple[int, ...]]:
    """The colours of the four quarters."""
    height, width = pixels.shape[:2]
    spots = [(y, x) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
    return [tuple(int(value) for value in pixels[spot]) for spot in spots]


def is_quarters(pixels: np.ndarray, tolerance: int = 12) -> bool:
    return bool(np.allclose(corners(pixels), [RED, GREEN, BLUE, WHITE], atol=tolerance))
