"""The protobuf wire format, as much of it as ONNX files need; source: protobuf.dev/programming-guides/encoding.

A message is a sequence of fields; here it is written by joining the bytes of its fields in the order they are
wanted, so the same model gives the same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from photoface.vision.converters.errors import Malformed

VARINT, FIXED64, BYTES, FIXED32 = 0, 1, 2, 5


def varint(value: int) -> bytes:
    """Seven bits a byte, lowest first; negative numbers as 64-bit two's complement."""
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def number(field: int, value: int) -> bytes:
    """An integer field."""
    return varint(field << 3 | VARINT) + varint(value)


def blob(field: int, value: bytes) -> bytes:
    """A field of bytes, or of a message that was written before."""
    return varint(field << 3 | BYTES) + varint(len(value)) + value


def text(field: int, value: str) -> bytes:
    """A string field."""
    return blob(field, value.encode())


@dataclass(frozen=True, slots=True)
class Field:
    """One field as it was read. value: an int, or the bytes of a string or a message; raw: the whole field again."""

    number: int
    value: int | bytes
    raw: bytes

    @property
    def message(self) -> bytes:
        """The bytes of a string or message field; Malformed when it is a number."""
        if isinstance(self.value, int):
            raise Malformed(f"field {self.number} should be a message")
        return self.value

    @property
    def string(self) -> str:
        """The text of a string field; Malformed when it is not UTF-8."""
        try:
            return self.message.decode()
        except UnicodeDecodeError as error:
            raise Malformed(f"field {self.number} should be text") from error


def fields(message: bytes) -> Iterator[Field]:
    """The fields of a message in their order; Malformed at the first byte that cannot be."""
    at = 0
    while at < len(message):
        start = at
        key, at = _read_varint(message, at)
        value, at = _read_value(message, at, key & 7)
        yield Field(key >> 3, value, message[start:at])


def _read_value(message: bytes, at: int, wire: int) -> tuple[int | bytes, int]:
    if wire == VARINT:
        return _read_varint(message, at)
    size = {FIXED64: 8, FIXED32: 4}.get(wire)
    if wire == BYTES:
        size, at = _read_varint(message, at)
    if size is None or at + size > len(message):
        raise Malformed("it is cut short or not protobuf")
    return message[at : at + size], at + size


def _read_varint(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(message):
            raise Malformed("it is cut short")
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise Malformed("it holds a number of more than 64 bits")
