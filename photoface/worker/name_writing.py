"""Names into sidecars and photos: first what would change, then the change, whole or not at all."""

from __future__ import annotations

import difflib
import errno
import os
import re
from dataclasses import dataclass

from PIL import Image

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.writing import Commit, Compose, Composed, Order, Written
from photoface.metadata.bits import BROKEN
from photoface.metadata.containers import SOI, jpeg
from photoface.metadata.item_turns import item_turn
from photoface.metadata.packets import extended_packet, xmp_packet
from photoface.metadata.pixel_stream import identity
from photoface.metadata.region_places import Shape
from photoface.metadata.safe_xml import BadXml
from photoface.metadata.xmp_people import people_in
from photoface.metadata.xmp_write import with_people
from photoface.vision.formats import open_image, tolerant
from photoface.vision.headers import open_photo
from photoface.vision.raw_files import FORMAT as RAW
from photoface.vision.stored_shape import stored_shape
from photoface.worker import replacing
from photoface.worker.exiftool import ExifTool, ExifToolFailed
from photoface.worker.files import read_file
from photoface.worker.neighbours import shares_stem, sidecars_of
from photoface.worker.protocol import Allow

SECONDS = 60.0
JPEG_LIMIT = 65_502
"""Bytes of a packet in a JPEG: a segment has 64 KB, less its own name (XMP Part 3, 1.1.3)."""

_WRAPPER = re.compile(rb"<\?xpacket [^<>]{0,200}\?>")
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
WRITABLE = frozenset({"JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"})


@dataclass
class NameWriter:
    """exiftool: where it is; without it only sidecars are written."""

    exiftool: str | None = None
    _running: ExifTool | None = None

    def carry_out(self, path: bytes, order: Order, *, allow: Allow = lambda _: None) -> Composed | Written:
        """See protocol.Writer. Raises PhotoUnreadable with the reason; then nothing was changed."""
        allow(SECONDS)
        try:
            return self._compose(path, order) if isinstance(order, Compose) else self._commit(path, order)
        except BadXml as error:
            raise PhotoUnreadable(path, f"what is written there cannot be kept: {error}", "refused") from error
        except ExifToolFailed as error:
            raise PhotoUnreadable(path, f"exiftool could not write into it ({error})", "refused") from error
        except OSError as error:
            raise PhotoUnreadable(path, f"it could not be written ({error.strerror or error})", _kind(error)) from error

    def _compose(self, path: bytes, order: Compose) -> Composed:
        data = read_file(path)
        photo = open_photo(path, data)
        shape = Shape(*stored_shape(photo, item_turn(data)))
        if order.target == "file":
            self._refuse_file(path, data, photo.format)
            target, before = os.path.realpath(path), xmp_packet(data)
        else:
            target = _sidecar(path, raw=photo.format == RAW, extension=order.extension)
            before = read_file(target) if os.path.lexists(target) else None
        after = with_people(before, order.wanted, shape)
        if after and order.target == "file" and photo.format == "JPEG" and len(after) > JPEG_LIMIT:
            raise PhotoUnreadable(path, "a JPEG has no room for so many names; write a sidecar", "refused")
        return Composed(path, order.target, target, before, after, before != after, _changes(before, after))

    def _refuse_file(self, path: bytes, data: bytes, name: str) -> None:
        if self.exiftool is None:
            raise PhotoUnreadable(path, "only exiftool writes into photos, and it is not installed", "refused")
        if name not in WRITABLE:
            raise PhotoUnreadable(path, f"names are not written into {name} files; write a sidecar", "refused")
        if os.stat(path).st_nlink > 1:  # a replaced file has one name only
            raise PhotoUnreadable(path, "it has several names on the disk (hard links), which would part", "refused")
        if extended_packet(data) is not None:
            raise PhotoUnreadable(path, "its metadata goes over several parts; write a sidecar", "refused")

    def _commit(self, path: bytes, order: Commit) -> Written:
        _refuse_protected(path, order.target_path)
        if order.target == "file":
            return self._into_file(path, order)
        now = read_file(order.target_path) if os.path.lexists(order.target_path) else None
        if now != order.after:
            _refuse_changed(path, same=now == order.before)
            if order.after is None:
                replacing.remove(order.target_path)
            else:
                replacing.write(order.target_path, order.after, keep_time=order.keep_time)
        if order.after is None:
            return Written(path, order.target, order.target_path)
        status = os.stat(order.target_path)
        return Written(path, order.target, order.target_path, status.st_size, status.st_mtime_ns)

    def _into_file(self, path: bytes, order: Commit) -> Written:
        data = read_file(order.target_path)
        packet = xmp_packet(data)
        if not same_packet(packet, order.after):
            _refuse_changed(path, same=same_packet(packet, order.before))
            with replacing.replacing(order.target_path, keep_time=order.keep_time) as part:
                self._tool().write_copy(order.target_path, part, order.after)
                _verify(path, data, read_file(part), order.after)
            data = read_file(order.target_path)
        status = os.stat(order.target_path)
        return Written(path, "file", order.target_path, status.st_size, status.st_mtime_ns, identity(data))

    def _tool(self) -> ExifTool:
        assert self.exiftool is not None
        self._running = self._running or ExifTool(self.exiftool)
        return self._running


