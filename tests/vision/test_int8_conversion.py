"""Networks in 8 bits: near the float network they are made of, the same bytes every time, nothing that overflows."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks.int8_ranges import measure
from photoface.domain.errors import ModelRefused
from photoface.domain.similarity import unit
from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.int8 import Recipe, read_recipe, to_int8
from photoface.vision.converters.int8_channels import channel_groups, equalized
from photoface.vision.converters.int8_folding import prepared
from photoface.vision.converters.int8_writer import LARGEST_WEIGHT
from photoface.vision.converters.onnx_reader import Network, read_network, write_network
from photoface.vision.sessions import open_session
from tests.vision.tiny_networks import SIDE, Net, mobile, residual, uneven

KINDS = pytest.mark.parametrize("kind", [mobile, residual])
Kind = Callable[[], bytes]


def pixels(seed: int = 5) -> NDArray[np.float32]:
    return np.random.default_rng(seed).integers(0, 256, (32, 3, SIDE, SIDE)).astype(np.float32)


def answers(onnx: bytes, seed: int = 5) -> NDArray[np.float32]:
    return open_session(onnx).run(pixels(seed))[0].reshape(32, -1)


def recipe_of(onnx: bytes, equalize: bool = True) -> Recipe:
    return read_recipe(measure(onnx, [pixels(1)], equalize).encode())


def rounded(onnx: bytes, equalize: bool = True) -> bytes:
    return to_int8("tiny", onnx, recipe_of(onnx, equalize))


def cosines(onnx: bytes, other: bytes) -> NDArray[np.float32]:
    found: NDArray[np.float32] = (unit(answers(onnx)) * unit(answers(other))).sum(axis=1)
    return found


@KINDS
def test_what_is_read_is_written_again(kind: Kind) -> None:
    assert write_network(read_network(kind())) == kind()


@KINDS
def test_eight_bits_answer_nearly_as_float_does(kind: Kind) -> None:
    assert cosines(kind(), rounded(kind(), equalize=kind is mobile)).mean() > 0.99


@KINDS
def test_the_same_network_gives_the_same_bytes(kind: Kind) -> None:
    assert rounded(kind(), equalize=False) == rounded(kind(), equalize=False)


@KINDS
def test_weights_are_so_small_that_no_processor_overflows(kind: Kind) -> None:
    weights = [values for values in read_network(rounded(kind(), False)).constants.values() if values.dtype == np.int8]
    largest = max(np.abs(values.astype(int)).max() for values in weights)
    assert largest == LARGEST_WEIGHT
    assert 2 * 255 * largest < 2**15


@KINDS
def test_every_convolution_takes_and_gives_whole_numbers(kind: Kind) -> None:
    network = read_network(rounded(kind(), False))
    made_by = {step.output: step.operator for step in network.steps}
    convolutions = [step for step in network.steps if step.operator == "Conv"]
    for step in convolutions[:-1] if kind is mobile else convolutions:  # what ends in the embedding stays float
        assert [made_by[name] for name in step.inputs] == ["DequantizeLinear"] * 3
        assert "QuantizeLinear" in {after.operator for after in network.steps if step.output in after.inputs}


def test_biases_move_into_the_convolutions_without_a_trace() -> None:
    network = prepared(read_network(residual()))
    assert all(len(step.inputs) == 3 for step in network.steps if step.operator == "Conv")
    np.testing.assert_allclose(answers(write_network(network)), answers(residual()), rtol=1e-4, atol=1e-4)


def test_scaled_pixels_become_whole_numbers_but_for_the_edge() -> None:
    """Without padding nothing is seen beyond the edge, and the answer is the same."""
    net = Net()
    scaled = net("Mul", "pixels", np.array([0.02, 0.01, 0.03], np.float32).reshape(1, 3, 1, 1))
    moved = net("Add", scaled, np.array([-1.0, -0.7, -2.0], np.float32).reshape(1, 3, 1, 1))
    onnx = net.write(net("Conv", moved, net.weights(4, 3), net.numbers(4)), [4, 14, 14])
    network = prepared(read_network(onnx))
    assert [step.operator for step in network.steps] == ["Add", "Conv"]
    (shift,) = network.constants[network.steps[0].inputs[1]]
    assert shift == -62  # the mean of 50, 70 and 66.7
    np.testing.assert_allclose(answers(write_network(network)), answers(onnx), rtol=1e-4, atol=1e-4)


def test_channels_of_one_size_give_the_same_answer() -> None:
    network = prepared(read_network(mobile()))
    exponents = recipe_of(mobile()).exponents
    assert max(max(row) for row in exponents.values()) > 1
    np.testing.assert_allclose(
        answers(write_network(equalized(network, exponents))), answers(write_network(network)), rtol=1e-3, atol=1e-3
    )


def test_channels_of_one_size_are_rounded_better() -> None:
    alike, unlike = cosines(uneven(), rounded(uneven())), cosines(uneven(), rounded(uneven(), equalize=False))
    assert 1 - alike.mean() < (1 - unlike.mean()) / 10


def test_tensors_that_are_added_have_their_channels_in_common() -> None:
    groups = channel_groups(prepared(read_network(mobile())))
    assert groups["add_13"] == groups["mul_11"] == groups["conv_7"] == groups["averagepool_8"]
    assert len({groups[name] for name in ("pixels", "add_3", "conv_5", "conv_7", "conv_9")}) == 5


@pytest.mark.parametrize(
    "table",
    [
        Recipe({"nowhere": (0.0, 1.0)}, {}),
        Recipe({}, {"nowhere": (1, 2)}),
        Recipe({}, {"conv_7": (1, 2)}),
    ],
    ids=["a range", "a group", "too few channels"],
)
def test_a_table_of_another_network_is_refused(table: Recipe) -> None:
    with pytest.raises(ModelRefused, match=r"tiny cannot be brought into 8 bits: (it has no tensor|its table)"):
        to_int8("tiny", mobile(), table)


def test_without_ranges_all_stays_float() -> None:
    network = read_network(to_int8("tiny", residual(), Recipe({}, {})))
    assert {values.dtype.name for values in network.constants.values()} >= {"float32"}
    assert "Conv" in {step.operator for step in network.steps}
    assert cosines(residual(), write_network(network)).min() > 0.9999


def test_a_channel_without_weights_keeps_its_bias() -> None:
    net = Net()
    weights, biases = net.weights(4, 3), np.array([3.0, 700.0, -2.0, 0.5], np.float32)
    weights[:2] = 0
    onnx = net.write(net("Relu", net("Conv", "pixels", weights, biases)), [4, 14, 14])
    made = to_int8("tiny", onnx, Recipe({"relu_1": (0.0, 1000.0)}, {}))
    found = open_session(made).run(pixels())[0]
    assert np.allclose(found[:, 0], 3.0, atol=2.0)
    assert np.allclose(found[:, 1], 700.0, atol=2.0)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=4))
def test_changed_bytes_are_read_or_refused(at: int, change: bytes) -> None:
    onnx = mobile()
    at %= len(onnx)
    with contextlib.suppress(Malformed):
        assert isinstance(read_network(onnx[:at] + change + onnx[at + len(change) :]), Network)
