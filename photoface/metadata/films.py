"""Motion photos: a short film behind a JPEG, or in a box of a HEIC. The picture is the photo; the film goes with it."""

from __future__ import annotations

from contextlib import suppress

from photoface.metadata import boxes
from photoface.metadata.bits import BROKEN, big
from photoface.metadata.containers import SOI

_BRANDS = (b"mp42", b"mp41", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"avc1", b"qt  ", b"MSNV", b"3gp4", b"3gp5")
_LONGEST_HEAD = 256
_HEIC_FILM = b"mpvd"  # Samsung and Google (Motion Photo format 1.0, "HEIC")
_LEAST = 1000


def film_bytes(data: bytes) -> int:
    """How many bytes of a photo's content are a film, 0 if it is only a photo. Never fails."""
    with suppress(*BROKEN):
        if data.startswith(SOI):
            start = _behind_jpeg(data)
            return len(data) - start if start else 0
        if data[4:8] == b"ftyp":
            found = boxes.first(data, _HEIC_FILM)
            return found[1] - found[0] if found else 0
    return 0


def _behind_jpeg(data: bytes) -> int:
    """Where the film begins: the first box of a film with the brand of one. 0: nowhere."""
    at = data.find(b"ftyp")
    while at >= 4:
        if data[at + 4 : at + 8] in _BRANDS and 8 <= big(data, at - 4, 4) <= _LONGEST_HEAD and len(data) - at > _LEAST:
            return at - 4
        at = data.find(b"ftyp", at + 1)
    return 0
