"""Faces under a wrong name that only their dates give away, and what dates cost elsewhere.

    python -m benchmarks.doubts_years LIBRARY

LIBRARY: as of benchmarks/doubts.py. LFW has no dates and nobody grows up in it, so both are made:

grown up: two people of 10 faces and more, by lot, are one who looked like the first as a child (photos of 1975 to 1985)
and like the second since (2005 to 2022): as unlike as people get. Some of the childhood's faces are a daughter's, who
looks as her mother did: dated as the mother's later ones, and under her name. The daughter has no name of her own, or
has one with as many faces. Everybody else with two faces and more is there, in some ten years.
same looks: nobody changes; 3 % of the faces are others' by lot. Dates can only take good faces for wrong ones.
made up: faces of vectors (benchmarks/synthetic.py has the spread) of people whose look moves with their age, from the
child's to the adult's at a cosine of .35; 1 % are other people's of the same year, 1 % a daughter's as above.

Each is judged by the product's own rules with dates and without. "first": of as many as are wrong, the share among the
first; "years": listed for their years alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.dealt_photos import Ids, Known, of_library
from photoface.app import open_library
from photoface.domain.faces import Vectors
from photoface.domain.similarity import OperatingPoints, unit
from photoface.matching.standing import standing
from photoface.services.review.suspicion import LIKE_A_STRANGER, Reason, reasons_of, weight

Mask = NDArray[np.bool_]
_CHILD, _ADULT, _DAUGHTERS = (1975, 1986), (2005, 2023), 0.25
_GROWN, _SAME, _ALIKE = 16, 0.6, 0.35  # age; mean cosine of two faces at one age; of child and adult


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """vectors float32 [n, d]; person, year int64 [n]: as named; wrong bool [n]."""

    name: str
    vectors: Vectors
    person: Ids
    year: Ids
    wrong: Mask


def grown_up(known: Known, rng: np.random.Generator, *, named: bool) -> Case:
    """Mothers, their daughters and everybody else."""
    there = known.people >= 0
    vectors, people = known.faces.vectors[there], known.people[there]
    counts = np.bincount(people)
    many = rng.permutation(np.flatnonzero(counts >= 10))
    person, wrong = people.copy(), np.zeros(len(people), bool)
    year = (rng.integers(1985, 2013, len(counts))[people] + rng.integers(0, 10, len(people))).astype(np.int64)
    for child, adult in zip(many[0::2], many[1::2], strict=False):
        young, old = rng.permutation(np.flatnonzero(people == child)), np.flatnonzero(people == adult)
        hers = young[: max(1, round(_DAUGHTERS * len(young)))]
        year[young], year[old] = rng.integers(*_CHILD, len(young)), rng.integers(*_ADULT, len(old))
        year[hers] = rng.integers(*_ADULT, len(hers))
        person[young] = adult
        wrong[hers] = True
        if named:
            own = young[len(hers) : 2 * len(hers)]
            person[own], year[own] = child, rng.integers(*_ADULT, len(own))
    several = np.bincount(person)[person] > 1
    name = f"grown up, daughter {'has a name' if named else 'has none'}"
    return Case(name, vectors[several], person[several], year[several], wrong[several])


def same_looks(known: Known, rng: np.random.Generator, least: int) -> Case:
    """Dates that have nothing to do with looks, over 25 years."""
    counts = np.bincount(known.people[known.people >= 0])
    several = (known.people >= 0) & (counts[known.people] >= least)
    people = known.people[several]
    bad = rng.choice(len(people), round(0.03 * len(people)), replace=False)
    person = people.copy()
    person[bad] = rng.choice(np.unique(people), len(bad))
    year = rng.integers(1998, 2023, len(people))
    return Case(f"same looks, {least} faces and more", known.faces.vectors[several], person, year, person != people)


def made_up(rng: np.random.Generator, people: int = 400, dims: int = 256) -> Case:
    """Some are children in their first photos, others never; each has photos of 25 years."""
    sizes = np.minimum(5 + rng.geometric(0.03, people), 300)
    person = np.repeat(np.arange(people), sizes)
    born = rng.integers(1950, 2010, people)[person]
    year = rng.integers(1998, 2023, len(person))
    adults, children = (_units(people, dims, rng) for _ in range(2))
    children = unit(_ALIKE * adults + (1 - _ALIKE**2) ** 0.5 * children)
    looks = person.copy()
    daughters = rng.random(len(person)) < 0.01
    others = ~daughters & (rng.random(len(person)) < 0.01)
    looks[others] = rng.integers(0, people, int(others.sum()))
    grown = np.clip((year - born) / _GROWN, 0.0, 1.0)[:, np.newaxis]
    grown[daughters] = rng.uniform(0, 0.5, (int(daughters.sum()), 1))
    centers = unit((grown * adults[looks] + (1 - grown) * children[looks]).astype(np.float32))
    vectors = unit(_SAME**0.5 * centers + (1 - _SAME) ** 0.5 * _units(len(person), dims, rng))
    kept = year >= born
    # A daughter's face of when her mother was a child herself is nothing but the mother's.
    wrong = others & (looks != person) | daughters & (year - born > _GROWN)
    return Case("made up", vectors[kept], person[kept], year[kept], wrong[kept])


def _units(size: int, dims: int, rng: np.random.Generator) -> Vectors:
    return unit(rng.normal(size=(size, dims)).astype(np.float32))


def _strangers(case: Case) -> float:
    """The cosine of LIKE_A_STRANGER among made-up people."""
    rng = np.random.default_rng(1)
    one, other = rng.integers(0, len(case.person), (2, 200_000))
    two = case.person[one] != case.person[other]
    cosines = np.einsum("ij,ij->i", case.vectors[one[two]], case.vectors[other[two]])
    return float(np.quantile(cosines, 1 - LIKE_A_STRANGER))


def judged(case: Case, unlike: float) -> str:
    """What the product's rules list, and how much of it is wrong."""
    twice, rows = np.zeros(len(case.person), bool), np.arange(len(case.person))
    found = standing(case.vectors, case.person, case.year, twice, unlike)
    reasons = reasons_of(found, twice, unlike)
    listed = sorted(reasons, key=lambda row: -weight(reasons[row], found, row))
    hits, total = int(case.wrong[listed].sum()), int(case.wrong.sum())
    first = case.wrong[listed[:total]].sum() / total
    alone = [row for row in listed if reasons[row] == [Reason.YEARS]]
    return (
        f"{total:3} of {len(rows):,} wrong: {len(listed):4} listed, {hits:3} of them wrong "
        f"(precision {hits / max(len(listed), 1):.2f}, recall {hits / total:.2f}), first {first:.2f}, "
        f"years {len(alone)} of which {int(case.wrong[alone].sum())} wrong"
    )


def cases(known: Known) -> Iterator[Case]:
    for named in (False, True):
        yield grown_up(known, np.random.default_rng(0), named=named)
    for least in (5, 10):
        yield same_looks(known, np.random.default_rng(0), least)
    yield made_up(np.random.default_rng(0))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    options = parser.parse_args()
    with open_library(options.library, write=False) as library:
        points, known = library.embedding().points, of_library(library)
    assert isinstance(points, OperatingPoints)
    unlike = float(np.cos(points.angle_at(LIKE_A_STRANGER)))
    for case in cases(known):
        if case.name == "made up":
            unlike = _strangers(case)
        print(f"{case.name}\n  with dates     {judged(case, unlike)}")
        print(f"  without dates  {judged(replace(case, year=np.zeros_like(case.year)), unlike)}", flush=True)


if __name__ == "__main__":
    main()
