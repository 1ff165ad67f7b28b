"""Files made to harm: each is a photo or a row with a reason, in bounded time and memory, and the rest goes on."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

import pytest

from benchmarks.faults.monsters import monsters, png, portrait, scan_bomb
from benchmarks.faults.mutations import mutated
from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis, PhotoFailed
from photoface.metadata.pixel_stream import identity, scans
from photoface.vision.decoding import detection_scale, load_photo, open_photo
from photoface.vision.pipeline import Analyzer
from photoface.worker import memory
from photoface.worker.analyzer_process import AnalyzerProcess
from photoface.worker.glancing import GlanceReader
from photoface.worker.protocol import Allow, AnalyzerSpec
from photoface.worker.reading import FileReader
from tests.builders import encoded
from tests.fakes import FakeDetector, FakeEmbedder

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "PPM", "AVIF", "HEIF")
MUTANTS = 150
NEEDS_RESIDENT = pytest.mark.skipif(memory.resident() is None, reason="this system does not tell a process' memory")


def reader_without_networks(spec: AnalyzerSpec) -> FileReader:
    """Everything of the real reader but the networks."""
    return FileReader(Analyzer(FakeDetector(), [FakeEmbedder()]), spec.known)


def refused(folder: Path, data: bytes) -> PhotoUnreadable:
    path = folder / "a.jpg"
    path.write_bytes(data)
    with pytest.raises(PhotoUnreadable) as raised:
        reader_without_networks(AnalyzerSpec(folder, "any")).read(os.fsencode(path), probe=False)
    return raised.value


def test_monsters_and_mutants_are_photos_or_rows(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(3)
    bases = [encoded(portrait(120, 90), kind) for kind in FORMATS]
    files = {f"{n}.jpg": mutated(chance.choice(bases), bases, chance) for n in range(MUTANTS)}
    files |= monsters(heavy=False)
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    paths = [os.fsencode(tmp_path / name) for name in files]
    with AnalyzerProcess(AnalyzerSpec(tmp_path, "any", threads=2), reader_without_networks) as analyzer:
        results = {result.path: result for result in analyzer.analyze(paths)}
    assert results.keys() == set(paths)
    failed = [result for result in results.values() if isinstance(result, PhotoFailed)]
    assert {result.kind for result in failed} <= {"unreadable", "not_a_photo", "too_large"}
    assert not [result.reason for result in failed if result.trace or "Error" in result.reason]
    assert any(isinstance(result, PhotoAnalysis) for result in results.values())
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(("side", "times"), [(4000, 1000), (9000, 20_000)])
def test_a_picture_that_is_drawn_thousands_of_times_is_refused(tmp_path: Path, side: int, times: int) -> None:
    error = refused(tmp_path, scan_bomb(side, side, times))
    assert error.kind == "too_large"
    assert f"{times:,} times over" in error.reason


def test_scans_behind_the_end_of_the_picture_do_not_count() -> None:
    progressive = encoded(portrait(), "JPEG", progressive=True)
    drawn = progressive.count(b"\xff\xda")
    assert scans(progressive) == drawn > 3
    assert scans(progressive + b"\xff\xda" * 1000) == drawn


@pytest.mark.parametrize("name", ["million-comments.jpg", "fill-bytes.jpg", "million-chunks.png"])
def test_a_header_of_millions_of_pieces_is_given_up(tmp_path: Path, name: str) -> None:
    data = monsters(heavy=False)[name]
    before = time.process_time()
    assert refused(tmp_path, data).kind == "unreadable"
    identity(data)
    assert time.process_time() - before < 30  # minutes, were it read to its end; seldom a second


def test_a_line_of_a_hundred_million_pixels_is_not_blown_up() -> None:
    photo = open_photo(b"a", png(20_000_000, 5, b""))
    width, height = photo.size.width, photo.size.height
    assert detection_scale(photo.size, 1024) * width <= 8192
    assert (width, height) == (20_000_000, 5)


def test_a_picture_in_words_is_refused_where_it_would_take_minutes(tmp_path: Path) -> None:
    assert refused(tmp_path, b"P3 3000 3000 255\n" + b"0 " * 9_000_000).kind == "too_large"
    small = open_photo(b"a", b"P3 30 30 255\n" + b"7 " * 2700)
    assert load_photo(small, 1024).pixels.mean() == 7


def test_the_picture_of_a_png_is_not_decoded_for_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import ImageFile

    data = encoded(portrait(), "PNG")
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda _: pytest.fail("decoded"))
    assert open_photo(b"a", data).orientation == 1


def test_a_large_photo_waits_for_its_turn_without_being_slow(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(portrait(), "JPEG"))
    allowed: list[float] = []
    reader_without_networks(AnalyzerSpec(tmp_path, "any")).read(os.fsencode(path), probe=False, allow=allowed.append)
    header, waiting, work = allowed
    assert waiting > 1000
    assert header <= work < 11


class GreedyReader:
    """Takes more and more memory for the file called greedy."""

    def read(self, path: bytes, *, probe: bool, allow: Allow) -> PhotoAnalysis:
        kept = []
        while b"greedy" in path:
            kept.append(bytearray(os.urandom(1 << 20)) * 64)
        raise PhotoUnreadable(path, "it is small", "unreadable")


def greedy_reader(spec: AnalyzerSpec) -> GreedyReader:
    memory.watch_memory(400 << 20)
    return GreedyReader()


@NEEDS_RESIDENT
def test_who_takes_more_memory_than_any_photo_is_named(tmp_path: Path) -> None:
    paths = [os.fsencode(tmp_path / name) for name in ("a.jpg", "greedy.jpg", "b.jpg")]
    with AnalyzerProcess(AnalyzerSpec(tmp_path, "any", threads=2), greedy_reader) as analyzer:
        results = {result.path: result for result in analyzer.analyze(paths)}
    told = {path: (result.kind, result.reason) for path, result in results.items() if isinstance(result, PhotoFailed)}
    assert told.pop(paths[1]) == (
        "crashed",
        "reading it ended the reading process (it took more memory than any photo needs)",
    )
    assert [kind for kind, _ in told.values()] == ["unreadable"] * 2


class BusyReader:
    """Computes on the file called busy for ever, and waits a little for the one called waiting."""

    def read(self, path: bytes, *, probe: bool, allow: Allow) -> PhotoAnalysis:
        allow(0.5)
        while b"busy" in path:
            sum(range(10_000))
        if b"waiting" in path:
            time.sleep(1.0)
        raise PhotoUnreadable(path, "it is small", "unreadable")


def busy_reader(spec: AnalyzerSpec) -> BusyReader:
    return BusyReader()


@pytest.mark.skipif(not hasattr(time, "pthread_getcpuclockid"), reason="threads have no clock of their own here")
def test_who_computes_for_ever_is_given_up_and_who_waits_is_not(tmp_path: Path) -> None:
    paths = [os.fsencode(tmp_path / name) for name in ("busy.jpg", "waiting.jpg", "a.jpg")]
    with AnalyzerProcess(AnalyzerSpec(tmp_path, "any", threads=2), busy_reader) as analyzer:
        results = {result.path: result for result in analyzer.analyze(paths)}
    kinds = [result.kind for path in paths if isinstance(result := results[path], PhotoFailed)]
    assert kinds == ["slow", "unreadable", "unreadable"]


def test_no_first_picture_is_made_of_a_picture_that_is_drawn_thousands_of_times(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(scan_bomb(4000, 3900, 20_000))
    assert GlanceReader().read(os.fsencode(tmp_path / "a.jpg")).preview is None
