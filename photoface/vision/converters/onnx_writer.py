"""ONNX files written without the onnx package; source: onnx/onnx.proto, IR version 8, operator set 13.

Every function gives the bytes of one message; field numbers are those of onnx.proto.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.protobuf import FIXED32, blob, number, text, varint

IR_VERSION = 8
OPERATOR_SET = 13
ATTRIBUTE_FLOAT, ATTRIBUTE_INT, ATTRIBUTE_STRING, ATTRIBUTE_INTS = 1, 2, 3, 7
DATA_TYPES = {"float32": 1, "uint8": 2, "int8": 3, "int32": 6, "int64": 7}
"""Of onnx.TensorProto.DataType, by numpy's names."""

Attribute = float | int | str | Sequence[int]
Constant = NDArray[np.float32] | NDArray[np.int64] | NDArray[np.int32] | NDArray[np.int8] | NDArray[np.uint8]
Dim = int | str
"""A fixed size, or the name of a size that the caller chooses."""
Value = tuple[str, Sequence[Dim]]
"""The name and the dimensions of a float32 tensor."""


def tensor(name: str, values: Constant) -> bytes:
    """A TensorProto with little-endian raw data."""
    little = np.ascontiguousarray(values).astype(values.dtype.newbyteorder("<"), copy=False)
    dims = b"".join(number(1, size) for size in values.shape)
    return dims + number(2, DATA_TYPES[values.dtype.name]) + text(8, name) + blob(9, little.tobytes())


def node(operator: str, inputs: Iterable[str], output: str, **attributes: Attribute) -> bytes:
    """A NodeProto with one output, named after it."""
    names = b"".join(text(1, name) for name in inputs)
    written = b"".join(blob(5, _attribute(key, value)) for key, value in sorted(attributes.items()))
    return names + text(2, output) + text(3, output) + text(4, operator) + written


def value_info(name: str, dims: Sequence[Dim]) -> bytes:
    """A ValueInfoProto: a float32 tensor of these dimensions."""
    return text(1, name) + blob(2, blob(1, number(1, DATA_TYPES["float32"]) + blob(2, shape_dims(dims))))


def shape_dims(dims: Sequence[Dim]) -> bytes:
    """A TensorShapeProto."""
    return b"".join(blob(1, text(2, dim) if isinstance(dim, str) else number(1, dim)) for dim in dims)


def model(name: str, nodes: Iterable[bytes], tensors: Iterable[bytes], source: Value, result: Value) -> bytes:
    """A ModelProto: a graph from one input ``source`` to one output ``result``."""
    graph = b"".join(blob(1, one) for one in nodes) + text(2, name)
    graph += b"".join(blob(5, one) for one in tensors)
    graph += blob(11, value_info(*source)) + blob(12, value_info(*result))
    operators = text(1, "") + number(2, OPERATOR_SET)
    return number(1, IR_VERSION) + text(2, "photoface") + blob(7, graph) + blob(8, operators)


def _attribute(name: str, value: Attribute) -> bytes:
    if isinstance(value, float):
        key = varint(2 << 3 | FIXED32)
        return text(1, name) + key + struct.pack("<f", value) + number(20, ATTRIBUTE_FLOAT)
    if isinstance(value, int):
        return text(1, name) + number(3, value) + number(20, ATTRIBUTE_INT)
    if isinstance(value, str):
        return text(1, name) + text(4, value) + number(20, ATTRIBUTE_STRING)
    return text(1, name) + b"".join(number(8, one) for one in value) + number(20, ATTRIBUTE_INTS)
