"""The reader of heads: what it reads of a file, and that nothing a file holds is an error."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from photoface.domain.geometry import Size
from photoface.domain.glances import Glance
from photoface.worker import glancing
from photoface.worker.files import read_head
from photoface.worker.glancing import HEAD, LONG_HEAD, GlanceReader
from tests.builders import camera_file, encoded, noise, quarters

LARGE = camera_file(noise(1200, 800), quarters(160, 107), orientation=6)


def write(folder: Path, data: bytes) -> bytes:
    path = os.fsencode(folder / "a.jpg")
    Path(os.fsdecode(path)).write_bytes(data)
    return path


def told(glance: Glance) -> tuple[Size | None, str | None, bool]:
    return glance.size, glance.taken, glance.preview is not None


def test_size_date_and_preview(tmp_path: Path) -> None:
    glance = GlanceReader().read(write(tmp_path, LARGE))
    assert told(glance) == (Size(1200, 800), "2020-01-02T03:04:05", True)
    assert glance.preview is not None
    assert Image.open(BytesIO(glance.preview)).size == (160, 107)


def test_only_the_head_of_a_large_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = []

    def counted(*arguments: object) -> tuple[bytes, int]:
        found = read_head(*arguments)  # type: ignore[arg-type]
        lengths.append(len(found[0]))
        return found

    monkeypatch.setattr(glancing, "read_head", counted)
    path = write(tmp_path, LARGE)
    assert len(LARGE) > LONG_HEAD
    assert told(GlanceReader().read(path))[2]
    assert lengths == [HEAD]


def test_a_header_behind_long_metadata_is_found(tmp_path: Path) -> None:
    comments = (b"\xff\xe4" + (65000).to_bytes(2, "big") + bytes(64998)) * 2
    data = LARGE[:2] + comments + LARGE[2:]
    assert told(GlanceReader().read(write(tmp_path, data))) == (Size(1200, 800), "2020-01-02T03:04:05", True)
    data = LARGE[:2] + 3 * comments + LARGE[2:]
    assert told(GlanceReader().read(write(tmp_path, data))) == (None, None, False)


def test_a_small_file_is_read_whole(tmp_path: Path) -> None:
    data = encoded(noise(300, 200))
    assert told(GlanceReader().read(write(tmp_path, data))) == (Size(300, 200), None, True)


def test_a_large_file_without_a_preview_still_tells_its_size(tmp_path: Path) -> None:
    assert told(GlanceReader().read(write(tmp_path, encoded(noise(1200, 800))))) == (Size(1200, 800), None, False)


@pytest.mark.parametrize("data", [b"", b"text", b"\xff\xd8", LARGE[:100], encoded(quarters(), "PNG")[:20]])
def test_a_file_that_cannot_be_used_tells_nothing(tmp_path: Path, data: bytes) -> None:
    glance = GlanceReader().read(path := write(tmp_path, data))
    assert glance.path == path
    assert glance.preview is None


def test_no_file_at_all(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "nowhere", tmp_path, tmp_path / "pipe"):
        assert told(GlanceReader().read(bytes(path))) == (None, None, False)
