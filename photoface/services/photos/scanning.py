"""Which files below a folder are photos, without opening any of them."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

PICTURES = frozenset(
    b".jpg .jpeg .jpe .jfif .png .webp .avif .tif .tiff .bmp .gif .pgm .ppm .pbm .pnm .heic .heif .hif .jxl".split()
)
# Of cameras: only the preview in them is looked at.
RAW_PICTURES = frozenset(
    b".dng .cr2 .cr3 .crw .nef .nrw .arw .srf .sr2 .orf .raf .rw2 .pef .srw .x3f .3fr .mrw .raw .iiq .mef .mos .erf"
    b" .kdc .dcr .rwl".split()
)
READ = PICTURES | RAW_PICTURES
# Pictures that this version does not read: listed with the reason, so that nobody wonders where they are.
UNREAD_PICTURES = frozenset(b".jp2 .j2k .jxr .psd .psb .svg .xcf .eps .tga .exr .hdr".split())
# Folders of other programs with copies or waste, in small letters. Hidden ones (.thumbnails, .Trash-1000, .stfolder,
# .dtrash, .AppleDouble) are skipped anyway. Sources: Synology (@, #), QNAP (@Recycle), Windows, Linux, macOS, Capture
# One, packages of programs.
_JUNK_NAMES = frozenset(
    b"@eadir @recycle @recently-snapshot @tmp #recycle #snapshot $recycle.bin recycler recycled lost+found __macosx"
    b" node_modules captureone".split()
) | {b"system volume information", b"found.000", b"network trash folder", b"temporary items"}
# Lightroom's and Apple's packages of previews and originals under names that mean nothing outside them.
_JUNK_ENDINGS = (
    b".lrdata", b".lrlibrary", b".lrcat-data", b".photoslibrary", b".photolibrary", b".aplibrary",
    b".migratedphotolibrary", b".cocatalog", b".app", b".imovielibrary", b".fcpbundle",
)  # fmt: skip


# A file of this name says that its folder is not for galleries (Android).
_CLOSED_BY = b".nomedia"


# What a dangling link says, one that leads to itself, and a file that went away since the folder was listed.
_NOTHING_THERE = (errno.ENOENT, errno.ELOOP, errno.ENOTDIR)


class Kind(Enum):
    PICTURE = "picture"
    UNREAD = "unread"
    OTHER = "other"
    CLOSED = "closed"  # a folder that could not be listed: what was known below it stays as it was
    DRIVE = "drive"  # a folder at which another drive begins
    ALONE = "alone"  # a folder that the walk was told not to go into
    UNSURE = "unsure"  # listed, and the drive does not tell what it is: a faulty one, or no right to ask


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file (or one closed folder). size in bytes, mtime in nanoseconds; partners: raw files of the same shot."""

    path: bytes
    kind: Kind
    size: int = 0
    mtime_ns: int = 0
    reason: str = ""
    partners: tuple[bytes, ...] = ()


class LeavesOut(Protocol):
    """What a user does not want to be looked at (see services.exclusions)."""

    def leaves_out(self, path: bytes) -> bool: ...


def walk(root: bytes, wanted: LeavesOut | None = None, not_into: frozenset[bytes] = frozenset()) -> Iterator[FoundFile]:
    """All files below ``root``, each folder once whatever links lead to it; none that ``wanted`` leaves out.

    not_into: folders below it that are left alone.
    """
    visited: set[object] = set()
    waiting: list[tuple[bytes, int | None]] = [(root, None)]
    while waiting:
        folder, device = waiting.pop()
        try:
            status = os.stat(folder)
            if (place := _place(folder, status)) in visited:
                continue
            visited.add(place)
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield FoundFile(folder, Kind.CLOSED, reason=_why_closed(error))
            continue
        if device not in (None, status.st_dev):
            yield FoundFile(folder, Kind.DRIVE)
        if any(entry.name == _CLOSED_BY for entry in entries):
            continue
        if wanted is not None:
            entries = [entry for entry in entries if not wanted.leaves_out(entry.path)]
        below = list[bytes]()
        yield from _sort_out(entries, below)
        yield from (FoundFile(each, Kind.ALONE) for each in below if each in not_into)
        waiting.extend((each, status.st_dev) for each in reversed(below) if each not in not_into)


def reaches(root: bytes, folder: bytes, wanted: LeavesOut | None = None) -> bool:
    """Whether ``walk`` from the root comes to this folder, if it is there: nothing in between is junk or left out."""
    while len(folder) > len(root):
        name, above = os.path.basename(folder), os.path.dirname(folder)
        if name.startswith(b".") or _is_junk(name) or (wanted is not None and wanted.leaves_out(folder)):
            return False
        if os.path.lexists(os.path.join(above, _CLOSED_BY)):
            return False
        folder = above
    return True


def _place(folder: bytes, status: os.stat_result) -> object:
    """The same for the same folder, whatever its path. Some network shares give no numbers."""
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(folder)


def _sort_out(entries: list[os.DirEntry[bytes]], below: list[bytes]) -> Iterator[FoundFile]:
    """The files among them, one by one: on a slow share each is a sign of life. Folders are put into ``below``."""
    for entry in entries:
        if entry.name.startswith(b"."):
            continue
        try:
            status = entry.stat()
        except OSError as error:
            if error.errno not in _NOTHING_THERE:
                yield FoundFile(entry.path, Kind.UNSURE)
            continue
        if stat.S_ISDIR(status.st_mode):
            if not _is_junk(entry.name):
                below.append(entry.path)
        else:
            yield _found(entry.path, status)


def _found(path: bytes, status: os.stat_result) -> FoundFile:
    ending = os.path.splitext(path)[1].lower()
    kind = Kind.PICTURE if ending in READ else Kind.UNREAD if ending in UNREAD_PICTURES else Kind.OTHER
    if not stat.S_ISREG(status.st_mode):  # a pipe or device would wait for ever
        kind = Kind.OTHER
    return FoundFile(path, kind, status.st_size, status.st_mtime_ns)


def _is_junk(name: bytes) -> bool:
    small = name.lower()
    return small in _JUNK_NAMES or small.endswith(_JUNK_ENDINGS)


def _why_closed(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "this folder may not be opened; allow reading it and index again"
    if isinstance(error, FileNotFoundError):
        return "this folder went away while it was being read"
    return f"this folder cannot be listed ({error.strerror})"
