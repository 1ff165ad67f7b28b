"""ArcFace-type networks as small as can be, and what is none."""

from __future__ import annotations

import os

import numpy as np

from photoface.vision.converters.onnx_writer import Dim, model, node, tensor


def tiny_arcface(dims: int = 512, size: int = 112, batch: Dim = "N", factor: float = 1.0) -> bytes:
    """The mean colour of a picture, spread out to ``dims`` numbers."""
    weights = factor * np.random.default_rng(0).normal(size=(3, dims)).astype(np.float32)
    nodes = [
        node("GlobalAveragePool", ["pixels"], "mean"),
        node("Flatten", ["mean"], "flat", axis=1),
        node("MatMul", ["flat", "weights"], "embedding"),
    ]
    source, result = ("pixels", [batch, 3, size, size]), ("embedding", [batch, dims])
    return model("tiny-arcface", nodes, [tensor("weights", weights.astype(np.float32))], source, result)


def bring_down(data: bytes, mean: float, scale: float) -> int:
    """What a hostile file may do to the process that loads it."""
    os.abort()
