"""What a picture looks like in eight bytes: copies that were resized or compressed anew get (nearly) the same.

The perceptual hash of Zauner (2010): 32 x 32 grey pixels, the signs of the lowest frequencies of their cosine transform
against their median. What is near in it is only a candidate; ``difference`` looks at the pictures themselves.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # the window asks what is near in the hash, and opens no picture
    from PIL import Image

HASH_BYTES = 8
SIDE, FREQUENCIES = 32, 8
LOOKED_AT = 64
"""Side of the pictures that are compared pixel by pixel."""


def likeness(image: Image.Image) -> bytes:
    """8 bytes of an RGB picture; a uniform one has eight zeros."""
    grey = np.asarray(_grey(image, SIDE), np.float32)
    waves = (_COSINES @ grey @ _COSINES.T).ravel()[1:]  # without the mean, which light changes
    if np.ptp(waves) < 1e-3:
        return bytes(HASH_BYTES)
    return np.packbits(np.append(waves > np.median(waves), False)).tobytes()


def likeness_of_jpeg(data: bytes) -> bytes:
    """The same of a thumbnail of our own."""
    return likeness(_opened(data))


def looks(data: bytes) -> NDArray[np.float32]:
    """A thumbnail of our own as float32 [64, 64] of grey, whatever its shape was, with its light evened out."""
    grey = np.asarray(_grey(_opened(data), LOOKED_AT), np.float32)
    return grey - np.median(grey)


def difference(one: NDArray[np.float32], other: NDArray[np.float32]) -> tuple[float, float]:
    """Mean and 99th percentile of the difference of two looks, 0..255.

    A picture that was compressed anew differs a little everywhere; where somebody moved, a few pixels differ much.
    """
    apart = np.abs(one - other)
    return float(apart.mean()), float(np.percentile(apart, 99))


def _opened(data: bytes) -> Image.Image:
    from PIL import Image

    return Image.open(BytesIO(data), formats=("JPEG",))


def _grey(image: Image.Image, side: int) -> Image.Image:
    from PIL import Image

    return image.convert("L").resize((side, side), Image.Resampling.BOX)


def _cosines() -> NDArray[np.float32]:
    """The lowest rows of the cosine transform (DCT-II), float32 [8, 32]."""
    at = (2 * np.arange(SIDE) + 1) / (2 * SIDE)
    return np.cos(np.pi * np.arange(FREQUENCIES)[:, None] * at).astype(np.float32)


_COSINES = _cosines()
