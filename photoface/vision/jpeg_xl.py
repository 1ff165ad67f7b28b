"""JPEG XL (ISO/IEC 18181) for Pillow, by libjxl: opened as far as its header, decoded when it is loaded.

libjxl shows pictures upright by itself. It has wheels for most computers, not for all: where it is missing, these
files are listed as such.
"""

from __future__ import annotations

from contextlib import suppress
from importlib.util import find_spec
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile

from photoface.vision.colors import to_srgb

FORMAT = "JXL"
MAGICS = (b"\xff\x0a", b"\x00\x00\x00\x0cJXL \r\n\x87\n")
_MISSING = 128
_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}


def can_read() -> bool:
    """Whether libjxl is there."""
    return find_spec("pylibjxl") is not None


class JpegXlFile(ImageFile.ImageFile):
    """8 bits a channel, in the colours of screens: the profile is only known after decoding."""

    format = FORMAT
    format_description = "JPEG XL"
    tolerant = False

    def _open(self) -> None:
        import pylibjxl

        assert self.fp is not None
        self._data = self.fp.read()
        try:
            told = pylibjxl.probe(self._data)
        except (RuntimeError, ValueError) as error:
            raise SyntaxError("no JPEG XL") from error
        self._size = told["width"], told["height"]
        self._mode = _MODES[told["channels"]]

    def load(self) -> Any:
        """Decode; raises OSError on damage."""
        if self._data:
            self.im = self._decoded().im
            self._data = b""
        return Image.Image.load(self)

    def _decoded(self) -> Image.Image:
        import pylibjxl

        try:
            pixels, more = pylibjxl.decode(self._data, metadata=True)
        except RuntimeError as error:
            pixels, more = self._as_far_as_it_goes(error), {}
        decoded = Image.fromarray(pixels if pixels.ndim == 2 or pixels.shape[2] > 1 else pixels[:, :, 0])
        self._mode, self._size = decoded.mode, decoded.size
        return to_srgb(decoded, more.get("icc")) if decoded.mode == "RGB" else decoded

    def _as_far_as_it_goes(self, damage: RuntimeError) -> NDArray[np.uint8]:
        """The squares of 256 pixels that are whole, grey elsewhere. Raises OSError where there is none."""
        import pylibjxl

        told = pylibjxl.probe(self._data)
        pixels = np.full((told["height"], told["width"], told["channels"]), _MISSING, np.uint8)
        if self.tolerant:
            with suppress(RuntimeError):
                pylibjxl.decode(self._data, out=pixels)
        if not self.tolerant or np.all(pixels == _MISSING):
            raise OSError(str(damage)) from damage
        return pixels


def open_jpeg_xl(data: bytes, *, tolerant: bool = False) -> JpegXlFile:
    """Raises SyntaxError where it is none, or its header is damaged. tolerant: one cut short is loaded all the same."""
    file = JpegXlFile(BytesIO(data))
    file.tolerant = tolerant
    return file
