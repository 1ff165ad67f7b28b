"""dlib's face network as ONNX: RGB 0..255 [N, 3, 150, 150] in, [N, 128] out, not normalised.

Every scaling layer is folded into the convolution in front of it, and so are the mean and the division by 256 of
the input: 4e-7 away from dlib's own answer. Architecture: He et al. 2016 (ResNet), after dlib's
dnn_face_recognition_ex.cpp.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.dlib_dat import read_network
from photoface.vision.converters.dlib_folding import folded
from photoface.vision.converters.dlib_layers import AddMarked, Convolution, Dense, Layer, Mark, Pool, Window
from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_writer import Attribute, Value, model, node, tensor


class _Tensor(NamedTuple):
    """A value of the graph: its name, and its shape without the batch."""

    name: str
    shape: tuple[int, ...]

    @property
    def declared(self) -> Value:
        return self.name, ["N", *self.shape]


def dlib_to_onnx(data: bytes) -> bytes:
    """The bytes of a .dat file as those of an ONNX file; Malformed when they are not dlib's face network."""
    network = read_network(data)
    graph = _Graph(_Tensor("pixels", (3, *network.size)))
    for layer in folded(network):
        graph.add(layer)
    return graph.finish("dlib_face_recognition_resnet_v1")


class _Graph:
    """Adds one layer after the other; knows where it is, and the tensors that a later sum comes back to."""

    def __init__(self, source: _Tensor) -> None:
        self._source = self._at = source
        self._marked: list[_Tensor] = []
        self._after_mark = False
        self._nodes: list[bytes] = []
        self._constants: list[bytes] = []

    def add(self, layer: Layer) -> None:
        """The next layer; Malformed when it does not fit."""
        if isinstance(layer, Mark):
            self._mark()
            return
        self._after_mark = False
        if isinstance(layer, Convolution):
            self._convolve(layer)
        elif isinstance(layer, Pool):
            self._pool(layer)
        elif isinstance(layer, Dense):
            self._multiply(layer)
        elif isinstance(layer, AddMarked):
            self._add_marked()
        else:
            self._step("Relu", [self._at.name], self._at.shape)

    def finish(self, name: str) -> bytes:
        """The bytes of the model."""
        if len(self._at.shape) != 1:
            raise Malformed("it does not end in a vector")
        return model(name, self._nodes, self._constants, self._source.declared, self._at.declared)

    def _mark(self) -> None:
        """One mark is a place to come back to. At the second of two in a row the layers go on from the place before."""
        if self._after_mark and len(self._marked) == 2:
            self._at = self._marked.pop(0)
        else:
            self._marked.append(self._at)
        self._after_mark = not self._after_mark

    def _step(self, operator: str, inputs: list[str], shape: tuple[int, ...], **attributes: Attribute) -> None:
        self._at = _Tensor(f"{operator.lower()}_{len(self._nodes)}", shape)
        self._nodes.append(node(operator, inputs, self._at.name, **attributes))

    def _constant(self, values: NDArray[np.float32] | NDArray[np.int64]) -> str:
        name = f"constant_{len(self._constants)}"
        self._constants.append(tensor(name, values))
        return name

    def _convolve(self, layer: Convolution) -> None:
        outputs, inputs = layer.filters.shape[:2]
        if inputs != self._at.shape[0]:
            raise Malformed("a convolution in it does not fit the layer before")
        names = [self._at.name, self._constant(layer.filters), self._constant(layer.biases)]
        self._step("Conv", names, (outputs, *_places(self._at.shape, layer.window)), **_attributes(layer.window))

    def _pool(self, layer: Pool) -> None:
        channels, *_ = self._at.shape
        if layer.window.size == (0, 0):
            self._step("GlobalAveragePool", [self._at.name], (channels, 1, 1))
            return
        operator = "MaxPool" if layer.kind == "max" else "AveragePool"
        shape = (channels, *_places(self._at.shape, layer.window))
        self._step(operator, [self._at.name], shape, **_attributes(layer.window))

    def _add_marked(self) -> None:
        """The smaller of the two gets zeros behind its last channel, row and column."""
        if not self._marked:
            raise Malformed("a sum in it has nothing to add")
        terms = self._at, self._marked.pop()
        shape = tuple(max(sizes) for sizes in zip(*(term.shape for term in terms), strict=True))
        self._step("Add", [self._filled(term, shape) for term in terms], shape)

    def _filled(self, term: _Tensor, wanted: tuple[int, ...]) -> str:
        if term.shape == wanted:
            return term.name
        behind = [large - small for large, small in zip(wanted, term.shape, strict=True)]
        self._step("Pad", [term.name, self._constant(np.array([0, 0, 0, 0, 0, *behind], np.int64))], wanted)
        return self._at.name

    def _multiply(self, layer: Dense) -> None:
        inputs, outputs = layer.weights.shape
        if self._at.shape != (inputs, 1, 1):
            raise Malformed("its last layer does not fit the one before")
        self._step("Flatten", [self._at.name], (inputs,), axis=1)
        self._step("MatMul", [self._at.name, self._constant(layer.weights)], (outputs,))


def _places(shape: tuple[int, ...], window: Window) -> list[int]:
    """How many rows and columns a window finds room for."""
    if len(shape) != 3 or min(window.size) < 1 or min(window.stride) < 1 or min(window.padding) < 0:
        raise Malformed("a window in it has an impossible size")
    sizes = zip(shape[1:], window.size, window.stride, window.padding, strict=True)
    counts = [(size + 2 * pad - wide) // step + 1 for size, wide, step, pad in sizes]
    if min(counts) < 1:
        raise Malformed("a window in it is larger than the picture")
    return counts


def _attributes(window: Window) -> dict[str, Attribute]:
    return {"kernel_shape": window.size, "strides": window.stride, "pads": window.padding * 2}
