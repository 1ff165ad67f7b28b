"""dlib's serialisation: numbers that say their own length, tensors with their shape in front.

Source: dlib/serialize.h and dlib/dnn (Boost licence), read; written afresh.
"""

from __future__ import annotations

import math
from typing import cast

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.errors import Malformed

_NOT_FINITE = {32000: math.inf, 32001: -math.inf, 32002: math.nan}


class DlibReader:
    """Reads values one after the other; Malformed at the first that cannot be."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def at_end(self) -> bool:
        return self._at == len(self._data)

    def take(self, size: int) -> bytes:
        """The next bytes."""
        if not 0 <= size <= len(self._data) - self._at:
            raise Malformed("it is cut short")
        taken = self._data[self._at : self._at + size]
        self._at += size
        return taken

    def integer(self) -> int:
        """A control byte (low bits: how many bytes follow; top bit: the sign), then the magnitude."""
        control = self.take(1)[0]
        if control & 0x70 or not 1 <= control & 0x0F <= 8:
            raise Malformed("a number in it is not written as dlib writes numbers")
        magnitude = int.from_bytes(self.take(control & 0x0F), "little")
        return -magnitude if control & 0x80 else magnitude

    def integers(self, count: int) -> tuple[int, ...]:
        """``count`` integers."""
        return tuple(self.integer() for _ in range(count))

    def real(self) -> float:
        """Mantissa, then exponent of two."""
        mantissa, exponent = self.integers(2)
        if exponent in _NOT_FINITE:
            return _NOT_FINITE[exponent]
        if abs(exponent) > 2000:
            raise Malformed("a number in it is out of range")
        return mantissa * 2.0**exponent if abs(exponent) < 1000 else math.ldexp(float(mantissa), exponent)

    def boolean(self) -> bool:
        """'0' or '1'."""
        return self.take(1) == b"1"

    def string(self) -> str:
        """Length, then bytes; names of layer types are ASCII."""
        return self.take(self.integer()).decode("ascii", "replace")

    def tensor(self) -> NDArray[np.float32]:
        """float32 [samples, k, rows, columns]; the values are plain little-endian floats."""
        self.expect(2, "tensor")
        shape = self.shape()
        values = np.frombuffer(self.take(4 * math.prod(shape)), "<f4").reshape(shape).astype(np.float32)
        if not np.isfinite(values).all():
            raise Malformed("a weight in it is not a number")
        return values

    def alias(self) -> tuple[int, int, int, int]:
        """The shape of a part of another tensor."""
        self.expect(1, "alias tensor")
        return self.shape()

    def shape(self) -> tuple[int, int, int, int]:
        """Four sizes, none negative."""
        sizes = self.integers(4)
        if min(sizes) < 0:
            raise Malformed("a tensor in it has a negative size")
        return cast(tuple[int, int, int, int], sizes)

    def expect(self, version: int, what: str) -> None:
        """The version number in front of a value."""
        found = self.integer()
        if found != version:
            raise Malformed(f"a {what} in it has version {found}, not {version}")
