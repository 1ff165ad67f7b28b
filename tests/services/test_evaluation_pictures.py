"""What runs pictures through the analyzer: detection, robustness, the stored form; and true boxes from files."""

from contextlib import nullcontext

import numpy as np
import pytest
from PIL import Image

from photoface.domain.errors import BadRequest, DiskFull, NotFound
from photoface.domain.faces import Detection, FaceAnalysis, PhotoAnalysis
from photoface.domain.geometry import Box, Size
from photoface.metadata.imglab import NotImglab, parse_imglab
from photoface.services.evaluation import robustness as robustness_module
from photoface.services.evaluation.annotations import Annotated, read_annotations
from photoface.services.evaluation.boxes import match_boxes
from photoface.services.evaluation.copies import FULL, Level, Original, copy_path, make_copies
from photoface.services.evaluation.detect import detect
from photoface.services.evaluation.robustness import LEVELS, robustness
from photoface.services.evaluation.splits import Draw
from photoface.services.evaluation.stored_form import stored_form
from photoface.services.evaluation.truth import TooLittle, Truth
from tests.world import FakeAnalyzer

XML = b"""<?xml version='1.0'?><dataset><name>x</name><images>
<image file='a.jpg' width='9' height='9'><box top='1' left='2' width='3' height='4'><part name='0' x='1' y='1'/></box>
<box top='5' left='6' width='7' height='8' ignore='1'/></image><image file='sub/b.jpg'/></images></dataset>"""


def test_boxes_of_imglab():
    a, b = parse_imglab(XML)
    assert (a.file, a.boxes, a.ignored) == ("a.jpg", (Box(2, 1, 3, 4),), (Box(6, 5, 7, 8),))
    assert (b.file, b.boxes, b.ignored) == ("sub/b.jpg", (), ())


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<dataset><images>",
        b"<html/>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><dataset/>",
        b"<dataset><images><image/></images></dataset>",
        b"<dataset><images><image file='a'><box top='1'/></image></images></dataset>",
        b"<dataset><images><image file='a'><box top='1' left='1' width='nan' height='1'/></image></images></dataset>",
        b"<?xml version='1.0' encoding='klingon'?><dataset/>",
        b"\xff\xd8\xff\xe0",
    ],
)
def test_what_is_no_imglab_is_refused(xml):
    with pytest.raises(NotImglab):
        parse_imglab(xml)


def test_annotations_of_either_kind(tmp_path):
    (tmp_path / "a.xml").write_bytes(XML)
    (tmp_path / "a.json").write_text(
        '{"images": [{"file": "a.jpg", "boxes": [[1, 2, 3, 4]], "ignore": [[5, 6, 7, 8]]}]}'
    )
    first, second = read_annotations(tmp_path / "a.xml")
    assert first == Annotated(bytes(tmp_path / "a.jpg"), (Box(2, 1, 3, 4),), (Box(6, 5, 7, 8),), upright=False)
    assert second.path == bytes(tmp_path / "sub" / "b.jpg")
    (only,) = read_annotations(tmp_path / "a.json", tmp_path / "photos")
    assert only == Annotated(bytes(tmp_path / "photos" / "a.jpg"), (Box(1, 2, 3, 4),), (Box(5, 6, 7, 8),), upright=True)


@pytest.mark.parametrize(
    "text",
    ["{}", "{", '{"images": [{}]}', '{"images": [{"file": "a", "boxes": [[1]]}]}', '{"images": []}', "words",
     '{"images": [{"file": "a", "boxes": [[1, 2, NaN, 4]]}]}', '{"images": 3}',
     '{"images": [{"file": 3, "boxes": []}]}'],
)  # fmt: skip
def test_annotations_that_make_no_sense(tmp_path, text):
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(BadRequest, match=r"a\.json"):
        read_annotations(tmp_path / "a.json")


def test_annotations_that_are_not_there(tmp_path):
    with pytest.raises(NotFound):
        read_annotations(tmp_path / "a.json")
    with pytest.raises(BadRequest):
        read_annotations(tmp_path)


A, B, FAR = Box(0, 0, 10, 10), Box(20, 0, 10, 10), Box(100, 100, 10, 10)


def test_each_true_box_is_found_once_by_the_surest():
    matched = match_boxes([A, B], [], [A, A, FAR], [0.6, 0.9, 0.7], 0.5)
    assert matched.found == (1, None)
    assert matched.right == (False, True, False)


def test_the_overlap_that_is_enough():
    half = Box(0, 0, 10, 5)
    assert match_boxes([A], [], [half], [1], 0.5).right == (True,)
    assert match_boxes([A], [], [half], [1], 0.51).right == (False,)


def test_a_box_takes_the_one_that_it_overlaps_most():
    beside = Box(2, 0, 10, 10)
    assert match_boxes([A, beside], [], [beside, A], [0.9, 0.8], 0.5).found == (1, 0)


def test_ignored_boxes_are_neither_right_nor_wrong():
    crowd = Box(0, 0, 100, 100)
    assert match_boxes([], [crowd], [A, FAR], [1, 1], 0.5).right == (None, False)
    assert match_boxes([A], [crowd], [A], [1], 0.5).right == (True,)


