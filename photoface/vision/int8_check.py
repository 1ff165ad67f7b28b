"""Whether an embedder in 8 bits agrees with its exact form on this computer: asked once, at install.

Processors round and overflow in their own ways. There is no photo at hand at install, so faces are drawn.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import ModelRefused
from photoface.domain.faces import Pixels
from photoface.vision.alignment import ChipFrame
from photoface.vision.embedders import FlipAveraged, frame_of
from photoface.vision.model import Model
from photoface.vision.sessions import open_session

AGREEING = 0.96
"""Least cosine between the two embeddings of a drawn face; seen: docs/decisions/int8.md."""

_FACES = 6
_SKINS = np.array([[232, 190, 172], [141, 85, 54], [198, 134, 66]], np.float64)
_EYES, _NOSE, _MOUTH = slice(0, 2), 2, slice(3, 5)

Plane = NDArray[np.float64]


def check_int8(model: Model, exact: bytes, rounded: bytes) -> None:
    """ModelRefused when two ONNX files of an embedder give embeddings farther apart than AGREEING allows."""
    found = agreement(model, exact, rounded, drawn_faces(frame_of(model)))
    if not found >= AGREEING:
        raise ModelRefused(
            f"{model.title} does not work on this computer: its embeddings are too far from the exact ones (cosine "
            f"{found:.3f}, {AGREEING} is needed). Nothing was installed; install {model.int8_of} instead."
        )


def agreement(model: Model, exact: bytes, rounded: bytes, chips: Pixels) -> float:
    """The least cosine between the embeddings of a chip, uint8 RGB [n, h, w, 3], by two ONNX files of one embedder."""
    one, other = (FlipAveraged(model, open_session(onnx)).embed(chips) for onnx in (exact, rounded))
    return float((one * other).sum(axis=1).min())


def drawn_faces(frame: ChipFrame) -> Pixels:
    """Faces that nobody has, uint8 RGB [n, h, w, 3]: soft ovals for skin, eyes, brows, nose and mouth.

    Each in another colour, with a texture as photos have it (as strong at every scale): without one, numbers occur in
    the networks that no photo gives.
    """
    return np.stack([_drawn_face(frame, index) for index in range(_FACES)])


def _drawn_face(frame: ChipFrame, index: int) -> Pixels:
    points = frame.template.astype(np.float64)
    oval = np.clip(3 * _blot(frame, points.mean(axis=0), 1.3, 1.7), 0, 1)[..., None]
    dark = sum(0.8 * _blot(frame, eye, 0.2, 0.1) + 0.5 * _blot(frame, eye, 0.35, 0.07, up=0.3) for eye in points[_EYES])
    dark = dark + 0.3 * _blot(frame, points[_NOSE], 0.2, 0.08) + 0.15 * _blot(frame, points[_NOSE], 0.08, 0.5, up=0.1)
    lips = _blot(frame, points[_MOUTH].mean(axis=0), 0.45, 0.1 + 0.02 * index)[..., None]
    face = oval * (1 - np.clip(dark, 0, 0.9))[..., None] * _SKINS[index % len(_SKINS)] - lips * [10, 60, 50]
    around = (1 - oval) * (40.0 + 30 * index)
    levels: Pixels = np.clip(face + around + _texture(frame, index)[..., None], 0, 255).astype(np.uint8)
    return levels


def _blot(frame: ChipFrame, point: Plane, wide: float, high: float, up: float = 0.0) -> Plane:
    """1 in the middle of a soft oval, 0 far away; half axes and ``up`` in distances between the eyes."""
    width, height = frame.size
    apart = float(frame.template[1, 0] - frame.template[0, 0])
    across = (np.arange(width) - point[0]) / (wide * apart)
    down = (np.arange(height) - point[1] + up * apart) / (high * apart)
    oval: Plane = np.exp(-(down[:, None] ** 2) - across**2)
    return oval


def _texture(frame: ChipFrame, seed: int) -> Plane:
    """Grey levels around 0, in cells of 1 to 32 pixels, the larger the stronger."""
    width, height = frame.size
    random, texture = np.random.default_rng(seed), np.zeros((height, width))
    for cell in (1, 2, 4, 8, 16, 32):
        levels = random.normal(scale=3 * cell**0.5, size=(height // cell + 1, width // cell + 1))
        texture += levels.repeat(cell, 0).repeat(cell, 1)[:height, :width]
    return texture
