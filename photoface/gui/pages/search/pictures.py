"""Pictures from elsewhere to search with: dropped, pasted or chosen; those without a file get one for the moment."""

from __future__ import annotations

import os

from PySide6.QtCore import QMimeData, QTemporaryDir
from PySide6.QtGui import QImage


class Pictures:
    """``path_of`` gives a file for what was dropped or pasted. Files that it made are gone with the next picture."""

    def __init__(self) -> None:
        self._made: QTemporaryDir | None = None

    def path_of(self, data: QMimeData) -> bytes | None:
        """The first local file, or a file to keep the picture in (``image_of`` has it then); None for neither."""
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            return os.fsencode(files[0])
        if not data.hasImage():
            return None
        self.forget()
        self._made = QTemporaryDir()
        return os.fsencode(self._made.filePath("picture.png"))

    def forget(self) -> None:
        """Take away the file that was made."""
        if self._made is not None:
            self._made.remove()
            self._made = None


def image_of(data: QMimeData) -> QImage | None:
    """The picture itself where there is no file of it."""
    if any(url.isLocalFile() for url in data.urls()) or not data.hasImage():
        return None
    image = data.imageData()
    return image if isinstance(image, QImage) else None
