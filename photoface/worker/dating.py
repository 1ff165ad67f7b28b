"""When a photo was taken: whoever says so first, in the order of domain.dates.DateSource."""

from __future__ import annotations

import os
from collections.abc import Callable

from photoface.domain.dates import DateSource, Taken
from photoface.metadata import dates, xmp_dates
from photoface.metadata.iptc_dates import told_in_iptc
from photoface.metadata.name_dates import told_by
from photoface.metadata.packets import xmp_packet
from photoface.metadata.takeout import find_json
from photoface.metadata.takeout_dates import told_in_json
from photoface.vision.headers import StoredPhoto
from photoface.worker.neighbours import notes_of, sidecars_of, small_file


def taken_of(photo: StoredPhoto, data: bytes) -> Taken | None:
    """data: the whole file's content, which of a raw file is more than what is shown."""
    path = photo.path
    asked: tuple[Callable[[], Taken | None], ...] = (
        lambda: dates.shot(photo.exif),
        lambda: _beside(path),
        lambda: _in_packet(xmp_packet(data), DateSource.XMP),
        lambda: _taken(told_in_iptc(data), DateSource.XMP),
        lambda: told_by(path),
        lambda: _takeout(path),
        lambda: dates.changed(photo.exif),
    )
    return next(filter(None, (ask() for ask in asked)), None)


def _in_packet(packet: bytes | None, source: DateSource) -> Taken | None:
    return _taken(xmp_dates.told_in(packet) if packet else None, source)


def _taken(told: tuple[str, str | None] | None, source: DateSource) -> Taken | None:
    return None if told is None else Taken(told[0], source, told[1])


def _beside(path: bytes) -> Taken | None:
    """By photo.jpg.xmp, then photo.xmp."""
    told = (_in_packet(small_file(each), DateSource.SIDECAR) for each in sidecars_of(path))
    return next(filter(None, told), None)


def _takeout(path: bytes) -> Taken | None:
    folder, name = os.path.split(path)
    likely = notes_of(path)
    found = find_json(os.fsdecode(name), map(os.fsdecode, likely)) if likely else None
    data = small_file(os.path.join(folder, os.fsencode(found))) if found else None
    return told_in_json(data) if data else None
