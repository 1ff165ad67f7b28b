"""Fits the operating points of the embedders, as models/catalog.toml has them.

    python benchmarks/fit_operating_points.py --photos ../shared/photos --models FOLDER --cache lfw.npz

Pairs: false-match rate -> angle, over all pairs of labelled faces. Groups: expected share of wrong cluster-mates
(1 - BCubed precision over labelled faces, when all detected faces are clustered) -> angle and beta, for each algorithm;
average linkage has a second pass with a table of its own (photoface/matching/crowds.py).
Fitted on two folds of people and tried on the third, three times; the tables printed are fitted on all.
Photos: Labeled Faces in the Wild; the pairs list gives the folds of people.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.curves import Curve, Floats, Grouper, pair_table
from benchmarks.embeddings import FaceSet, embed, load
from photoface.domain.similarity import CrowdCut, CrowdTable, CutTable, OperatingPoints, Table, angles, unit
from photoface.matching.clustering import ALGORITHMS
from photoface.matching.measures import FoldAccuracy, accepted_at, bcubed, fold_accuracy
from photoface.vision.catalog import load_catalog

WRONG = (0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1)
MODELS = ("dlib-resnet", "retail-0095", "dlib-0095")
INT8 = ("retail-0095-int8",)  # its cache: benchmarks/int8_gate.py --save

# Tried: parts of the spread 1 - cos(angle at the pair rate 1e-3). The best mean F at these shares wins.
BETAS, JUDGED = (0.0, 0.05, 0.1, 0.15), (0.005, 0.01, 0.02)

# The second pass: the part of the share that the first one may use up, the weight of crowds (of .5, .7 and .9 the one
# with which no set and no part of LFW loses), and the quantile of crowds that counts as none.
FIRST, WEIGHT, EMPTY = 0.5, 0.7, 0.05

DEFAULT = 0.01

# Where shares of wrong mates are seen well enough to fit; LFW's own labels are wrong for some .2 %.
SEEN = (0.004, 0.15)

Numbers = NDArray[np.int64]


def vectors_of(faces: FaceSet, model: str) -> NDArray[np.float32]:
    """Unit rows of a model of the catalogue, joined from its parts where it is a joined one."""
    parts = load_catalog().parts(model)
    return unit(np.concatenate([np.float32(weight) * faces.vectors[name] for name, weight in parts], axis=1))


def fit(faces: FaceSet, model: str) -> OperatingPoints:
    """The operating points of a model on these faces."""
    vectors, labelled = vectors_of(faces, model), faces.labelled
    pairs = pair_table(vectors[labelled], faces.people[labelled])
    return OperatingPoints(pairs, {name: _cuts(Grouper(faces, vectors, name), pairs) for name in ALGORITHMS})


def _cuts(grouper: Grouper, pairs: Table) -> CutTable:
    """Average linkage in two passes: the first stops at FIRST of the share, the second at the share."""
    single = _single(grouper, pairs)
    if grouper.algorithm != "average":
        return CutTable(cut_rows(single.curve, WRONG), single.beta, len(grouper.faces.photos))
    first = dict(cut_rows(single.curve, [FIRST * wrong for wrong in WRONG]))
    rows = tuple((wrong, first[FIRST * wrong]) for wrong in WRONG)
    crowd = _crowd(grouper, CutTable(rows, single.beta), dict(cut_rows(single.curve, WRONG)))
    return CutTable(rows, single.beta, len(grouper.faces.photos), crowd)


def _crowd(grouper: Grouper, first: CutTable, single: dict[float, float]) -> CrowdTable:
    """The second pass's table. single: what a single pass would stop at; angles are tried around it."""
    seen = grouper.crowds(first.at(DEFAULT))
    least = round(float(np.quantile(seen, EMPTY)), 4)
    taken = WEIGHT * (float(np.median(seen)) - least)
    angles_ = np.arccos(np.cos(np.linspace(single[0.001], single[0.1], 20)) - taken)
    shares = np.full(len(angles_), DEFAULT)
    for _ in range(2):  # the first pass belongs to the share that comes out
        curve = grouper.crowd_curve(
            [
                replace(first.at(share), crowd=CrowdCut(angle, WEIGHT, least))
                for share, angle in zip(shares, angles_, strict=True)
            ]
        )
        shares = np.clip(curve.wrong, WRONG[0], WRONG[-1])
    return CrowdTable(cut_rows(curve, WRONG), WEIGHT, least)


@dataclass(frozen=True, slots=True, eq=False)
class _Single:
    curve: Curve
    beta: float


def _single(grouper: Grouper, pairs: Table) -> _Single:
    """One pass, and the best beta."""
    points = OperatingPoints(pairs)
    cuts = np.linspace(points.angle_at(1e-6), points.angle_at(1e-2), 28)
    spread = 1 - np.cos(points.angle_at(1e-3))
    betas = [round(part * spread, 4) for part in BETAS] if grouper.algorithm == "average" else [0.0]
    curves = {beta: grouper.curve(cuts + beta * 0.5 / np.sin(cuts), beta) for beta in betas}
    best = max(curves, key=lambda beta: round(float(np.mean([f_at(curves[beta], wrong) for wrong in JUDGED])), 4))
    return _Single(curves[best], best)


def f_at(curve: Curve, wrong: float) -> float:
    return float(np.interp(wrong, curve.wrong + _RISING * np.arange(len(curve.wrong)), curve.f))


_RISING = 1e-9


