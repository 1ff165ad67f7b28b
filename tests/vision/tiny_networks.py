"""Small networks of the kinds of steps that the embedders are made of, with weights by dice."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.onnx_writer import Attribute, Constant, Dim, model, node, tensor

SIDE, DIMS = 16, 6


class Net:
    """``net("Conv", "pixels", weights)`` adds a step and gives the name of its output."""

    def __init__(self, seed: int = 1) -> None:
        self.random = np.random.default_rng(seed)
        self.nodes: list[bytes] = []
        self.tensors: list[bytes] = []

    def __call__(self, operator: str, *inputs: str | Constant, **attributes: Attribute) -> str:
        names = [each if isinstance(each, str) else self._constant(each) for each in inputs]
        output = f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(node(operator, names, output, **attributes))
        return output

    def weights(self, outputs: int, inputs: int, size: int = 3) -> NDArray[np.float32]:
        """Of a convolution."""
        return (self.random.normal(size=(outputs, inputs, size, size)) / size).astype(np.float32)

    def numbers(self, *shape: int) -> NDArray[np.float32]:
        return self.random.normal(size=shape).astype(np.float32)

    def write(self, result: str, shape: Sequence[int] = (DIMS,)) -> bytes:
        taken: list[Dim] = ["N", 3, SIDE, SIDE]
        given: list[Dim] = ["N", *shape]
        return model("tiny", self.nodes, self.tensors, ("pixels", taken), (result, given))

    def _constant(self, values: Constant) -> str:
        name = f"constant_{len(self.tensors)}"
        self.tensors.append(tensor(name, values))
        return name


def mobile(seed: int = 1) -> bytes:
    """As 0095: scaled pixels, biases added apart, LeakyRelu, a gate, a sum."""
    net = Net(seed)
    scale, shift = np.array([0.02, 0.015, 0.018]), np.array([-1.0, -1.2, -0.9])
    pixels = net("Mul", "pixels", scale.astype(np.float32).reshape(1, 3, 1, 1))
    pixels = net("Add", pixels, shift.astype(np.float32).reshape(1, 3, 1, 1))
    first = net("Add", net("Conv", pixels, net.weights(8, 3), pads=(1, 1, 1, 1)), net.numbers(1, 8, 1, 1))
    bent = net("LeakyRelu", first, alpha=-0.5)
    apart = net("Conv", bent, net.weights(8, 1), group=8, pads=(1, 1, 1, 1), strides=(2, 2))
    mixed = net("Conv", net("LeakyRelu", apart, alpha=2.0), net.weights(8, 8, 1))
    pooled = net("AveragePool", mixed, kernel_shape=(SIDE // 2, SIDE // 2))
    gate = net("Sigmoid", net("Conv", pooled, net.weights(8, 8, 1)))
    opened = net("Mul", mixed, gate)
    more = net("Conv", opened, net.weights(8, 8, 1))
    summed = net("Add", opened, more)
    return net.write(net("Conv", summed, net.weights(DIMS, 8, SIDE // 2)), [DIMS, 1, 1])


def uneven(seed: int = 1) -> bytes:
    """Channels of very different size, made alike again by the next convolution."""
    net = Net(seed)
    sizes = np.exp(np.linspace(-3, 3, 8)).astype(np.float32).reshape(-1, 1, 1, 1)
    bent = net("LeakyRelu", net("Conv", "pixels", net.weights(8, 3) * sizes), alpha=0.5)
    apart = net("Conv", bent, net.weights(8, 1) / sizes, group=8)
    return net.write(net("Conv", apart, net.weights(DIMS, 8, SIDE - 4)), [DIMS, 1, 1])


def residual(seed: int = 1) -> bytes:
    """As dlib's: Relu, pooling, a sum filled up with zeros, a product with a matrix at the end."""
    net = Net(seed)
    first = net("Relu", net("Conv", "pixels", net.weights(8, 3) / np.float32(100), net.numbers(8), strides=(2, 2)))
    pooled = net("MaxPool", first, kernel_shape=(3, 3), strides=(2, 2))
    more = net("Conv", pooled, net.weights(12, 8), net.numbers(12), pads=(1, 1, 1, 1))
    filled = net("Pad", pooled, np.array([0, 0, 0, 0, 0, 4, 0, 0], np.int64))
    narrow = net("Conv", pooled, net.weights(12, 8, 2), net.numbers(12))
    wider = net("Pad", narrow, np.array([0, 0, 0, 0, 0, 0, 1, 1], np.int64))
    summed = net("Relu", net("Add", net("Add", filled, more), wider))
    end = net("Flatten", net("GlobalAveragePool", summed), axis=1)
    return net.write(net("MatMul", end, net.numbers(12, DIMS)))
