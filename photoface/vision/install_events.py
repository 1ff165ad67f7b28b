"""What an installation tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.vision.model import Model, Pack


@dataclass(frozen=True, slots=True)
class Asking:
    """The sources of so many files are asked whether they have them; takes seconds."""

    files: int


@dataclass(frozen=True, slots=True)
class PackChosen:
    """This pack is installed. refused: the better ones, each with why it cannot be had."""

    pack: Pack
    refused: tuple[tuple[Pack, str], ...]


@dataclass(frozen=True, slots=True)
class Fetching:
    """A file is on its way. done, total: bytes, of the file or of the archive around it."""

    model: Model
    file: str
    origin: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class SourceRefused:
    """One source failed; the next one is asked."""

    model: Model
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Converting:
    """The files are there and become ONNX."""

    model: Model


@dataclass(frozen=True, slots=True)
class Installed:
    """A model is ready. origins: where its files came from; fresh: False when it was there already."""

    model: Model
    origins: tuple[str, ...]
    fresh: bool


InstallEvent = Asking | PackChosen | Fetching | SourceRefused | Converting | Installed
