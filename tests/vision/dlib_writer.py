"""Writes small networks as dlib would, so that the reader can be tested without the real file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EMPTY = np.zeros((0, 0, 0, 0), np.float32)


def integer(value: int) -> bytes:
    size = max((abs(value).bit_length() + 7) // 8, 1)
    return bytes([size | (0x80 if value < 0 else 0)]) + abs(value).to_bytes(size, "little")


def real(value: float) -> bytes:
    mantissa, exponent = np.frexp(value)
    return integer(int(mantissa * 2**24)) + integer(int(exponent) - 24)


def string(value: str) -> bytes:
    return integer(len(value)) + value.encode()


def tensor(values: NDArray[np.float32], version: int = 2) -> bytes:
    shape = (*values.shape, 1, 1, 1)[:4] if values.ndim < 4 else values.shape
    return integer(version) + b"".join(map(integer, shape)) + values.astype("<f4").tobytes()


def alias(*shape: int) -> bytes:
    return integer(1) + b"".join(map(integer, shape))


def convolution(filters: NDArray[np.float32], biases: NDArray[np.float32], stride: int = 1, padding: int = 0) -> bytes:
    count, _, rows, columns = filters.shape
    weights = np.concatenate([filters.reshape(-1), biases])
    sizes = [count, rows, columns, stride, stride, padding, padding]
    rates = real(1.0) * 3 + real(0.0)
    return (
        string("con_4")
        + tensor(weights)
        + b"".join(map(integer, sizes))
        + alias(*filters.shape)
        + alias(1, count, 1, 1)
        + rates
    )


def affine(gamma: NDArray[np.float32], beta: NDArray[np.float32]) -> bytes:
    shape = (1, len(gamma), 1, 1)
    return string("affine_") + tensor(np.concatenate([gamma, beta])) + alias(*shape) * 2 + integer(0)


def pool(kind: str, window: int, stride: int) -> bytes:
    return string(f"{kind}_pool_2") + b"".join(map(integer, [window, window, stride, stride, 0, 0]))


def dense(weights: NDArray[np.float32]) -> bytes:
    inputs, outputs = weights.shape
    plain = tensor(weights.reshape(inputs, outputs, 1, 1)) + alias(inputs, outputs, 1, 1) + alias(0, 0, 0, 0)
    return string("fc_2") + integer(outputs) + integer(inputs) + plain + integer(1) + real(1.0) * 4


RELU, ADD, MARK = string("relu_"), string("add_prev_"), b""


@dataclass(frozen=True)
class Net:
    """layers: from the input to the output; MARK for a tag or the way back to one."""

    layers: tuple[bytes, ...]
    size: int = 6
    loss: str = "loss_metric_2"
    source: str = "input_rgb_image_sized"
    mean: tuple[float, float, float] = (122.75, 117.0, 104.25)

    def write(self) -> bytes:
        first = integer(1) + string(self.loss) + real(0.04) + real(0.6)
        versions = [3, *(1 if layer == MARK else 2 for layer in self.layers[1:])]
        top = b"".join(map(integer, reversed(versions)))
        source = string(self.source) + b"".join(map(real, self.mean)) + integer(self.size) * 2
        return first + top + source + self._body()

    def _body(self) -> bytes:
        after = b"000" + tensor(EMPTY) * 3
        innermost, *others = self.layers
        return innermost + after + integer(1) + b"".join(layer + after if layer != MARK else b"" for layer in others)
