"""What a chance of being wrong is worth among people who resemble one another more than those it was fitted on.

    python benchmarks/suggestions_alike.py LIBRARY...

LIBRARY: as of benchmarks/fit_suggestions.py. Parts of it with 350 people, by lot, or the likest to somebody: among the
groups that are suggested with a chance of being wrong of one half at most, how many are wrong, and how many were
expected to be. The scale is that of the catalogue.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.effort_in_memory import Run, World
from benchmarks.fit_suggestions import drawn_against
from benchmarks.fit_worth import Case, opened
from photoface.domain.similarity import unit
from photoface.matching.suggestions import chances_wrong
from photoface.vision.catalog import load_catalog

PEOPLE, PARTS, LEAST = 350, 6, 2

Rows = NDArray[np.int64]


def parts(world: World, rng: np.random.Generator, *, alike: bool) -> list[World]:
    """Libraries of some of the people."""
    names = sorted(set(world.names.values()))
    row = {face: at for at, face in enumerate(world.seen.ids.tolist())}
    sums = np.zeros((len(names), world.seen.vectors.shape[1]), np.float32)
    place = {name: at for at, name in enumerate(names)}
    for face, name in world.names.items():
        sums[place[name]] += world.seen.vectors[row[face]]
    means = unit(sums)
    found = []
    for _ in range(PARTS):
        order = np.argsort(-(means @ means[rng.integers(len(names))])) if alike else rng.permutation(len(names))
        some = {names[at] for at in order[:PEOPLE].tolist()}
        rows = [row[face] for face, name in world.names.items() if name in some]
        found.append(world.of_photos(np.isin(world.seen.photo, world.seen.photo[rows])))
    return found


def expected_and_wrong(case: Case, world: World) -> tuple[int, float, int]:
    """Groups suggested, how many of them are wrong by their chances, and how many are."""
    board = Run(world, case.bands, load_catalog().worth).board()
    loose, ids = board.loose, world.seen.ids
    names: list[str | None] = []
    largest: dict[str, int] = {}
    for at in range(len(loose.numbers)):
        found = Counter(world.names[face] for face in ids[loose.rows(at)].tolist() if face in world.names)
        names.append(found.most_common(1)[0][0] if found else None)
        if found and loose.sizes[at] >= LEAST:
            largest.setdefault(str(names[at]), at)
    known = np.array(sorted(largest.values()), np.int64)
    if len(known) < 2:
        return 0, 0.0, 0
    cosine, crowd, faces, right, _ = drawn_against(world.seen.photo, loose, names, known)
    evidence = case.bands.scale.evidence(cosine.astype(float), crowd.astype(float), faces.astype(np.int64))
    wrong = chances_wrong(evidence, np.ones(len(evidence), bool))
    near = wrong <= 0.5
    return int(near.sum()), float(wrong[near].sum()), int((~right.astype(bool)[near]).sum())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", nargs="+", type=Path, metavar="LIBRARY")
    for folder in parser.parse_args().libraries:
        case = opened(folder)
        for alike in (False, True):
            made = parts(case.world, np.random.default_rng(1), alike=alike)
            counts = [expected_and_wrong(case, world) for world in made]
            near, expected, wrong = (sum(each) for each in zip(*counts, strict=True))
            how = "the likest" if alike else "by lot"
            print(
                f"{folder.name}, {how}: {near} suggested, {expected:.1f} expected to be wrong, {wrong} are", flush=True
            )


if __name__ == "__main__":
    main()
