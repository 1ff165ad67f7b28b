"""Photos to be looked at: decoded upright by a child that may die of one without losing the next."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.geometry import Size
from photoface.domain.shown import Shown
from photoface.worker.protocol import PhotoReader
from photoface.worker.view_process import ViewProcess
from photoface.worker.viewing import ViewReader
from tests.builders import cut_short, encoded, noise, oriented, png_header, quarters
from tests.fakes import MisbehavingReader

RED, GREEN = (220, 30, 30), (30, 220, 30)


class MisbehavingViewer(MisbehavingReader):
    """Does what the file's name says, else shows one grey pixel."""

    def read(self, path: bytes, **_: object) -> Shown:  # type: ignore[override]
        self._misbehave(path, os.path.basename(path))
        return Shown(path, Size(1, 1), Size(1, 1), b"\x80\x80\x80", False)


def misbehaving_viewer() -> PhotoReader:
    return MisbehavingViewer()


@pytest.fixture(autouse=True)
def _no_process_stays_behind() -> Iterator[None]:
    before = set(multiprocessing.active_children())
    yield
    assert set(multiprocessing.active_children()) == before


def pixels(shown: Shown) -> np.ndarray:
    rgb = np.frombuffer(shown.rgb, np.uint8)
    return rgb.reshape(shown.decoded.height, shown.decoded.width, 3)


def near(pixel: np.ndarray, color: tuple[int, int, int]) -> bool:
    return bool(np.abs(pixel.astype(int) - color).max() < 25)


def test_a_child_that_died_of_a_photo_is_started_again(tmp_path: Path) -> None:
    with ViewProcess(misbehaving_viewer) as photos:
        assert photos.view(os.fsencode(tmp_path / "a")).decoded == Size(1, 1)
        with pytest.raises(PhotoUnreadable, match=r"SIGSEGV") as refused:
            photos.view(os.fsencode(tmp_path / "segfault"))
        assert refused.value.kind == "crashed"
        assert photos.view(os.fsencode(tmp_path / "b")).path.endswith(b"b")


def test_a_child_that_somebody_killed_is_started_again(tmp_path: Path) -> None:
    with ViewProcess(misbehaving_viewer) as photos:
        photos.view(os.fsencode(tmp_path / "a"))
        (child,) = [one for one in multiprocessing.active_children() if one.name == "viewer"]
        child.kill()
        child.join()
        assert photos.view(os.fsencode(tmp_path / "b")).path.endswith(b"b")


def test_real_files_by_the_real_child(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.jpg", tmp_path / "good.jpg"
    bad.write_bytes(b"no picture at all")
    good.write_bytes(encoded(quarters()))
    with ViewProcess() as photos:
        with pytest.raises(PhotoUnreadable, match=r"bad.jpg: "):
            photos.view(os.fsencode(bad))
        with pytest.raises(PhotoUnreadable, match=r"gone.jpg"):
            photos.view(os.fsencode(tmp_path / "gone.jpg"))
        assert photos.view(os.fsencode(good)).decoded == Size(96, 64)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_shown_upright(tmp_path: Path, orientation: int) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(oriented(quarters(), orientation))
    shown = ViewReader().read(os.fsencode(path))
    assert shown.size == shown.decoded == Size(96, 64)
    assert near(pixels(shown)[10, 10], RED)
    assert near(pixels(shown)[10, 80], GREEN)


def test_large_photos_are_shown_no_larger_than_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(noise(640, 480)))
    shown = ViewReader(long_side=200).read(os.fsencode(path))
    assert (shown.size, shown.decoded) == (Size(640, 480), Size(200, 150))
    assert len(shown.rgb) == 200 * 150 * 3


def test_what_is_left_of_a_file_that_was_cut_short_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(cut_short(encoded(noise(320, 240))))
    shown = ViewReader().read(os.fsencode(path))
    assert shown.damaged
    assert shown.decoded == Size(320, 240)


def test_a_picture_of_impossible_size_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(png_header(200_000, 200_000))
    with pytest.raises(PhotoUnreadable, match=r"a.png: "):
        ViewReader().read(os.fsencode(path))