def test_no_boxes_at_all():
    assert match_boxes([], [], [], [], 0.5).found == ()
    assert match_boxes([A], [], [], [], 0.5).found == (None,)


def test_detection_of_a_world(w):
    # The faces of the fake photos: 80 x 100 at x = 0, 100, ..., y = 10.
    two, one = w.add("two.jpg", "A B"), w.add("one.jpg", "A")
    broken, gone = w.add("bad.jpg", "broken"), w.photos / "gone.jpg"
    true = (Box(0, 10, 80, 100), Box(500, 10, 30, 40))
    annotated = [
        Annotated(bytes(two), true, (), upright=True),
        Annotated(bytes(one), (Box(0, 10, 160, 100),), (), upright=True),
        Annotated(bytes(broken), (Box(0, 0, 30, 30),), (), upright=True),
        Annotated(bytes(gone), true, (), upright=True),
    ]
    told = []
    report = detect(FakeAnalyzer(), "centerface", annotated, lambda done, total: told.append((done, total)))
    assert (report.photos, report.absent, report.failed, report.true) == (3, 1, 1, 4)
    assert told == [(1, 3), (2, 3), (3, 3)]
    strict, loose = report.overlaps
    assert (strict.overlap, strict.found, strict.wrong, strict.recall) == (0.5, 2, 1, 0.5)
    assert strict.precision == pytest.approx(2 / 3)
    assert loose.found == 2
    assert {(size.width, size.true, size.found, size.wrong) for size in strict.sizes if size.true} == {
        (20, 2, 0, 0), (80, 1, 1, 1), (160, 1, 1, 0),
    }  # fmt: skip
    assert strict.curve[-1] == (0.5, strict.precision)


def test_boxes_of_the_stored_picture_are_turned_with_it(w):
    class Turned(FakeAnalyzer):
        def analyze(self, paths):
            for each in super().analyze(paths):
                fields = {name: getattr(each, name) for name in PhotoAnalysis.__slots__}
                yield PhotoAnalysis(**{**fields, "orientation": 6, "size": Size(500, 1000)})

    path = w.add("turned.jpg", "A")
    # Shown by orientation 6, the stored picture is 1000 x 500, and its x is the shown y.
    stored = Annotated(bytes(path), (Box(10, 500 - 80, 100, 80),), (), upright=False)
    assert detect(Turned(), "centerface", [stored]).overlaps[0].recall == 1


def test_no_picture_there(tmp_path):
    with pytest.raises(NotFound, match="--photos"):
        detect(FakeAnalyzer(), "centerface", [Annotated(bytes(tmp_path / "a.jpg"), (), (), upright=True)])


def test_copies_are_made_of_the_face_and_its_surroundings(tmp_path):
    picture = Image.effect_noise((400, 300), 80).convert("RGB")
    picture.save(tmp_path / "a.png")
    original = Original(bytes(tmp_path / "a.png"), Box(150, 100, 100, 80), "0")
    levels = [FULL, Level("jpeg", 90), Level("jpeg", 10), Level("width", 20), Level("width", 112)]
    assert make_copies([original], levels, tmp_path) == []
    full, fine, coarse, small = (copy_path(tmp_path, original, level) for level in levels[:4])
    box = original.shown
    assert (box.x, box.y, box.width, box.height) == (50, -10, 300, 300)
    with Image.open(full) as copy:
        assert copy.size == (300, 300)
        assert np.array_equal(np.asarray(copy)[10:], np.asarray(picture)[:290, 50:350])
        assert (np.asarray(copy)[:10] == 128).all()  # beyond the photo
    assert coarse.stat().st_size < fine.stat().st_size
    with Image.open(small) as copy:
        assert copy.size == (256, 256)
        inside = np.argwhere((np.asarray(copy) != 128).any(axis=2))
        assert (inside.min(axis=0) >= 98).all()  # 300 pixels became 60, in the middle of 256
        assert (inside.max(axis=0) < 158).all()
    assert not copy_path(tmp_path, original, levels[4]).exists()  # faces are never enlarged


def test_copies_at_the_edge_and_of_large_faces(tmp_path):
    Image.new("RGB", (3000, 2000), "black").save(tmp_path / "a.jpg")
    original = Original(bytes(tmp_path / "a.jpg"), Box(0, 0, 1000, 1000), "0")
    make_copies([original], [FULL], tmp_path)
    with Image.open(copy_path(tmp_path, original, FULL)) as copy:
        assert copy.size == (1024, 1024)
        assert copy.getpixel((300, 300)) == (128, 128, 128)
        assert copy.getpixel((400, 400)) == (0, 0, 0)


def test_files_that_are_gone_or_broken_have_no_copies(tmp_path):
    (tmp_path / "bad.jpg").write_bytes(b"no picture")
    originals = [Original(bytes(tmp_path / name), A, name) for name in ("bad.jpg", "none.jpg")]
    assert make_copies(originals, LEVELS, tmp_path) == ["bad.jpg", "none.jpg"]


