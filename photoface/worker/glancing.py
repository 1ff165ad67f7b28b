"""The quick work of a child: the head of a file becomes a first picture, its size and its date."""

from __future__ import annotations

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.glances import Glance
from photoface.metadata.dates import taken
from photoface.vision.first_previews import first_preview
from photoface.vision.headers import open_photo
from photoface.worker.drawing import refuse_endless_drawing
from photoface.worker.files import read_head
from photoface.worker.protocol import Allow

HEAD = 64 << 10
"""Bytes that are read of every file: the EXIF block and, in HEIC of iPhones, the thumbnail are within."""

LONG_HEAD = 256 << 10
"""Bytes that are read where the first ones did not do, and of files that are not longer: those are decoded whole."""


SECONDS = 5.0
"""What the look at a head may take: a thousand times what it does take."""


class GlanceReader:
    """Reads the head of each file; never says what is wrong with one."""

    def read(self, path: bytes, *, probe: bool = False, allow: Allow = lambda _: None) -> Glance:
        """See protocol.PhotoReader."""
        try:
            head, size = read_head(path, HEAD, LONG_HEAD)
            allow(SECONDS)
            found = _glance(path, head, whole=len(head) >= size)
            if _may_have_more(found, head, size):
                found = _glance(path, read_head(path, LONG_HEAD, LONG_HEAD)[0], whole=False) or found
        except PhotoUnreadable:  # gone, or no permission
            found = None
        return found or Glance(path)


def glance_reader() -> GlanceReader:
    """The factory of the reader; it loads no models."""
    return GlanceReader()


def _glance(path: bytes, head: bytes, *, whole: bool) -> Glance | None:
    """None: not even the header can be read."""
    try:
        photo = open_photo(path, head)
        refuse_endless_drawing(photo)
    except PhotoUnreadable:
        return None
    return Glance(path, photo.size, taken(photo.exif), first_preview(photo, whole=whole))


def _may_have_more(found: Glance | None, head: bytes, size: int) -> bool:
    """The header did not end in what was read, or it is a HEIC, whose thumbnail may lie behind it."""
    if len(head) >= min(size, LONG_HEAD):
        return False
    return found is None or (found.preview is None and head[4:8] == b"ftyp")
