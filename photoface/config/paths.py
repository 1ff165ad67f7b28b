"""Folders: the user's data, the models, a library, and the data that comes with the program."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The user's own data folder of photoface; made by whoever writes into it."""
    return Path(platformdirs.user_data_dir("photoface", appauthor=False))


def models_folder() -> Path:
    """Where model files lie: PHOTOFACE_MODELS, else below the data folder."""
    chosen = os.environ.get("PHOTOFACE_MODELS")
    return Path(chosen).expanduser() if chosen else data_folder() / "models"


def library_folder(explicit: str | None = None) -> Path:
    """The library: the one asked for, else PHOTOFACE_LIBRARY, else the default below the data folder."""
    chosen = explicit or os.environ.get("PHOTOFACE_LIBRARY")
    return Path(chosen).expanduser().absolute() if chosen else data_folder() / "library"


def resource(*parts: str) -> Path:
    """A file that comes with the program, e.g. ``resource("models", "catalog.toml")``.

    An installed wheel carries them in photoface/_data; a checkout has them at its top.
    """
    packaged = _PACKAGE / "_data"
    root = packaged if packaged.is_dir() else _PACKAGE.parent
    return root.joinpath(*parts)
