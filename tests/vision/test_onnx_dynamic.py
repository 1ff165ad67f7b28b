"""ONNX of a fixed size made free: only names of dimensions change, the answers stay the same to the last bit."""

from __future__ import annotations

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.errors import ModelRefused
from photoface.vision.catalog import load_catalog
from photoface.vision.converters import to_onnx
from photoface.vision.converters.protobuf import blob, fields
from photoface.vision.sessions import open_session
from tests.vision.model_files import source_files
from tests.vision.tiny_models import tiny_onnx

FREE = ("N", 3, "H", "W")


def free(data: bytes, dims: tuple[int | str, ...] = FREE) -> bytes:
    return to_onnx("the model", "onnx", [data], dims)


def test_a_small_model_takes_any_size() -> None:
    session = open_session(free(tiny_onnx()))
    pixels = np.ones((2, 3, 5, 7), np.float32)
    np.testing.assert_array_equal(session.run(pixels)[0], pixels * 2)


def test_weights_that_nobody_uses_are_left_out() -> None:
    assert len(free(tiny_onnx(padding=1000))) < len(tiny_onnx(padding=1000)) - 4000


def test_without_free_sizes_the_bytes_stay_as_they_are() -> None:
    assert to_onnx("the model", "onnx", [tiny_onnx()]) == tiny_onnx()


def test_the_same_file_gives_the_same_bytes() -> None:
    assert free(tiny_onnx()) == free(tiny_onnx())


def without_graph(data: bytes) -> bytes:
    return b"".join(field.raw for field in fields(data) if field.number != 7)


def without_inputs(data: bytes) -> bytes:
    (graph,) = (field for field in fields(data) if field.number == 7)
    kept = b"".join(field.raw for field in fields(graph.message) if field.number != 11)
    return without_graph(data) + blob(7, kept)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "holds no network"),
        (b"\xff\xfe", "cannot be used"),
        (tiny_onnx()[:-30], "cannot be used"),
        (without_graph(tiny_onnx()), "holds no network"),
        (tiny_onnx() * 2, "holds no network"),
        (without_inputs(tiny_onnx()), "0 inputs"),
        (tiny_onnx([1, 3, 8]), "3 dimensions"),
    ],
)
def test_what_is_no_such_model_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ModelRefused, match=reason):
        free(data)


@given(st.integers(0, len(tiny_onnx()) - 1), st.integers(0, 255))
def test_a_changed_byte_does_not_bring_it_down(at: int, value: int) -> None:
    changed = bytearray(tiny_onnx())
    changed[at] = value
    try:
        free(bytes(changed))
    except ModelRefused:
        return


@pytest.fixture(scope="module")
def centerface() -> tuple[bytes, bytes]:
    """As it came, and with a free size."""
    (source,) = source_files("centerface")
    return source, free(source, load_catalog().model("centerface").free_size)


def test_centerface_answers_as_before_where_it_could_answer_before(centerface: tuple[bytes, bytes]) -> None:
    source, converted = centerface
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    before = onnxruntime.InferenceSession(source, options)
    pixels = np.random.default_rng(0).integers(0, 256, (10, 3, 32, 32)).astype(np.float32)
    expected = before.run(None, {before.get_inputs()[0].name: pixels})
    for answer, wanted in zip(open_session(converted).run(pixels), expected, strict=True):
        np.testing.assert_allclose(answer, wanted, rtol=0, atol=1e-5)


@pytest.mark.parametrize("size", [(96, 160), (224, 64)])
def test_centerface_takes_other_sizes(centerface: tuple[bytes, bytes], size: tuple[int, int]) -> None:
    heat, *others = open_session(centerface[1]).run(np.zeros((1, 3, *size), np.float32))
    assert heat.shape == (1, 1, size[0] // 4, size[1] // 4)
    assert [answer.shape[1] for answer in others] == [2, 2, 10]


def test_centerface_has_one_input_left(centerface: tuple[bytes, bytes]) -> None:
    (graph,) = (field for field in fields(centerface[1]) if field.number == 7)
    assert [field.number for field in fields(graph.message)].count(11) == 1


def test_yunet_answers_as_before_and_takes_other_sizes() -> None:
    (source,) = source_files("yunet")
    session = open_session(free(source, load_catalog().model("yunet").free_size))
    pixels = np.random.default_rng(0).integers(0, 256, (1, 3, 640, 640)).astype(np.float32)
    for answer, wanted in zip(session.run(pixels), open_session(source).run(pixels), strict=True):
        np.testing.assert_allclose(answer, wanted, rtol=0, atol=1e-5)
    assert session.run(np.zeros((1, 3, 320, 480), np.float32))[0].shape == (1, 2400, 1)
