"""Quality falls with everything that makes a face hard to know, and is worth something where it is used."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from photoface.domain.faces import FOUNDING_QUALITY, Detection
from photoface.domain.geometry import Box
from photoface.domain.similarity import angle_between
from photoface.vision.alignment import chip_to_photo, warp
from photoface.vision.quality import quality, sharpness, turn
from photoface.vision.regions import Region
from tests.builders import astronaut, noise
from tests.fakes import face_at
from tests.vision.real_models import real_detector, real_embedder

# what CenterFace says of the astronaut
FACE = Detection(
    Box(181.5, 58.2, 88.4, 119.6),
    np.array([[203.2, 101.7], [247.0, 104.5], [223.3, 125.1], [203.4, 142.3], [241.3, 144.4]], np.float32),
    0.93,
)


def judged(picture: Image.Image, scale: float = 1.0, face: Detection = FACE) -> float:
    return quality(face.scaled(scale), Region(picture, 0, 0, 1))


def shrunk(scale: float) -> Image.Image:
    side = round(512 * scale)
    return astronaut().resize((side, side), Image.Resampling.BOX)


def test_a_good_face() -> None:
    assert judged(astronaut()) > 0.8


def test_blur_lowers_it() -> None:
    blurred = [judged(astronaut().filter(ImageFilter.GaussianBlur(radius))) for radius in (0, 2, 4, 6, 10)]
    assert blurred == sorted(blurred, reverse=True)
    assert blurred[0] > 2 * FOUNDING_QUALITY
    assert blurred[-1] < FOUNDING_QUALITY


def test_so_does_shrinking() -> None:
    smaller = [judged(shrunk(scale), scale) for scale in (0.5, 0.25, 0.2, 0.15, 0.1)]
    assert all(after <= before + 0.1 for before, after in pairwise(smaller))
    assert smaller[0] > 0.8
    assert smaller[-1] < FOUNDING_QUALITY / 4


def test_enlarging_brings_nothing_back() -> None:
    enlarged = shrunk(0.1).resize((512, 512), Image.Resampling.BICUBIC)
    assert judged(enlarged) < FOUNDING_QUALITY


def test_a_large_photo_of_the_same_face_is_no_worse() -> None:
    enlarged = astronaut().resize((2048, 2048), Image.Resampling.BICUBIC)
    assert judged(enlarged, 4) == pytest.approx(judged(astronaut()), abs=0.1)


def test_an_uncertain_detection_lowers_it() -> None:
    unsure = Detection(FACE.box, FACE.landmarks, 0.5)
    assert judged(astronaut(), face=unsure) < 0.25 * judged(astronaut())


def test_a_profile_lowers_it() -> None:
    sideways = FACE.landmarks.copy()
    sideways[2, 0] -= 25
    assert turn(Detection(FACE.box, sideways, 0.93)) > turn(FACE) + 0.5
    assert judged(astronaut(), face=Detection(FACE.box, sideways, 0.93)) < 0.6 * judged(astronaut())


@given(st.floats(-3, 3), st.floats(0.2, 5))
def test_turning_the_picture_is_not_turning_the_head(angle: float, scale: float) -> None:
    rotation = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned = Detection(FACE.box, (FACE.landmarks @ rotation.T).astype(np.float32), 0.9)
    assert turn(turned) == pytest.approx(turn(FACE), abs=1e-3)


def test_a_flat_picture_has_no_detail() -> None:
    assert sharpness(FACE, Region(Image.new("RGB", (512, 512), "grey"), 0, 0, 1)) == 0
    assert judged(Image.new("RGB", (512, 512), "grey")) == 0


def test_landmarks_that_coincide_are_worth_nothing() -> None:
    collapsed = Detection(FACE.box, np.full((5, 2), 100, np.float32), 0.93)
    assert judged(astronaut(), face=collapsed) == 0


@given(st.floats(-50, 700), st.floats(-50, 700), st.floats(0.1, 600), st.floats(0, 1), st.integers(0, 3))
def test_it_is_always_between_none_and_one(x: float, y: float, width: float, score: float, seed: int) -> None:
    assert 0 <= quality(face_at(x, y, width, score), Region(noise(120, 90, seed), 0, 0, 1)) <= 1


def test_it_tells_which_copies_an_embedder_no_longer_knows() -> None:
    """The farther a degraded copy is from the original, the lower its quality: the whole point of it."""
    embedder = real_embedder("dlib-resnet")
    copies = [astronaut().filter(ImageFilter.GaussianBlur(radius)) for radius in (0, 2, 4, 8)]
    faces = [real_detector().detect(np.asarray(copy))[0] for copy in copies]
    chips = [
        warp(copy, chip_to_photo(embedder.frame, face.landmarks), embedder.frame.size)
        for copy, face in zip(copies, faces, strict=True)
    ]
    vectors = embedder.embed(np.stack(chips))
    away = [angle_between(vectors[0], vector) for vector in vectors]
    assert away == sorted(away)
    grades = [quality(face, Region(copy, 0, 0, 1)) for face, copy in zip(faces, copies, strict=True)]
    assert grades == sorted(grades, reverse=True)
