"""How much a face can be trusted to show who it is: 0 (not at all) to 1 (large, sharp, frontal, certain)."""

from __future__ import annotations

import numpy as np

from photoface.domain.faces import Detection, Pixels


def quality(face: Detection, chip: Pixels) -> float:
    """The product of four grades in 0..1: size, sharpness, pose and score.

    face: in pixels of the full-size photo; chip: uint8 RGB [h, w, 3], the face as an embedder sees it.
    """
    grades = size_grade(face), sharpness_grade(chip), pose_grade(face), score_grade(face)
    return float(np.prod(grades))


def size_grade(face: Detection) -> float:
    return float(np.clip((min(face.box.width, face.box.height) - 12) / 36, 0, 1))


def sharpness_grade(chip: Pixels) -> float:
    return float(np.clip(sharpness(chip) / 0.1, 0, 1))


def sharpness(chip: Pixels) -> float:
    grey = chip.mean(2)
    laplacian = 4 * grey[1:-1, 1:-1] - grey[:-2, 1:-1] - grey[2:, 1:-1] - grey[1:-1, :-2] - grey[1:-1, 2:]
    return float(laplacian.std() / max(grey.std(), 8.0))


def pose_grade(face: Detection) -> float:
    return float(np.clip(1.2 - 2 * turn(face), 0, 1))


def turn(face: Detection) -> float:
    left, right, nose, mouth_left, mouth_right = face.landmarks.astype(np.float64)
    eyes, mouth = (left + right) / 2, (mouth_left + mouth_right) / 2
    down = mouth - eyes
    side = np.array([down[1], -down[0]])
    return float(abs(np.dot(nose - (eyes + mouth) / 2, side)) / max(np.dot(down, down), 1e-9))


def score_grade(face: Detection) -> float:
    return float(np.clip((face.score - 0.4) / 0.4, 0, 1))
