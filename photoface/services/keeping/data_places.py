"""Where the data of photoface is, and how much there is of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from photoface.config.paths import data_folder, models_folder
from photoface.config.settings import settings_file


class What(StrEnum):
    """LIBRARY: names, decisions, embeddings; PICTURES: thumbnails and face crops."""

    LIBRARY = "library"
    PICTURES = "pictures"
    SNAPSHOTS = "snapshots"
    MODELS = "models"
    LOG = "log"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class DataPlace:
    """path: a file or folder, there or not; bytes: of all files of it."""

    what: What
    path: Path
    bytes: int

    @property
    def folder(self) -> Path:
        """What a file manager can open."""
        return self.path if self.path.is_dir() else self.path.parent


def data_places(library: Path) -> list[DataPlace]:
    """All places in which photoface keeps anything, of the library in this folder. Reads sizes only."""
    data = data_folder()
    return [
        DataPlace(What.LIBRARY, library / "library.db", _sum(library.glob("library.db*"))),
        DataPlace(What.PICTURES, library / "thumbs.db", _sum(library.glob("thumbs.db*"))),
        DataPlace(What.SNAPSHOTS, library / "snapshots", _sum((library / "snapshots").glob("*"))),
        DataPlace(What.MODELS, models_folder(), _below(models_folder())),
        DataPlace(What.LOG, data / "photoface.log", _sum(data.glob("photoface.log*"))),
        DataPlace(What.SETTINGS, settings_file(), _sum([settings_file()])),
    ]


def _sum(paths: Iterable[Path]) -> int:
    return sum(map(_size, paths))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _below(folder: Path) -> int:
    return sum(_size(Path(where, name)) for where, _, names in os.walk(folder) for name in names)
