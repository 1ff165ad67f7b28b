"""Many libraries by lot, and tables that are off: is what is called known within a factor of two of the truth?

    python -m benchmarks.calibration_lots LIBRARY [--libraries 100]

LIBRARY: as of benchmarks/calibration.py. Each library has some of its people, or those who resemble one another, dealt
into photos, mirrors or collages or none, maybe twins, maybe confirmed people; and the model's table is moved by up to
half of the way from 1 in 1,000 to 1 in 10.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.calibration import RATE, measured
from benchmarks.dealt_photos import Ids, Known, alike, chosen, confirmed, dealt, of_library, with_false, with_twins
from photoface.app import open_library
from photoface.domain.similarity import OperatingPoints

SHIFTS = (-0.45, -0.15, 0.0, 0.15, 0.45)


def drawn(known: Known, part: Ids, rng: np.random.Generator) -> Known:
    """One library by lot."""
    people = np.unique(known.people[known.people >= 0])
    size = min(len(people), int(rng.choice([300, 600, 1000, 1700])))
    some = np.isin(known.people, rng.choice(people, size, replace=False))
    library = dealt(chosen(known, part == rng.integers(3) if rng.random() < 0.4 else some), rng)
    share = float(rng.choice([0, 0.02, 0.05]))
    if share:
        library = with_false(library, share, str(rng.choice(["mirror", "collage"])), rng)
    if rng.random() < 0.3:
        library = with_twins(library, int(rng.integers(1, 10)), rng)
    return confirmed(library, 0.3, rng) if rng.random() < 0.3 else library


def moved(points: OperatingPoints, shift: float) -> OperatingPoints:
    """The table with all angles off by this part of the way from 1 in 1,000 to 1 in 10."""
    way = shift * (points.angle_at(0.1) - points.angle_at(RATE))
    return OperatingPoints(tuple((rate, angle + way) for rate, angle in points.pairs), points.cuts)


def rows(known: Known, points: OperatingPoints, libraries: int) -> Iterator[tuple[float, float, bool, bool]]:
    """Shift, truth where 1 in 1,000 was said, whether that was called known, and whether the interval held it."""
    rng, part = np.random.default_rng(7), alike(known, 3)
    for number in range(libraries):
        shift = float(rng.choice(SHIFTS))
        row = measured(str(number), drawn(known, part, rng), moved(points, shift))
        yield shift, row.truth, row.known, row.covered


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--libraries", type=int, default=100)
    options = parser.parse_args()
    with open_library(options.library, write=False) as library:
        points, known = library.embedding().points, of_library(library)
    assert points is not None
    found = np.array(list(rows(known, points, options.libraries)))
    for shift in SHIFTS:
        mine = found[found[:, 0] == shift]
        sure = mine[mine[:, 2] > 0, 1] / RATE
        worst = f"{sure.min():.2f} to {sure.max():.2f}" if len(sure) else "-"
        print(f"table off by {shift:+.2f}: {len(mine)} libraries, {len(sure)} known, true over said {worst}")
    sure = found[found[:, 2] > 0, 1] / RATE
    print(
        f"{len(sure)} known, of these {((sure < 0.5) | (sure > 2)).sum()} not within a factor of two; "
        f"{found[:, 3].mean():.0%} of all intervals hold the truth"
    )


if __name__ == "__main__":
    main()
