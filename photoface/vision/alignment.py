"""Faces cut out of a photo so that eyes, nose and mouth lie where the embedder has learnt to expect them.

All maps are float64 [2, 3] (A | t): x' = A x + t, in pixels whose centres have whole coordinates.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from PIL import Image

from photoface.domain.faces import Pixels
from photoface.domain.geometry import Box
from photoface.vision.regions import Region

Affine = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class ChipFrame:
    """What an embedder wants to see. size: width and height of the chip.

    template: float32 [5, 2], the five landmarks in chip pixels.
    stretch: chip pixels per pixel of the undistorted face across and down, where the chip is a
    face squeezed into another shape (Open Model Zoo cuts 96 x 112 and resizes to 128 x 128).
    """

    size: tuple[int, int]
    template: NDArray[np.float32]
    stretch: tuple[float, float] = (1.0, 1.0)


def similarity(source: ArrayLike, target: ArrayLike) -> Affine:
    """Turn, scale and shift that brings source points nearest to target points, both [n, 2].

    Least squares in the plane is a regression of complex numbers, in closed form (Umeyama 1991 without the SVD).
    Points that all coincide are shifted only.
    """
    z, w = _complex(source), _complex(target)
    centred = z - z.mean()
    spread = float(np.vdot(centred, centred).real)
    factor = np.vdot(centred, w - w.mean()) / spread if spread > 0 else complex(1)
    shift = w.mean() - factor * z.mean()
    return np.array([[factor.real, -factor.imag, shift.real], [factor.imag, factor.real, shift.imag]])


def _complex(points: ArrayLike) -> NDArray[np.complex128]:
    plane = np.asarray(points, np.float64)
    return plane[:, 0] + 1j * plane[:, 1]


def apply(affine: Affine, points: ArrayLike) -> NDArray[np.float64]:
    """Points [n, 2] through the map."""
    moved: NDArray[np.float64] = np.asarray(points, np.float64) @ affine[:, :2].T + affine[:, 2]
    return moved


def inverse(affine: Affine) -> Affine:
    """The map back."""
    back = np.linalg.inv(affine[:, :2])
    return np.column_stack([back, -back @ affine[:, 2]])


def chip_to_photo(frame: ChipFrame, landmarks: ArrayLike) -> Affine:
    """From chip pixels to the photo's, for a face with these five landmarks in the photo [5, 2]."""
    stretch = np.array(frame.stretch)
    to_photo = inverse(similarity(landmarks, frame.template / stretch))
    return np.column_stack([to_photo[:, :2] / stretch, to_photo[:, 2]])


def magnification(chip_map: Affine) -> float:
    """Chip pixels per photo pixel: above 1 the chip shows less than its size promises."""
    return float(1 / np.sqrt(max(abs(np.linalg.det(chip_map[:, :2])), 1e-12)))


def outline(frame: ChipFrame, chip_map: Affine) -> Box:
    """The smallest box of the photo that holds the whole chip."""
    right, low = frame.size
    corners = apply(chip_map, [(0, 0), (right, 0), (0, low), (right, low)])
    (x1, y1), (x2, y2) = corners.min(0), corners.max(0)
    return Box(float(x1), float(y1), float(x2 - x1), float(y2 - y1))


def cut_chip(region: Region, frame: ChipFrame, chip_map: Affine) -> Pixels:
    """uint8 RGB [h, w, 3]; what lies outside the region is black."""
    shift = np.array([region.left, region.top])
    to_region = np.column_stack([chip_map[:, :2], chip_map[:, 2] - shift]) * region.scale
    return warp(region.image, to_region, frame.size)


def warp(image: Image.Image, chip_map: Affine, size: tuple[int, int]) -> Pixels:
    """The chip whose pixel u is the image's at chip_map(u): bilinear, after shrinking the image by a power of two.

    Without the shrinking a large face would be sampled with holes.
    """
    factor = 1
    while magnification(chip_map) * factor < 0.5:
        factor *= 2
    if factor > 1:
        image = image.reduce(factor)
        chip_map = np.column_stack([chip_map[:, :2] / factor, (chip_map[:, 2] + 0.5) / factor - 0.5])
    return np.asarray(image.transform(size, Image.Transform.AFFINE, _for_pillow(chip_map), Image.Resampling.BILINEAR))


def _for_pillow(affine: Affine) -> tuple[float, ...]:
    """Pillow takes a pixel's centre at +0.5 on both sides: t' = t + 0.5 - A (0.5, 0.5)."""
    shift = affine[:, 2] + 0.5 - affine[:, :2].sum(1) / 2
    return tuple(np.column_stack([affine[:, :2], shift]).ravel().tolist())
