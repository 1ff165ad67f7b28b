"""Reading the outputs of the networks, on made-up outputs and on a real face."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from photoface.domain.errors import ModelRefused
from photoface.domain.geometry import Box
from photoface.vision.decoding import load_photo, open_photo
from photoface.vision.detectors import CenterFace, YuNet
from photoface.vision.sessions import OnnxSession, open_session
from tests.builders import astronaut, noise
from tests.fakes import FakeSession
from tests.vision.real_models import real_detector, real_store, shared_photos

SIDES = ("left", "top", "width", "height")
EYES = np.array([[203, 101], [247, 103]])  # of the astronaut, by eye


def centerface_outputs(height: int, width: int, *cells: tuple[int, int, float]) -> dict[str, np.ndarray]:
    """One cell per (row, column, score): a box 40 wide and 60 high whose landmarks are tenths of it."""
    shape = (height // 4, width // 4)
    heat, sizes, offsets = np.zeros((1, 1, *shape)), np.zeros((1, 2, *shape)), np.zeros((1, 2, *shape))
    points = np.zeros((1, 10, *shape))
    for row, column, score in cells:
        heat[0, 0, row, column] = score
        sizes[0, :, row, column] = np.log([60 / 4, 40 / 4])
        offsets[0, :, row, column] = [0.25, -0.25]
        points[0, :, row, column] = np.arange(10) / 10
    names = ("heat", "scale", "offset", "points")
    return {name: array.astype(np.float32) for name, array in zip(names, (heat, sizes, offsets, points), strict=True)}


def test_centerface_cell_to_face() -> None:
    session = FakeSession(centerface_outputs(160, 224, (20, 30, 0.75)))
    (face,) = CenterFace(session).detect(np.zeros((150, 200, 3), np.uint8))
    # row first: centre y = (20 + .25 + .5) * 4, x = (30 - .25 + .5) * 4
    assert face.box.center == pytest.approx((121.0, 83.0))
    assert (face.box.width, face.box.height) == pytest.approx((40, 60))
    assert face.score == pytest.approx(0.75)
    # landmark j: y is value 2j, x is value 2j + 1, in fractions of the box from its corner
    assert face.landmarks[0] == pytest.approx([101 + 0.1 * 40, 53 + 0.0 * 60], abs=1e-4)
    assert face.landmarks[4] == pytest.approx([101 + 0.9 * 40, 53 + 0.8 * 60], abs=1e-4)


def test_centerface_landmarks_count_from_the_corner_inside_the_picture() -> None:
    session = FakeSession(centerface_outputs(160, 224, (3, 2, 0.75)))
    (face,) = CenterFace(session).detect(np.zeros((150, 200, 3), np.uint8))
    assert face.box.x < 0
    assert face.box.y < 0
    assert face.landmarks[0] == pytest.approx([4.0, 0.0], abs=1e-4)


def test_centerface_takes_rgb_padded_with_zeros_to_multiples_of_32() -> None:
    session = FakeSession(centerface_outputs(64, 96))
    pixels = np.asarray(noise(70, 40))
    assert CenterFace(session).detect(pixels) == []
    (batch,) = session.batches
    assert batch.shape == (1, 3, 64, 96)
    assert batch.dtype == np.float32
    assert np.array_equal(batch[0, :, :40, :70], pixels.transpose(2, 0, 1))
    assert batch[0, :, 40:].max() == batch[0, :, :, 70:].max() == 0


def test_weak_cells_and_second_boxes_of_a_face_are_left_out() -> None:
    outputs = centerface_outputs(160, 224, (20, 30, 0.9), (20, 31, 0.95), (5, 10, 0.49), (30, 50, 0.6))
    faces = CenterFace(FakeSession(outputs)).detect(np.zeros((160, 224, 3), np.uint8))
    assert [round(face.score, 2) for face in faces] == [0.95, 0.6]


def test_yunet_cell_to_face() -> None:
    outputs = {}
    for stride in (8, 16, 32):
        cells = (320 // stride) * (640 // stride)
        for head, channels in (("cls", 1), ("obj", 1), ("bbox", 4), ("kps", 10)):
            outputs[f"{head}_{stride}"] = np.zeros((1, cells, channels), np.float32)
    cell = 5 * 40 + 7  # row 5, column 7 at stride 16
    outputs["cls_16"][0, cell] = 0.81
    outputs["obj_16"][0, cell] = 1.2
    outputs["bbox_16"][0, cell] = [0.5, 0.25, np.log(4), np.log(6)]
    outputs["kps_16"][0, cell] = np.arange(10) / 10
    session = FakeSession(outputs)
    (face,) = YuNet(session).detect(np.full((300, 620, 3), (10, 20, 30), np.uint8))
    assert face.score == pytest.approx(0.9)
    assert face.box.center == pytest.approx((7.5 * 16, 5.25 * 16))
    assert (face.box.width, face.box.height) == pytest.approx((64, 96), rel=1e-4)
    assert face.landmarks[4] == pytest.approx([(0.8 + 7) * 16, (0.9 + 5) * 16])
    (batch,) = session.batches
    assert batch.shape == (1, 3, 320, 640)
    assert batch[0, :, 0, 0].tolist() == [30, 20, 10]  # blue first
    assert batch[0, :, 300:].max() == 0


@pytest.mark.parametrize("name", ["centerface", "yunet"])
def test_the_astronaut_is_found(name: str) -> None:
    (face,) = real_detector(name).detect(np.asarray(astronaut()))
    assert face.score > 0.8
    assert face.landmarks[:2] == pytest.approx(EYES, abs=4)
    assert face.landmarks[2, 1] > face.landmarks[:2, 1].max()
    assert face.landmarks[3, 0] < face.landmarks[4, 0]
    assert face.box.x < EYES[0, 0]
    assert face.box.x + face.box.width > EYES[1, 0]


@pytest.mark.parametrize("name", ["centerface", "yunet"])
def test_a_shrunken_picture_gives_the_same_face(name: str) -> None:
    detector = real_detector(name)
    (large,) = detector.detect(np.asarray(astronaut()))
    (small,) = detector.detect(np.asarray(astronaut().resize((300, 300), Image.Resampling.BOX)))
    assert small.scaled(512 / 300).box.iou(large.box) > 0.85


def test_colours_the_other_way_round_score_less() -> None:
    """A swap would be nearly silent: this is what tells."""
    pixels = np.asarray(astronaut())
    (right,) = real_detector().detect(pixels)
    (swapped,) = real_detector().detect(np.ascontiguousarray(pixels[..., ::-1]))
    assert right.score > swapped.score


def test_no_face_in_noise() -> None:
    assert real_detector().detect(np.asarray(noise(300, 200))) == []


def test_any_size_is_taken() -> None:
    for size in ((1, 1), (31, 33), (640, 17)):
        assert real_detector().detect(np.zeros((*size, 3), np.uint8)) == []


def test_bytes_that_are_no_model_are_refused() -> None:
    with pytest.raises(ModelRefused, match="models install"):
        open_session(b"nonsense")


def test_one_session_serves_several_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    session = OnnxSession(real_store("centerface").onnx_bytes("centerface"))
    batches = [np.full((1, 3, 64, 64), value, np.float32) for value in range(0, 250, 50)]
    alone = [session.run(batch)[0] for batch in batches]
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(lambda batch: session.run(batch)[0], batches))
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


def test_every_annotated_face_of_group_photos_is_found() -> None:
    folder = shared_photos("groups/dlib-faces")
    missed = []
    for path, truth in annotated(folder):
        photo = open_photo(bytes(path), path.read_bytes())
        decoded = load_photo(photo, 1024)
        found = [face.box.scaled(1 / decoded.scale) for face in real_detector().detect(decoded.pixels)]
        missed += [(path.name, box) for box in truth if not any(box.iou(other) > 0.25 for other in found)]
    assert missed == []


def annotated(folder: Path) -> list[tuple[Path, list[Box]]]:
    """Photos of dlib's face set with their true boxes."""
    pairs = []
    for table in ("training.xml", "testing.xml"):
        root = ElementTree.parse(shared_photos("annotations/dlib-faces") / table).getroot()
        for image in root.iter("image"):
            boxes = [
                [float(box.get(key, 0)) for key in ("left", "top", "width", "height")] for box in image.iter("box")
            ]
            pairs.append((folder / image.get("file", ""), [Box(*values) for values in boxes]))
    return [(path, boxes) for path, boxes in pairs if path.is_file()]


def test_small_photos_need_no_enlarging() -> None:
    """LFW is 250 x 250: the labelled face, in the middle, is always found."""
    folder = shared_photos("faces/lfw")
    missed = []
    for path in sorted(folder.glob("*/*_0001.jpg"))[::20]:
        pixels = load_photo(open_photo(bytes(path), path.read_bytes()), 1024).pixels
        centers = [face.box.center for face in real_detector().detect(pixels)]
        if not any(abs(x - 125) < 40 and abs(y - 125) < 40 for x, y in centers):
            missed.append(path.name)
    assert missed == []
