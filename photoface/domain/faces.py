"""What the machine saw: each stage hands on a new frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from photoface.domain.dates import Taken
from photoface.domain.geometry import Box, Size

if TYPE_CHECKING:  # numpy is a quarter of the time that a command takes to start
    import numpy as np
    from numpy.typing import NDArray

Pixels: TypeAlias = "NDArray[np.uint8]"
"""RGB, shape [height, width, 3], upright, 0..255."""

Vectors: TypeAlias = "NDArray[np.float32]"
"""Unit rows, shape [n, d]."""


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """A face found in a picture: box and landmarks in that picture's pixels, score in 0..1.

    landmarks: float32 [5, 2], (x, y) of image-left eye, image-right eye, nose tip,
    image-left and image-right mouth corner.
    """

    box: Box
    landmarks: NDArray[np.float32]
    score: float

    def scaled(self, factor: float) -> Detection:
        """The same face in a picture ``factor`` times as large."""
        import numpy as np

        return Detection(self.box.scaled(factor), self.landmarks * np.float32(factor), self.score)


@dataclass(frozen=True, slots=True, eq=False)
class FaceAnalysis:
    """A face with all that is known of it; pixels of the upright full-size photo.

    embeddings: name of an atomic embedder -> float32 [d], unit length.
    quality: 0..1; crop: JPEG bytes of the face with some surroundings.
    """

    detection: Detection
    quality: float
    embeddings: Mapping[str, NDArray[np.float32]]
    crop: bytes


@dataclass(frozen=True, slots=True, eq=False)
class PhotoAnalysis:
    """All that one reading of a file gave.

    identity: 32 bytes, the hash of the compressed pixel stream without metadata.
    former: what older versions took for the identity, where that was another.
    size: of the upright photo; orientation: EXIF 1..8 that shows the stored picture so; taken: when, and who says so.
    detector, embedders: names of the models that were run; thumbnail: JPEG bytes, long side 256.
    damaged: the file is cut short and was read as far as it goes.
    second_decode: a full-size crop was decoded for small faces.
    film: bytes of a film inside the file (motion photos), or of one beside it that tells the same identifier (live
    photos). likeness: as vision.likeness makes it.
    """

    path: bytes
    identity: bytes
    size: Size
    orientation: int
    format: str
    taken: Taken | None
    damaged: bool
    second_decode: bool
    detector: str
    embedders: tuple[str, ...]
    faces: tuple[FaceAnalysis, ...]
    thumbnail: bytes
    former: tuple[bytes, ...] = ()
    film: int = 0
    likeness: bytes = b""


@dataclass(frozen=True, slots=True, eq=False)
class BoxAnalysis:
    """What is in a box that a human drew into a photo. crop: JPEG bytes of it with some surroundings.

    face: what a detector sees there when it looks closely, in pixels of the upright photo; None: no face, so that
    nothing can be compared. embedders: names of the models that were run.
    """

    path: bytes
    embedders: tuple[str, ...]
    face: FaceAnalysis | None
    crop: bytes


@dataclass(frozen=True, slots=True)
class PhotoKnown:
    """The file holds a photo whose analysis is already stored, shown by the same orientation.

    former, taken, film: as in PhotoAnalysis.
    """

    path: bytes
    identity: bytes
    former: tuple[bytes, ...] = ()
    taken: Taken | None = None
    film: int = 0


@dataclass(frozen=True, slots=True)
class PhotoFailed:
    """The file cannot be used. kind: 'unreadable', 'too_large', 'vanished', 'not_a_photo', 'crashed' or 'slow'.

    trace: where photoface itself failed on it; empty when it is the file's fault.
    """

    path: bytes
    kind: str
    reason: str
    trace: str = ""


FOUNDING_QUALITY = 0.4
"""Faces below may join a group, and never found or widen one.

benchmarks/quality.py, at the angle of one false match in 1,000: two strangers of quality .3 to .4 match 30 times as
often with dlib and 5 times with 0095, of .5 to .7 five times and once. A sharp face reaches it at about 23 pixels of
width; of 700 photos of LFW as they are, no labelled face falls below, of the small ones in the background 4 in 10.
"""
