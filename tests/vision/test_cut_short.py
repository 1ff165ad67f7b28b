"""What is missing of a HEIC or AVIF is added as it was promised, within bounds."""

from __future__ import annotations

import struct

from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.vision.cut_short import KEPT, MOST_ADDED, MOST_BOXES, UNTOLD, completed
from photoface.vision.high_range import coded_light

HEAD = struct.pack(">I4s", 24, b"ftyp") + b"avif" + bytes(12)


def box(kind: bytes, size: int, there: int) -> bytes:
    """Promises ``size`` bytes of content and has so many."""
    return struct.pack(">I4s", 8 + size if size else 0, kind) + b"x" * there


def test_the_last_box_gets_what_it_promises() -> None:
    data = HEAD + box(b"mdat", 1000, 400)
    assert len(completed(data)) == len(HEAD) + 1008
    assert completed(data).startswith(data)
    assert completed(data, KEPT[-1]).rstrip(b"\0") == data[: len(HEAD) + int(408 * KEPT[-1])]
    assert completed(HEAD + box(b"mdat", 400, 400)) == HEAD + box(b"mdat", 400, 400)
    assert len(completed(HEAD + box(b"mdat", 0, 400))) == len(HEAD) + 408 + UNTOLD


def test_the_chunk_of_a_webp_that_is_cut_is_the_last() -> None:
    data = b"RIFF" + struct.pack("<I", 5000) + b"WEBPVP8X" + struct.pack("<I", 10) + b"\x0c" + bytes(9)
    whole = completed(data + b"VP8 " + struct.pack("<I", 101) + b"x" * 40)
    assert len(whole) == len(data) + 8 + 102
    assert whole[4:8] == struct.pack("<I", len(whole) - 8)
    assert whole[20] == 0, "nothing is said to follow"


def test_what_nobody_can_promise_is_not_believed() -> None:
    for data in (
        HEAD + box(b"mdat", MOST_ADDED + 1000, 10),
        HEAD + struct.pack(">I4sQ", 1, b"mdat", 1 << 63) + b"x",
        HEAD + box(b"free", 8, 8) * (MOST_BOXES + 1) + box(b"mdat", 1000, 400),
        HEAD + struct.pack(">I", 5) + b"mdat",
        b"RIFF\xff\xff\xff\xffWEBPVP8 \xff\xff\xff\xff" + bytes(50),
        b"RIFF\0\0\0\0WEBP" + b"abcd\0\0\0\0" * (MOST_BOXES + 1),
        b"",
    ):
        assert len(completed(data)) == len(data)


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(KEPT), st.binary(max_size=200))
def test_any_bytes(kept: float, data: bytes) -> None:
    assert len(completed(data, kept)) >= len(data)
    coded_light(b"colrnclx" + data)