def cut_rows(curve: Curve, shares: Sequence[float]) -> Table:
    """Angles for shares of wrong mates: a parabola of log(share) where shares are seen, its tangent beyond.

    Steps of the curve are single pairs of people, and other people have theirs elsewhere.
    """
    seen = (curve.wrong >= SEEN[0]) & (curve.wrong <= SEEN[1])
    logs, ends = np.log(curve.wrong[seen]), np.log(SEEN)
    parabola = np.polynomial.Polynomial.fit(logs, curve.angles[seen], 2)
    inside = np.clip(np.log(shares), *ends)
    found = parabola(inside) + np.maximum(parabola.deriv()(inside), 0) * (np.log(shares) - inside)
    return tuple((wrong, round(float(angle), 4)) for wrong, angle in zip(shares, _rising(found), strict=True))


def _rising(angles_: Floats) -> Floats:
    return np.maximum.accumulate(angles_)


def folds_of(faces: FaceSet, pairs: Path) -> Numbers:
    """The fold of each face by its person: that of the pairs list; the rest in blocks of sorted names."""
    fold = {name: line // 600 for line, names, _ in read_pairs(pairs) for name, _ in names}
    rest = sorted(set(faces.names.tolist()) - set(fold))
    fold |= {name: 3 * i // len(rest) for i, name in enumerate(rest)}
    return np.array([fold[name] for name in faces.names.tolist()])


def read_pairs(path: Path) -> Iterator[tuple[int, list[tuple[str, int]], bool]]:
    """Line number, the two photos (name, number), and whether it is one person; 300 of each kind make a fold."""
    for line, row in enumerate(path.read_text("utf-8").splitlines()):
        cells = row.split("\t")
        same = len(cells) == 3
        other = (cells[0], int(cells[2])) if same else (cells[2], int(cells[3]))
        yield line, [(cells[0], int(cells[1])), other], same


def verification(faces: FaceSet, vectors: NDArray[np.float32], pairs: Path) -> tuple[FoldAccuracy, list[float]]:
    """Accuracy over the folds of the pairs list, and TAR at FAR 1e-2 and 1e-3."""
    at = {Path(photo).stem: i for i, photo in enumerate(faces.photos.tolist()) if faces.labelled[i]}
    rows = list(read_pairs(pairs))
    first, second = np.array([[at[f"{name}_{i:04d}"] for name, i in names] for _, names, _ in rows]).T
    radians, same = angles((vectors[first] * vectors[second]).sum(axis=1)), np.array([same for *_, same in rows])
    folds = np.array([line // 600 for line, *_ in rows])
    return fold_accuracy(radians, same, folds), accepted_at(radians, same, [1e-2, 1e-3])


def report(faces: FaceSet, model: str, pairs: Path) -> OperatingPoints:
    """Prints what was found and returns the operating points fitted on all faces."""
    accuracy, accepted = verification(faces, vectors_of(faces, model), pairs)
    print(f"\n{model}: pairs {accuracy.mean:.2%} +- {accuracy.standard_error:.2%}, TAR@1e-2 and 1e-3 {accepted}")
    for held_out in range(3):
        fold = folds_of(faces, pairs)
        points, rest = fit(faces.chosen(fold != held_out), model), faces.chosen(fold == held_out)
        for name in ALGORITHMS:
            print(f"  fold {held_out + 1} by the others, {name:8}", *judged(rest, model, name, points.cuts[name]))
    points = fit(faces, model)
    for name in ALGORITHMS:
        print(f"  all, by all itself,     {name:8}", *judged(faces, model, name, points.cuts[name]))
    return points


def judged(faces: FaceSet, model: str, algorithm: str, table: CutTable) -> Iterator[str]:
    """BCubed at the default share, by the table as it is and for the number of faces."""
    grouper = Grouper(faces, vectors_of(faces, model), algorithm)
    for title, cut in (("", table.at(DEFAULT)), ("for its size", table.at(DEFAULT, len(faces.photos)))):
        found = bcubed(faces.people[faces.labelled], grouper.labels(cut)[faces.labelled])
        scores = f"P {found.precision:.4f} R {found.recall:.4f} F {found.f:.4f}"
        yield f"| {title} {cut.angle:.3f} beta {cut.beta}: {scores}"


def toml(model: str, points: OperatingPoints) -> str:
    """The tables of a model as the catalogue has them."""
    head = f"[models.{model}.operating_points]"
    lines = [f"{head}\npairs = {_rows(points.pairs)}"]
    for name, table in points.cuts.items():
        lines.append(f"{head[:-1]}.cuts.{name}]\nrows = {_rows(table.rows)}")
        lines.append(f"beta = {table.beta}\nfaces = {table.faces}")
        if table.crowd:
            crowd = table.crowd
            lines.append(f"crowd = {{ weight = {crowd.weight}, least = {crowd.least}, rows = {_rows(crowd.rows)} }}")
    return "\n".join(lines)


def _rows(table: Table) -> str:
    return "[" + ", ".join(f"[{rate:g}, {angle:.4f}]" for rate, angle in table) + "]"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=Path, required=True, help="holds faces/lfw and annotations/lfw_pairs.tsv")
    parser.add_argument("--models", type=Path, help="the folder of installed models, when the cache is to be made")
    parser.add_argument("--cache", type=Path, required=True, help="embeddings, made when they are not there")
    parser.add_argument("--output", type=Path, help="where to write the tables; printed anyway")
    parser.add_argument("--only", choices=(*MODELS, *INT8), action="append", help="not all models")
    options = parser.parse_args()
    if not options.cache.exists():
        embed(options.photos / "faces" / "lfw", options.models).save(options.cache)
    faces, start = load(options.cache), time.process_time()
    pairs = options.photos / "annotations" / "lfw_pairs.tsv"
    tables = [toml(model, report(faces, model, pairs)) for model in options.only or MODELS]
    print(f"\n{time.process_time() - start:.0f} CPU s\n", *tables, sep="\n")
    if options.output:
        options.output.write_text("\n\n".join(tables) + "\n", "utf-8")


if __name__ == "__main__":
    main()
