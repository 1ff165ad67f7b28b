"""The real reader: a file's bytes become an analysis, unless the photo is known."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from photoface.domain.dates import DateSource, Taken
from photoface.domain.errors import ModelsMissing, PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis, PhotoFailed, PhotoKnown
from photoface.metadata.pixel_stream import identity
from photoface.vision.pipeline import Analyzer
from photoface.worker.analyzer_process import AnalyzerProcess
from photoface.worker.protocol import AnalyzerSpec
from photoface.worker.reading import FileReader, file_reader
from tests.builders import astronaut, cut_short, encoded, exif_block, oriented, png_header, quarters
from tests.fakes import FakeDetector, FakeEmbedder, face_at
from tests.vision.real_models import real_store


def write(folder: Path, data: bytes, name: bytes = b"a.jpg") -> bytes:
    path = os.path.join(os.fsencode(folder), name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def reader(*known: bytes) -> tuple[FileReader, FakeDetector]:
    detector = FakeDetector([face_at(10, 10, 30)])
    return FileReader(Analyzer(detector, [FakeEmbedder()]), frozenset(known)), detector


def test_an_analysis_carries_identity_and_date(tmp_path: Path) -> None:
    data = encoded(quarters(), exif=exif_block(taken="2019:08:03 12:13:14"))
    path = write(tmp_path, data, b"odd \xff name.jpg")
    result = reader()[0].read(path, probe=False)
    assert isinstance(result, PhotoAnalysis)
    assert (result.path, result.identity, result.taken) == (
        path,
        identity(data),
        Taken("2019-08-03T12:13:14", DateSource.EXIF),
    )
    assert len(result.faces) == 1


def test_a_known_photo_is_not_decoded_whatever_its_name_and_metadata(tmp_path: Path) -> None:
    known = identity(encoded(quarters())) + bytes([1])
    both, detector = reader(known)
    renamed = write(tmp_path, encoded(quarters(), exif=exif_block(1, changed="2021:01:01 00:00:00")), b"b.jpg")
    changed = Taken("2021-01-01T00:00:00", DateSource.CHANGED)
    assert both.read(renamed, probe=False) == PhotoKnown(renamed, known[:32], taken=changed)
    assert detector.shown == []
    assert isinstance(both.read(renamed, probe=True), PhotoAnalysis)


def test_a_known_photo_that_was_turned_since_is_read_again(tmp_path: Path) -> None:
    known = identity(encoded(quarters())) + bytes([1])
    turned = write(tmp_path, encoded(quarters(), exif=exif_block(6)))
    result = reader(known)[0].read(turned, probe=False)
    assert isinstance(result, PhotoAnalysis)
    assert (result.identity, result.orientation) == (known[:32], 6)


def test_a_known_photo_cut_short_is_another_one(tmp_path: Path) -> None:
    data = encoded(astronaut())
    result = reader(identity(data) + bytes([1]))[0].read(write(tmp_path, cut_short(data)), probe=False)
    assert isinstance(result, PhotoAnalysis)
    assert result.damaged


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"", "unreadable"), (b"text", "not_a_photo"), (png_header(60000, 60000), "too_large")],
)
def test_what_is_no_photo_is_told(tmp_path: Path, data: bytes, kind: str) -> None:
    with pytest.raises(PhotoUnreadable) as raised:
        reader()[0].read(write(tmp_path, data), probe=False)
    assert raised.value.kind == kind


def test_without_models_nothing_begins(tmp_path: Path) -> None:
    with pytest.raises(ModelsMissing):
        file_reader(AnalyzerSpec(tmp_path, "basic"))


def test_real_photos_through_a_real_child(tmp_path: Path) -> None:
    store = real_store("centerface", "dlib-resnet")
    good = {write(tmp_path, oriented(astronaut(), number), b"%d.jpg" % number) for number in (1, 3, 6)}
    (tmp_path / "folder.jpg").mkdir()
    os.mkfifo(tmp_path / "pipe.jpg")
    bad = {
        write(tmp_path, b"", b"empty.jpg"): "unreadable",
        write(tmp_path, b"words", b"words.jpg"): "not_a_photo",
        write(tmp_path, png_header(60000, 60000), b"bomb.png"): "too_large",
        os.fsencode(tmp_path / "gone.jpg"): "vanished",
        os.fsencode(tmp_path / "folder.jpg"): "not_a_photo",
        os.fsencode(tmp_path / "pipe.jpg"): "not_a_photo",
    }
    with AnalyzerProcess(AnalyzerSpec(store.folder, "basic", threads=2)) as analyzer:
        results = {result.path: result for result in analyzer.analyze([*good, *bad])}
    assert {path: result.kind for path, result in results.items() if isinstance(result, PhotoFailed)} == bad
    for path in good:
        result = results[path]
        assert isinstance(result, PhotoAnalysis)
        (face,) = result.faces
        assert set(face.embeddings) == {"dlib-resnet"}
        assert face.quality > 0.7


def test_the_parent_loads_neither_pillow_nor_onnxruntime() -> None:
    script = "import sys, photoface.worker.analyzer_process; print({'PIL', 'onnxruntime'} & set(sys.modules))"
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert told.stdout.strip() == "set()"
