"""What dlib stores of each kind of layer; source: dlib/dnn/layers.h (Boost licence), read; written afresh."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from photoface.vision.converters.dlib_layers import AddMarked, Affine, Convolution, Dense, Layer, Pool, Relu, Window
from photoface.vision.converters.dlib_reader import DlibReader
from photoface.vision.converters.errors import Malformed


def read_details(reader: DlibReader) -> Layer:
    """A layer by the name that it begins with; Malformed when that is unknown or the weights do not fit it."""
    kind = reader.string()
    if kind not in _DETAILS:
        raise Malformed(f"it has a layer of the kind {kind[:30]!r}, which is not known")
    return _DETAILS[kind](reader)


def _read_convolution(reader: DlibReader) -> Convolution:
    params = reader.tensor().reshape(-1)
    reader.integer()  # the number of filters, again
    window = _read_window(reader)
    filters, biases = reader.alias(), reader.alias()
    for _ in range(4):  # rates of learning
        reader.real()
    split = int(np.prod(filters))
    if params.size != split + filters[0] or biases[1] != filters[0] or window.size != filters[2:]:
        raise Malformed("a convolution in it has too few or too many weights")
    return Convolution(params[:split].reshape(filters), params[split:], window)


def _read_affine(reader: DlibReader) -> Affine:
    params = reader.tensor().reshape(-1)
    gamma, beta = reader.alias(), reader.alias()
    if reader.integer() != 0 or gamma != beta or params.size != 2 * gamma[1]:
        raise Malformed("a scaling layer in it is not one for each channel")
    return Affine(params[: gamma[1]], params[gamma[1] :])


def _read_pool(kind: str) -> Callable[[DlibReader], Pool]:
    return lambda reader: Pool(kind, _read_window(reader))


def _read_dense(reader: DlibReader) -> Dense:
    outputs, inputs = reader.integers(2)
    params = reader.tensor().reshape(-1)
    reader.alias()
    reader.alias()
    without_bias = reader.integer() == 1
    for _ in range(4):
        reader.real()
    if not without_bias or inputs <= 0 or outputs <= 0 or params.size != inputs * outputs:
        raise Malformed("its last layer has too few or too many weights")
    return Dense(params.reshape(inputs, outputs))


def _read_window(reader: DlibReader) -> Window:
    return Window(_pair(reader), _pair(reader), _pair(reader))


def _pair(reader: DlibReader) -> tuple[int, int]:
    return reader.integer(), reader.integer()


_DETAILS: dict[str, Callable[[DlibReader], Layer]] = {
    "con_4": _read_convolution,
    "affine_": _read_affine,
    "relu_": lambda reader: Relu(),
    "add_prev_": lambda reader: AddMarked(),
    "max_pool_2": _read_pool("max"),
    "avg_pool_2": _read_pool("average"),
    "fc_2": _read_dense,
}
