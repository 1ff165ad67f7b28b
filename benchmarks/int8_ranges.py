"""Measures what the 8-bit form of an embedder needs to know, as models/int8/NAME.toml has it.

    python benchmarks/int8_chips.py ../shared/photos/faces/lfw --output chips.npz --models FOLDER
    python benchmarks/int8_ranges.py retail-0095 --chips chips.npz --photos ../shared/photos --models FOLDER

Of chips of folds 2 and 3 of Labeled Faces in the Wild: how large each channel grows (for the exponents), and then,
of each tensor that will be rounded, the range outside which hardly a value lies. Fold 1 is left for the gate.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.fit_operating_points import folds_of
from benchmarks.int8_chips import load_chips
from photoface.config.paths import resource
from photoface.vision.catalog import load_catalog
from photoface.vision.converters.int8_channels import channel_groups, equalized
from photoface.vision.converters.int8_folding import prepared, uses
from photoface.vision.converters.onnx_reader import Network, read_network, write_network
from photoface.vision.converters.protobuf import blob, fields, number, text
from photoface.vision.embedders import as_input, input_of
from photoface.vision.model_store import ModelStore
from photoface.vision.sessions import open_session

FACES = 600
"""Chips that are looked at, evenly out of folds 2 and 3."""

OUTSIDE = {"retail-0095": 1e-5, "dlib-resnet": 1e-6}
"""Share of the values beyond either end of a range.

Mean of 1 - cosine in 1e-4, 0095 with 0, 1e-5, 1e-4: 69, 63, 70; dlib with 0, 1e-6, 1e-5, 1e-4: 6.1, 5.7, 6.9, 10.7.
"""

TO_WEIGHTS = 0.7
"""SmoothQuant's alpha: 1 makes all channels of a tensor alike, 0 all weights that take them."""

_BINS = 4096
_FLOAT = {"Flatten", "MatMul"}
_ON_THE_INPUTS_GRID = {"MaxPool", "Pad"}

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Probe:
    """A network that gives some of its inner tensors, run over chips."""

    network: Network
    names: tuple[str, ...]
    batches: tuple[Floats, ...]

    def tensors(self) -> Iterator[tuple[str, Floats]]:
        """Name and values of every tensor, batch by batch."""
        session = open_session(_exposing(write_network(self.network), self.names))
        for batch in self.batches:
            found = zip(session.outputs, session.run(batch), strict=True)
            yield from ((name, values) for name, values in found if name in self.names)


def _exposing(onnx: bytes, names: Iterable[str]) -> bytes:
    """The same file with more outputs, of float32 and of no said shape."""
    outputs = b"".join(blob(12, text(1, name) + blob(2, blob(1, number(1, 1)))) for name in names)
    return b"".join(blob(7, part.message + outputs) if part.number == 7 else part.raw for part in fields(onnx))


def rounded_tensors(network: Network) -> tuple[str, ...]:
    """The tensors that get a range: not the result, what is float by nature, what a ReLU cuts at once."""
    often = uses(network)
    cut = {step.inputs[0] for step in network.steps if step.operator == "Relu" and often[step.inputs[0]] == 1}
    kept = _FLOAT | _ON_THE_INPUTS_GRID
    names = (step.output for step in network.steps[1:] if step.operator not in kept)
    return tuple(name for name in names if name != network.result[0] and name not in cut)


def exponents_of(probe: Probe) -> dict[str, list[int]]:
    """For each group of channels, by how many quarter octaves they are divided; ends and gates stay as they are."""
    groups, largest = channel_groups(probe.network), _channel_sizes(probe)
    sizes = {
        group: np.max([largest[name] for name in names], axis=0)
        for group in dict.fromkeys(groups.values())
        if (names := [name for name in probe.names if groups[name] == group])
    }
    for group in _as_they_are(probe.network, groups):
        sizes.pop(group, None)
    return {group: _exponents(found, _weights_of(probe.network, groups, group)) for group, found in sizes.items()}


def _channel_sizes(probe: Probe) -> dict[str, Floats]:
    largest: dict[str, Floats] = {}
    for name, values in probe.tensors():
        found = np.abs(values).max(axis=(0, 2, 3))
        largest[name] = np.maximum(largest.get(name, found), found)
    return largest


