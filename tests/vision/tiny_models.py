"""Tiny models, in place of real ones where the way of a file matters and not what is in it."""

from __future__ import annotations

import hashlib

import numpy as np

from photoface.vision.catalog import Address, Catalog, Model, ModelFile, Pack, PackageMember
from photoface.vision.converters.onnx_writer import Dim, model, node, tensor


def tiny_onnx(dims: list[Dim] | None = None, factor: float = 2.0, padding: int = 0) -> bytes:
    """An ONNX file that multiplies what it is given; ``padding`` numbers make it larger."""
    size = dims or [1, 3, 8, 8]
    constants = [tensor("factor", np.array([factor], np.float32))]
    if padding:
        constants.append(tensor("padding", np.random.default_rng(0).random(padding, np.float32)))
    return model("tiny", [node("Mul", ["x", "factor"], "y")], constants, ("x", size), ("y", size))


def file_of(name: str, data: bytes, *sources: Address | PackageMember) -> ModelFile:
    """As the catalogue would name it."""
    return ModelFile(name, len(data), hashlib.sha256(data).hexdigest(), sources)


def tiny_model(name: str, *files: ModelFile, task: str = "embedding", free_size: tuple[int | str, ...] = ()) -> Model:
    """A model of the catalogue with these files."""
    return Model(name, f"Tiny {name}", task, "onnx", "CC0-1.0", "", files, dims=8, free_size=free_size)


def tiny_catalog(*models: Model, packs: tuple[Pack, ...] = ()) -> Catalog:
    """A catalogue of these models."""
    return Catalog({model.name: model for model in models}, packs)
