"""How far a face can be trusted to show who it is: 0 (not at all) to 1 (large, sharp, frontal, certain).

The product of four grades. Sharpness and score do nearly all the work (``benchmarks/quality.py``: dropping the worst
fifth of shrunken and blurred faces); size and pose only weigh on faces that no embedder was made for. What it cannot
see: a covered face, and noise, which looks like detail. What the values mean: domain.faces.FOUNDING_QUALITY.
"""

from __future__ import annotations

import numpy as np

from photoface.domain.faces import Detection
from photoface.vision.alignment import ChipFrame, chip_to_photo, cut_chip
from photoface.vision.regions import Region

# The inner face (from brows to chin, two thirds of dlib's 150 px chip) in 32 px: detail at a thirtieth of a face's
# width is what blur and shrinking take first, and what noise and JPEG blocks reach last.
_FACE_IN_150 = ((46.88, 46.29), (102.12, 46.29), (74.50, 78.44), (51.24, 103.26), (97.76, 103.26))
_INNER, _SIDE = 100, 32
SHARPNESS_FRAME = ChipFrame(
    (_SIDE, _SIDE),
    ((np.array(_FACE_IN_150, np.float32) - (150 - _INNER) / 2 + 0.5) * (_SIDE / _INNER) - 0.5).astype(np.float32),
)

# value that is worth nothing, value from which on it is worth everything
_SIZE = (8.0, 32.0)  # pixels of the shorter side: recognition is as good at 36 as at 85, poor at 20, gone at 14
_SHARPNESS = (0.0, 0.6)
_POSE = (0.8, 0.3)  # see turn(): a frontal face has up to .3, a profile about 1
_SCORE = (0.4, 0.95)  # CenterFace gives clear faces .9 to .95
_LEAST_CONTRAST = 8.0  # grey levels; below, a flat picture would be all detail


def quality(face: Detection, region: Region) -> float:
    """face: in pixels of the full-size photo; region: the best pixels there are of it."""
    side = min(face.box.width, face.box.height)
    grades = (
        _grade(side, _SIZE),
        _grade(sharpness(face, region), _SHARPNESS),
        _grade(turn(face), _POSE),
        _grade(face.score, _SCORE),
    )
    return float(np.prod(grades))


def sharpness(face: Detection, region: Region) -> float:
    """Fine detail of the inner face against its contrast: spread of the Laplacian by spread of the grey levels."""
    chip = cut_chip(region, SHARPNESS_FRAME, chip_to_photo(SHARPNESS_FRAME, face.landmarks))
    grey = chip.astype(np.float32).mean(2)
    around = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    return float((4 * grey[1:-1, 1:-1] - around).std() / max(float(grey.std()), _LEAST_CONTRAST))


def turn(face: Detection) -> float:
    """How far the nose is from the line between the middle of the eyes and of the mouth, by that line's length."""
    left, right, nose, mouth_left, mouth_right = face.landmarks.astype(np.float64)
    eyes, mouth = (left + right) / 2, (mouth_left + mouth_right) / 2
    down, to_nose = mouth - eyes, nose - eyes
    length = float(np.dot(down, down))
    return float(abs(down[0] * to_nose[1] - down[1] * to_nose[0])) / length if length > 0 else 1.0


def _grade(value: float, ends: tuple[float, float]) -> float:
    nothing, everything = ends
    return float(np.clip((value - nothing) / (everything - nothing), 0, 1))
