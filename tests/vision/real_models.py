"""Installed models for tests: the user's, else installed once into pytest's cache. What cannot be had skips."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from photoface.config.paths import models_folder
from photoface.domain.errors import PhotofaceError
from photoface.vision.building import build_detector
from photoface.vision.catalog import load_catalog
from photoface.vision.detectors import Detector
from photoface.vision.embedders import FlipAveraged
from photoface.vision.fetching.offer import Patience
from photoface.vision.installer import Installer
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import Analyzer
from photoface.vision.sessions import open_session

ROOT = Path(__file__).resolve().parents[2]
SHARED_MODELS = ROOT.parent / "shared" / "models"


def real_store(*names: str) -> ModelStore:
    """A store in which these atomic models are installed; skips the test where they cannot be had."""
    why = _why_not(names)
    if isinstance(why, str):
        pytest.skip(why)
    return why


@cache
def _why_not(names: tuple[str, ...]) -> ModelStore | str:
    for folder in (models_folder(), ROOT / ".pytest_cache" / "models"):
        store = ModelStore(folder, load_catalog())
        if all(store.installed(name) for name in names):
            return store
    models = [store.catalog.model(name) for name in names]
    mirrors = [str(SHARED_MODELS)] if SHARED_MODELS.is_dir() else []
    installer = Installer(store, mirrors, Patience(silence=20))
    try:
        for _ in installer.install(models, installer.reach(models)):
            pass
    except PhotofaceError as error:
        return f"{' and '.join(names)} cannot be had: {error}"
    return store


@cache
def real_detector(name: str = "centerface") -> Detector:
    store = real_store(name)
    return build_detector(store.catalog.model(name), open_session(store.onnx_bytes(name)))


@cache
def real_embedder(name: str = "dlib-resnet") -> FlipAveraged:
    store = real_store(name)
    return FlipAveraged(store.catalog.model(name), open_session(store.onnx_bytes(name)))


def real_analyzer(embedder: str = "dlib-resnet", long_side: int = 1024) -> Analyzer:
    return Analyzer(real_detector(), [real_embedder(embedder)], long_side)


def shared_photos(part: str) -> Path:
    """A folder of the public test photos; skips the test where it is absent."""
    root = Path(os.environ.get("PHOTOFACE_TEST_PHOTOS", ROOT.parent / "shared" / "photos"))
    if not (root / part).is_dir():
        pytest.skip(f"{root / part} is not there; PHOTOFACE_TEST_PHOTOS may name the folder of test photos")
    return root / part
