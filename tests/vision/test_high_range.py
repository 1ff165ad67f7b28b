"""AVIF and HEIC of a high dynamic range look on a screen as what they show does, to people and to detectors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoface.domain.geometry import Box
from photoface.vision.decoding import load_photo, load_source, open_photo
from photoface.vision.high_range import HLG, PQ, coded_light, for_screens
from photoface.worker.viewing import ViewReader
from tests.builders import astronaut, encoded

SHARED = Path(__file__).parents[3] / "shared/photos/formats/immich-test-assets/formats/avif/10bit-HDR-P3-nclx.avif"
TO_2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
WHITE = 203.0


def as_pq(image: Image.Image) -> Image.Image:
    """A picture for screens as a camera would code it: white is 203 cd/m2, the primaries are those of BT.2020."""
    code = np.asarray(image, float) / 255
    linear = np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)
    power = (linear @ TO_2020.T * WHITE / 10_000) ** 0.1593017578125
    coded = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
    return Image.fromarray((coded * 255).round().astype(np.uint8))


def marked(data: bytes, transfer: int, primaries: int = 9) -> bytes:
    """With these numbers in its box 'colr'."""
    at = data.index(b"colrnclx") + 8
    return data[:at] + primaries.to_bytes(2, "big") + transfer.to_bytes(2, "big") + data[at + 4 :]


@pytest.mark.parametrize("format", ["AVIF", "HEIF"])
def test_a_portrait_looks_as_it_was(format: str, tmp_path: Path) -> None:
    data = marked(encoded(as_pq(astronaut()), format, quality=95), PQ)
    photo = open_photo(b"a", data)
    shown = load_photo(photo, 512).pixels.astype(float)
    meant = np.asarray(astronaut(), float)
    dark = meant.max(axis=2) < 200  # brighter ones make room for what is brighter than white
    assert np.abs(shown - meant)[dark].mean() < 6
    assert np.abs(shown - meant).mean() < 10
    eyes = Box(180, 60, 90, 90)
    seen = np.asarray(load_source(photo, 1.0).region(eyes).image, float)
    assert np.abs(seen - meant[60:150, 180:270]).mean() < 10
    (tmp_path / "a").write_bytes(data)
    looked_at = np.frombuffer(ViewReader().read(bytes(tmp_path / "a")).rgb, np.uint8).reshape(512, 512, 3)
    assert np.abs(looked_at - meant).mean() < 10
    untold = load_photo(open_photo(b"a", marked(data, 13, 1)), 512).pixels.astype(float)
    assert np.abs(untold - meant).mean() > 30, "otherwise this proves nothing"


@pytest.mark.parametrize(("transfer", "white"), [(PQ, 0.5807), (HLG, 0.75)])
@pytest.mark.parametrize("primaries", [9, 12, 1])
def test_white_is_nearly_white_and_all_the_rest_in_order(transfer: int, white: float, primaries: int) -> None:
    codes = np.linspace(0, 255, 256).astype(np.uint8)
    grey = for_screens(Image.fromarray(np.repeat(codes[None, :, None], 3, axis=2)), (primaries, transfer))
    values = np.asarray(grey)[0].astype(int)
    assert np.ptp(values, axis=1).max() <= 1, "grey stays grey"
    assert (np.diff(values[:, 0]) >= 0).all()
    assert values[0, 0] == 0
    assert 232 <= values[round(white * 255), 0] <= 242
    assert values[-1, 0] >= 254


def test_a_picture_for_screens_is_left_alone() -> None:
    plain = encoded(astronaut(), "AVIF")
    assert coded_light(plain) is None
    high = marked(plain, PQ)
    assert coded_light(high) == (9, PQ)
    assert coded_light(high + b"colrnclx\0\x01\0\x0d") is None, "with a map of what is brighter"
    assert coded_light(b"colrnclx") is None
    assert not open_photo(b"a", encoded(astronaut(), "AVIF", icc_profile=b"a profile counts alone")).tells_light


@pytest.mark.skipif(not SHARED.exists(), reason="the shared photos are not here")
def test_the_sky_of_a_real_one_is_blue() -> None:
    red, green, blue = load_photo(open_photo(b"a", SHARED.read_bytes()), 400).pixels[:80].reshape(-1, 3).mean(axis=0)
    assert blue > green > red + 60
