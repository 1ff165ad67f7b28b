"""Small pictures for grids: read and decoded in threads, kept as pixmaps, the latest asked for first."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QBuffer, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from photoface.gui.core.session import Session
from photoface.services.library import Library
from photoface.services.photos.waiting import previews
from photoface.store.waiting import WaitingFile

_KEPT_BYTES = 96 * 2**20
_BATCH = 48
_WAITING = 600  # more than any screen shows; what was asked for longest ago has been scrolled away


@dataclass(frozen=True, slots=True)
class PictureKey:
    """The thumbnail of a photo or the crop of a face, by id; or the first picture of a file that waits to be read."""

    kind: Literal["photo", "face", "waiting"]
    number: int
    file: WaitingFile | None = None


class Images(QObject):
    """``get`` answers at once: a pixmap, or None and later ``arrived`` with the keys that have come."""

    arrived = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[PictureKey, QPixmap | None] = OrderedDict()
        self._bytes = 0
        self._wanted: OrderedDict[PictureKey, None] = OrderedDict()
        self._asked: set[PictureKey] = set()
        self._outdated: set[PictureKey] = set()
        self._missing_before: set[PictureKey] = set()
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._ask)

    def get(self, key: PictureKey) -> QPixmap | None:
        """The picture if it is here; else it is fetched. None for ever where there is none."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._wanted[key] = None
            self._wanted.move_to_end(key)
            if not self._soon.isActive():
                self._soon.start()
        return None

    def forget(self) -> None:
        """Everything is read anew: photos may have changed."""
        self._kept.clear()
        self._bytes = 0
        self._outdated |= self._asked  # what is on its way was read before

    def forget_one(self, key: PictureKey) -> None:
        """This one has changed; it is read anew when it is asked for."""
        self._bytes -= _size(self._kept.pop(key, None))
        self._outdated |= {key} & self._asked

    def close(self) -> None:
        """Ask for nothing any more."""
        self._wanted.clear()
        self._soon.stop()

    def forget_missing(self) -> None:
        """Ask once more for pictures that were not there: indexing may have made them."""
        for key in [key for key, picture in self._kept.items() if picture is None]:
            del self._kept[key]
        self._missing_before |= self._asked

    def _ask(self) -> None:
        while len(self._wanted) > _WAITING:
            self._wanted.popitem(last=False)
        if not self._wanted or len(self._asked) >= 2 * _BATCH:
            return
        batch = [self._wanted.popitem()[0] for _ in range(min(_BATCH, len(self._wanted)))]
        self._asked.update(batch)
        self._session.read(self, lambda library: _load(library, batch), self._have, lambda _: self._lost(batch))
        self._soon.start()

    def _have(self, pictures: dict[PictureKey, QImage | None]) -> None:
        for key, image in pictures.items():
            self._asked.discard(key)
            if self._is_outdated(key, image):
                continue
            picture = None if image is None else QPixmap.fromImage(image)
            self._kept[key] = picture
            self._bytes += _size(picture)
        while self._bytes > _KEPT_BYTES:
            self._bytes -= _size(self._kept.popitem(last=False)[1])
        self.arrived.emit(frozenset(pictures))
        self._soon.start()

    def _lost(self, batch: list[PictureKey]) -> None:
        for keys in (self._asked, self._outdated, self._missing_before):
            keys.difference_update(batch)

    def _is_outdated(self, key: PictureKey, image: QImage | None) -> bool:
        """Whether it was read before somebody said that it may have changed; whoever shows it asks once more."""
        missing = key in self._missing_before and image is None
        outdated = key in self._outdated or missing
        self._outdated.discard(key)
        self._missing_before.discard(key)
        return outdated


def _load(library: Library, keys: list[PictureKey]) -> dict[PictureKey, QImage | None]:
    faces = library.thumbs.faces([key.number for key in keys if key.kind == "face"])
    photos = {key.number: library.thumbs.photo(key.number) for key in keys if key.kind == "photo"}
    first = previews(library, [key.file for key in keys if key.file is not None])
    jpegs = {
        key: faces.get(key.number)
        if key.kind == "face"
        else photos.get(key.number)
        if key.file is None
        else first.get(key.file.path)
        for key in keys
    }
    return {key: _decoded(jpeg) for key, jpeg in jpegs.items()}


def _decoded(jpeg: bytes | None) -> QImage | None:
    if jpeg is None:
        return None
    # Not QImage.fromData: that keeps Python's interpreter while it waits for a lock of Qt's, which the thread of the
    # window may hold while it waits for the interpreter (a connection that ends): both would wait for ever.
    buffer = QBuffer()
    buffer.setData(jpeg)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    image = QImageReader(buffer).read()
    return None if image.isNull() else image.convertToFormat(QImage.Format.Format_RGB32)


def _size(picture: QPixmap | None) -> int:
    return 0 if picture is None else picture.width() * picture.height() * 4
