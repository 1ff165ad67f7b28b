"""One photo through all stages: decode, detect, align, embed, judge; every stage hands on a new value."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoface.domain.dates import Taken
from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import BoxAnalysis, Detection, FaceAnalysis, PhotoAnalysis, Pixels
from photoface.domain.geometry import Box
from photoface.vision.alignment import Affine, chip_to_photo, cut_chip, outline
from photoface.vision.close_up import CLOSE_UP, close_up, nearest, surroundings
from photoface.vision.decoding import load_photo, load_source
from photoface.vision.detectors import Detector
from photoface.vision.embedders import Embedder
from photoface.vision.headers import StoredPhoto
from photoface.vision.likeness import likeness
from photoface.vision.previews import THUMBNAIL_SIDE, crop_box, face_crop, packed, reduced
from photoface.vision.quality import quality
from photoface.vision.regions import Region, Source

LONG_SIDE = 1024
"""Faces are found from 1/63 of it on; see docs/decisions/detector-size.md."""

NARROW = 48.0
"""Decoded pixels across a face, below which the file is decoded again, larger, if it has more.

LFW faces shrunk from 94 pixels to 53, 45, 38, 30 and 23: TAR at FAR 1e-3 .983 .981 .981 .976 .929 with 0095 (from
.983), .933 .919 .921 .883 .783 with dlib (from .945).
"""

WIDE_ENOUGH = 80.0
"""Pixels across a face that the second decode aims at."""


@dataclass(frozen=True, slots=True, eq=False)
class AlignedFace:
    """A face of the full-size photo, the pixels around it and, per embedder, the map from its chip."""

    detection: Detection
    maps: tuple[Affine, ...]


class Analyzer:
    """A detector and its embedders at work; threads may share it."""

    def __init__(self, detector: Detector, embedders: Sequence[Embedder], long_side: int = LONG_SIDE) -> None:
        self._detector = detector
        self._embedders = tuple(embedders)
        self._long_side = long_side

    def analyze(self, photo: StoredPhoto, identity: bytes, taken: Taken | None) -> PhotoAnalysis:
        """Everything there is to know of an opened photo. Raises PhotoUnreadable."""
        decoded = load_photo(photo, self._long_side)
        faces = [self._aligned(found.scaled(1 / decoded.scale)) for found in self._detector.detect(decoded.pixels)]
        source = self._fine_enough(decoded.source, faces)
        small = reduced(Image.fromarray(decoded.pixels), THUMBNAIL_SIDE)
        return PhotoAnalysis(
            path=photo.path,
            identity=identity,
            size=photo.size,
            orientation=photo.orientation,
            format=photo.format,
            taken=taken,
            damaged=source.damaged,
            second_decode=source is not decoded.source,
            detector=self._detector.name,
            embedders=tuple(embedder.name for embedder in self._embedders),
            faces=self._embedded(source, faces),
            thumbnail=packed(small, photo.profile),
            likeness=likeness(small),
        )

    def analyze_box(self, photo: StoredPhoto, box: Box) -> BoxAnalysis:
        """What is in a box that a human drew. Raises PhotoUnreadable.

        The detector is shown the box and as much around it, enlarged or shrunk so that the face has the size that
        detectors like; its landmarks are what an embedding needs. Without them there is none.
        """
        source = load_source(photo, min(CLOSE_UP[0] / max(box.width, box.height, 1.0), 1.0))
        region = source.region(surroundings(box))
        sizes = (close_up(region, box, wanted) for wanted in CLOSE_UP)
        found = (nearest(self._detector.detect(each.pixels), each, box) for each in sizes)
        faces = [face for face in found if face is not None][:1]
        embedded = self._embedded(source, [self._aligned(face) for face in faces])
        crop = face_crop(source.region(crop_box(box)), box, photo.profile)
        names = tuple(embedder.name for embedder in self._embedders)
        return BoxAnalysis(photo.path, names, embedded[0] if embedded else None, crop)

    def _aligned(self, face: Detection) -> AlignedFace:
        return AlignedFace(face, tuple(chip_to_photo(one.frame, face.landmarks) for one in self._embedders))

    def _fine_enough(self, source: Source, faces: Sequence[AlignedFace]) -> Source:
        """The source, or a larger one where faces are small in it and the file has more."""
        narrowest = min((_across(face.detection) for face in faces), default=math.inf)
        if source.shrink == 1 or narrowest / source.shrink >= NARROW:
            return source
        try:
            return load_source(source.photo, min(WIDE_ENOUGH / max(narrowest, 1.0), 1.0))
        except PhotoUnreadable:  # no memory for more: what there is will do
            return source

    def _embedded(self, source: Source, faces: Sequence[AlignedFace]) -> tuple[FaceAnalysis, ...]:
        regions = [source.region(self._surroundings(face)) for face in faces]
        chips = [self._chips(index, regions, faces) for index in range(len(self._embedders))]
        vectors = [embedder.embed(cut) for embedder, cut in zip(self._embedders, chips, strict=True)]
        return tuple(
            FaceAnalysis(
                detection=face.detection,
                quality=quality(face.detection, regions[row]),
                embeddings=self._named(vectors, row),
                crop=face_crop(regions[row], face.detection.box, source.photo.profile),
            )
            for row, face in enumerate(faces)
        )

    def _surroundings(self, face: AlignedFace) -> Box:
        """All that any chip or the crop shows."""
        chips = [outline(one.frame, chip_map) for one, chip_map in zip(self._embedders, face.maps, strict=True)]
        return _hull([crop_box(face.detection.box), *chips])

    def _chips(self, embedder: int, regions: Sequence[Region], faces: Sequence[AlignedFace]) -> Pixels:
        """uint8 RGB [n, h, w, 3] for one embedder."""
        frame = self._embedders[embedder].frame
        chips = [cut_chip(region, frame, face.maps[embedder]) for region, face in zip(regions, faces, strict=True)]
        return np.stack(chips) if chips else np.empty((0, frame.size[1], frame.size[0], 3), np.uint8)

    def _named(self, vectors: Sequence[NDArray[np.float32]], row: int) -> Mapping[str, NDArray[np.float32]]:
        return {embedder.name: rows[row] for embedder, rows in zip(self._embedders, vectors, strict=True)}


def _across(face: Detection) -> float:
    return min(face.box.width, face.box.height)


def _hull(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all boxes."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, low = max(box.x + box.width for box in boxes), max(box.y + box.height for box in boxes)
    return Box(left, top, right - left, low - top)
