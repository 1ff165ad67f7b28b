"""Whether a file is an ArcFace-type network: loads it, looks at its shapes, runs it on noise."""

from __future__ import annotations

import numpy as np

from photoface.domain.errors import ModelRefused
from photoface.vision.sessions import Floats, Session, network_errors, open_session

SIZE = 112
DIMS = 512
_CLOSE = 1e-3


def check_arcface(data: bytes, mean: float, scale: float) -> int | str:
    """The length of its embeddings, or why it is none: the end of a sentence."""
    try:
        session = open_session(data)
    except ModelRefused:
        return "onnxruntime cannot load it"
    if len(session.outputs) != 1:
        return f"it has {len(session.outputs)} outputs, not one"
    pixels = np.random.default_rng(0).integers(0, 256, (2, 3, SIZE, SIZE))
    return _check_answers(session, ((pixels - mean) / scale).astype(np.float32))


def _check_answers(session: Session, batch: Floats) -> int | str:
    try:
        together, apart = session.run(batch)[0], session.run(batch[:1])[0]
    except network_errors():
        return f"it does not take pictures of {SIZE}x{SIZE} in three colours, several at a time"
    if together.reshape(2, -1).shape != (2, DIMS) or together.dtype != np.float32:
        return f"it answers with {together.shape}, not with {DIMS} numbers a face"
    if not np.isfinite(together).all() or not together.any(axis=None):
        return "its answers are not numbers"
    if np.abs(together[0] - apart[0]).max() > _CLOSE * np.abs(together).max():
        return "a picture gets another answer beside others than alone"
    return DIMS
