"""Everything that people decided, apart from any library: for other computers, and for a library that was lost.

Numbers of a library mean nothing elsewhere: people go by their uuid, photos by their identity, faces by their box.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from photoface.domain.geometry import Box, Size

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """birth_date: ISO date or None; created_at: ISO 8601, UTC."""

    uuid: str
    name: str
    birth_date: str | None = None
    notes: str = ""
    hidden: bool = False
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class FaceRecord:
    """box: pixels of the upright photo of the size told; state: a verdict's or None; person, rejected: uuids.

    separations: (key, side); bonds: keys; covers: uuids of people whose picture it is; retired: the detector of that
    time did not find it any more.
    """

    box: Box
    drawn: bool = False
    retired: bool = False
    state: str | None = None
    person: str | None = None
    rejected: tuple[str, ...] = ()
    separations: tuple[tuple[str, int], ...] = ()
    bonds: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PhotoRecord:
    """identity: 32 bytes; size: upright; repeat: a mirror or collage.

    taken, words: when a human said it was taken, ISO 8601 or a beginning of it, and how they put it.
    apart: identities of photos that look the same and are others.
    """

    identity: bytes
    size: Size
    faces: tuple[FaceRecord, ...] = ()
    repeat: bool = False
    path: bytes = b""
    taken: str | None = None
    words: str = ""
    apart: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """reasons: of separations and bonds, by key; settings: of the library, e.g. saved searches.

    extras: table -> rows of what was answered and reviewed; a face in them is [index of its photo, index in it].
    """

    people: tuple[PersonRecord, ...] = ()
    photos: tuple[PhotoRecord, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
