"""A network in 8 bits: tensors as whole numbers 0..255 of a fixed grid, weights as -63..63 of one step a channel.

The form is ONNX's own (QuantizeLinear and DequantizeLinear around each step), which onnxruntime turns into whole-number
kernels. Weights have 7 bits, not 8: processors without VNNI add products of 8 and 8 bits in 16 and overflow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.int8_folding import uses
from photoface.vision.converters.onnx_reader import Network, Step
from photoface.vision.converters.onnx_writer import Constant

LARGEST_WEIGHT = 63
_LARGEST_BIAS = 1 << 30
_SAME_GRID = {"MaxPool", "Pad"}

Ranges = Mapping[str, tuple[float, float]]
"""Tensor -> its least and its greatest value. A tensor that is not named stays float."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Value = step * (number - zero); names of the constants that say so, and of the tensor of numbers."""

    numbers: str
    step: float
    zero: int

    @property
    def constants(self) -> tuple[str, str]:
        return f"step_{self.step!r}", f"zero_{self.zero}"


def in_8_bits(network: Network, ranges: Ranges) -> Network:
    """The network with all steps between tensors of known ranges in 8 bits. The pixels that go in are 0..255.

    Malformed when the ranges name a tensor that the network has not.
    """
    unknown = set(ranges) - {step.output for step in network.steps}
    if unknown:
        raise Malformed(f"it has no tensor {min(unknown)}, which its table for 8 bits names")
    network = _without_relus(network, ranges)
    writer = _Writer(network, ranges)
    for step in network.steps:
        writer.add(step)
    return writer.finish()


def _without_relus(network: Network, ranges: Ranges) -> Network:
    """A grid that begins at zero cuts negative values off by itself."""
    often = uses(network)
    cut = {
        step.inputs[0]: step.output
        for step in network.steps
        if step.operator == "Relu" and step.inputs[0] not in ranges and often[step.inputs[0]] == 1
        if ranges.get(step.output, (-1.0, 0.0))[0] == 0
    }
    steps = (step for step in network.steps if step.output not in cut.values() or step.operator != "Relu")
    return replace(network, steps=tuple(replace(step, output=cut.get(step.output, step.output)) for step in steps))


class _Writer:
    """Adds one step after the other; knows which tensors lie on a grid and which of them were made float again."""

    def __init__(self, network: Network, ranges: Ranges) -> None:
        self._network, self._ranges = network, ranges
        self._steps: list[Step] = []
        self._constants: dict[str, Constant] = dict(network.constants)
        self._grids: dict[str, _Grid] = {}
        self._float: dict[str, str] = {}
        source = network.source[0]
        self._round(source, _Grid(f"{source}_8", 1.0, 0))

    def add(self, step: Step) -> None:
        """The next step: on numbers where it can be, else between float tensors that onnxruntime fuses."""
        grid = self._grids.get(step.inputs[0])
        if grid and step.operator in _SAME_GRID:
            self._on_numbers(step, grid)
        elif grid and step.inputs[0] == self._network.source[0] and step.operator == "Add":
            self._grids[step.output] = replace(grid, zero=int(-self._constants[step.inputs[1]][0]))
        else:
            self._between_floats(step, grid)

    def finish(self) -> Network:
        name, dims = self._network.result
        result = self._as_float(name), dims
        return replace(self._network, steps=tuple(self._steps), constants=self._constants, result=result)

    def _on_numbers(self, step: Step, grid: _Grid) -> None:
        made = replace(grid, numbers=f"{step.output}_8")
        filler = (self._constant(grid.constants[1], np.array(grid.zero, np.uint8)),) if step.operator == "Pad" else ()
        self._steps.append(replace(step, inputs=(grid.numbers, *step.inputs[1:], *filler), output=made.numbers))
        self._grids[step.output] = made

    def _between_floats(self, step: Step, grid: _Grid | None) -> None:
        inputs = tuple(self._as_float(name) for name in step.inputs)
        if step.operator == "Conv" and grid and step.output in self._ranges:
            inputs = inputs[0], *self._weights(step, grid)
        self._steps.append(replace(step, inputs=inputs))
        if step.output in self._ranges:
            self._round(step.output, _grid(f"{step.output}_8", *self._ranges[step.output]))

    def _round(self, name: str, grid: _Grid) -> None:
        self._grids[name] = grid
        self._steps.append(Step("QuantizeLinear", (name, *self._of_grid(grid)), grid.numbers))

    def _as_float(self, name: str) -> str:
        grid = self._grids.get(name)
        if grid is None:
            return name
        if name not in self._float:
            self._float[name] = f"{name}_float"
            self._steps.append(Step("DequantizeLinear", (grid.numbers, *self._of_grid(grid)), self._float[name]))
        return self._float[name]

    def _of_grid(self, grid: _Grid) -> tuple[str, str]:
        step, zero = grid.constants
        self._constant(step, np.array(grid.step, np.float32))
        self._constant(zero, np.array(grid.zero, np.uint8))
        return step, zero

    def _weights(self, step: Step, grid: _Grid) -> tuple[str, str]:
        """The names of weights and biases of a convolution, in whole numbers and made float again."""
        weights, biases = (self._constants[name].astype(np.float64) for name in step.inputs[1:])
        steps = _weight_steps(weights, biases, grid.step)
        across = steps.astype(np.float64)[:, None, None, None]
        rounded = np.clip(np.rint(weights / across), -LARGEST_WEIGHT, LARGEST_WEIGHT).astype(np.int8)
        both = np.float32(grid.step) * steps
        return (
            self._channels(f"{step.output}_weights", rounded, steps),
            self._channels(f"{step.output}_biases", np.rint(biases / both.astype(np.float64)).astype(np.int32), both),
        )

    def _channels(self, name: str, numbers: Constant, steps: NDArray[np.float32]) -> str:
        zeros = np.zeros(len(steps), numbers.dtype)
        inputs = (
            self._constant(f"{name}_8", numbers),
            self._constant(f"{name}_step", steps),
            self._constant(f"{name}_zero", zeros),
        )
        self._steps.append(Step("DequantizeLinear", inputs, f"{name}_float", {"axis": 0}))
        return f"{name}_float"

    def _constant(self, name: str, values: Constant) -> str:
        self._constants[name] = values
        return name


def _grid(numbers: str, low: float, high: float) -> _Grid:
    """256 numbers from low to high, zero exactly one of them: float32 by what ONNX computes in."""
    low, high = min(low, 0.0), max(high, 0.0)
    step = float(np.float32(max(high - low, 1e-6) / 255))
    return _Grid(numbers, step, min(round(-low / step), 255))


def _weight_steps(weights: NDArray[np.float64], biases: NDArray[np.float64], step: float) -> NDArray[np.float32]:
    """One step a channel: by its largest weight, and not so small that the bias has no 32-bit number."""
    largest = np.abs(weights.reshape(len(weights), -1)).max(axis=1) / LARGEST_WEIGHT
    least = np.maximum(np.abs(biases) / (step * _LARGEST_BIAS), 1e-12)
    steps: NDArray[np.float32] = np.maximum(largest, least).astype(np.float32)
    return steps