def name_writer(exiftool: str | None = None) -> NameWriter:
    """The factory of the writer."""
    return NameWriter(exiftool)


def _sidecar(path: bytes, *, raw: bool, extension: bool) -> bytes:
    """The one that is there, else a new one. photo.xmp may belong to another file of that name: to a raw photo, as
    Lightroom writes it."""
    folder, name = os.path.split(path)
    begins = os.path.splitext(name)[0].lower()
    # Listed anew for each photo, for sidecars come while names are written; thousands of others are only glanced at.
    names = [each for each in os.listdir(folder) if each[: len(begins)].lower() == begins]
    whole, stem = path + b".xmp", os.path.splitext(path)[0] + b".xmp"
    shared = shares_stem(path, names)
    for there in sidecars_of(path, names):
        if there.lower() == whole.lower() or raw or not shared:
            return there
    return whole if extension or shared else stem


def _refuse_protected(path: bytes, target: bytes) -> None:
    """Who may write into the folder may replace the file, but its owner said that nobody shall."""
    if os.path.exists(target):
        status = os.stat(target)
        if not status.st_mode & 0o222:
            raise PhotoUnreadable(path, "it is write-protected; it was left as it is", "refused")
        if status.st_nlink > 1:
            raise PhotoUnreadable(path, "it has several names on the disk (hard links), which would part", "refused")


def _refuse_changed(path: bytes, *, same: bool) -> None:
    if not same:
        raise PhotoUnreadable(path, "somebody changed it meanwhile; it was left as it is", "refused")


def same_packet(one: bytes | None, other: bytes | None) -> bool:
    """Whether they say the same, whatever is around it: exiftool puts the wrapper of the standard around a packet that
    has none (phones' motion photos), and marks the one of a PNG as not to be edited in place, which nobody does."""
    plain = [_WRAPPER.sub(b"", each or b"").strip(b"\0 \t\r\n") for each in (one, other)]
    return plain[0] == plain[1]


def _verify(path: bytes, before: bytes, after: bytes, packet: bytes | None) -> None:
    """The new file says what it should, and shows the same picture."""
    if not same_packet(xmp_packet(after), packet):
        raise PhotoUnreadable(path, "what was written could not be read back; the photo was left as it is", "refused")
    same = identity(before) == identity(after) and item_turn(before) == item_turn(after)
    if not same and _pixels(before) != _pixels(after):
        raise PhotoUnreadable(path, "writing would have changed its pixels; it was left as it is", "refused")
    if _behind_jpeg(before) != _behind_jpeg(after):
        raise PhotoUnreadable(path, "writing would have lost what follows the picture; it was left as it is", "refused")


def _pixels(data: bytes) -> tuple[str, tuple[int, int], bytes]:
    with tolerant():
        image: Image.Image = open_image(data)
        return image.mode, image.size, image.tobytes()


def _behind_jpeg(data: bytes) -> bytes:
    """What follows the picture of a JPEG: the film of a motion photo, a second picture."""
    if not data.startswith(SOI):
        return b""
    try:
        return data[max(end for _, end in jpeg(data)) :]
    except (*BROKEN, ValueError):
        return b""


def _changes(before: bytes | None, after: bytes | None) -> tuple[str, ...]:
    """In words: who comes, who goes, and that boxes or our own notes change."""
    old, new = (sorted(_told(packet)) for packet in (before, after))
    lines = [line for line in difflib.ndiff(old, new) if line[:2] in ("+ ", "- ")]
    return tuple(lines) if lines or before == after else ("~ notes of photoface",)


def _told(packet: bytes | None) -> list[str]:
    if not packet:
        return []
    people = people_in(packet)
    regions = [f"{each.name} ({each.origin.removesuffix(' region')})" for each in people.regions]
    return regions + [f"{name} (without a place)" for name, _ in people.names]


def _kind(error: OSError) -> str:
    return "full" if error.errno in _FULL else "refused"
