"""A photo's file to upright RGB pixels: one scaled decode, and a larger one only for the faces that need it."""

from __future__ import annotations

import logging
import math
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from PIL import Image

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import Pixels
from photoface.domain.geometry import Size
from photoface.vision.colors import to_rgb
from photoface.vision.cut_short import KEPT
from photoface.vision.formats import open_image, tolerant
from photoface.vision.headers import OTHER_LIMIT, StoredPhoto, open_photo
from photoface.vision.high_range import coded_light
from photoface.vision.regions import Source, upright

__all__ = [
    "Decoded",
    "StoredPhoto",
    "detection_scale",
    "load_photo",
    "load_source",
    "open_photo",
]

MOST_DETECTED = 4
"""A panorama may fill this many times long_side squared, so that its faces do not vanish with its height."""

NEARLY = (0.97, 1.02)
"""Of the wanted long side: so near, whole pixels are averaged. From 2,000 pixels, as which most phones' photos are
decoded, to 1,000 that takes 3 ms, where exactly 1,024 take 14."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Decoded:
    """pixels: the upright photo for detection, ``scale`` times its full size; source: what they were made from."""

    pixels: Pixels
    scale: float
    source: Source


def load_photo(photo: StoredPhoto, long_side: int) -> Decoded:
    """Decode once, no larger than detection needs where the format allows it. Raises PhotoUnreadable."""
    wanted = detection_scale(photo.size, long_side)
    source = load_source(photo, wanted)
    image, scale = _near(source, wanted)
    return Decoded(np.asarray(upright(source.for_screens(image), photo.to_turn)), scale, source)


def _near(source: Source, wanted: float) -> tuple[Image.Image, float]:
    """The stored picture at about the wanted scale, and the scale that it has."""
    pixels = 1 / (source.shrink * wanted)
    whole = max(round(pixels), 1)
    if NEARLY[0] <= pixels / whole <= NEARLY[1]:
        return source.image.reduce(whole) if whole > 1 else source.image, 1 / (source.shrink * whole)
    stored = source.photo.size.turned(source.photo.to_turn)
    size = max(round(stored.width * wanted), 1), max(round(stored.height * wanted), 1)
    return source.image.resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0), wanted


def detection_scale(size: Size, long_side: int) -> float:
    """How many pixels of the detector's picture there are per full pixel; never above 1.

    The long side becomes long_side, except in panoramas: their short side keeps at least half of that, as long as they
    are no longer than one that is 16 times as wide as high.
    """
    long, short = max(size.width, size.height), min(size.width, size.height)
    panorama = min(long_side / 2 / short, long_side * math.sqrt(MOST_DETECTED / (long * short)))
    panorama = min(panorama, MOST_DETECTED * 2 * long_side / long)  # a line of pixels is padded to 32
    return min(max(long_side / long, panorama), 1.0)


def load_source(photo: StoredPhoto, scale: float) -> Source:
    """Decode at the cheapest size that still has ``scale`` pixels per full pixel. Raises PhotoUnreadable."""
    try:
        return _load(photo, scale, damaged=photo.damaged)
    except Exception as error:
        _log.debug("cannot decode %r: %r", photo.path, error)
    try:
        return _load_damaged(photo, scale)
    except MemoryError as error:
        raise PhotoUnreadable(photo.path, "too large for the memory of this computer", "too_large") from error
    except Exception as error:
        raise PhotoUnreadable(photo.path, "damaged or cut short: nothing of the picture can be shown") from error


def _load_damaged(photo: StoredPhoto, scale: float) -> Source:
    for kept in KEPT[:-1] if photo.format == "AVIF" else ():
        with suppress(RuntimeError, OSError), tolerant(kept):
            return _load(photo, scale, damaged=True)
    with tolerant(KEPT[-1] if photo.format == "AVIF" else 1.0):
        return _load(photo, scale, damaged=True)


def _load(photo: StoredPhoto, scale: float, *, damaged: bool) -> Source:
    image = open_image(photo.data)
    shrink = _shrink(photo, scale)
    if shrink > 1:
        image.draft("RGB", (max(image.width // shrink, 1), max(image.height // shrink, 1)))
    image.load()
    shown = to_rgb(image)
    if damaged and len(shown.getcolors(1) or ()) == 1:
        raise OSError("no picture, only one colour")
    return Source(shown, photo, shrink, damaged, coded_light(photo.data) if photo.tells_light else None)


def _shrink(photo: StoredPhoto, scale: float) -> int:
    """The strongest shrinking that leaves enough, and for the largest pictures one that memory can hold."""
    if not photo.shrinks:
        return 1
    pixels = photo.size.width * photo.size.height
    enough = next((shrink for shrink in (8, 4, 2) if shrink * scale <= 1), 1)
    return next((shrink for shrink in (1, 2, 4) if shrink >= enough and pixels <= OTHER_LIMIT * shrink**2), 8)
