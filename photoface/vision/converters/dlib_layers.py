"""The layers that dlib's face network is made of, as values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Window:
    """What a layer looks at: rows and columns of its size, its steps, and the zeros around the picture on each side."""

    size: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """filters: float32 [out, in, rows, columns]; biases: float32 [out]."""

    filters: NDArray[np.float32]
    biases: NDArray[np.float32]
    window: Window


@dataclass(frozen=True, slots=True, eq=False)
class Affine:
    """A scale and a shift for each channel, float32 [channels] both."""

    gamma: NDArray[np.float32]
    beta: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pool:
    """kind: 'max' or 'average'; a window of size (0, 0) is the whole picture."""

    kind: str
    window: Window


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """weights: float32 [in, out]; there is no bias."""

    weights: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Relu:
    """max(x, 0)"""


@dataclass(frozen=True, slots=True)
class AddMarked:
    """The sum with the marked tensor; the smaller one of the two is filled up with zeros."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A tag, or right after one, the way back to the tag before."""


Layer = Convolution | Affine | Pool | Dense | Relu | AddMarked | Mark


@dataclass(frozen=True, slots=True)
class DlibNetwork:
    """mean: of red, green, blue, taken off 0..255 before dividing by 256; size: rows, columns; layers: input first."""

    mean: tuple[float, float, float]
    size: tuple[int, int]
    layers: tuple[Layer, ...]
