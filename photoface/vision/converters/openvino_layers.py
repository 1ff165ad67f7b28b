"""The layers of an OpenVINO IR, each as one ONNX node or constant."""

from __future__ import annotations

import math
from collections.abc import Callable
from xml.etree.ElementTree import Element

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_writer import Attribute, Dim, model, node, tensor
from photoface.vision.converters.openvino_xml import attribute, numbers, whole, window

Port = tuple[str, str]
"""A layer's id and the id of its output port."""

_ELEMENTS = {"f16": "<f2", "f32": "<f4"}


class Graph:
    """Collects nodes; knows under which name, and if it is constant with which values, each output goes."""

    def __init__(self, weights: bytes) -> None:
        self._weights = weights
        self._names: dict[Port, str] = {}
        self._constants: dict[str, NDArray[np.float32]] = {}
        self._used: dict[str, bytes] = {}
        self._nodes: list[bytes] = []
        self._input: tuple[str, list[Dim]] | None = None
        self._output: tuple[str, list[Dim]] | None = None

    def add(self, layer: Element, sources: list[Port]) -> None:
        """One layer; Malformed when it is unknown, or comes before what it needs."""
        kind = layer.get("type", "")
        if kind not in _ADD:
            raise Malformed(f"it has a layer of the kind {kind[:30]!r}, which is not known")
        if any(source not in self._names for source in sources):
            raise Malformed("a layer in it comes before the one that it needs")
        inputs = [self._names[source] for source in sources]
        if len(inputs) != _INPUTS.get(kind, 1):
            raise Malformed(f"its layer {kind} has {len(inputs)} inputs")
        name = _ADD[kind](self, layer, inputs)
        for port in layer.iterfind("output/port"):
            self._names[layer.get("id", ""), port.get("id", "")] = name

    def finish(self, name: str) -> bytes:
        if self._input is None or self._output is None:
            raise Malformed("it has no input or no output")
        return model(name, self._nodes, self._used.values(), self._input, self._output)

    def parameter(self, layer: Element, inputs: list[str]) -> str:
        if self._input is not None:
            raise Malformed("it has more than one input")
        self._input = "pixels", ["N", *numbers(layer, "shape")[1:]]
        return "pixels"

    def result(self, layer: Element, inputs: list[str]) -> str:
        dims = [whole(dim.text or "", "size") for dim in layer.iterfind("input/port/dim")]
        self._output = inputs[0], ["N", *dims[1:]]
        return inputs[0]

    def constant(self, layer: Element, inputs: list[str]) -> str:
        shape = numbers(layer, "shape")
        offset, size = (whole(attribute(layer, key), key) for key in ("offset", "size"))
        kind = _ELEMENTS.get(attribute(layer, "element_type"))
        if kind is None or size == 0 or math.prod(shape) * int(kind[-1]) != size:
            raise Malformed("a constant in it is not made of 16 or 32 bit floats")
        if offset + size > len(self._weights):
            raise Malformed("its file of weights is cut short")
        values = np.frombuffer(self._weights, kind, math.prod(shape), offset)
        name = f"constant_{len(self._constants)}"
        self._constants[name] = values.reshape(shape).astype(np.float32)
        return name

    def convert(self, layer: Element, inputs: list[str]) -> str:
        """A constant that is widened to 32 bits already is."""
        if inputs[0] not in self._constants or attribute(layer, "destination_type") != "f32":
            raise Malformed("it converts something else than constants to 32 bit floats")
        return inputs[0]

    def step(self, operator: str, inputs: list[str], **attributes: Attribute) -> str:
        for name in inputs:
            if name in self._constants:
                self._used[name] = tensor(name, self._constants[name])
        output = f"{operator.lower()}_{len(self._nodes)}"
        self._nodes.append(node(operator, inputs, output, **attributes))
        return output

    def prelu(self, layer: Element, inputs: list[str]) -> str:
        """One slope a for all as LeakyRelu, one a channel as a x + (1 - a) Relu(x).

        onnxruntime's fast memory layout has no PRelu; a LeakyRelu is worked into the convolution in front of it. The
        whole of 0095 takes 6.0 ms a face so, 9.0 with scaling and Relu, some 15 with PRelu.
        """
        slopes = self._constants.get(inputs[1])
        channels = [whole(dim.text or "", "size") for dim in layer.iterfind("output/port/dim")][1:2]
        if slopes is None or slopes.ndim != 1 or not channels or slopes.size not in (1, channels[0]):
            raise Malformed("a PReLU in it has no constant slopes")
        if slopes.size == 1:
            return self.step("LeakyRelu", inputs[:1], alpha=float(slopes[0]))
        lifted = self._scaled(self.step("Relu", inputs[:1]), 1 - slopes)
        return self.step("Add", [self._scaled(inputs[0], slopes), lifted])

    def _scaled(self, name: str, factors: NDArray[np.float32]) -> str:
        """Each channel times its factor, as a convolution of one pixel with each channel by itself."""
        weights = f"constant_{len(self._constants)}"
        self._constants[weights] = factors.reshape(-1, 1, 1, 1).astype(np.float32)
        return self.step("Conv", [name, weights], group=len(factors), kernel_shape=[1, 1])

    def convolution(self, layer: Element, inputs: list[str]) -> str:
        weights = self._constants.get(inputs[1])
        if weights is None or weights.ndim != 4:
            raise Malformed("a convolution in it has no constant weights")
        return self.step("Conv", inputs, group=1, dilations=numbers(layer, "dilations"), **window(layer))

    def group_convolution(self, layer: Element, inputs: list[str]) -> str:
        """Weights [groups, out, in, rows, columns] become [groups * out, in, rows, columns]."""
        weights = self._constants.get(inputs[1])
        if weights is None or weights.ndim != 5:
            raise Malformed("a convolution in it has no constant weights")
        groups, outputs = weights.shape[:2]
        self._constants[inputs[1]] = weights.reshape(groups * outputs, *weights.shape[2:])
        return self.step("Conv", inputs, group=groups, dilations=numbers(layer, "dilations"), **window(layer))

    def average_pool(self, layer: Element, inputs: list[str]) -> str:
        if attribute(layer, "rounding_type") != "floor":
            raise Malformed("a pooling layer in it rounds up")
        padded = int(attribute(layer, "exclude-pad") != "true")
        kernel = numbers(layer, "kernel")
        return self.step("AveragePool", inputs, kernel_shape=kernel, count_include_pad=padded, **window(layer))


def _plain(operator: str) -> Callable[[Graph, Element, list[str]], str]:
    return lambda graph, layer, inputs: graph.step(operator, inputs)


_INPUTS = {"Parameter": 0, "Const": 0, "Multiply": 2, "Add": 2, "Convolution": 2, "GroupConvolution": 2, "PReLU": 2}
_ADD: dict[str, Callable[[Graph, Element, list[str]], str]] = {
    "Parameter": Graph.parameter,
    "Result": Graph.result,
    "Const": Graph.constant,
    "Convert": Graph.convert,
    "Multiply": _plain("Mul"),
    "Add": _plain("Add"),
    "Sigmoid": _plain("Sigmoid"),
    "PReLU": Graph.prelu,
    "Convolution": Graph.convolution,
    "GroupConvolution": Graph.group_convolution,
    "AvgPool": Graph.average_pool,
}
