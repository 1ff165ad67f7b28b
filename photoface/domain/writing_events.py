"""What writing names tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamesChanged:
    """One file was written, or would be. path: of the photo, b'' for photoface's own file; lines: '+ Anna (MWG)'."""

    path: bytes
    target_path: bytes
    lines: tuple[str, ...]
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class NamesUnchanged:
    """One file says all of it already."""

    path: bytes
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class NamesRefused:
    """One file cannot be written, and is as it was."""

    path: bytes
    kind: str
    reason: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class NamesFinished:
    """run_id: what undoes it, None for a dry run or where nothing was written."""

    changed: int
    unchanged: int
    refused: int
    run_id: int | None
    stopped: bool


NamesEvent = NamesChanged | NamesUnchanged | NamesRefused | NamesFinished
