"""Chooses what a face is worth in review: ``worth`` of models/catalog.toml.

    python benchmarks/fit_worth.py LIBRARY...
    python benchmarks/fit_worth.py --check LIBRARY...

LIBRARY: indexed ones whose folders are people, e.g. Labeled Faces in the Wild with all its people and with those who
have five photos or more, by several models. Of three folds of people, two choose: one number after the other takes the
value with the fewest answers until 95 and 99 % of the faces carry the right name, averaged over all libraries; the
third, a library of these people alone, tells what that is worth. What is printed last is chosen on all.

--check: answers the same questions by ``photoface evaluate effort`` and in memory, and compares.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from zlib import crc32

import numpy as np

from benchmarks.effort_in_memory import Outcome, Run, World
from photoface.domain.similarity import Suggesting
from photoface.domain.worth import WorthScale
from photoface.services.evaluation.effort import effort
from photoface.services.evaluation.truth import Truth, labelled
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog

FOLDS, AT_LEAST = 3, 5
TRIED = {
    "poor": (0.2, 0.5),
    "background": (1.0, 3.0),
    "strangers": (16.0, 32.0, 64.0),
    "answers": (0.5, 1.0, 2.0),
    "front": (0.3, 0.5),
}
MOST = 0.14
"""Answers for each face, after which the oracle rests: what is not reached by then counts as so many."""


@dataclass(frozen=True, eq=False)
class Case:
    """name: of the library; bands: its model's."""

    name: str
    world: World
    bands: Suggesting

    def of_folds(self, folds: Sequence[int]) -> Case:
        """Only photos of the people of these folds."""
        seen = self.world.seen
        fold = {face: crc32(name.encode()) % FOLDS for face, name in self.world.names.items()}
        kept = {
            photo for face, photo in zip(seen.ids.tolist(), seen.photo.tolist(), strict=True) if fold.get(face) in folds
        }
        return replace(self, world=self.world.of_photos(np.isin(seen.photo, sorted(kept))))

    def run(self, scale: WorthScale) -> Outcome:
        """The oracle's answers."""
        counted = sum(times for times in Counter(self.world.names.values()).values() if times >= AT_LEAST)
        return Run(self.world, self.bands, scale, AT_LEAST, most=round(MOST * counted)).until()


def opened(folder: Path) -> Case:
    """A library as if nobody had decided anything."""
    with LibraryDatabase.create_or_open(folder, write=False) as db:
        return case_of(Library(db, load_catalog()), folder.name)


def case_of(library: Library, name: str) -> Case:
    """The same of an open one."""
    standing, points = library.standing.now(), library.embedding().points
    if points is None or points.suggesting is None:
        raise SystemExit(f"{name}: nobody has measured what nearness is worth for {library.embedding().name}")
    found = labelled(library, Truth())
    names = {face.face_id: found.names[who] for face, who in zip(found.faces, found.people.tolist(), strict=True)}
    return Case(name, World(standing.seen, standing.group, names, standing.repeats), points.suggesting)


def answers_of(outcome: Outcome) -> tuple[float, float]:
    """Until 95 and 99 %; what was not reached counts as the most."""
    found = {mark.share: 1000 * MOST if mark.answers is None else mark.answers for mark in outcome.review.marks}
    return found[0.95], found[0.99]


def cost(cases: Sequence[Case], scale: WorthScale) -> float:
    """The mean of all answers."""
    return float(np.mean([answers_of(case.run(scale)) for case in cases]))


def chosen(cases: Sequence[Case], start: WorthScale) -> WorthScale:
    """One number after the other; the value that there is stays where another is not better."""
    scale, least = start, cost(cases, start)
    for field in fields(WorthScale):
        for value in TRIED[field.name]:
            tried = replace(scale, **{field.name: value})
            if tried != scale and (spent := cost(cases, tried)) < least - 1e-9:
                scale, least = tried, spent
    return scale


def show(what: str, case: Case, outcome: Outcome) -> None:
    until = ", ".join(f"{answers:.1f}" for answers in answers_of(outcome))
    print(f"  {what} {case.name}: {until} answers until 95, 99 %; certain {outcome.certain:.4f}", end="")
    print(f", of these wrong {outcome.wrong:.4f}; joined {outcome.joined}, wrong {outcome.joined_wrong}", flush=True)


def check(folder: Path) -> None:
    """Both ways to the same figures."""
    case, scale = opened(folder), load_catalog().worth
    there = Run(case.world, case.bands, scale, AT_LEAST).until()
    with LibraryDatabase.create_or_open(folder, write=False) as db:
        here = effort(Library(db, load_catalog()), Truth(), AT_LEAST, lambda _done, _all: None)
    given = {each.kind: each.number for each in here.given}
    same = (here.review.marks, given, here.certain) == (there.review.marks, dict(there.given), there.certain)
    print(f"{folder.name}: {'the same' if same else 'NOT the same'}: {dict(there.given)} {given}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", nargs="+", type=Path, metavar="LIBRARY")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        for folder in options.libraries:
            check(folder)
        return
    cases, start = [opened(folder) for folder in options.libraries], load_catalog().worth
    for fold in range(FOLDS):
        others = [each for each in range(FOLDS) if each != fold]
        scale = chosen([case.of_folds(others) for case in cases], start)
        print(f"without fold {fold}: {scale}")
        for case in cases:
            show(f"on fold {fold}", case, case.of_folds([fold]).run(scale))
    print(f"on all: {chosen(cases, start)}")


if __name__ == "__main__":
    main()
