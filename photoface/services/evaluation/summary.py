"""The key figures of a library on one screen: groups, pairs and who is told, each with how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.identification import told
from photoface.matching.intervals import interval
from photoface.services.evaluation.all_pairs import people_pairs
from photoface.services.evaluation.angles import angles_of
from photoface.services.evaluation.clusters import usual_grouping
from photoface.services.evaluation.clusters_report import Grouping
from photoface.services.evaluation.splits import draw_split
from photoface.services.evaluation.truth import Labelled, TooLittle, Truth, labelled
from photoface.services.library import Library

Ids = NDArray[np.int64]

REPEATS = 10
RATE = 1e-3
"""The false-match rate at whose angle pairs are judged."""

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """name: precision, recall, f, true_match, false_match or rank_one. value in 0..1, or None: nothing to measure it
    on. sure: where it lies for other people like these, with 95 % certainty, or None. of: how many ``unit`` judge it.
    """

    name: str
    value: float | None
    sure: tuple[float, float] | None
    of: int
    unit: str


@dataclass(frozen=True, slots=True)
class Summary:
    """faces: labelled ones, of so many people, seen_once of them with one face; names: of the first few people.

    rate, angle: the catalogue's, at which pairs were judged; angle None: of an embedder that nobody measured.
    """

    embedder: str
    source: str
    faces: int
    people: int
    seen_once: int
    names: tuple[str, ...]
    rate: float
    angle: float | None
    algorithm: str
    wrong: float
    figures: tuple[Figure, ...]


def summary(library: Library, source: str | None = None, folder: bytes | None = None) -> Summary:
    """source: as of Truth; None: names where two people have one, else folders. Raises TooLittle."""
    known, used = _known(library, source, folder)
    embedding, grouping = library.embedding(), usual_grouping(library, known, used == "names")
    angle = None if embedding.points is None else embedding.points.angle_at(RATE)
    return Summary(
        embedder=embedding.name,
        source=used,
        faces=len(known.faces),
        people=len(known.names),
        seen_once=int((known.counts == 1).sum()),
        names=known.names[:_SHOWN] if used == "folders" else (),
        rate=RATE,
        angle=angle,
        algorithm=grouping.algorithm,
        wrong=grouping.wrong,
        figures=(*_groups(grouping, known), *(() if angle is None else _pairs(known, angle)), _rank_one(known)),
    )


def _known(library: Library, source: str | None, folder: bytes | None) -> tuple[Labelled, str]:
    if source is None:
        try:
            return labelled(library, Truth("names", folder)), "names"
        except TooLittle:
            return labelled(library, Truth("folders", folder)), "folders"
    return labelled(library, Truth(source, folder)), source


def _groups(grouping: Grouping, known: Labelled) -> Iterator[Figure]:
    yield Figure("precision", grouping.bcubed.precision, grouping.precision_95, grouping.groups, "groups")
    yield Figure("recall", grouping.bcubed.recall, grouping.recall_95, len(known.names), "people")
    yield Figure("f", grouping.bcubed.f, None, len(known.faces), "faces")


def _pairs(known: Labelled, angle: float) -> Iterator[Figure]:
    mates, strangers = people_pairs(known.people)
    near = [angles_of(known.vectors, rows) < angle for rows in (mates, strangers)]
    owners = known.people[mates[:, 0]]
    yield _share("true_match", near[0], owners, len(np.unique(owners)), "people")
    yield Figure("false_match", _mean(near[1]), None, len(strangers), "pairs of strangers")


def _rank_one(known: Labelled) -> Figure:
    """One face of each person is known, the others are looked for; people seen once are strangers to both."""
    if known.counts.max() < 2:
        return Figure("rank_one", None, None, 0, "people")
    rng, right, owners = np.random.default_rng(0), list[NDArray[np.bool_]](), list[Ids]()
    for _ in range(REPEATS):
        split = draw_split(known.people, rng, hold_out=False)
        right.append(told(known.vectors[split.probes], split.mates, known.vectors[split.gallery])[0])
        owners.append(known.people[split.probes])
    return _share("rank_one", np.concatenate(right), np.concatenate(owners), len(split.gallery), "people")


def _share(name: str, values: NDArray[np.bool_], owners: Ids, number: int, unit: str) -> Figure:
    sure = interval(values.astype(np.float64), owners) if len(values) else None
    return Figure(name, _mean(values), sure, number, unit)


def _mean(values: NDArray[np.bool_] | Sequence[bool]) -> float | None:
    return float(np.mean(values)) if len(values) else None
