"""Photos to be looked at: decoded upright, in sRGB, no larger than a screen can show."""

from __future__ import annotations

from PIL import Image

from photoface.domain.geometry import Size
from photoface.domain.shown import Shown
from photoface.vision.colors import to_srgb
from photoface.vision.decoding import load_source, open_photo
from photoface.vision.regions import upright
from photoface.worker.drawing import refuse_endless_drawing
from photoface.worker.files import read_file
from photoface.worker.protocol import Allow

LONG_SIDE = 3200
"""Enough for a 4K screen, at a tenth of a second; zooming in further shows the same pixels larger."""

SECONDS = 20.0
"""What decoding one photo may take."""


class ViewReader:
    """Reads whole files; raises PhotoUnreadable with a reason for people."""

    def __init__(self, long_side: int = LONG_SIDE) -> None:
        self._long_side = long_side

    def read(self, path: bytes, *, probe: bool = False, allow: Allow = lambda _: None) -> Shown:
        """See protocol.PhotoReader."""
        data = read_file(path)
        allow(SECONDS)
        photo = open_photo(path, data)
        refuse_endless_drawing(photo)
        source = load_source(photo, min(self._long_side / max(photo.size.width, photo.size.height), 1.0))
        image = upright(source.for_screens(_fitted(source.image, self._long_side)), photo.to_turn)
        shown = to_srgb(image, photo.profile).convert("RGB")
        return Shown(path, photo.size, Size(*shown.size), shown.tobytes(), source.damaged)


def view_reader() -> ViewReader:
    """The factory of the reader; it loads no models."""
    return ViewReader()


def _fitted(image: Image.Image, long_side: int) -> Image.Image:
    factor = long_side / max(image.size)
    if factor >= 1:
        return image
    wanted = max(round(image.width * factor), 1), max(round(image.height * factor), 1)
    return image.resize(wanted, Image.Resampling.BILINEAR, reducing_gap=2.0)