def _as_they_are(network: Network, groups: Mapping[str, str]) -> set[str]:
    gates = {groups[step.output] for step in network.steps if step.operator == "Sigmoid"}
    return {groups[network.source[0]], groups[network.result[0]], *gates}


def _weights_of(network: Network, groups: Mapping[str, str], group: str) -> list[Floats]:
    """The largest weight that each channel meets, of every convolution over all channels that takes the group."""
    takers = [step for step in network.steps if step.operator == "Conv" and groups[step.inputs[0]] == group]
    whole = [network.constants[step.inputs[1]] for step in takers if step.attributes.get("group", 1) == 1]
    return [np.abs(weights).max(axis=(0, 2, 3)) / np.abs(weights).max() for weights in whole]


def _exponents(sizes: Floats, weights: list[Floats]) -> list[int]:
    wanted = np.log2(_not_zero(sizes))
    if weights:
        wanted = TO_WEIGHTS * wanted - (1 - TO_WEIGHTS) * np.log2(_not_zero(np.max(weights, axis=0)))
    return [round(4 * exponent) for exponent in wanted - wanted.mean()]


def _not_zero(values: Floats) -> Floats:
    raised: Floats = np.maximum(values, values.max() * np.float32(1e-3))
    return raised


def ranges_of(probe: Probe, outside: float) -> dict[str, tuple[float, float]]:
    """The least and the greatest value of each tensor but for this share of them on either side."""
    ends: dict[str, tuple[float, float]] = {}
    for name, values in probe.tensors():
        low, high = ends.get(name, (0.0, 0.0))
        ends[name] = min(low, float(values.min())), max(high, float(values.max()))
    counts = {name: np.zeros(_BINS, np.int64) for name in probe.names}
    for name, values in probe.tensors():
        counts[name] += np.histogram(values, _BINS, ends[name])[0]
    return {name: _without_tails(counts[name], ends[name], outside) for name in probe.names}


def _without_tails(counts: NDArray[np.int64], ends: tuple[float, float], outside: float) -> tuple[float, float]:
    below, edges = counts.cumsum() / counts.sum(), np.linspace(*ends, _BINS + 1)
    first, last = int(np.searchsorted(below, outside)), int(np.searchsorted(below, 1 - outside))
    return min(float(edges[first]), 0.0), max(float(edges[min(last + 1, _BINS)]), 0.0)


def measure(onnx: bytes, batches: Iterable[Floats], equalize: bool, outside: float = 1e-6) -> str:
    """The table of a network, as TOML."""
    network = prepared(read_network(onnx))
    probe = Probe(network, rounded_tensors(network), tuple(batches))
    exponents = exponents_of(probe) if equalize else {}
    ranges = ranges_of(replace(probe, network=equalized(network, exponents)), outside)
    lines = ["# Measured by benchmarks/int8_ranges.py, see there; what it is for: docs/models.md.", "", "[ranges]"]
    lines += [f"{name} = [{low:.4g}, {high:.4g}]" for name, (low, high) in ranges.items()]
    lines += ["", "[exponents]"] * bool(exponents) + [f"{name} = {row}" for name, row in exponents.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("embedder", choices=["retail-0095", "dlib-resnet"])
    parser.add_argument("--chips", type=Path, required=True, help="made by benchmarks/int8_chips.py")
    parser.add_argument("--photos", type=Path, required=True, help="holds annotations/lfw_pairs.tsv")
    parser.add_argument("--models", type=Path, required=True, help="the folder of installed models")
    parser.add_argument("--output", type=Path, help="default: models/int8/EMBEDDER.toml")
    options = parser.parse_args()
    store, cut = ModelStore(options.models, load_catalog()), load_chips(options.chips)
    allowed = np.flatnonzero(folds_of(cut.faces, options.photos / "annotations" / "lfw_pairs.tsv") > 0)
    chosen = cut.chips[options.embedder][allowed[:: max(len(allowed) // FACES, 1)]]
    model = store.catalog.model(options.embedder)
    batches = [as_input(chosen[at : at + 8], input_of(model)) for at in range(0, len(chosen), 8)]
    table = measure(store.onnx_bytes(model.name), batches, model.name == "retail-0095", OUTSIDE[model.name])
    (options.output or resource("models", "int8", f"{model.name}.toml")).write_text(table, "utf-8")
    print(f"{len(chosen)} chips, {len(table):,} bytes")


if __name__ == "__main__":
    main()
