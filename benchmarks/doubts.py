"""How well faces under a wrong name are found, among people all of whose other faces have the right one.

    python -m benchmarks.doubts LIBRARY

LIBRARY: indexed, of photos in folders of people; it is only read. People with two faces at least are named as their
folder says, but for some faces: of others by lot, of whoever they resemble most, or strangers taken for them.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.dealt_photos import Known, of_library
from photoface.app import open_library
from photoface.domain.similarity import OperatingPoints
from photoface.matching.standing import standing
from photoface.services.review.suspicion import LIKE_A_STRANGER

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Found:
    """faces, wrong: how many there are; listed: that are doubted; right: of these those that are wrong; first: of as
    many as are wrong, the share that is among the first."""

    name: str
    faces: int
    wrong: int
    listed: int
    right: int
    first: float
    seconds: float


def spoilt(known: Known, least: int) -> Iterator[tuple[str, NDArray[np.float32], Ids, NDArray[np.bool_]]]:
    """Name, vectors, people as named, and which are wrong."""
    counts = np.bincount(known.people[known.people >= 0])
    several = (known.people >= 0) & (counts[known.people] >= least)
    vectors, people = known.faces.vectors[several], known.people[several]
    strangers = known.faces.vectors[(known.people >= 0) & (counts[known.people] == 1)]
    likest = standing(vectors, people, np.zeros_like(people)).rival
    for share in (0.01, 0.03):
        rng = np.random.default_rng(0)
        bad = rng.choice(len(people), round(share * len(people)), replace=False)
        by_lot, alike, others = people.copy(), people.copy(), vectors.copy()
        by_lot[bad], alike[bad] = rng.choice(np.unique(people), len(bad)), likest[bad]
        others[bad] = strangers[rng.choice(len(strangers), len(bad), replace=False)]
        wrong = np.isin(np.arange(len(people)), bad)
        yield f"{share:.0%} by lot", vectors, by_lot, by_lot != people
        yield f"{share:.0%} of the likest", vectors, alike, alike != people
        yield f"{share:.0%} strangers", others, people, wrong


def judged(known: Known, points: OperatingPoints, least: int) -> Iterator[Found]:
    for name, vectors, people, wrong in spoilt(known, least):
        began = time.process_time()
        found = standing(vectors, people, np.zeros_like(people))
        seconds = time.process_time() - began
        several = found.near > -1
        listed = several & ((found.lead > 0) | (found.near <= np.cos(points.angle_at(LIKE_A_STRANGER))))
        order = np.argsort(-(found.lead - 0.5 * found.near))[: int(wrong.sum())]
        right = int((listed & wrong).sum())
        yield Found(
            f"at least {least} faces, {name}",
            len(people),
            int(wrong.sum()),
            int(listed.sum()),
            right,
            float(wrong[order].mean()),
            seconds,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    options = parser.parse_args()
    with open_library(options.library, write=False) as library:
        points, known = library.embedding().points, of_library(library)
    assert points is not None
    for row in (row for least in (2, 5) for row in judged(known, points, least)):
        print(
            f"{row.name:40} {row.wrong:3} of {row.faces} wrong, {row.listed:3} listed, {row.right:3} of them wrong, "
            f"first {row.first:.2f}, {row.seconds:.1f} s"
        )
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(20_000, 256)).astype(np.float32)
    began = time.process_time()
    standing(vectors, rng.integers(0, 300, 20_000), np.zeros(20_000, np.int64))
    print(f"20,000 faces of 300 people: {time.process_time() - began:.1f} CPU s")


if __name__ == "__main__":
    main()
