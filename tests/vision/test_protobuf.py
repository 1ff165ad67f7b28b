"""The wire format: what is written is read again, and nothing but Malformed comes of other bytes."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.protobuf import blob, fields, number, text, varint


@given(st.integers(1, 1000), st.integers(0, 2**64 - 1))
def test_numbers_come_back(field: int, value: int) -> None:
    (read,) = fields(number(field, value))
    assert (read.number, read.value) == (field, value)


@given(st.integers(1, 1000), st.binary())
def test_bytes_come_back(field: int, value: bytes) -> None:
    (read,) = fields(blob(field, value))
    assert (read.number, read.message) == (field, value)


@given(st.lists(st.tuples(st.integers(1, 50), st.binary(max_size=20))))
def test_a_message_is_the_sum_of_its_fields(parts: list[tuple[int, bytes]]) -> None:
    message = b"".join(blob(*part) for part in parts)
    assert b"".join(field.raw for field in fields(message)) == message


def test_negative_numbers_take_ten_bytes() -> None:
    assert len(varint(-1)) == 10


def test_text_that_is_not_utf8_is_refused() -> None:
    (read,) = fields(blob(1, b"\xff"))
    with pytest.raises(Malformed, match="should be text"):
        _ = read.string


def test_a_number_is_no_message() -> None:
    (read,) = fields(number(1, 5))
    with pytest.raises(Malformed, match="should be a message"):
        _ = read.message


@pytest.mark.parametrize(
    "message", [b"\x0a", b"\x0a\x05abc", b"\x0b", b"\x08\xff", b"\x08" + b"\xff" * 11, b"\x09\x01"]
)
def test_cut_and_odd_messages_are_refused(message: bytes) -> None:
    with pytest.raises(Malformed):
        list(fields(message))


@given(st.binary(max_size=200))
def test_no_bytes_do_anything_else_than_be_read_or_refused(message: bytes) -> None:
    with contextlib.suppress(Malformed):
        assert b"".join(field.raw for field in fields(message)) == message


def test_text_is_utf8() -> None:
    (read,) = fields(text(3, "ñ"))
    assert read.string == "ñ"
