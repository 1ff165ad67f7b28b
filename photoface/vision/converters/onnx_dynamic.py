"""An ONNX file whose input has a fixed size, made to take any size, by editing names of dimensions only.

For networks of convolutions, where the size is in no node. Weights that older exporters also list among the inputs
are taken off that list, else onnxruntime may not fold them; weights that no node uses are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_writer import Dim, shape_dims
from photoface.vision.converters.protobuf import Field, blob, fields

_GRAPH = 7
_NODE, _TENSOR, _INPUT, _OUTPUT, _INNER = 1, 5, 11, 12, 13
_SHAPE = (2, 1, 2)
"""From a ValueInfoProto: type, tensor_type, shape."""


def with_free_size(data: bytes, dims: Sequence[Dim]) -> bytes:
    """The same model with these input dimensions, a name where the size is free; the outputs say none.

    Malformed when the bytes are no ONNX model with one picture going in.
    """
    parts = list(fields(data))
    if [part.number for part in parts].count(_GRAPH) != 1:
        raise Malformed("it holds no network")
    return b"".join(blob(_GRAPH, _edited(part.message, dims)) if part.number == _GRAPH else part.raw for part in parts)


def _edited(graph: bytes, dims: Sequence[Dim]) -> bytes:
    parts = list(fields(graph))
    used = {name for part in parts if part.number == _NODE for name in _strings(part.message, 1)}
    weights = {_name(part, 8) for part in parts if part.number == _TENSOR}
    pictures = {_name(part, 1) for part in parts if part.number == _INPUT} - weights
    if len(pictures) != 1:
        raise Malformed(f"it has {len(pictures)} inputs")
    return b"".join(_edited_parts(parts, used, pictures, dims))


def _edited_parts(parts: list[Field], used: set[str], pictures: set[str], dims: Sequence[Dim]) -> Iterator[bytes]:
    for part in parts:
        if part.number == _INPUT:
            if _name(part, 1) in pictures:
                yield blob(_INPUT, _replaced(part.message, _SHAPE, lambda shape: _sized(shape, dims)))
        elif part.number == _OUTPUT:
            yield blob(_OUTPUT, _replaced(part.message, _SHAPE, lambda shape: b""))
        elif part.number != _INNER and (part.number != _TENSOR or _name(part, 8) in used):
            yield part.raw


def _sized(shape: bytes, dims: Sequence[Dim]) -> bytes:
    rank = len(list(fields(shape)))
    if rank != len(dims):
        raise Malformed(f"its input has {rank} dimensions, not {len(dims)}")
    return blob(_SHAPE[-1], shape_dims(dims))


def _replaced(message: bytes, path: tuple[int, ...], new: Callable[[bytes], bytes]) -> bytes:
    """The message with the field at the end of the path replaced by what ``new`` makes of it."""
    return b"".join(
        part.raw
        if part.number != path[0]
        else new(part.message)
        if len(path) == 1
        else blob(part.number, _replaced(part.message, path[1:], new))
        for part in fields(message)
    )


def _strings(message: bytes, wanted: int) -> list[str]:
    return [part.string for part in fields(message) if part.number == wanted]


def _name(part: Field, wanted: int) -> str:
    return next(iter(_strings(part.message, wanted)), "")
