"""What is in boxes that an import drew is looked at, so that these faces too are compared and recognized elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from threading import Event
from typing import Protocol

from photoface.domain.errors import PhotofaceError
from photoface.domain.faces import BoxAnalysis
from photoface.domain.geometry import Box
from photoface.services.deciding.drawing import keep_seen, unread
from photoface.services.library import Library

_log = logging.getLogger(__name__)


class LooksInto(Protocol):
    """Reads what is in a box of a photo, in another process."""

    def into(self, path: bytes, box: Box) -> BoxAnalysis: ...


def look_at_drawn(library: Library, look: LooksInto, cancel: Event) -> Iterator[int]:
    """Reads all drawn boxes that were not read yet; how many are done, after each. A photo that cannot be read keeps
    its box and its name."""
    for done, face in enumerate(unread(library), 1):
        if cancel.is_set():
            return
        try:
            keep_seen(library, face.face_id, face.box, look.into(face.path, face.box))
        except PhotofaceError as error:
            _log.info("a drawn box could not be looked into: %s", type(error).__name__)
        yield done
