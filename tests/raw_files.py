"""Small raw files as cameras write them: a sensor's values, and a JPEG beside them (DNG 1.7, TIFF 6.0)."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import numpy as np
from PIL import Image

from tests.builders import encoded, exif_block

_BYTE, _ASCII, _SHORT, _LONG, _SRATIONAL, _RATIONAL = 1, 2, 3, 4, 10, 5
_LETTERS = {_BYTE: "B", _SHORT: "H", _LONG: "I", _RATIONAL: "I", _SRATIONAL: "i"}


@dataclass(frozen=True)
class Camera:
    """make, model: as the file names them; dng: whether it says that it is a DNG."""

    make: str = "Photoface"
    model: str = "Test"
    dng: bool = True


def raw_file(
    preview: Image.Image | None,
    orientation: int = 1,
    shot: str = "2019:08:03 12:13:14",
    camera: Camera = Camera(),
    sensor: tuple[int, int] = (64, 48),
) -> bytes:
    """A little-endian DNG: the preview in the first directory, the sensor's values in a sub-directory."""
    jpeg = encoded(preview) if preview is not None else b""
    width, height = sensor
    values = np.full((height, width), 2000, "<u2").tobytes()
    main = [
        (254, _LONG, [1]),
        *([(256, _LONG, [preview.width]), (257, _LONG, [preview.height])] if preview is not None else []),
        (258, _SHORT, [8, 8, 8]),
        (259, _SHORT, [7]),
        (262, _SHORT, [6]),
        (271, _ASCII, camera.make),
        (272, _ASCII, camera.model),
        (274, _SHORT, [orientation]),
        (277, _SHORT, [3]),
        *([(273, _LONG, ["jpeg"]), (279, _LONG, [len(jpeg)])] if preview is not None else []),
        (306, _ASCII, shot),
        (330, _LONG, ["sub"]),
        (34665, _LONG, ["exif"]),
        *([(50706, _BYTE, [1, 4, 0, 0]), (50708, _ASCII, camera.model)] if camera.dng else []),
        *([(50721, _SRATIONAL, [1, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 1])] if camera.dng else []),
        *([(50728, _RATIONAL, [1, 1, 1, 1, 1, 1]), (50778, _SHORT, [21])] if camera.dng else []),
    ]
    sub = [
        (254, _LONG, [0]),
        (256, _LONG, [width]),
        (257, _LONG, [height]),
        (258, _SHORT, [16]),
        (259, _SHORT, [1]),
        (262, _SHORT, [32803]),
        (273, _LONG, ["sensor"]),
        (277, _SHORT, [1]),
        (278, _LONG, [height]),
        (279, _LONG, [len(values)]),
        (33421, _SHORT, [2, 2]),
        (33422, _BYTE, [0, 1, 1, 2]),
        (50717, _LONG, [4095]),
    ]
    return _laid_out({"main": main, "sub": sub, "exif": [(36867, _ASCII, shot)]}, {"jpeg": jpeg, "sensor": values})


def fuji_file(preview: Image.Image, sensor: int = 2000, shot: str = "2019:08:03 12:13:14") -> bytes:
    """A RAF without what its sensor was: the camera's JPEG, an empty directory, the sensor's values."""
    jpeg = encoded(preview, exif=exif_block(taken=shot))
    values = np.full(sensor, 2000, "<u2").tobytes()
    directory = 148 + len(jpeg)
    places = (148, len(jpeg), directory, 4, directory + 4, len(values))
    head = (
        b"FUJIFILMCCD-RAW 0201FF383501" + b"Test".ljust(32, b"\0") + b"0100" + bytes(20) + struct.pack(">6I", *places)
    )
    return head.ljust(148, b"\0") + jpeg + bytes(4) + values


def panasonic_file(preview: Image.Image, sensor: int = 2000, artist: str = "") -> bytes:
    """An RW2: the camera's JPEG as a tag, strips that tell nonsense, the sensor's values at the end."""
    jpeg, values = encoded(preview), np.full(sensor, 2000, "<u2").tobytes()
    main = [
        (2, _SHORT, [100]),
        (3, _SHORT, [50]),
        (46, _BYTE, list(jpeg)),
        (271, _ASCII, "Panasonic"),
        (272, _ASCII, "DMC-TEST"),
        (273, _LONG, [0xFFFFFFFF]),
        (274, _SHORT, [1]),
        (279, _LONG, [len(values)]),
        (280, _LONG, ["sensor"]),
        *([(315, _ASCII, artist)] if artist else []),
    ]
    return b"IIU\0" + _laid_out({"main": main}, {"sensor": values})[4:]


def _laid_out(directories: dict[str, list], blobs: dict[str, bytes]) -> bytes:
    places, at = dict[str, int](), 8
    for name, entries in directories.items():
        places[name] = at
        at += len(_directory(entries, {**dict.fromkeys((*directories, *blobs), 0)}, at))
    for name, blob in blobs.items():
        places[name] = at
        at += len(blob)
    parts = [_directory(entries, places, places[name]) for name, entries in directories.items()]
    return b"II*\0" + struct.pack("<I", 8) + b"".join(parts) + b"".join(blobs.values())


def _directory(entries: list, places: dict[str, int], start: int) -> bytes:
    head, tail = b"", b""
    end = start + 2 + 12 * len(entries) + 4
    for tag, kind, given in sorted(entries):
        if kind == _ASCII:
            count, packed = len(given) + 1, given.encode() + b"\0"
        else:
            numbers = [places.get(value, value) if isinstance(value, str) else value for value in given]
            packed = struct.pack(f"<{len(numbers)}{_LETTERS[kind]}", *numbers)
            count = len(numbers) // (2 if kind in (_RATIONAL, _SRATIONAL) else 1)
        if len(packed) <= 4:
            value = packed.ljust(4, b"\0")
        else:
            value = struct.pack("<I", end + len(tail))
            tail += packed + bytes(len(packed) % 2)
        head += struct.pack("<HHI", tag, kind, count) + value
    return struct.pack("<H", len(entries)) + head + bytes(4) + tail
