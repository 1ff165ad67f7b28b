"""What is in a box that a human drew: the detector looks closely, and its answer is put back into the photo."""

from __future__ import annotations

import numpy as np
import pytest

from photoface.domain.geometry import Box
from photoface.vision.headers import open_photo
from photoface.vision.pipeline import Analyzer
from tests.builders import encoded, noise, oriented
from tests.fakes import FakeDetector, FakeEmbedder, face_at


def analyze(data: bytes, box: Box, faces, embedder: FakeEmbedder | None = None):
    detector = FakeDetector(faces)
    found = Analyzer(detector, [embedder or FakeEmbedder()]).analyze_box(open_photo(b"a.jpg", data), box)
    return found, detector


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_face_in_the_close_up_is_where_it_is_in_the_photo(orientation: int) -> None:
    # A box 40 wide and 48 high of 400 x 300: shown 160 / 48 as large.
    data, box = oriented(noise(400, 300), orientation), Box(200.0, 100.0, 40.0, 48.0)
    factor = 160 / 48
    corner = ((box.x + 20) - 1.25 * 48, (box.y + 24) - 1.25 * 48)
    face = face_at((box.x - corner[0]) * factor, (box.y - corner[1]) * factor, 40 * factor)
    found, detector = analyze(data, box, [face])
    assert found.face is not None
    assert found.face.detection.box.iou(box) > 0.9
    assert box.x < found.face.detection.landmarks[:, 0].mean() < box.x + box.width
    assert max(detector.shown[0]) == 400
    assert found.crop.startswith(b"\xff\xd8")


def test_a_face_beside_the_box_is_not_what_was_meant() -> None:
    found, detector = analyze(encoded(noise(400, 300)), Box(200.0, 100.0, 40.0, 48.0), [face_at(0, 0, 30)])
    assert found.face is None
    assert found.crop.startswith(b"\xff\xd8")
    assert len(detector.shown) == 2


def test_a_box_at_the_edge_and_one_as_large_as_the_photo() -> None:
    for box in (Box(0.0, 0.0, 30.0, 30.0), Box(0.0, 0.0, 400.0, 300.0), Box(396.0, 0.0, 4.0, 300.0)):
        found, _ = analyze(encoded(noise(400, 300)), box, [])
        assert found.face is None


def test_the_embedding_is_that_of_the_face() -> None:
    embedder = FakeEmbedder()
    found, _ = analyze(encoded(noise(400, 300)), Box(0.0, 0.0, 400.0, 300.0), [face_at(2, 2, 140)], embedder)
    assert found.face is not None
    assert np.isclose(np.linalg.norm(found.face.embeddings["fake-embedder"]), 1)
    assert found.embedders == ("fake-embedder",)
