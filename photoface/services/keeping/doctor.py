"""Is everything as it should be? Each finding says what to do."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from photoface import __version__
from photoface.config.paths import models_folder
from photoface.domain.errors import PhotofaceError
from photoface.store.checks import engine_version
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from photoface.vision.model_store import ModelStore

_LEAST_FREE = 500_000_000
_NEEDED = ("onnxruntime", "hnswlib", "sklearn", "PIL", "pillow_heif", "PySide6", "sqlite_utils")


@dataclass(frozen=True, slots=True)
class Finding:
    """One check. code: the exit code that a failure of it means."""

    check: str
    ok: bool
    detail: str
    code: int = 1


def examine(library: Path) -> Iterator[Finding]:
    """All checks, one after the other; none of them changes anything."""
    yield Finding(
        "program", True, f"photoface {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    yield Finding("database engine", True, f"SQLite {engine_version()}")
    yield _telemetry()
    yield _modules()
    yield _guarded("models", _models)
    yield _guarded("library", lambda: _library(library))
    yield _space(library)


def _guarded(check: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except PhotofaceError as error:
        return Finding(check, False, str(error), error.exit_code)


def _telemetry() -> Finding:
    off = os.environ.get("ORT_DISABLE_TELEMETRY") == "1"
    return Finding(
        "usage data", off, "nothing is sent" if off else "ORT_DISABLE_TELEMETRY must be 1; start photoface anew"
    )


def _modules() -> Finding:
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    detail = f"missing: {', '.join(missing)}; repair with: make run" if missing else "all there"
    return Finding("libraries", not missing, detail)


def _models() -> Finding:
    store = ModelStore(models_folder(), load_catalog())
    packs = [pack.name for pack in store.catalog.packs if store.pack_installed(pack.name)]
    detail = f"{', '.join(packs)} in {store.folder}" if packs else "none installed; type: photoface models install"
    return Finding("models", bool(packs), detail, 5)


def _library(folder: Path) -> Finding:
    if not folder.exists():
        return Finding("library", True, f"{folder} does not exist yet; it is made by: photoface index FOLDER")
    with LibraryDatabase.create_or_open(folder, write=False) as db:
        problems = db.problems()
    detail = (
        f"{folder}: {problems[0]}; go back to a snapshot with: photoface restore" if problems else f"{folder} is sound"
    )
    return Finding("library", not problems, detail, 4)


def _space(library: Path) -> Finding:
    existing = next(folder for folder in (library, *library.parents) if folder.exists())
    free = shutil.disk_usage(existing).free
    return Finding("disk space", free > _LEAST_FREE, f"{free / 1e9:.1f} GB free for the library")
