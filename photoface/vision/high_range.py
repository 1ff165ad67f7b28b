"""Pictures of a high dynamic range, in the colours of screens: without that they look grey and dull, to people and to
detectors.

AVIF and HEIC tell by numbers (ITU-T H.273) how light became code: PQ and HLG (ITU-R BT.2100) reach far beyond white. Of
that a screen shows white as nearly white, and what is brighter a little brighter (ITU-R BT.2408: white is 203 cd/m2).
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

PQ, HLG = 16, 18  # TransferCharacteristics of H.273
_NUMBERS = b"colrnclx"
_MOST_TOLD = 10_000
"""A picture of 200 million pixels in tiles may tell it for each; more were put there to be slow."""

_WHITE, _PEAK, _MOST = 203.0, 1000.0, 10_000.0  # cd/m2
_KNEE = 0.6
"""Of white: up to here light is shown as it is."""

_STEPS = 33
"""Of the table for each colour; between them values are interpolated."""

_Floats = NDArray[np.float64]

# ColourPrimaries of H.273: what turns linear light into that of sRGB; any other is taken for the latter.
_PRIMARIES: dict[int, tuple[tuple[float, float, float], ...]] = {
    9: ((1.6605, -0.5876, -0.0728), (-0.1246, 1.1329, -0.0083), (-0.0182, -0.1006, 1.1187)),  # BT.2020
    12: ((1.2249, -0.2247, 0.0), (-0.0420, 1.0419, 0.0), (-0.0197, -0.0786, 1.0979)),  # Display P3
}


def coded_light(data: bytes) -> tuple[int, int] | None:
    """Primaries and transfer of a HEIC or AVIF of a high range; None for all others.

    A picture for screens with a map of what is brighter tells the numbers of both: it is one for screens.
    """
    told, at = set[tuple[int, int]](), data.find(_NUMBERS)
    for _ in range(_MOST_TOLD):
        if at < 0:
            break
        numbers = data[at + len(_NUMBERS) : at + len(_NUMBERS) + 4]
        told.add((int.from_bytes(numbers[:2], "big"), int.from_bytes(numbers[2:], "big")))
        at = data.find(_NUMBERS, at + 1)
    return next(iter(told)) if told and all(transfer in (PQ, HLG) for _, transfer in told) else None


def for_screens(image: Image.Image, light: tuple[int, int]) -> Image.Image:
    """An RGB picture, coded in this way, in sRGB."""
    primaries, transfer = light
    shown = image.point(_curve(transfer) * 3)
    return shown.filter(_mixing(primaries)) if primaries in _PRIMARIES else shown


@cache
def _curve(transfer: int) -> list[int]:
    """What the 256 codes of a colour are on a screen."""
    codes = np.linspace(0, 1, 256)
    light = _softened((_pq(codes) if transfer == PQ else _hlg(codes)) / _WHITE)
    shown: list[int] = np.clip(_srgb(light) * 255, 0, 255).round().astype(int).tolist()
    return shown


@cache
def _mixing(primaries: int) -> ImageFilter.Color3DLUT:
    """The same colour by the primaries of screens; what these cannot show comes as near as they can."""
    codes = np.linspace(0, 1, _STEPS)
    blue, green, red = np.meshgrid(codes, codes, codes, indexing="ij")
    light = _linear(np.stack([red, green, blue], axis=-1).reshape(-1, 3)) @ np.array(_PRIMARIES[primaries]).T
    return ImageFilter.Color3DLUT(_STEPS, _srgb(np.clip(light, 0, 1)).ravel().tolist())


def _pq(code: _Floats) -> _Floats:
    """cd/m2 (BT.2100, table 4)."""
    root = code ** (1 / 78.84375)
    linear: _Floats = np.maximum(root - 0.8359375, 0) / (18.8515625 - 18.6875 * root)
    return _MOST * linear ** (1 / 0.1593017578125)


def _hlg(code: _Floats) -> _Floats:
    """cd/m2 on a screen of 1,000 (BT.2100, table 5), each colour by itself."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    scene: _Floats = np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)
    return _PEAK * scene**1.2


def _softened(light: _Floats) -> _Floats:
    """White is 1; what is brighter comes near 1."""
    return np.where(light <= _KNEE, light, 1 - (1 - _KNEE) * np.exp(-(light - _KNEE) / (1 - _KNEE)))


def _srgb(light: _Floats) -> _Floats:
    """IEC 61966-2-1."""
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def _linear(code: _Floats) -> _Floats:
    return np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
