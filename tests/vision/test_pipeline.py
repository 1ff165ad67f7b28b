"""A photo through all stages, with fakes for the rules and real models for the result."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageCms

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis
from photoface.domain.geometry import Box, Size
from photoface.domain.similarity import angle_between
from photoface.vision import pipeline
from photoface.vision.decoding import open_photo
from photoface.vision.pipeline import Analyzer
from tests.builders import astronaut, cut_short, encoded, noise, oriented, quarters
from tests.fakes import FakeDetector, FakeEmbedder, face_at
from tests.vision.real_models import real_analyzer, real_detector, real_embedder, shared_photos

IDENTITY = bytes(32)


def analyze(analyzer: Analyzer, data: bytes) -> PhotoAnalysis:
    return analyzer.analyze(open_photo(b"/a/photo", data), IDENTITY, "2020-01-02T03:04:05")


def shown(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg)).convert("RGB")


def test_faces_are_told_in_pixels_of_the_full_photo() -> None:
    detector, embedder = FakeDetector([face_at(100, 60, 50)]), FakeEmbedder()
    result = analyze(Analyzer(detector, [embedder], 500), encoded(quarters(2000, 1000)))
    (face,) = result.faces
    assert detector.shown == [(250, 500, 3)]
    assert face.detection.box == Box(400, 240, 200, 240)
    assert (result.size, result.format, result.orientation, result.identity) == (Size(2000, 1000), "JPEG", 1, IDENTITY)
    assert (result.detector, result.embedders, result.taken) == (
        "fake-detector", ("fake-embedder",), "2020-01-02T03:04:05",
    )  # fmt: skip
    assert set(face.embeddings) == {"fake-embedder"}
    assert np.linalg.norm(face.embeddings["fake-embedder"]) == pytest.approx(1, abs=1e-5)


def test_a_photo_without_faces() -> None:
    result = analyze(Analyzer(FakeDetector(), [FakeEmbedder()]), encoded(quarters()))
    assert result.faces == ()
    assert not result.second_decode
    assert shown(result.thumbnail).size == (96, 64)


def test_several_embedders_each_see_their_own_chips() -> None:
    first, second = FakeEmbedder("first", 64), FakeEmbedder("second", 32)
    faces = [face_at(20, 20, 60), face_at(120, 20, 60)]
    result = analyze(Analyzer(FakeDetector(faces), [first, second]), encoded(noise(300, 200)))
    assert [chip.shape for chip in first.chips] == [(64, 64, 3)] * 2
    assert [chip.shape for chip in second.chips] == [(32, 32, 3)] * 2
    assert [set(face.embeddings) for face in result.faces] == [{"first", "second"}] * 2


def test_a_small_face_is_decoded_again_larger() -> None:
    photo = encoded(quarters(4000, 3000))
    tiny, large = face_at(300, 300, 8), face_at(300, 300, 200)
    embedder = FakeEmbedder()
    assert analyze(Analyzer(FakeDetector([tiny, large]), [embedder]), photo).second_decode
    assert not analyze(Analyzer(FakeDetector([large]), [embedder]), photo).second_decode


def test_there_is_no_second_decode_when_the_file_has_no_more() -> None:
    tiny = face_at(300, 300, 8)
    assert not analyze(Analyzer(FakeDetector([tiny]), [FakeEmbedder()]), encoded(quarters(1000, 800))).second_decode
    assert not analyze(
        Analyzer(FakeDetector([tiny]), [FakeEmbedder()]), encoded(quarters(4000, 3000), "PNG")
    ).second_decode


def test_without_memory_for_a_second_decode_the_first_has_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_memory(*_: object) -> None:
        raise PhotoUnreadable(b"/a/photo", "too large", "too_large")

    monkeypatch.setattr(pipeline, "load_source", without_memory)
    result = analyze(Analyzer(FakeDetector([face_at(300, 300, 8)]), [FakeEmbedder()]), encoded(quarters(4000, 3000)))
    assert len(result.faces) == 1
    assert not result.second_decode


def test_the_second_decode_shows_more_of_a_small_face() -> None:
    pixels = np.asarray(noise(2048, 2048)) // 2 + 60  # detail that every scaled decode averages away
    photo = encoded(Image.fromarray(pixels.astype(np.uint8)), quality=95)
    fine, coarse = FakeEmbedder(), FakeEmbedder()
    tiny = FakeDetector([face_at(200, 200, 10)])
    assert analyze(Analyzer(tiny, [fine], 512), photo).second_decode
    analyze(Analyzer(tiny, [coarse], 512), encoded(shown(photo).resize((512, 512))))
    assert fine.chips[0].std() > 1.5 * coarse.chips[0].std()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("side", [512, 1500])
def test_chips_are_cut_upright_from_any_orientation(orientation: int, side: int) -> None:
    picture = astronaut().resize((side, side)).crop((0, 0, side, int(side * 0.8)))
    faces = [face_at(350 * 512 / max(side, 512), 180 * 512 / max(side, 512), 150 * 512 / max(side, 512))]
    upright, turned = FakeEmbedder(), FakeEmbedder()
    analyze(Analyzer(FakeDetector(faces), [upright], 512), encoded(picture, quality=95))
    analyze(Analyzer(FakeDetector(faces), [turned], 512), oriented(picture, orientation, quality=95))
    assert np.abs(upright.chips[0].astype(int) - turned.chips[0].astype(int)).mean() < 6


def test_a_face_at_the_border_is_handled() -> None:
    faces = [face_at(-30, -30, 60), face_at(280, 180, 60)]
    result = analyze(Analyzer(FakeDetector(faces), [FakeEmbedder()]), encoded(noise(300, 200)))
    assert [max(shown(face.crop).size) <= 160 for face in result.faces] == [True, True]


def test_crop_and_thumbnail() -> None:
    result = analyze(Analyzer(FakeDetector([face_at(100, 20, 100)]), [FakeEmbedder()]), encoded(quarters(1200, 800)))
    assert shown(result.thumbnail).size == (256, 171)
    crop = shown(result.faces[0].crop)
    assert max(crop.size) == 160
    # the box is 117 wide and 141 high in the full photo, the square around it 1.5 x the longer side
    assert crop.getpixel((5, crop.height // 2))[0] > 150


def test_small_previews_are_not_enlarged() -> None:
    result = analyze(Analyzer(FakeDetector([face_at(10, 10, 20)]), [FakeEmbedder()]), encoded(quarters(96, 64)))
    assert max(shown(result.faces[0].crop).size) <= 40


def test_previews_survive_a_profile_that_makes_no_sense() -> None:
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()  # none that RGB can be read by
    for profile in (other, b"broken"):
        assert analyze(Analyzer(FakeDetector(), [FakeEmbedder()]), encoded(quarters(), icc_profile=profile)).thumbnail


def test_previews_are_in_the_colours_of_their_own_profile() -> None:
    """Two profiles in turn, each seen before: what is kept of one must not colour the other's photos."""
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = plain.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
    analyzer = Analyzer(FakeDetector(), [FakeEmbedder()])
    red = Image.new("RGB", (64, 64), (254, 0, 0))
    photos = [encoded(red, icc_profile=profile) for profile in (swapped, plain, swapped, plain)]
    shades = [np.asarray(shown(analyze(analyzer, photo).thumbnail))[32, 32] for photo in photos]
    assert [int(shade.argmax()) for shade in shades] == [1, 0, 1, 0]


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF", "JXL"])
def test_every_format_is_shown_by_its_profile(format: str) -> None:
    plain = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = plain.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
    option = {"icc" if format == "JXL" else "icc_profile": swapped}
    photo = encoded(Image.new("RGB", (64, 64), (254, 0, 0)), format, **option)
    shade = np.asarray(shown(analyze(Analyzer(FakeDetector(), [FakeEmbedder()]), photo).thumbnail))[32, 32]
    assert shade.argmax() == 1