@pytest.fixture
def copied(monkeypatch):
    """Copies of fake photos: those of JPEG quality 10 cannot be told apart, those 14 pixels wide have no face."""

    def fake_copies(originals, levels, folder):
        for original in originals:
            with open(original.path) as file:
                who = file.read().split("|")[0]
            for level in (each for each in levels if each.value != 112):  # no face is so wide
                worse = {("jpeg", 10): "X", ("width", 14): ""}.get((level.kind, level.value), who)
                copy_path(folder, original, level).write_text(f"{worse}|{original.name}{level}")
        return []

    monkeypatch.setattr(robustness_module, "make_copies", fake_copies)
    monkeypatch.setattr(robustness_module, "in_child", lambda function, *args: function(*args))
    # Faces of fake photos stand anywhere.
    monkeypatch.setattr(robustness_module, "_face_of", lambda analysis: next(iter(analysis.faces), None))


@pytest.fixture
def people(w):
    for name in "ABCDE":
        for number in range(3):
            w.add(f"{name}/{name}{number}.jpg", name)
    w.index()
    return w


def test_robustness_by_level(people, copied):
    report = robustness(people.library, lambda: nullcontext(FakeAnalyzer()), Truth(), Draw(10))
    assert (report.sample, report.people, report.unreadable) == (10, 5, 0)
    at = {(each.level.kind, each.level.value): each for each in report.levels}
    assert list(at) == [(level.kind, level.value) for level in LEVELS]
    full, worst, none = at["full", 0], at["jpeg", 10], at["width", 14]
    assert (full.faces, full.detected, full.found_pairs, full.drift) == (10, 1, 1, 0)
    assert full.accuracy.value == 1
    assert (worst.detected, worst.found_pairs) == (1, 1)
    assert worst.accuracy.value < 1
    assert worst.drift > 1
    assert (none.faces, none.detected, none.found_pairs, none.accuracy, none.drift) == (10, 0, 0, None, None)
    assert [len(chart.series) for chart in report.charts] == [3, 3]
    assert report.charts[1].series[1].xs == (20, 28, 40, 56, 80)
    absent = at["width", 112]
    assert (absent.faces, absent.detected, absent.found_pairs) == (0, None, None)


def test_robustness_needs_two_faces_of_somebody(w, copied):
    for name in "ABCDE":
        w.add(f"{name}/1.jpg", name)
    w.index()
    with pytest.raises(TooLittle):
        robustness(w.library, lambda: nullcontext(FakeAnalyzer()), Truth())


def test_the_stored_form_is_within_a_hundredth_of_a_radian(people):
    report = stored_form(people.library, FakeAnalyzer(), Truth(), Draw(10))
    assert (report.sample, report.faces, report.people, report.lost) == (10, 10, 5, 0)
    assert (report.bytes_float32, report.bytes_int8) == (1024, 256)
    assert 0 < report.error_mean <= report.error_99 <= report.error_most < 0.01
    assert report.errors[-1] == (report.error_most, 1.0)
    assert report.float32.genuine == report.int8.genuine == 5
    assert report.float32.accuracy.value == report.int8.accuracy.value == 1


def test_photos_that_are_gone_or_changed_are_counted(people):
    (people.photos / "A" / "A0.jpg").unlink()
    (people.photos / "B" / "B0.jpg").write_text("|")
    report = stored_form(people.library, FakeAnalyzer(), Truth(), Draw(15))
    assert (report.sample, report.faces, report.lost) == (15, 13, 2)


def test_nothing_left_is_too_little(people):
    for photo in people.photos.rglob("*.jpg"):
        photo.unlink()
    with pytest.raises(TooLittle):
        stored_form(people.library, FakeAnalyzer(), Truth(), Draw(10))


def test_the_face_of_a_copy_covers_its_middle(w):
    def faces(*boxes):
        analysis = FakeAnalyzer().one(bytes(w.add("x.jpg", " ".join("A" * len(boxes)))))
        found = tuple(
            FaceAnalysis(Detection(box, each.detection.landmarks, 0.9), 0.9, each.embeddings, b"")
            for box, each in zip(boxes, analysis.faces, strict=True)
        )
        fields = {name: getattr(analysis, name) for name in PhotoAnalysis.__slots__}
        return PhotoAnalysis(**{**fields, "size": Size(100, 100), "faces": found})

    beside, wide, exact = Box(0, 0, 20, 20), Box(0, 0, 90, 90), Box(40, 40, 20, 20)
    assert robustness_module._face_of(faces(beside, wide, exact)).detection.box == exact
    assert robustness_module._face_of(faces(beside)) is None
    assert robustness_module._face_of(faces()) is None


def test_a_full_disk_is_said(tmp_path):
    Image.new("RGB", (60, 60)).save(tmp_path / "a.png")
    original = Original(bytes(tmp_path / "a.png"), Box(20, 20, 10, 10), "0")
    with pytest.raises(DiskFull, match="--sample"):
        make_copies([original], [FULL], tmp_path / "none")
