"""ONNX files read without the onnx package: the graph of a network with one input and one output, as values.

Source: onnx/onnx.proto. Made for what ``onnx_writer`` writes: raw little-endian data, steps with one output.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_writer import (
    ATTRIBUTE_FLOAT,
    ATTRIBUTE_INT,
    ATTRIBUTE_INTS,
    ATTRIBUTE_STRING,
    DATA_TYPES,
    Attribute,
    Constant,
    Dim,
    Value,
    model,
    node,
    tensor,
)
from photoface.vision.converters.protobuf import Field, fields

_DTYPES = {number: np.dtype(name).newbyteorder("<") for name, number in DATA_TYPES.items()}


@dataclass(frozen=True, slots=True)
class Step:
    """One node: an operator on tensors by name, with one output."""

    operator: str
    inputs: tuple[str, ...]
    output: str
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Network:
    """A graph: its steps in the order in which they can be run, and its constants by name."""

    name: str
    steps: tuple[Step, ...]
    constants: Mapping[str, Constant]
    source: Value
    result: Value


def read_network(data: bytes) -> Network:
    """The network in the bytes of an ONNX file; Malformed when they are none, or one of another kind."""
    graphs = [part.message for part in fields(data) if part.number == 7]
    if len(graphs) != 1:
        raise Malformed("it holds no network")
    parts = list(fields(graphs[0]))
    steps = tuple(_step(part.message) for part in parts if part.number == 1)
    constants = dict(_constant(part.message) for part in parts if part.number == 5)
    sources, results = ([_value(part.message) for part in parts if part.number == kind] for kind in (11, 12))
    if len(sources) != 1 or len(results) != 1:
        raise Malformed(f"it has {len(sources)} inputs and {len(results)} outputs")
    return Network(_text(parts, 2), steps, constants, sources[0], results[0])


def write_network(network: Network) -> bytes:
    """The bytes of a network's ONNX file; constants that no step uses are left out."""
    used = {name for step in network.steps for name in step.inputs}
    nodes = [node(step.operator, step.inputs, step.output, **step.attributes) for step in network.steps]
    tensors = [tensor(name, values) for name, values in network.constants.items() if name in used]
    return model(network.name, nodes, tensors, network.source, network.result)


def _step(message: bytes) -> Step:
    parts = list(fields(message))
    inputs, outputs = ([part.string for part in parts if part.number == kind] for kind in (1, 2))
    if len(outputs) != 1:
        raise Malformed(f"a step in it has {len(outputs)} outputs")
    attributes = dict(_attribute(list(fields(part.message))) for part in parts if part.number == 5)
    return Step(_text(parts, 4), tuple(inputs), outputs[0], attributes)


def _attribute(parts: list[Field]) -> tuple[str, Attribute]:
    kind = next((part.value for part in parts if part.number == 20), 0)
    if kind == ATTRIBUTE_INTS:
        return _text(parts, 1), tuple(_signed(part) for part in parts if part.number == 8)
    if kind not in (ATTRIBUTE_FLOAT, ATTRIBUTE_INT, ATTRIBUTE_STRING):
        raise Malformed("a step in it is set in a way that is not known")
    found = next((part for part in parts if part.number == {ATTRIBUTE_FLOAT: 2, ATTRIBUTE_INT: 3}.get(kind, 4)), None)
    if found is None:
        raise Malformed("a step in it is not set")
    if kind == ATTRIBUTE_FLOAT:
        return _text(parts, 1), float(struct.unpack("<f", found.message)[0])
    return _text(parts, 1), _signed(found) if kind == ATTRIBUTE_INT else found.string


def _constant(message: bytes) -> tuple[str, Constant]:
    parts = list(fields(message))
    shape = [_signed(part) for part in parts if part.number == 1]
    dtype = _DTYPES.get(next((_signed(part) for part in parts if part.number == 2), 0))
    raw = next((part.message for part in parts if part.number == 9), b"")
    if dtype is None or min(shape, default=0) < 0 or math.prod(shape) * dtype.itemsize != len(raw):
        raise Malformed("a constant in it has too few or too many numbers")
    return _text(parts, 8), np.frombuffer(raw, dtype).reshape(shape).astype(dtype.newbyteorder("="))


def _value(message: bytes) -> Value:
    """Name and dimensions of an input or output: from type, tensor_type, shape."""
    parts, shape = list(fields(message)), message
    for number in (2, 1, 2):
        shape = next((part.message for part in fields(shape) if part.number == number), b"")
    return _text(parts, 1), [_dim(list(fields(part.message))) for part in fields(shape) if part.number == 1]


def _dim(parts: list[Field]) -> Dim:
    return next((_signed(part) if part.number == 1 else part.string for part in parts if part.number in (1, 2)), "")


def _signed(part: Field) -> int:
    if not isinstance(part.value, int):
        raise Malformed(f"field {part.number} should be a number")
    return part.value - (1 << 64) if part.value >> 63 else part.value


def _text(parts: list[Field], wanted: int) -> str:
    return next((part.string for part in parts if part.number == wanted), "")
