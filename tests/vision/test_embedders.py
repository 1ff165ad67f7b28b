"""Chips to unit vectors: colours, batches, mirrors."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from photoface.domain.similarity import angle_between
from photoface.vision.alignment import chip_to_photo, warp
from photoface.vision.catalog import load_catalog
from photoface.vision.embedders import BATCH, FlipAveraged, frame_of, input_of
from photoface.vision.model import InputSpec
from tests.builders import astronaut, noise
from tests.fakes import MeanSession
from tests.vision.real_models import real_detector, real_embedder

MODEL = replace(load_catalog().model("dlib-resnet"), dims=5)


def chips(count: int, side: int = 150) -> np.ndarray:
    return (
        np.stack([np.asarray(noise(side, side, seed)) for seed in range(count)])
        if count
        else np.empty((0, side, side, 3), np.uint8)
    )


def test_unit_rows_of_any_number() -> None:
    embedder = FlipAveraged(MODEL, MeanSession())
    for count in (0, 1, 3, BATCH + 3):
        vectors = embedder.embed(chips(count))
        assert vectors.shape == (count, 5)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_a_batch_is_never_larger_than_it_should_be() -> None:
    session = MeanSession()
    FlipAveraged(MODEL, session).embed(chips(BATCH + 1))
    assert [len(batch) for batch in session.batches] == [BATCH, BATCH, 2]


def test_a_mirrored_face_is_the_same_face() -> None:
    chip = chips(1).copy()
    chip[:, :, :75] //= 4
    embedder = FlipAveraged(MODEL, MeanSession())
    assert np.allclose(embedder.embed(chip), embedder.embed(chip[:, :, ::-1]), atol=1e-6)


@pytest.mark.parametrize(("channels", "first"), [("RGB", 200), ("BGR", 40)])
def test_colour_order_scale_and_mean(channels: str, first: int) -> None:
    session = MeanSession()
    chip = np.full((1, 150, 150, 3), (200, 100, 40), np.uint8)
    FlipAveraged(replace(MODEL, input=InputSpec(channels, (150, 150), 127.5, 128.0)), session).embed(chip)
    (batch,) = session.batches
    assert batch.shape == (2, 3, 150, 150)
    assert batch.dtype == np.float32
    assert batch[0, 0, 0, 0] == pytest.approx((first - 127.5) / 128)
    FlipAveraged(replace(MODEL, input=InputSpec(channels, (150, 150))), session).embed(chip)
    assert session.batches[1][0, 0, 0, 0] == first


def test_a_model_that_lacks_what_chips_need_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="no input"):
        input_of(replace(MODEL, input=None))
    with pytest.raises(ValueError, match="template"):
        frame_of(replace(MODEL, template=None))


@pytest.mark.parametrize(("name", "same", "other"), [("dlib-resnet", 0.25, 0.4), ("retail-0095", 0.6, 1.1)])
def test_a_face_stays_near_itself_and_far_from_noise(name: str, same: float, other: float) -> None:
    embedder, frame = real_embedder(name), real_embedder(name).frame
    large, small = astronaut(), astronaut().resize((200, 200))
    cut = []
    for picture in (large, small):
        (face,) = real_detector().detect(np.asarray(picture))
        cut.append(warp(picture, chip_to_photo(frame, face.landmarks), frame.size))
    vectors = embedder.embed(np.stack([*cut, np.asarray(noise(*frame.size))]))
    assert vectors.shape == (3, embedder.dims)
    assert angle_between(vectors[0], vectors[1]) < same
    assert angle_between(vectors[0], vectors[2]) > other


@pytest.mark.parametrize("name", ["dlib-resnet", "retail-0095"])
def test_a_batch_gives_what_single_faces_give(name: str) -> None:
    embedder = real_embedder(name)
    some = chips(5, embedder.frame.size[0])
    single = np.concatenate([embedder.embed(chip[None]) for chip in some])
    assert np.allclose(embedder.embed(some), single, atol=1e-5)
