"""Whether the embedders in 8 bits are good enough to be offered; exits with 1 where one is not.

    python benchmarks/int8_chips.py ../shared/photos/faces/lfw --output chips.npz --models FOLDER
    python benchmarks/int8_gate.py --chips chips.npz --photos ../shared/photos --models FOLDER

On folds 1 to 3 of Labeled Faces in the Wild, each form with its own operating points: at most .1 points of the pairs
may be lost and .003 of the BCubed F of the groups at the default share of wrong mates, and a face must cost at most
SLOWEST of the exact form's CPU. The tables of the 8-bit forms were measured on folds 2 and 3, so fold 1 is shown alone.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.curves import Grouper
from benchmarks.embeddings import FaceSet
from benchmarks.fit_operating_points import folds_of, read_pairs
from benchmarks.int8_chips import ChipSet, load_chips
from photoface.domain.similarity import angles
from photoface.matching.measures import accepted_at, bcubed, fold_accuracy
from photoface.vision.catalog import load_catalog
from photoface.vision.embedders import FlipAveraged, as_input, input_of
from photoface.vision.model import Model
from photoface.vision.model_store import ModelStore
from photoface.vision.sessions import Session, open_session

PAIRS_LOST, F_LOST, SLOWEST = 0.001, 0.003, 0.67
WRONG = 0.01
BATCH, ROUNDS, RUNS = 8, 7, 4

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Score:
    """Share of right pairs (folds 1-3 with its standard error; fold 1), TAR at FAR 1e-3, BCubed (all; fold 1)."""

    pairs: float
    error: float
    pairs_one: float
    accepted: float
    precision: float
    recall: float
    f: float
    f_one: float

    def __str__(self) -> str:
        pairs = f"{self.pairs:7.2%} +-{self.error:.2%}, fold 1 {self.pairs_one:.2%}, TAR@1e-3 {self.accepted:.4f}"
        return f"{pairs} | P {self.precision:.4f} R {self.recall:.4f} F {self.f:.4f}, fold 1 F {self.f_one:.4f}"


def score(faces: FaceSet, vectors: Vectors, model: Model, pairs: Path) -> Score:
    """What an embedder's vectors are worth, with its own operating points."""
    radians, same, folds = _distances(faces, vectors, pairs)
    accuracy, (accepted,) = fold_accuracy(radians, same, folds), accepted_at(radians, same, [1e-3])
    first = folds == 0
    right = (radians[first] < accuracy.thresholds[0]) == same[first]
    one = folds_of(faces, pairs) == 0
    whole, alone = _groups(faces, vectors, model), _groups(faces.chosen(one), vectors[one], model)
    return Score(accuracy.mean, accuracy.standard_error, float(right.mean()), accepted, *whole, alone[2])


def _distances(faces: FaceSet, vectors: Vectors, pairs: Path) -> tuple[Vectors, NDArray[np.bool_], NDArray[np.int64]]:
    """Angle, whether it is one person, and fold of each official pair."""
    at = {Path(photo).stem: i for i, photo in enumerate(faces.photos.tolist()) if faces.labelled[i]}
    lines, names, same = zip(*read_pairs(pairs), strict=True)
    first, second = np.array([[at[f"{name}_{i:04d}"] for name, i in pair] for pair in names]).T
    cosines = (vectors[first] * vectors[second]).sum(axis=1)
    return angles(cosines), np.array(same), np.array(lines) // 600


def _groups(faces: FaceSet, vectors: Vectors, model: Model) -> tuple[float, float, float]:
    """BCubed precision, recall and F at the default share of wrong mates."""
    if model.points is None:
        raise SystemExit(f"{model.name} has no operating points; see --save")
    cut = model.points.cuts["average"].at(WRONG, len(vectors))
    found = bcubed(faces.people[faces.labelled], Grouper(faces, vectors, "average").labels(cut)[faces.labelled])
    return found.precision, found.recall, found.f


def milliseconds(sessions: Sequence[Session], chips: Vectors) -> list[float]:
    """CPU time for one chip, not mirrored, the best of rounds in turn."""
    best = [float("inf")] * len(sessions)
    for _ in range(ROUNDS):
        for i, session in enumerate(sessions):
            start = time.process_time()
            for _ in range(RUNS):
                session.run(chips)
            best[i] = min(best[i], 1e3 * (time.process_time() - start) / RUNS / len(chips))
    return best


def judge(store: ModelStore, cut: ChipSet, rounded: Model, pairs: Path) -> bool:
    """Prints both forms of an embedder; whether the rounded one passes."""
    models = store.catalog.model(rounded.int8_of), rounded
    sessions = [open_session(store.onnx_bytes(model.name)) for model in models]
    spent = milliseconds(sessions, as_input(cut.chips[rounded.int8_of][:BATCH], input_of(rounded)))
    vectors = [embedded(store, cut, model) for model in models]
    scores = [score(cut.faces, found, model, pairs) for model, found in zip(models, vectors, strict=True)]
    for model, took, found in zip(models, spent, scores, strict=True):
        print(f"{model.name:17} {took:5.2f} ms | {found}")
    cosines = (vectors[0] * vectors[1]).sum(axis=1)
    lost = scores[0].pairs - scores[1].pairs, scores[0].f - scores[1].f
    passed = lost[0] <= PAIRS_LOST and lost[1] <= F_LOST and spent[1] <= SLOWEST * spent[0]
    print(f"{'':17} cosine {cosines.mean():.4f}, of one in a thousand {np.quantile(cosines, 0.001):.4f}; "
          f"{spent[0] / spent[1]:.2f} times as fast; pairs lost {lost[0]:+.2%}, F lost {lost[1]:+.4f}: "
          f"{'passed' if passed else 'NOT PASSED'}\n")  # fmt: skip
    return passed


def embedded(store: ModelStore, cut: ChipSet, model: Model) -> Vectors:
    """All faces by one form of an embedder."""
    session = open_session(store.onnx_bytes(model.name))
    return FlipAveraged(model, session).embed(cut.chips[model.int8_of or model.name])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chips", type=Path, required=True, help="made by benchmarks/int8_chips.py")
    parser.add_argument("--photos", type=Path, required=True, help="holds annotations/lfw_pairs.tsv")
    parser.add_argument("--models", type=Path, required=True, help="the folder of installed models")
    parser.add_argument("--save", type=Path, help="only embed: a cache for benchmarks/fit_operating_points.py")
    options = parser.parse_args()
    store, cut = ModelStore(options.models, load_catalog()), load_chips(options.chips)
    rounded = [model for model in store.catalog.models.values() if model.int8_of and store.installed(model.name)]
    if options.save:
        cut.with_vectors({model.name: embedded(store, cut, model) for model in rounded}).save(options.save)
        return
    pairs = options.photos / "annotations" / "lfw_pairs.tsv"
    passed = [judge(store, cut, model, pairs) for model in rounded]
    sys.exit(0 if passed and all(passed) else 1)


if __name__ == "__main__":
    main()
