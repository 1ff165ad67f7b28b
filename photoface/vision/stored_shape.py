"""How a picture lies in its file: what boxes of other programs refer to, where decoders have turned it already."""

from __future__ import annotations

import logging

from photoface.domain.errors import DAMAGED_BLOCK
from photoface.domain.geometry import Size
from photoface.vision.formats import open_image
from photoface.vision.headers import StoredPhoto, told_orientation
from photoface.vision.raw_files import FORMAT as RAW

_IROT = b"\x00\x00\x00\x09irot"
_TURNS = {1: 8, 2: 3, 3: 6}
"""Quarter turns against the clock (ISO/IEC 23008-12, irot) -> the EXIF orientation that shows the same."""

_log = logging.getLogger(__name__)


def stored_shape(photo: StoredPhoto) -> tuple[Size, int]:
    """Size as it is stored, and the EXIF orientation that shows it upright.

    HEIC is turned by the decoder, and its EXIF block says 1 from then on; other programs read the orientation that it
    had. It counts where the picture was really turned that way. A raw file is stored as its sensor lies, though some
    cameras turn the preview in it; its size is told as the preview's, for only proportions count (MWG 2.0, 5.9).
    """
    orientation = photo.orientation
    if photo.format == "HEIF" and orientation == 1:
        orientation = _turned_by_decoder(photo)
    elif photo.format == RAW:
        orientation = told_orientation(photo.exif) or orientation
    return photo.size.turned(orientation), orientation


def _turned_by_decoder(photo: StoredPhoto) -> int:
    at = photo.data.find(_IROT)
    turn = _TURNS.get(photo.data[at + len(_IROT)] & 3) if at >= 0 else None
    if turn is None:
        return 1
    try:
        told = open_image(photo.data).info.get("original_orientation")
    except DAMAGED_BLOCK as error:
        _log.debug("cannot tell how %r was turned: %r", photo.path, error)
        return 1
    return turn if told == turn else 1
