"""Where the faces are: CenterFace (default) and YuNet behind one protocol."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Detection, Pixels
from photoface.domain.geometry import Box
from photoface.vision.sessions import Session

Floats = NDArray[np.float32]


class Detector(Protocol):
    """Finds faces in RGB pixels of any size; boxes and landmarks are in those pixels, best score first."""

    @property
    def name(self) -> str: ...

    def detect(self, pixels: Pixels) -> list[Detection]: ...


class CenterFace:
    """CenterFace (Xu et al. 2019, arXiv 1911.03599), fully convolutional at stride 4.

    Input float32 RGB 0..255 [1, 3, h, w], padded with zeros to multiples of 32; outputs heat (after the sigmoid),
    log size, offset and landmarks, each [1, channels, h/4, w/4].
    """

    SCORE = 0.5
    """Of 24 distinct hits above it in 140 mostly faceless photos all were faces; below .4 they are specks."""
    OVERLAP = 0.3
    """Boxes that share more than this (IoU) are one face; the value of the authors' code."""
    STRIDE = 4
    MULTIPLE = 32

    def __init__(self, session: Session, name: str = "centerface", score: float = SCORE) -> None:
        self.name = name
        self._session = session
        self._score = score

    def detect(self, pixels: Pixels) -> list[Detection]:
        heat, sizes, offsets, points = self._session.run(_padded(pixels, self.MULTIPLE))
        rows, columns = np.nonzero(heat[0, 0] > self._score)
        cells = np.stack([rows, columns], 1)
        boxes = _center_boxes(cells, sizes[0, :, rows, columns], offsets[0, :, rows, columns], self.STRIDE)
        landmarks = _center_landmarks(boxes, points[0, :, rows, columns], pixels.shape)
        return _survivors(boxes, landmarks, heat[0, 0, rows, columns], self.OVERLAP)


def _padded(pixels: Pixels, multiple: int) -> Floats:
    """RGB [h, w, 3] -> float32 [1, 3, H, W], zeros to the right and below."""
    height, width = pixels.shape[:2]
    blob = np.zeros((1, 3, -(-height // multiple) * multiple, -(-width // multiple) * multiple), np.float32)
    blob[0, :, :height, :width] = pixels.transpose(2, 0, 1)
    return blob


def _center_boxes(cells: NDArray[np.int64], sizes: Floats, offsets: Floats, stride: int) -> Floats:
    """Boxes [n, 4] as x, y, width, height; cells, sizes (log, height first) and offsets are [n, 2], row first."""
    high_wide = stride * np.exp(sizes)
    centers = (cells + offsets + 0.5) * stride
    corner = centers - high_wide / 2
    return np.concatenate([corner[:, ::-1], high_wide[:, ::-1]], 1).astype(np.float32)


def _center_landmarks(boxes: Floats, points: Floats, shape: tuple[int, ...]) -> Floats:
    """[n, 5, 2] from [n, 10] fractions of the box, y before x.

    They count from the box corner moved into the picture, as the network was trained: 7 % nearer on faces
    that the border cuts.
    """
    limits = np.array([shape[1] - 1, shape[0] - 1], np.float32)
    corner = np.clip(boxes[:, :2], 0, limits)[:, None, :]
    fractions = points.reshape(-1, 5, 2)[:, :, ::-1]
    return np.asarray(corner + fractions * boxes[:, None, 2:], np.float32)


class YuNet:
    """YuNet (Wu et al. 2023), anchor-free at strides 8, 16 and 32; the file's fixed 640 x 640 was freed at install.

    Input float32 BGR 0..255 [1, 3, h, w], padded with zeros to multiples of 32;
    outputs cls, obj, bbox and kps at each stride, each [1, cells, channels], cells row by row.
    """

    SCORE = 0.7
    """On 71 group photos it finds 226 of CenterFace's 229 faces, and three specks; 0.9 (OpenCV) loses 35 faces."""
    OVERLAP = 0.3
    STRIDES = (8, 16, 32)

    def __init__(self, session: Session, name: str = "yunet", score: float = SCORE) -> None:
        self.name = name
        self._session = session
        self._score = score

    def detect(self, pixels: Pixels) -> list[Detection]:
        blob = np.ascontiguousarray(_padded(pixels, self.STRIDES[-1])[:, ::-1])
        outputs = dict(zip(self._session.outputs, self._session.run(blob), strict=True))
        heads = [self._head(outputs, stride, blob.shape[3] // stride) for stride in self.STRIDES]
        boxes, landmarks, scores = (np.concatenate(parts) for parts in zip(*heads, strict=True))
        return _survivors(boxes, landmarks, scores, self.OVERLAP)

    def _head(self, outputs: dict[str, Floats], stride: int, columns: int) -> tuple[Floats, Floats, Floats]:
        """Boxes [n, 4], landmarks [n, 5, 2] and scores [n] of the cells above the threshold at one stride."""
        kind, face = (np.clip(outputs[f"{head}_{stride}"][0, :, 0], 0, 1) for head in ("cls", "obj"))
        scores = np.sqrt(kind * face)
        kept = np.flatnonzero(scores > self._score)
        cells = np.stack([kept % columns, kept // columns], 1).astype(np.float32)
        shape = outputs[f"bbox_{stride}"][0, kept]
        size = np.exp(shape[:, 2:]) * stride
        corner = (cells + shape[:, :2]) * stride - size / 2
        points = (outputs[f"kps_{stride}"][0, kept].reshape(-1, 5, 2) + cells[:, None, :]) * stride
        return np.concatenate([corner, size], 1), points, scores[kept]


def _survivors(boxes: Floats, landmarks: Floats, scores: Floats, overlap: float) -> list[Detection]:
    """Non-maximum suppression: of boxes that overlap, the best one."""
    kept: list[Detection] = []
    for index in np.argsort(-scores, kind="stable"):
        box = Box(*boxes[index].tolist())
        if all(box.iou(other.box) <= overlap for other in kept):
            kept.append(Detection(box, landmarks[index], float(scores[index])))
    return kept
