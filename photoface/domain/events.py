"""What indexing tells while it runs: values, turned into a progress line or into signals by whoever listens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scanned:
    """Folders were walked. new: files to read; known: unchanged; missing: gone since last time; other: not pictures;
    back: gone before, there again unchanged; silent: offline because the drive or share did not answer;
    elsewhere: not seen, on a drive in whose place another one is.
    """

    folder: bytes
    new: int
    known: int
    missing: int
    other: int
    offline: bool
    done: bool
    back: int = 0
    silent: bool = False
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class PhotosGlanced:
    """Files that wait to be read were looked at: how many, and of how many there is a first picture now."""

    files: int
    previews: int


@dataclass(frozen=True, slots=True)
class PhotoIndexed:
    """One file was read and stored. faces: how many are in it; known: its photo was in the library already."""

    path: bytes
    photo_id: int
    faces: int
    known: bool


@dataclass(frozen=True, slots=True)
class PhotoRefused:
    """One file cannot be used; the run goes on."""

    path: bytes
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups are up to date. joined: faces that joined a group; groups: how many there are."""

    faces: int
    joined: int
    groups: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of a run, stopped by the user or done. unsettled: files that are still being written, left for later."""

    photos: int
    faces: int
    failed: int
    second_decodes: int
    stopped: bool
    seconds: float
    unsettled: int = 0


IndexEvent = Scanned | PhotosGlanced | PhotoIndexed | PhotoRefused | Grouped | Finished
