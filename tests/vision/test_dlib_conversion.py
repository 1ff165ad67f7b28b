"""dlib's .dat as ONNX: judged by dlib itself on the real file, by numpy on small ones; hostile files are refused."""

from __future__ import annotations

import contextlib
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from photoface.domain.errors import ModelRefused
from photoface.vision.converters import to_onnx
from photoface.vision.sessions import open_session
from tests.vision.dlib_writer import ADD, MARK, RELU, Net, affine, convolution, dense, integer, pool, string
from tests.vision.model_files import source_files, source_path

RANDOM = np.random.default_rng(7)
FILTERS = RANDOM.normal(size=(4, 3, 3, 3)).astype(np.float32)
MORE = RANDOM.normal(size=(4, 4, 3, 3)).astype(np.float32)
BIASES = RANDOM.normal(size=4).astype(np.float32)
GAMMA, BETA = RANDOM.normal(size=4).astype(np.float32), RANDOM.normal(size=4).astype(np.float32)
WEIGHTS = RANDOM.normal(size=(4, 5)).astype(np.float32)
ENDING = (pool("avg", 0, 1), dense(WEIGHTS))
PLAIN = Net((convolution(FILTERS, BIASES), affine(GAMMA, BETA), RELU, *ENDING))


def convert(data: bytes) -> bytes:
    return to_onnx("the model", "dlib", [data])


