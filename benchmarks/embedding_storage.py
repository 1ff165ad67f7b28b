"""What the compact form of embeddings in the library costs: d bytes a face against 4 d in float32.

    python -m benchmarks.embedding_storage lfw.npz [--json FILE]

lfw.npz: real embeddings, made by benchmarks/embeddings.py. All pairs of labelled faces are compared; prints, per
embedder and form, bytes a face, the largest angle between a vector and its stored form, TAR at FAR, and the accuracy
on balanced pairs in ten folds (Huang et al. 2007).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.embeddings import load
from photoface.domain.faces import Vectors
from photoface.domain.similarity import unit
from photoface.matching.measures import accepted_at, fold_accuracy
from photoface.store.vectors import pack, unpack
from photoface.vision.catalog import load_catalog

RATES = (1e-2, 1e-3, 1e-4)
FOLDS = 10
PAIRS = 6000
JOINED = load_catalog().parts("dlib-0095")

FORMS: dict[str, tuple[float, Callable[[Vectors], Vectors]]] = {
    "float32": (4, lambda rows: rows),
    "float16": (2, lambda rows: unit(rows.astype(np.float16).astype(np.float32))),
    "stored": (1, lambda rows: unpack(pack(rows))),
}
"""Name -> bytes an entry, and what is read back."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; angle in radians, tar at RATES."""

    model: str
    form: str
    bytes: int
    largest_angle: float
    tar: tuple[float, ...]
    accuracy: float
    standard_error: float


def measure(vectors: dict[str, Vectors], people: NDArray[np.int64]) -> list[Row]:
    """All models in all forms; a joined vector is made of parts that were stored."""
    rows = []
    for form, (size, read_back) in FORMS.items():
        kept = {name: read_back(part) for name, part in vectors.items()}
        for model, original, stored in [*_single(vectors, kept), _join(vectors, kept)]:
            angle = float(2 * np.arcsin(np.linalg.norm(original - stored, axis=1).max() / 2))
            tar, accuracy, error = _accuracy(stored, people)
            rows.append(Row(model, form, int(size * stored.shape[1]), angle, tar, accuracy, error))
    return sorted(rows, key=lambda row: row.model)


def _single(vectors: dict[str, Vectors], kept: dict[str, Vectors]) -> list[tuple[str, Vectors, Vectors]]:
    return [(name, vectors[name], kept[name]) for name in vectors]


def _join(vectors: dict[str, Vectors], kept: dict[str, Vectors]) -> tuple[str, Vectors, Vectors]:
    def joined(parts: dict[str, Vectors]) -> Vectors:
        return unit(np.concatenate([np.float32(weight) * parts[name] for name, weight in JOINED], axis=1))

    return "dlib-0095", joined(vectors), joined(kept)


def _accuracy(rows: Vectors, people: NDArray[np.int64]) -> tuple[tuple[float, ...], float, float]:
    first, second = np.triu_indices(len(rows), 1)
    distances, same = -(rows @ rows.T)[first, second], people[first] == people[second]
    tar = accepted_at(distances, same, RATES)
    rng = np.random.default_rng(0)
    chosen = np.concatenate([rng.choice(np.flatnonzero(same == kind), PAIRS // 2, False) for kind in (True, False)])
    folds = np.tile(np.arange(FOLDS), PAIRS // FOLDS)
    found = fold_accuracy(distances[chosen], same[chosen], folds)
    return tuple(tar), found.mean, found.standard_error


def main() -> None:
    """Prints the table; --json also writes it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    faces = load(options.embeddings)
    labelled = faces.chosen(faces.labelled)
    rows = measure(labelled.vectors, labelled.people)
    print(f"{len(labelled.people):,} labelled faces, all pairs")
    print(f"{'embedder':12s} {'form':8s} {'bytes':>5s} {'angle':>7s}  TAR at FAR {RATES}      accuracy of pairs")
    for row in rows:
        tar = "  ".join(f"{value:.4f}" for value in row.tar)
        print(f"{row.model:12s} {row.form:8s} {row.bytes:5d} {row.largest_angle:7.4f}  {tar}  ", end="")
        print(f"{row.accuracy:.4f} ± {row.standard_error:.4f}")
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1))


if __name__ == "__main__":
    main()
