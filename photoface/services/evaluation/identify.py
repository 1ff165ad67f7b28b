"""Identification: who is this, among people that the library knows?

Three experiments, each repeated with other random choices: rank-1 among distractors as in MegaFace (one gallery face a
person), the open set (some probes are of nobody in the gallery), and the nearest neighbour beside trained classifiers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from photoface.domain.faces import Vectors
from photoface.matching.classifiers import CLASSIFIERS
from photoface.matching.identification import detected_and_identified, rank_one
from photoface.matching.pair_figures import Estimate, allowed
from photoface.services.evaluation.identify_report import IdentifyReport, OpenSet, RankOne, Told
from photoface.services.evaluation.splits import NamedFaces, Split, draw_named, draw_split
from photoface.services.evaluation.truth import Labelled, TooLittle, Truth, labelled
from photoface.services.library import Library

REPEATS = 10
RATES = (1e-1, 1e-2, 1e-3)
SIZES = (0, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)


def identify(library: Library, truth: Truth, repeats: int = REPEATS, seed: int = 0) -> IdentifyReport:
    """All three experiments. Raises TooLittle when nobody has two faces."""
    known = labelled(library, truth)
    if known.counts.max(initial=0) < 2:
        raise TooLittle("Nobody has two labelled faces, so nobody can be found again.")
    rng = np.random.default_rng(seed)
    splits = [draw_split(known.people, rng) for _ in range(repeats)]
    named = [faces for _ in range(repeats) if (faces := draw_named(known.people, rng)) is not None]
    first = splits[0]
    return IdentifyReport(
        embedder=library.embedding().name,
        source=truth.source,
        faces=len(known.faces),
        people=len(known.names),
        repeats=repeats,
        gallery=len(first.gallery),
        probes=len(first.probes),
        strangers=len(first.strangers),
        held_out=first.held_out,
        rank_one=_rank_one(known, splits),
        open_set=_open_set(known, splits),
        named=len(np.unique(known.people[named[0].train])) if named else 0,
        trained=len(named[0].train) if named else 0,
        tested=len(named[0].test) if named else 0,
        classifiers=_classified(known, named),
    )


def _rank_one(known: Labelled, splits: Sequence[Split]) -> tuple[RankOne, ...]:
    most = min(len(split.strangers) for split in splits)
    sizes = sorted({size for size in SIZES if size < most} | {most})
    rows = []
    for split in splits:
        probes, strangers, gallery = _vectors(known, split)
        rows.append(rank_one(probes, split.mates, gallery, strangers, sizes))
    return tuple(
        RankOne(size, _over([each.everybody for each in column]), _over([each.alone for each in column]))
        for size, column in zip(sizes, zip(*rows, strict=True), strict=True)
    )


def _open_set(known: Labelled, splits: Sequence[Split]) -> tuple[OpenSet, ...]:
    rows = []
    for split in splits:
        probes, strangers, gallery = _vectors(known, split)
        rows.append(detected_and_identified(probes, split.mates, strangers, gallery, RATES))
    found = []
    for rate, column in zip(RATES, zip(*rows, strict=True), strict=True):
        values = [value for value in column if value is not None]
        alarms = min(allowed(len(split.strangers), rate) for split in splits)
        found.append(OpenSet(rate, _over(values) if len(values) == len(splits) else None, alarms))
    return tuple(found)


def _vectors(known: Labelled, split: Split) -> tuple[Vectors, Vectors, Vectors]:
    return known.vectors[split.probes], known.vectors[split.strangers], known.vectors[split.gallery]


def _classified(known: Labelled, named: Sequence[NamedFaces]) -> tuple[Told, ...]:
    return tuple(
        Told(method, _over([_share(known, faces, method) for faces in named])) for method in CLASSIFIERS if named
    )


def _share(known: Labelled, faces: NamedFaces, method: str) -> float:
    train, test = known.vectors[faces.train], known.vectors[faces.test]
    told = CLASSIFIERS[method](train, known.people[faces.train], test)
    return float((told == known.people[faces.test]).mean())


def _over(values: Sequence[float]) -> Estimate:
    """Mean and standard error over repeats."""
    error = float(np.std(values, ddof=1) / np.sqrt(len(values))) if len(values) > 1 else None
    return Estimate(float(np.mean(values)), error)