def test_a_file_cut_short_is_marked() -> None:
    result = analyze(Analyzer(FakeDetector(), [FakeEmbedder()]), cut_short(encoded(astronaut())))
    assert result.damaged


def test_a_file_that_cannot_be_shown_is_told_with_its_path() -> None:
    with pytest.raises(PhotoUnreadable) as raised:
        analyze(Analyzer(FakeDetector(), [FakeEmbedder()]), encoded(noise())[:300])
    assert raised.value.path == b"/a/photo"


def test_the_astronaut() -> None:
    result = analyze(real_analyzer(), encoded(astronaut(), quality=95))
    (face,) = result.faces
    assert face.quality > 0.8
    assert face.detection.box.iou(Box(178, 68, 86, 120)) > 0.5
    assert face.embeddings["dlib-resnet"].shape == (128,)


@pytest.mark.parametrize("orientation", range(2, 9))
def test_the_astronaut_is_the_same_person_whichever_way_the_camera_was_held(orientation: int) -> None:
    analyzer = real_analyzer()
    (upright,) = analyze(analyzer, encoded(astronaut(), quality=95)).faces
    (turned,) = analyze(analyzer, oriented(astronaut(), orientation, quality=95)).faces
    assert turned.detection.box.iou(upright.detection.box) > 0.9
    assert angle_between(turned.embeddings["dlib-resnet"], upright.embeddings["dlib-resnet"]) < 0.1


def test_a_face_in_a_large_photo_is_as_good_as_alone() -> None:
    """30 pixels wide in the detector's picture, 120 in the file: the second decode brings them back."""
    wide = Image.new("RGB", (4000, 3000), (90, 120, 90))
    wide.paste(astronaut(), (1700, 1200))
    analyzer = real_analyzer()
    (alone,) = analyze(analyzer, encoded(astronaut(), quality=95)).faces
    result = analyze(analyzer, encoded(wide, quality=95))
    (small,) = result.faces
    assert result.second_decode
    assert angle_between(alone.embeddings["dlib-resnet"], small.embeddings["dlib-resnet"]) < 0.2


def test_a_detector_may_be_exchanged() -> None:
    analyzer = Analyzer(real_detector("yunet"), [real_embedder()])
    result = analyze(analyzer, encoded(astronaut(), quality=95))
    (other,) = analyze(real_analyzer(), encoded(astronaut(), quality=95)).faces
    (face,) = result.faces
    assert result.detector == "yunet"
    assert face.detection.box.iou(other.detection.box) > 0.5
    assert angle_between(face.embeddings["dlib-resnet"], other.embeddings["dlib-resnet"]) < 0.25


def test_two_people_whichever_way_a_real_camera_was_held() -> None:
    folder = shared_photos("formats/immich-test-assets/metadata/faces")
    files = [folder / "portrait.jpg", folder / "portrait-orientation-6.jpg"]
    results = [analyze(real_analyzer(), file.read_bytes()) for file in files]
    assert [result.orientation for result in results] == [1, 6]
    upright, turned = ([face.detection.box for face in result.faces] for result in results)
    assert len(upright) == len(turned) == 2
    assert all(any(box.iou(other) > 0.8 for other in turned) for box in upright)
