"""The share of wrong group mates, before and after people were checked at random: within its interval, and how far off?

    python -m benchmarks.wrong_mates LIBRARY

LIBRARY: as of benchmarks/calibration.py; its folders are the truth. Groups as photoface makes them at three
strictnesses; each is named as most of its faces are, and of so many people 20 faces are drawn by lot and answered
truly. "by lot": any people with a group; "largest": those with most faces, as people do.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.calibration import as_set, libraries
from benchmarks.curves import Grouper
from benchmarks.dealt_photos import Ids, Known, of_library
from photoface.app import open_library
from photoface.domain.similarity import OperatingPoints
from photoface.matching.calibration import calibrate
from photoface.matching.measures import bcubed
from photoface.services.calibration.calibrating import rates_of
from photoface.services.calibration.checked_mates import Check, checked
from photoface.services.calibration.expected_mates import WrongMates, expected
from photoface.services.review.spot_check import FACES

STRICTNESS = (0.01, 0.03, 0.1)
PEOPLE = (0, 10, 30, 100, 300)


@dataclass(frozen=True, slots=True)
class Row:
    """people: that were checked, of those with a group."""

    how: str
    people: int
    answers: int
    mates: WrongMates
    truth: float


def drawn(people: Ids, groups: Ids, number: int, how: str, rng: np.random.Generator) -> list[Check]:
    """people, groups: int64 [n] of judged faces. So many groups, each named as most of its faces are."""
    names, sizes = np.unique(groups[groups >= 0], return_counts=True)
    several = names[sizes > 1]
    order = rng.permutation(len(several))
    if how == "largest":
        order = order[np.argsort(-sizes[sizes > 1][order], kind="stable")]
    found = []
    for name in several[order[:number]]:
        inside = people[groups == name]
        right = inside == np.bincount(inside).argmax()
        seen = rng.permutation(right)[:FACES]
        found.append(Check(len(right), int(seen.sum()), int((~seen).sum())))
    return found


def rows(known: Known, points: OperatingPoints, seeds: int) -> Iterator[Row]:
    rng = np.random.default_rng(0)
    for name, each in libraries(known):
        if not name.startswith(("as it is", "alike")) or "%" in name:
            continue
        rates, judged = rates_of(calibrate(points.pairs, each.faces)), each.people >= 0
        grouper = Grouper(as_set(each), each.faces.vectors, "average")
        for wrong in STRICTNESS:
            groups = grouper.labels(points.cuts["average"].at(wrong, len(judged)))[judged]
            people = each.people[judged]
            mates, truth = (
                expected(points, rates, ("average", wrong), len(judged)),
                1 - bcubed(people, groups).precision,
            )
            sizes = np.bincount(groups[groups >= 0]).tolist()
            for how in ("by lot", "largest"):
                for number in PEOPLE:
                    for _ in range(seeds):
                        checks = drawn(people, groups, number, how, rng)
                        told = checked(mates, checks, sizes, int((groups < 0).sum()))
                        yield Row(how, number, told.drawn, told, truth)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--seeds", type=int, default=5)
    options = parser.parse_args()
    with open_library(options.library, write=False) as library:
        points, known = library.embedding().points, of_library(library)
    assert points is not None
    found = list(rows(known, points, options.seeds))
    for how in ("by lot", "largest"):
        for number in PEOPLE:
            mine = [each for each in found if (each.how, each.people) == (how, number)]
            print(f"{how:8} {number:4} people, {_words(mine)}")


def _words(mine: list[Row]) -> str:
    ratio = np.array([each.mates.share / each.truth for each in mine])
    inside = np.mean([each.mates.low <= each.truth <= each.mates.high for each in mine])
    wide = np.median([each.mates.high / each.mates.low for each in mine])
    sure = ratio[[each.mates.known for each in mine]]
    far = int((np.abs(np.log(sure)) > np.log(2)).sum())
    low, high = np.quantile(ratio, [0.05, 0.95])
    return (
        f"{np.median([each.answers for each in mine]):5.0f} answers: {inside:.0%} of {len(mine)} intervals hold the "
        f"truth, high/low {wide:5.1f}, said/true {low:.2f} to {high:.2f}; {len(sure)} known, {far} beyond a factor of 2"
    )


if __name__ == "__main__":
    main()
