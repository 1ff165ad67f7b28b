"""What photoface knows of a model: what it is for, where it comes from, what it wants and what was measured of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import OperatingPoints


@dataclass(frozen=True, slots=True)
class PackageMember:
    """A file inside a distribution of the package index. kind: 'wheel' or 'sdist'; sha256 and bytes: the archive's."""

    distribution: str
    version: str
    kind: str
    bytes: int
    sha256: str
    member: str

    @property
    def file_name(self) -> str:
        return self.member.rsplit("/", 1)[-1]

    def __str__(self) -> str:
        return f"the package {self.distribution} {self.version}"


@dataclass(frozen=True, slots=True)
class Address:
    """A public https address."""

    url: str

    @property
    def file_name(self) -> str:
        return self.url.rsplit("/", 1)[-1]

    def __str__(self) -> str:
        return self.url


Source = PackageMember | Address


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model, by its name in the models folder and in a mirror."""

    name: str
    bytes: int
    sha256: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What a network takes: float32 [n, 3, height, width] of (pixel - mean) / scale, pixels 0..255.

    size: (width, height), or None for a detector that takes any; channels: 'RGB' or 'BGR'.
    """

    channels: str
    size: tuple[int, int] | None = None
    mean: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Template:
    """Where the five landmarks of an upright face lie: float32 [5, 2] in pixels, (0, 0) the centre of the first one.

    size: (width, height) of the picture that the points lie in. Where that is not the size of the network's input, the
    face is brought onto the template by a similarity, and the result is stretched to the input: x and y each by the
    ratio of the two sizes.
    """

    points: NDArray[np.float32]
    size: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """One network, or an embedder joined of several.

    task: 'detection' or 'embedding'; format: 'onnx', 'dlib', 'openvino' or 'joined'; dims: length of the embedding.
    free_size: input dimensions that the ONNX file is given at install; parts: for 'joined', (embedder, weight) each.
    min_score: a detector's score from which on it was measured; points: what was measured of an embedder.
    imported: the user brought it. int8_of: the embedder of which this one is made, by rounding to 8 bits; "" of others.
    """

    name: str
    title: str
    task: str
    format: str
    licence: str
    licence_url: str
    files: tuple[ModelFile, ...] = ()
    dims: int = 0
    input: InputSpec | None = None
    template: Template | None = None
    free_size: tuple[int | str, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()
    min_score: float | None = None
    points: OperatingPoints | None = None
    imported: bool = False
    int8_of: str = ""

    @property
    def measured(self) -> bool:
        """Whether anything is known of how often it errs."""
        return self.points is not None or self.min_score is not None

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)


@dataclass(frozen=True, slots=True)
class Pack:
    """A detector and an embedder that work together; names of models."""

    name: str
    title: str
    detector: str
    embedder: str
