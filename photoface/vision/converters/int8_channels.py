"""Channels brought to one size, so that one grid of 8 bits does for all of them; the answer stays the same.

A channel may be divided by any number when the next convolution multiplies it again, since what lies between (ReLU and
its kin, sums, pooling) does not mind. Nagel et al. 2019, "Data-free quantization through weight equalization and bias
correction"; how much goes to the weights: Xiao et al. 2023, "SmoothQuant".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_reader import Network, Step
from photoface.vision.converters.onnx_writer import Constant

Exponents = Mapping[str, Sequence[int]]
"""Group of tensors -> for each channel the quarter octaves by which it is divided."""

_KEEPS_CHANNELS = {"LeakyRelu", "Relu", "AveragePool", "GlobalAveragePool", "MaxPool", "Sigmoid"}
_QUARTERS = np.array([1.0, 1.189207115002721, 1.4142135623730951, 1.681792830507429])  # 2 ** (n / 4), to the last bit


def channel_groups(network: Network) -> dict[str, str]:
    """Tensor -> the first of those that have their channels in common with it."""
    groups = {network.source[0]: network.source[0]}
    for step in network.steps:
        names = [name for name in step.inputs if name in groups]
        if step.operator in _KEEPS_CHANNELS or step.operator == "Mul":  # of a product, the first has the channels
            groups[step.output] = groups[names[0]]
        elif step.operator == "Add":
            first, *rest = dict.fromkeys(groups[name] for name in names)
            groups = {name: first if group in rest else group for name, group in groups.items()}
            groups[step.output] = first
        else:
            groups[step.output] = step.output
    return groups


def equalized(network: Network, exponents: Exponents) -> Network:
    """The same network with channels divided as the exponents say; Malformed when they do not fit it."""
    groups = channel_groups(network)
    unknown = set(exponents) - set(groups.values())
    if unknown:
        raise Malformed(f"it has no tensor {min(unknown)}, which its table for 8 bits names")
    sizes = {group: _powers(row) for group, row in exponents.items()}
    constants = dict(network.constants)
    steps = tuple(
        _scaled(step, constants, sizes.get(groups[step.inputs[0]]), sizes.get(groups[step.output]))
        if step.operator == "Conv"
        else step
        for step in network.steps
    )
    return replace(network, steps=steps, constants=constants)


def _powers(exponents: Sequence[int]) -> NDArray[np.float64]:
    whole = np.array(exponents, np.int64)
    powers: NDArray[np.float64] = np.ldexp(_QUARTERS[whole % 4], whole // 4)
    return powers


def _scaled(
    step: Step, constants: dict[str, Constant], inward: NDArray[np.float64] | None, outward: NDArray[np.float64] | None
) -> Step:
    """A convolution that takes its input divided by ``inward`` and gives its output divided by ``outward``."""
    weights, biases = (constants[name].astype(np.float64) for name in step.inputs[1:])
    if inward is not None:
        across = inward[:, None] if step.attributes.get("group", 1) != 1 else inward[None]
        weights = weights * _fitting(across[..., None, None], weights)
    if outward is not None:
        weights = weights / _fitting(outward[:, None, None, None], weights)
        biases = biases / outward
    names = f"{step.output}_scaled", f"{step.output}_scaled_bias"
    constants |= zip(names, (weights.astype(np.float32), biases.astype(np.float32)), strict=True)
    return replace(step, inputs=(step.inputs[0], *names))


def _fitting(factors: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    if any(size not in (1, wanted) for size, wanted in zip(factors.shape, weights.shape, strict=True)):
        raise Malformed("its table for 8 bits is for another number of channels")
    return factors
