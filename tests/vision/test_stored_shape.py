"""How pictures lie in their files, as other programs see it."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from photoface.domain.geometry import Size
from photoface.metadata.item_turns import item_turn
from photoface.vision.headers import open_photo
from photoface.vision.stored_shape import stored_shape
from tests.builders import oriented, quarters
from tests.end_to_end.conftest import SHARED

FORMATS = SHARED / "photos" / "formats"
PHONES = (
    "motionphoto/samsung-one-ui-6.heic",
    "heif_other/arrow.heic",
    "heif_special/200MP.heic",
    "test_data/subsec_timezone.heic",
)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_as_it_was_stored(kind: str, orientation: int) -> None:
    data = oriented(quarters(), orientation, kind)
    size = Size(64, 96) if orientation >= 5 else Size(96, 64)
    assert stored_shape(open_photo(b"a", data), item_turn(data)) == (size, orientation)


@pytest.mark.parametrize("name", PHONES)
def test_heic_that_the_decoder_turned_is_told_as_other_programs_tell_it(name: str) -> None:
    found = [path for path in FORMATS.rglob(name.rpartition("/")[2]) if str(path).endswith(name)]
    if not found or shutil.which("exiftool") is None:
        pytest.skip("the shared photos or exiftool are not here")
    asked = ["exiftool", "-j", "-n", "-ImageWidth", "-ImageHeight", "-Orientation", found[0]]
    [told] = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    data = found[0].read_bytes()
    size, orientation = stored_shape(open_photo(b"a", data), item_turn(data))
    assert (size.width, size.height, orientation) == (told["ImageWidth"], told["ImageHeight"], told["Orientation"])
