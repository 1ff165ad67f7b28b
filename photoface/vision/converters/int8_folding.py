"""A network made ready for 8 bits: biases and the scaling of pixels inside the convolutions."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.onnx_reader import Network, Step
from photoface.vision.converters.onnx_writer import Constant


def prepared(network: Network) -> Network:
    """The same network, where every convolution has a bias and the first one takes whole grey levels.

    Pixels that were scaled by colour (Mul, Add) are only shifted by a whole number of grey levels any more; the rest is
    in the weights. What the first convolution sees beyond the edge of the picture changes by a few grey levels.
    """
    return _with_biases(_with_whole_pixels(network))


def uses(network: Network) -> Counter[str]:
    """How many steps take a tensor; the result counts as one more."""
    return Counter([name for step in network.steps for name in step.inputs] + [network.result[0]])


def _with_whole_pixels(network: Network) -> Network:
    if [step.operator for step in network.steps[:3]] != ["Mul", "Add", "Conv"]:
        return network
    scaled, shifted, first, *rest = network.steps
    factor, shift = (network.constants[step.inputs[1]].astype(np.float64).ravel() for step in (scaled, shifted))
    weights = network.constants[first.inputs[1]].astype(np.float64) * factor[:, None, None]
    zero = round(math.fsum(-shift / factor) / len(factor))
    kept = weights * (shift / factor + zero)[:, None, None]
    added = [math.fsum(part) for part in kept.reshape(len(kept), -1).tolist()]  # exact: the same on every machine
    biases = np.array(added) + (network.constants[first.inputs[2]] if len(first.inputs) > 2 else 0)
    names = f"{shifted.output}_shift", f"{first.output}_weights", f"{first.output}_bias"
    values = np.array([-zero]), weights, biases
    constants = {name: _single(value) for name, value in zip(names, values, strict=True)}
    start = (
        Step("Add", (network.source[0], names[0]), shifted.output),
        replace(first, inputs=(shifted.output, *names[1:])),
    )
    return replace(network, steps=(*start, *rest), constants={**network.constants, **constants})


def _with_biases(network: Network) -> Network:
    """A constant that is added right after a convolution becomes part of its bias; one without gets zeros."""
    often, constants = uses(network), dict(network.constants)
    steps: list[Step] = []
    for step in network.steps:
        if _adds_bias(step, steps, network, often):
            steps[-1] = _biased(steps[-1], step.output, constants, constants[step.inputs[1]].reshape(-1))
        elif step.operator == "Conv" and len(step.inputs) == 2:
            zeros = np.zeros(len(constants[step.inputs[1]]), np.float32)
            steps.append(_biased(step, step.output, constants, zeros))
        else:
            steps.append(step)
    return replace(network, steps=tuple(steps), constants=constants)


def _adds_bias(step: Step, before: list[Step], network: Network, often: Counter[str]) -> bool:
    if step.operator != "Add" or not before or before[-1].operator != "Conv" or step.inputs[1] not in network.constants:
        return False
    return step.inputs[0] == before[-1].output and often[step.inputs[0]] == 1


def _biased(step: Step, output: str, constants: dict[str, Constant], more: Constant) -> Step:
    name = f"{output}_bias"
    before = constants[step.inputs[2]] if len(step.inputs) > 2 else np.zeros(len(more), np.float32)
    constants[name] = _single(before.astype(np.float64) + more)
    return replace(step, inputs=(*step.inputs[:2], name), output=output)


def _single(values: NDArray[np.float64]) -> NDArray[np.float32]:
    return values.astype(np.float32)
