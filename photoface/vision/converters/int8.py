"""The float network of an embedder in 8 bits, by numbers that were measured once: no photos are needed at install.

Source: Jacob et al. 2018, "Quantization and training of neural networks for efficient integer-arithmetic-only
inference".
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from photoface.domain.errors import ModelRefused
from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.int8_channels import Exponents, equalized
from photoface.vision.converters.int8_folding import prepared
from photoface.vision.converters.int8_writer import Ranges, in_8_bits
from photoface.vision.converters.onnx_reader import read_network, write_network


@dataclass(frozen=True, slots=True)
class Recipe:
    """What ``benchmarks/int8_ranges.py`` measured of a network: models/int8/NAME.toml."""

    ranges: Ranges
    exponents: Exponents


def read_recipe(toml: bytes) -> Recipe:
    """A table as it lies in models/int8; KeyError, TypeError or ValueError for a mistake of ours in it."""
    table = tomllib.loads(toml.decode())
    ranges = {name: (float(low), float(high)) for name, (low, high) in table["ranges"].items()}
    return Recipe(ranges, {name: tuple(row) for name, row in table.get("exponents", {}).items()})


def to_int8(name: str, onnx: bytes, recipe: Recipe) -> bytes:
    """The bytes of an ONNX file in 8 bits, the same on every machine; ModelRefused names the model."""
    try:
        network = equalized(prepared(read_network(onnx)), recipe.exponents)
        return write_network(in_8_bits(network, recipe.ranges))
    except Malformed as error:
        raise ModelRefused(f"{name} cannot be brought into 8 bits: {error}. Nothing was installed.") from error