def run(net: Net, pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    return open_session(convert(net.write())).run(pixels.transpose(0, 3, 1, 2).astype(np.float32))[0]


def by_hand(pixels: NDArray[np.uint8], filters: NDArray[np.float32] = FILTERS) -> NDArray[np.float64]:
    """The first convolution, scaled, without negative values: [n, 4, rows, columns]."""
    scaled = (pixels - np.array(PLAIN.mean)) / 256
    windows = np.lib.stride_tricks.sliding_window_view(scaled, (3, 3), (1, 2))
    summed = np.einsum("nrckxy,fkxy->nfrc", windows, filters.astype(np.float64)) + BIASES[:, None, None]
    return np.maximum(summed * GAMMA[:, None, None] + BETA[:, None, None], 0)


@pytest.fixture
def pixels() -> NDArray[np.uint8]:
    return RANDOM.integers(0, 256, (3, 6, 6, 3), np.uint8)


def test_mean_and_scaling_are_folded_into_the_convolution(pixels: NDArray[np.uint8]) -> None:
    expected = by_hand(pixels).mean((2, 3)) @ WEIGHTS
    np.testing.assert_allclose(run(PLAIN, pixels), expected, atol=1e-5)


def test_a_sum_fills_the_smaller_side_with_zeros(pixels: NDArray[np.uint8]) -> None:
    """A block that halves the picture: 4x4 goes to 2x2 by convolution and to 2x2 by pooling; then 2x2 and 1x1."""
    halved = (MARK, convolution(MORE, BIASES, stride=2), MARK, MARK, pool("avg", 2, 2), ADD, RELU)
    net = Net((*PLAIN.layers[:3], *halved, *ENDING))
    before = by_hand(pixels)
    main = np.zeros((3, 4, 2, 2))
    main[:, :, 0, 0] = np.einsum("nkxy,fkxy->nf", before[:, :, :3, :3], MORE.astype(np.float64)) + BIASES
    skip = before.reshape(3, 4, 2, 2, 2, 2).mean((3, 5))
    expected = np.maximum(main + skip, 0).mean((2, 3)) @ WEIGHTS
    np.testing.assert_allclose(run(net, pixels), expected, atol=1e-5)


def test_a_sum_fills_missing_channels_with_zeros(pixels: NDArray[np.uint8]) -> None:
    wider = RANDOM.normal(size=(6, 4, 1, 1)).astype(np.float32)
    weights = RANDOM.normal(size=(6, 5)).astype(np.float32)
    block = (MARK, convolution(wider, np.zeros(6, np.float32)), ADD)
    net = Net((*PLAIN.layers[:3], *block, pool("avg", 0, 1), dense(weights)))
    before = by_hand(pixels)
    after = np.einsum("nkrc,fk->nfrc", before, wider[:, :, 0, 0].astype(np.float64))
    after[:, :4] += before
    np.testing.assert_allclose(run(net, pixels), after.mean((2, 3)) @ weights, atol=1e-5)


def test_the_same_file_gives_the_same_bytes() -> None:
    assert convert(PLAIN.write()) == convert(PLAIN.write())


BROKEN = {
    "another loss": (replace(PLAIN, loss="loss_mean_squared_"), "telling faces apart"),
    "another input": (replace(PLAIN, source="input_rgb_image"), "fixed size"),
    "an unknown layer": (Net((PLAIN.layers[0], string("dropout_"), *ENDING)), "'dropout_'"),
    "a layer that does not fit": (Net((PLAIN.layers[0], convolution(FILTERS, BIASES), *ENDING)), "does not fit"),
    "a sum of nothing": (Net((PLAIN.layers[0], ADD, *ENDING)), "nothing to add"),
    "a window larger than the picture": (Net((PLAIN.layers[0], pool("max", 9, 1), *ENDING)), "larger than the picture"),
    "a step of nothing": (Net((PLAIN.layers[0], pool("max", 2, 0), *ENDING)), "impossible size"),
    "no vector at the end": (Net(PLAIN.layers[:3]), "end in a vector"),
    "scaling without a convolution": (Net((PLAIN.layers[0], RELU, affine(GAMMA, BETA), *ENDING)), "does not follow"),
    "padding in front of the mean": (Net((convolution(FILTERS, BIASES, padding=1), *ENDING)), "without padding"),
    "weights that are no numbers": (Net((convolution(FILTERS * np.inf, BIASES), *ENDING)), "not a number"),
    "weights too large to scale": (Net((convolution(FILTERS * 1e30, BIASES), affine(GAMMA * 1e30, BETA))), "too large"),
    "a mean that is no colour": (replace(PLAIN, mean=(1e30, 0.0, 0.0)), "no colour"),
    "a picture of one pixel": (replace(PLAIN, size=1), "larger than the picture"),
    "a picture of no pixel": (replace(PLAIN, size=-5), "larger than the picture"),
}


@pytest.mark.parametrize(("net", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_dlibs_face_network_is_refused_by_saying_why(net: Net, reason: str) -> None:
    with pytest.raises(ModelRefused, match=reason):
        convert(net.write())


def test_bytes_behind_the_end_are_refused() -> None:
    with pytest.raises(ModelRefused, match="behind its last layer"):
        convert(PLAIN.write() + b"\0")


def test_a_tensor_of_impossible_size_is_refused_before_room_is_made_for_it() -> None:
    whole = PLAIN.write()
    start = whole.index(string("con_4")) + len(string("con_4"))
    huge = integer(2) + integer(2**60) * 4
    with pytest.raises(ModelRefused, match="cut short"):
        convert(whole[:start] + huge + whole[start:])


@given(st.integers(0, len(PLAIN.write()) - 1))
@settings(max_examples=40)
def test_a_file_cut_anywhere_is_refused(length: int) -> None:
    with pytest.raises(ModelRefused):
        convert(PLAIN.write()[:length])


@given(st.integers(0, len(PLAIN.write()) - 1), st.integers(0, 255))
@settings(max_examples=100)
def test_a_changed_byte_is_refused_or_changes_a_weight(at: int, value: int) -> None:
    changed = bytearray(PLAIN.write())
    changed[at] = value
    with contextlib.suppress(ModelRefused):
        open_session(convert(bytes(changed)))


@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(data: bytes) -> None:
    with pytest.raises(ModelRefused):
        convert(data)


@pytest.fixture(scope="module")
def real() -> bytes:
    return convert(*source_files("dlib-resnet"))


def test_it_answers_as_dlib_does(real: bytes, chips: NDArray[np.uint8]) -> None:
    dlib = pytest.importorskip("dlib", reason="dlib-bin judges the conversion and is not installed")
    judge = dlib.face_recognition_model_v1(str(source_path("dlib-resnet")))
    expected = np.array([judge.compute_face_descriptor(chip) for chip in chips])
    answers = open_session(real).run(chips.transpose(0, 3, 1, 2).astype(np.float32))[0]
    np.testing.assert_allclose(answers, expected, rtol=0, atol=1e-5)


def test_it_answers_for_one_as_for_many(real: bytes, chips: NDArray[np.uint8]) -> None:
    session, batch = open_session(real), chips.transpose(0, 3, 1, 2).astype(np.float32)
    together = session.run(batch)[0]
    alone = np.concatenate([session.run(batch[at : at + 1])[0] for at in range(len(batch))])
    np.testing.assert_array_equal(alone, together)


def test_the_real_file_cut_short_is_refused() -> None:
    (data,) = source_files("dlib-resnet")
    for length in (0, 1, 1000, len(data) // 2, len(data) - 1):
        with pytest.raises(ModelRefused):
            convert(data[:length])


@pytest.fixture(scope="module")
def chips() -> NDArray[np.uint8]:
    """uint8 [8, 150, 150, 3]: a face in several cuts, mirrored, dark, and noise."""
    data = pytest.importorskip("skimage.data", reason="scikit-image's astronaut is not installed")
    from PIL import Image

    picture = Image.fromarray(data.astronaut())
    corners = [(160, 50, 290, 180), (150, 30, 310, 190), (170, 70, 270, 170), (140, 0, 340, 200), (180, 60, 280, 160)]
    cut = [np.asarray(picture.resize((150, 150), Image.Resampling.BILINEAR, box)) for box in corners]
    noise = np.random.default_rng(1).integers(0, 256, (150, 150, 3), np.uint8)
    return np.stack([*cut, cut[0][:, ::-1], cut[1] // 4, noise])
