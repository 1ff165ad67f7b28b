"""Geometry of the chips: fits, maps and the half pixels between conventions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from photoface.domain.geometry import Box
from photoface.vision.alignment import (
    ChipFrame,
    apply,
    chip_to_photo,
    cut_chip,
    inverse,
    magnification,
    outline,
    similarity,
    warp,
)
from photoface.vision.catalog import load_catalog
from photoface.vision.embedders import frame_of
from photoface.vision.regions import Region
from tests.fakes import TEMPLATE

FRAME = ChipFrame((150, 150), TEMPLATE)
SQUEEZED = frame_of(load_catalog().model("retail-0095"))

turns = st.floats(-np.pi, np.pi)
scales = st.floats(0.05, 20)
shifts = st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000))


def similar(turn: float, scale: float, shift: tuple[float, float]) -> np.ndarray:
    cos, sin = scale * np.cos(turn), scale * np.sin(turn)
    return np.array([[cos, -sin, shift[0]], [sin, cos, shift[1]]])


@given(turns, scales, shifts)
def test_a_similarity_is_found_again(turn: float, scale: float, shift: tuple[float, float]) -> None:
    truth = similar(turn, scale, shift)
    assert np.allclose(similarity(TEMPLATE, apply(truth, TEMPLATE)), truth, atol=1e-6 * max(scale, 1) * 100)


@given(turns, scales, shifts, st.integers(0, 2**31))
def test_the_fit_is_the_best_one(turn: float, scale: float, shift: tuple[float, float], seed: int) -> None:
    noise = np.random.default_rng(seed)
    target = apply(similar(turn, scale, shift), TEMPLATE) + noise.normal(0, 5 * scale, (5, 2))
    found = similarity(TEMPLATE, target)

    def error(affine: np.ndarray) -> float:
        return float(((apply(affine, TEMPLATE) - target) ** 2).sum())

    for _ in range(5):
        turned, moved = noise.normal(0, 0.01, 2), noise.normal(0, 0.01, 2)
        other = found + similar(0, 0, tuple(moved)) + np.array([[turned[0], -turned[1], 0], [turned[1], turned[0], 0]])
        assert error(found) <= error(other) + 1e-6


def test_the_fit_never_mirrors() -> None:
    mirrored = TEMPLATE * np.array([-1, 1])
    assert np.linalg.det(similarity(TEMPLATE, mirrored)[:, :2]) > 0


def test_points_that_coincide_are_shifted_only() -> None:
    assert np.allclose(similarity(np.zeros((5, 2)), np.full((5, 2), 3.0)), [[1, 0, 3], [0, 1, 3]])


@given(turns, scales, shifts)
def test_inverse(turn: float, scale: float, shift: tuple[float, float]) -> None:
    there = similar(turn, scale, shift)
    assert np.allclose(apply(inverse(there), apply(there, TEMPLATE)), TEMPLATE, atol=1e-5)


@pytest.mark.parametrize("frame", [FRAME, SQUEEZED])
@given(turns, scales, shifts)
def test_landmarks_come_to_lie_on_the_template(
    frame: ChipFrame, turn: float, scale: float, shift: tuple[float, float]
) -> None:
    undistorted = frame.template / np.array(frame.stretch)
    landmarks = apply(similar(turn, scale, shift), undistorted)
    back = inverse(chip_to_photo(frame, landmarks))
    assert np.allclose(apply(back, landmarks), frame.template, atol=1e-3)


def test_the_squeezed_frame_is_one_affine_map() -> None:
    """96 x 112 stretched to 128 x 128, as Open Model Zoo's model wants it."""
    assert SQUEEZED.size == (128, 128)
    assert SQUEEZED.stretch == pytest.approx((128 / 96, 128 / 112))
    assert np.allclose(SQUEEZED.template[0], [30.2946 * 128 / 96, 51.6963 * 128 / 112], atol=1e-4)


@given(turns, scales, shifts)
def test_magnification_and_outline(turn: float, scale: float, shift: tuple[float, float]) -> None:
    to_photo = similar(turn, scale, shift)
    assert magnification(to_photo) == pytest.approx(1 / scale)
    box = outline(FRAME, to_photo)
    inside = apply(to_photo, [(u, v) for u in (0, 75, 149) for v in (0, 75, 149)])
    assert (inside >= np.array([box.x, box.y]) - 1e-6).all()
    assert (inside <= np.array([box.x + box.width, box.y + box.height]) + 1e-6).all()


def gradient(width: int, height: int) -> Image.Image:
    """Red and green tell the whole coordinates of a pixel's centre."""
    down, across = np.indices((height, width))
    return Image.fromarray(np.stack([across, down, 0 * down], 2).astype(np.uint8))


@pytest.mark.parametrize("shift", [(0.0, 0.0), (10.0, 20.0), (10.5, 20.25)])
def test_a_chip_pixel_is_the_photo_pixel_that_the_map_names(shift: tuple[float, float]) -> None:
    chip = warp(gradient(200, 200), similar(0, 1, shift), (50, 40)).astype(float)
    down, across = np.indices((40, 50))
    assert np.abs(chip[..., 0] - (across + shift[0]))[1:-1, 1:-1].max() <= 1
    assert chip[..., 0][5, 5] == pytest.approx(5 + shift[0], abs=0.51)
    assert chip[..., 1][5, 5] == pytest.approx(5 + shift[1], abs=0.51)
    assert chip[down, across].shape == (40, 50, 3)


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.9, 2.5, 5.0])
@pytest.mark.parametrize("turn", [0.0, 0.3])
def test_shrinking_before_the_warp_moves_nothing(scale: float, turn: float) -> None:
    to_photo = similar(turn, scale, (60, 20))
    expected = apply(to_photo, [(u, v) for v in range(30) for u in range(30)]).reshape(30, 30, 2)
    inside = (expected > 6).all(2) & (expected < 249).all(2)
    assert inside.sum() > 200
    for axis in (0, 1):  # floating-point grey has no rounding that could hide a shift
        coordinate = np.indices((256, 256))[1 - axis].astype(np.float32)
        chip = warp(Image.fromarray(coordinate), to_photo, (30, 30))
        assert np.abs(chip - expected[..., axis])[inside].max() < 1e-3


def test_a_large_face_is_averaged_and_not_sampled_with_holes() -> None:
    stripes = np.zeros((800, 800, 3), np.uint8)
    stripes[:, ::2] = 255
    chip = warp(Image.fromarray(stripes), similar(0, 5, (0, 0)), (100, 100))
    assert np.abs(chip[5:-5, 5:-5].astype(int) - 127).max() < 30


def test_outside_the_photo_a_chip_is_black() -> None:
    chip = warp(Image.new("RGB", (50, 50), "white"), similar(0, 1, (-20, -20)), (40, 40))
    assert chip[:18, :18].max() == 0
    assert chip[25:, 25:].min() == 255


@given(st.floats(0.2, 1), st.integers(0, 40), st.integers(0, 40))
def test_a_chip_is_the_same_from_any_region_that_holds_it(scale: float, left: int, top: int) -> None:
    to_photo = similar(0.2, scale, (90, 70))
    photo = gradient(250, 250)
    whole = cut_chip(Region(photo, 0, 0, 1), FRAME, to_photo).astype(int)
    part = cut_chip(Region(photo.crop((left, top, 250, 250)), left, top, 1), FRAME, to_photo).astype(int)
    hull = outline(FRAME, to_photo)
    if hull.x > left + 1 and hull.y > top + 1:
        assert np.abs(whole - part).max() <= 1
    assert isinstance(hull, Box)
