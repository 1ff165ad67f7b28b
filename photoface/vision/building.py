"""A pack of the catalogue to a working analyzer."""

from __future__ import annotations

from photoface.vision.detectors import CenterFace, Detector, YuNet
from photoface.vision.embedders import FlipAveraged
from photoface.vision.model import Model
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import LONG_SIDE, Analyzer
from photoface.vision.sessions import Session, open_session


def build_analyzer(pack: str, store: ModelStore, long_side: int = LONG_SIDE) -> Analyzer:
    """The models of a pack, loaded from bytes whose hash was just checked. Raises ModelsMissing, ModelRefused."""
    detector, *embedders = store.catalog.models_of(pack)
    return Analyzer(
        build_detector(detector, _session(detector, store)),
        [FlipAveraged(model, _session(model, store)) for model in embedders],
        long_side,
    )


def build_detector(model: Model, session: Session) -> Detector:
    """The class that reads a detector's outputs, by the model's name."""
    return YuNet(session) if model.name == "yunet" else CenterFace(session)


def _session(model: Model, store: ModelStore) -> Session:
    return open_session(store.onnx_bytes(model.name))
