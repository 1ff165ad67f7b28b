"""How true the rates are that a library estimates of itself: angles that are said to have a rate, and how many pairs of
strangers really come as near.

    python -m benchmarks.calibration LIBRARY [--json FILE]

LIBRARY: indexed, of photos in folders of people; it is only read. Its labelled faces are the truth, which the estimate
never sees. Beside it: the model's own table, and what counting the pairs of one photo would give (with 2,000 pairs of
the table as a prior).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.curves import Grouper
from benchmarks.dealt_photos import Known, alike, alone, chosen, confirmed, dealt, of_library, with_false, with_twins
from benchmarks.embeddings import FaceSet
from photoface.app import open_library
from photoface.domain.similarity import OperatingPoints, unit
from photoface.matching.calibration import calibrate
from photoface.matching.impostors import KnownFaces, together
from photoface.matching.measures import bcubed
from photoface.services.calibration.calibrating import rates_of
from photoface.services.calibration.expected_mates import WrongMates, expected

RATE = 1e-3
_PRIOR = 2_000.0
_PARTS = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One library. truth: the rate of strangers at the angle that the estimate gives 1 in 1,000; low, high: of its
    interval there; table, counted: truth where the model's table and the pairs of one photo would put it."""

    name: str
    faces: int
    people: int
    truth: float
    low: float
    high: float
    known: bool
    covered: bool
    table: float
    counted: float
    seconds: float


def measured(name: str, known: Known, points: OperatingPoints) -> Row:
    """One library against its truth."""
    began = time.process_time()
    found = calibrate(points.pairs, known.faces)
    seconds = time.process_time() - began
    strangers = _strangers(known)
    angle = float(np.interp(np.log(RATE), np.log(found.rates), found.angles))
    low, high = (float(np.exp(np.interp(angle, found.angles, np.log(each)))) for each in (found.low, found.high))
    truth, table, counted = (
        float(np.searchsorted(strangers, at) / len(strangers))
        for at in (angle, points.angle_at(RATE), _counted(known.faces, points))
    )
    certain = low >= RATE / 2 and high <= 2 * RATE
    people = len(np.unique(known.people[known.people >= 0]))
    return Row(
        name, len(known.people), people, truth, low, high, certain, low <= truth <= high, table, counted, seconds
    )


def _strangers(known: Known) -> NDArray[np.float32]:
    """Angles of all pairs of the judged faces that are of different people and photos, rising."""
    rows = np.flatnonzero(known.judged)
    found = []
    for start in range(0, len(rows), 512):
        some = rows[start : start + 512]
        cosines = known.faces.vectors[some] @ known.faces.vectors[rows[start:]].T
        two = known.people[some][:, np.newaxis] != known.people[rows[start:]]
        two &= known.faces.photo[some][:, np.newaxis] != known.faces.photo[rows[start:]]
        two &= some[:, np.newaxis] < rows[start:]
        found.append(np.arccos(np.clip(cosines[two], -1, 1)))
    return np.sort(np.concatenate(found))


def _counted(faces: KnownFaces, points: OperatingPoints) -> float:
    """The angle of the rate where all pairs of one photo are taken for strangers at their word."""
    pairs = together(faces)
    angles = np.linspace(points.pairs[0][1], points.pairs[-1][1], 200)
    usual = np.array([points.false_match_rate(angle) for angle in angles])
    rates = (_PRIOR * usual + pairs.below(angles)) / (_PRIOR + pairs.total)
    return float(np.interp(RATE, rates, angles))


def libraries(known: Known) -> Iterator[tuple[str, Known]]:
    """As it is; dealt into photos; parts whose people are alike; few people; confirmed ones."""
    yield "as it is", known
    together_ = dealt(known, np.random.default_rng(0))
    yield "dealt", together_
    for kind in ("mirror", "collage"):
        for share in (0.02, 0.05):
            yield f"dealt, {share:.0%} {kind}s", with_false(together_, share, kind, np.random.default_rng(1))
    yield "dealt, 20 pairs of twins", with_twins(together_, 20, np.random.default_rng(2))
    yield "dealt, a fifth confirmed", confirmed(together_, 0.2, np.random.default_rng(3))
    part = alike(known, _PARTS)
    for number in range(_PARTS):
        some = chosen(known, part == number)
        yield f"alike {number + 1}", alone(some)
        mixed = dealt(some, np.random.default_rng(number))
        yield f"alike {number + 1}, dealt, 5% collages", with_false(mixed, 0.05, "collage", np.random.default_rng(1))
    often = np.argsort(-np.bincount(known.people[known.people >= 0]), kind="stable")
    for size in (8, 25, 100, 400):
        yield (
            f"{size} people, dealt",
            dealt(chosen(known, np.isin(known.people, often[:size])), np.random.default_rng(4)),
        )


def groups(known: Known, points: OperatingPoints) -> Iterator[tuple[str, WrongMates, float]]:
    """Of libraries whose faces are in photos as they were: the wrong mates to expect of average linkage, and how many
    there are."""
    for name, each in libraries(known):
        if not name.startswith(("as it is", "alike")) or "%" in name:
            continue
        rates = rates_of(calibrate(points.pairs, each.faces))
        grouper, judged = Grouper(as_set(each), each.faces.vectors, "average"), each.people >= 0
        for wrong in (0.01, 0.03):
            labels = grouper.labels(points.cuts["average"].at(wrong, len(each.people)))
            truth = 1 - bcubed(each.people[judged], labels[judged]).precision
            yield name, expected(points, rates, ("average", wrong), len(each.people)), truth


def as_set(known: Known) -> FaceSet:
    """As benchmarks/curves.py groups it; all faces are good enough."""
    size = len(known.people)
    text = np.char.add("p", known.faces.photo.astype(str))
    return FaceSet({}, known.people.astype(str), text, known.people >= 0, np.ones(size, np.float32), np.ones(size))


def speed(faces: int = 100_000, dims: int = 256) -> float:
    """CPU seconds for so many made-up faces, four in each photo, of people with 20 photos on average."""
    rng = np.random.default_rng(0)
    group = np.minimum(rng.geometric(20 / faces, faces), faces // 20)
    vectors = unit(rng.normal(size=(faces, dims)).astype(np.float32))
    nobody = np.full(faces, -1)
    made = KnownFaces(vectors, np.arange(faces) // 4, group, nobody, np.zeros(faces, bool))
    points = ((1e-6, 1.2), (1e-4, 1.3), (1e-3, 1.35), (1e-2, 1.42), (1e-1, 1.49))
    began = time.process_time()
    calibrate(points, made)
    return time.process_time() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with open_library(options.library, write=False) as library:
        points, known = library.embedding().points, of_library(library)
    assert points is not None
    rows = []
    for name, each in libraries(known):
        rows.append(row := measured(name, each, points))
        print(
            f"{row.name:30} {row.faces:5} {row.people:5} true {row.truth:.2e} of [{row.low:.2e}, {row.high:.2e}] "
            f"{'known' if row.known else '     '} {'' if row.covered else 'OUTSIDE'} "
            f"table {row.table:.2e} counted {row.counted:.2e} {row.seconds:.1f} s",
            flush=True,
        )
    for name, mates, truth in groups(known, points):
        sure = f"[{mates.low:.4f}, {mates.high:.4f}]"
        print(
            f"groups {name:22} asked {mates.wrong:.2f} expected {mates.share:.4f} {sure} true {truth:.4f}", flush=True
        )
    print(f"100,000 made-up faces: {speed():.1f} CPU s")
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")


if __name__ == "__main__":
    main()
