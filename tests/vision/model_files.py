"""Real model files for tests: from ../shared/models, from installed models, or fetched once into pytest's cache.

What cannot be had skips the test and says why.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from photoface.config.paths import models_folder
from photoface.domain.errors import PhotofaceError
from photoface.vision.catalog import load_catalog
from photoface.vision.fetching.offer import Patience
from photoface.vision.installer import Installer
from photoface.vision.manifest import sha256
from photoface.vision.model_store import ModelStore

_ROOT = Path(__file__).resolve().parents[2]
SHARED = _ROOT.parent / "shared" / "models"
_tried: dict[str, str] = {}


def source_files(name: str) -> list[bytes]:
    """The files of a model of the catalogue as their author gave them out; skips when they cannot be had."""
    model = load_catalog().model(name)
    folders = [SHARED, models_folder() / name, _cached(name)]
    return [_read([folder / file.name for folder in folders], file.sha256) or _skip(name) for file in model.files]


def source_path(name: str) -> Path:
    """Where the first file of a model lies, for judges that read files themselves."""
    file = load_catalog().model(name).files[0]
    for folder in (SHARED, models_folder() / name, _cached(name)):
        if _read([folder / file.name], file.sha256):
            return folder / file.name
    return Path(_skip(name))


def _read(paths: list[Path], digest: str) -> bytes | None:
    for path in paths:
        if path.is_file() and sha256(data := path.read_bytes()) == digest:
            return data
    return None


def _cached(name: str) -> Path:
    """Where models fetched for tests are kept; fetches this one, once, when nobody has it."""
    store = ModelStore(_ROOT / ".pytest_cache" / "models", load_catalog())
    model = store.catalog.model(name)
    near = [SHARED, models_folder() / name, store.folder_of(name)]
    if name not in _tried and not all(
        _read([folder / file.name for folder in near], file.sha256) for file in model.files
    ):
        _tried[name] = ""
        installer = Installer(store, patience=Patience(silence=20))
        try:
            for _ in installer.install([model], installer.reach([model])):
                pass
        except PhotofaceError as error:
            _tried[name] = str(error)
    return store.folder_of(name)


def _skip(name: str) -> bytes:
    pytest.skip(
        f"{name} cannot be had: {_tried.get(name) or 'PHOTOFACE_MODELS=' + os.environ.get('PHOTOFACE_MODELS', '')}"
    )
