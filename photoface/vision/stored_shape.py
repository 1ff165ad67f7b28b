"""How a picture lies in its file: what boxes of other programs refer to, where decoders have turned it already."""

from __future__ import annotations

import logging

from photoface.domain.errors import DAMAGED_BLOCK
from photoface.domain.geometry import Size
from photoface.vision.formats import open_image
from photoface.vision.headers import StoredPhoto, told_orientation
from photoface.vision.raw_files import FORMAT as RAW

_log = logging.getLogger(__name__)


def stored_shape(photo: StoredPhoto, turned: int = 1) -> tuple[Size, int]:
    """Size as it is stored, and the EXIF orientation that shows it upright.

    turned: how its own properties turn a HEIC (metadata.item_turns). The decoder does that, and its EXIF block says 1
    from then on; other programs read the orientation that it had. It counts where both say the same. A raw file is
    stored as its sensor lies, though some cameras turn the preview in it; its size is told as the preview's, for only
    proportions count (MWG 2.0, 5.9).
    """
    orientation = photo.orientation
    if photo.format == "HEIF":
        orientation = turned if _told_once(photo) == turned else 1
    elif photo.format == RAW:
        orientation = told_orientation(photo.exif) or orientation
    return photo.size.turned(orientation), orientation


def _told_once(photo: StoredPhoto) -> object:
    try:
        return open_image(photo.data).info.get("original_orientation")
    except DAMAGED_BLOCK as error:
        _log.debug("cannot tell how %r was turned: %r", photo.path, error)
        return None
