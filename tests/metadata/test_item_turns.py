"""HEIC and AVIF tell by properties of their own which way up they are: as decoders read them."""

from __future__ import annotations

import itertools
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from photoface.metadata.item_turns import item_turn
from photoface.metadata.pixel_stream import identity
from photoface.vision.decoding import load_photo, open_photo
from tests.builders import cut_short, encoded, oriented, quarters, stored


@pytest.mark.parametrize("format", ["AVIF", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_way_up(format: str, orientation: int) -> None:
    data = oriented(quarters(), orientation, format)
    assert item_turn(data) == orientation
    assert item_turn(cut_short(data)) == 1
    assert identity(data) == identity(encoded(stored(quarters(), orientation), format))


@pytest.mark.parametrize("format", ["AVIF", "HEIF"])
@pytest.mark.parametrize(("angle", "axis"), list(itertools.product(range(4), range(2))))
def test_both_properties_as_the_decoder_takes_them(format: str, angle: int, axis: int) -> None:
    data = bytearray(oriented(quarters(), 5, format))
    data[data.index(b"irot") + 4], data[data.index(b"imir") + 4] = angle, axis
    shown = load_photo(open_photo(b"a", bytes(data)), 96).pixels
    as_stored = np.asarray(stored(quarters(), 5))
    meant = np.asarray(stored_back(as_stored, item_turn(bytes(data))))
    assert shown.shape == meant.shape
    assert np.abs(shown.astype(int) - meant).mean() < 12


def stored_back(pixels: np.ndarray, orientation: int) -> np.ndarray:
    """What this orientation shows of stored pixels."""
    from PIL import Image

    inverse = {6: 8, 8: 6}.get(orientation, orientation)
    return np.asarray(stored(Image.fromarray(pixels), inverse))


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_a_heic_that_exiftool_turned_is_the_same_photo(tmp_path: Path) -> None:
    file = tmp_path / "a.heic"
    before = oriented(quarters(), 6, "HEIF")
    file.write_bytes(before)
    subprocess.run(["exiftool", "-q", "-Rotation=90", file], check=True)
    after = file.read_bytes()
    assert (item_turn(before), item_turn(after)) == (6, 8)
    assert identity(before) == identity(after)


def test_what_tells_nothing_is_upright() -> None:
    assert item_turn(b"") == item_turn(encoded(quarters())) == item_turn(b"\0\0\0\x18ftypheic" + bytes(12)) == 1
