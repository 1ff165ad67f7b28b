"""How the files of a model become the one ONNX file that is run, and what tells an older way from the present one."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.config.paths import resource
from photoface.vision.manifest import sha256
from photoface.vision.model import Model

WAYS = {"openvino": "2"}
"""Raised by one when a conversion gets better; `models install` then makes the file again. 2: PReLU as LeakyRelu."""


def made_by(model: Model) -> str:
    """The way in which a model's ONNX is made now; for one in 8 bits also the hash of its table."""
    way = WAYS.get(model.format, "")
    return f"{way} {sha256(table(model))}" if model.int8_of else way


def product_of(model: Model, files: Sequence[bytes]) -> bytes:
    """The bytes of the ONNX that is used, of the bytes of a model's files in the catalogue's order.

    ModelRefused when they cannot be converted, or the form in 8 bits does not agree with the exact one here.
    """
    from photoface.vision.converters import to_onnx

    exact = to_onnx(model.title, model.format, files, model.free_size)
    if not model.int8_of:
        return exact
    from photoface.vision.converters.int8 import read_recipe, to_int8
    from photoface.vision.int8_check import check_int8

    rounded = to_int8(model.title, exact, read_recipe(table(model)))
    check_int8(model, exact, rounded)
    return rounded


def table(model: Model) -> bytes:
    """The file of ranges and exponents that came with the program, for a model in 8 bits."""
    return resource("models", "int8", f"{model.int8_of}.toml").read_bytes()
