"""dlib's ``dlib_face_recognition_resnet_model_v1.dat``: a stack of layers, each stored after the layer under it.

The file begins with the versions of all layers, outermost first; then come the input and the layers themselves,
innermost first. Source: dlib/dnn/core.h, layers.h, input.h, loss.h (Boost licence), read; written afresh.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from photoface.vision.converters.dlib_layers import (
    AddMarked,
    Affine,
    Convolution,
    Dense,
    DlibNetwork,
    Layer,
    Mark,
    Pool,
    Relu,
    Window,
)
from photoface.vision.converters.dlib_reader import DlibReader
from photoface.vision.converters.errors import Malformed

_MARK, _LAYER, _INNERMOST = 1, 2, 3
_MOST_LAYERS = 10_000


def read_network(data: bytes) -> DlibNetwork:
    """The layers of the .dat file; Malformed when a byte is missing, odd or too many."""
    reader = DlibReader(data)
    _read_loss(reader)
    versions = _read_versions(reader)
    mean, size = _read_input(reader)
    layers = [_read_layer(reader, version) for version in reversed(versions)]
    if not reader.at_end:
        raise Malformed("there is something behind its last layer")
    return DlibNetwork(mean, size, tuple(layers))


def _read_loss(reader: DlibReader) -> None:
    reader.expect(1, "loss layer")
    if reader.string() != "loss_metric_2":
        raise Malformed("it is not a network for telling faces apart")
    reader.real()
    reader.real()


def _read_versions(reader: DlibReader) -> list[int]:
    versions: list[int] = []
    while _INNERMOST not in versions[-1:]:
        versions.append(reader.integer())
        if versions[-1] not in (_MARK, _LAYER, _INNERMOST) or len(versions) > _MOST_LAYERS:
            raise Malformed("its layers are of a version that is not known")
    return versions


def _read_input(reader: DlibReader) -> tuple[tuple[float, float, float], tuple[int, int]]:
    if reader.string() != "input_rgb_image_sized":
        raise Malformed("its input is not a colour picture of a fixed size")
    mean = reader.real(), reader.real(), reader.real()
    if not all(0 <= colour <= 256 for colour in mean):
        raise Malformed("the mean of its input is no colour")
    return mean, (reader.integer(), reader.integer())


def _read_layer(reader: DlibReader, version: int) -> Layer:
    if version == _MARK:
        return Mark()
    layer = _read_details(reader)
    for _ in range(3):  # set up, gradient stale, output disabled
        reader.boolean()
    for _ in range(3):  # gradients and the cached output: empty in a file made for use
        reader.tensor()
    if version == _INNERMOST:
        reader.expect(1, "sample expansion")
    return layer


def _read_details(reader: DlibReader) -> Layer:
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
