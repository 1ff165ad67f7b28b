"""Whole photos as images: decoded in a child process, fetched in a thread, only the latest one that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from photoface.domain.shown import Shown
from photoface.gui.core.engine import OpenPhotos, PhotoSource
from photoface.gui.core.lanes import Lanes
from photoface.gui.core.session import Session, Ticket


@dataclass(frozen=True, slots=True, eq=False)
class PhotoRow:
    """Photos to go through one after the other: ids int64 [n], in order. Part of a Place; equal to itself only."""

    ids: NDArray[np.int64]


class Viewer(QObject):
    """Its child is started at the first photo and kept."""

    def __init__(self, session: Session, open_photos: OpenPhotos, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lane = Lanes("viewer", open_photos)

    def show(
        self, owner: QObject, path: bytes, done: Callable[[QImage], None], failed: Callable[[Exception], None]
    ) -> Ticket:
        """The photo in a file. A cancelled ticket that has not begun is not decoded at all."""
        ticket = Ticket(owner)

        def refuse(error: Exception) -> None:
            self._session.send(lambda: failed(error) if ticket.wanted else None)

        def job(photos: PhotoSource) -> None:
            if not ticket.wanted:
                return
            try:
                shown = photos.view(path)
            except Exception as error:  # shown in the GUI thread
                refuse(error)
                return
            image = _image(shown)
            self._session.send(lambda: done(image) if ticket.wanted else None)

        self._lane.post(job, refuse)
        return ticket

    def close(self) -> None:
        """End the thread and its child."""
        self._lane.close()


def _image(shown: Shown) -> QImage:
    width, height = shown.decoded.width, shown.decoded.height
    # 32 bits a pixel are painted three times as fast as 24.
    image = QImage(shown.rgb, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
