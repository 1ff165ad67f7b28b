"""The real program with real models on real pictures, as a user starts it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from photoface.config.paths import models_folder
from photoface.domain.errors import PhotofaceError
from photoface.services.packs import models
from photoface.vision.catalog import load_catalog
from photoface.vision.fetching.offer import Patience
from photoface.vision.model_store import ModelStore
from tests.results import Result

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


class Program:
    """``program("people", "--json")`` runs photoface in a process of its own, with a home of its own."""

    def __init__(self, home: Path, models: Path):
        self.home = home
        self.library = home / "library"
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("PHOTOFACE_")},
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "PHOTOFACE_MODELS": str(models),
            "PHOTOFACE_LIBRARY": str(self.library),
            "PYTHONPATH": str(ROOT),
        }

    def start(self, *arguments, **options) -> subprocess.Popen:
        call = [sys.executable, "-m", "photoface", *map(os.fspath, map(_text, arguments))]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": self.home}
        return subprocess.Popen(call, env=self.environment, **{**pipes, **options})

    def __call__(self, *arguments, **options) -> Result:
        process = self.start(*arguments, **options)
        out, err = process.communicate(timeout=240)
        return Result(process.returncode, out.decode(), err.decode())


def _text(argument):
    return argument if isinstance(argument, (str, bytes, Path)) else str(argument)


@pytest.fixture(scope="session")
def real_models() -> Path:
    """A folder with an installed pack: the user's, else one fetched once into pytest's cache. Skips without any."""
    for folder in (models_folder(), ROOT / ".pytest_cache" / "models"):
        store = ModelStore(folder, load_catalog())
        if any(store.pack_installed(name) for name in ("standard", "basic")):
            return folder
    mirror = [str(SHARED / "models")] if (SHARED / "models").is_dir() else []
    try:
        for _ in models.install(store, "standard" if mirror else "basic", mirror, Patience(silence=20)):
            pass
    except PhotofaceError as error:
        pytest.skip(f"no models can be had: {error}")
    return store.folder


@pytest.fixture
def program(tmp_path, real_models) -> Program:
    return Program(tmp_path, real_models)


@pytest.fixture
def photos(tmp_path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    return folder
