"""Fits what it is worth that a group is near a person: ``suggesting`` of models/catalog.toml.

    python benchmarks/fit_suggestions.py LIBRARY...

LIBRARY: an indexed one whose folders are people, Labeled Faces in the Wild with all its people seen once or twice, that
nobody has named anybody in. Again and again a part of the people gets its largest group named; every other labelled
group is then near somebody, and is that person or not. Logistic regression, both sides weighing the same, gives the
logarithm of the likelihood ratio (Brummer and du Preez 2006). Judged on the third of three folds of people, fitted on
the other two; what is printed last is fitted on all.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from photoface.domain.similarity import SuggestionScale
from photoface.matching.suggestions import NOBODY, Targets, chances_wrong, crowds_of, similarities
from photoface.services.evaluation.truth import Truth, labelled
from photoface.services.library import Library
from photoface.services.suggestions.board import MOST_TARGETS, SMALL, TARGET_LEAST
from photoface.services.suggestions.loose_groups import Loose, loose_groups
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog

CROWD = 0.7
"""The part of the crowds that is taken off, as in the second pass of grouping: docs/decisions/review.md."""

FLOOR = 0.1
"""This part of the crowds is smaller than what counts at the least: in a small library nobody is crowded."""

JOIN, ASK = 0.1, 0.95
"""Chances of being wrong up to which a group joins, and is asked about."""

DRAWS, LEAST, FOLDS = 6, 3, 3
JOINS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3)
RATES = (0.001, 0.005, 0.01, 0.02, 0.05)

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Of each labelled group that is near somebody: cosine, the crowds of both sides, how many faces, whether it is
    that person, the fold of the person it is, and the draw."""

    cosine: Floats
    crowds: Floats
    faces: Numbers
    right: NDArray[np.bool_]
    fold: Numbers
    draw: Numbers

    def chosen(self, which: NDArray[np.bool_]) -> Seen:
        parts = (self.cosine, self.crowds, self.faces, self.right, self.fold, self.draw)
        return Seen(*(part[which] for part in parts))


def seen_in(library: Library, seed: int = 0) -> Seen:
    """All draws of a library."""
    standing = library.standing.now()
    loose, who = loose_groups(library, standing), _names(library)
    names = [_majority(loose, standing.seen.ids, who, at) for at in range(len(loose.numbers))]
    largest: dict[str, int] = {}
    for at, name in enumerate(names):  # the largest come first
        if name is not None and loose.sizes[at] >= LEAST:
            largest.setdefault(name, at)
    rng, found = np.random.default_rng(seed), []
    for draw in range(DRAWS):
        known = np.array(sorted(largest.values()))
        known = np.sort(rng.permutation(known)[: int(len(known) * rng.uniform(0.3, 1))])
        drawn = drawn_against(standing.seen.photo, loose, names, known)
        found.append((*drawn, np.full(len(drawn[0]), draw)))
    return Seen(*(np.concatenate(each) for each in zip(*found, strict=True)))


def fitted(seen: Seen) -> SuggestionScale:
    """The scale of these groups."""
    scale = SuggestionScale(0, 1, CROWD, float(np.quantile(seen.crowds, FLOOR)) / 2, 0)
    near = scale.nearness(seen.cosine, seen.crowds)
    features = np.stack([near, np.log(seen.faces)], axis=1)
    spread = features.std(axis=0)
    model = LogisticRegression(C=1000, max_iter=5000, class_weight="balanced").fit(features / spread, seen.right)
    slope, size = (model.coef_[0] / spread).tolist()
    return replace(scale, offset=float(model.intercept_[0]), slope=slope, size=size)


@dataclass(frozen=True, slots=True)
class Joined:
    """groups: how many of the groups that are somebody known join within this chance of being wrong; right: those that
    are somebody known; wrong: joined ones that are somebody else."""

    join: float
    groups: int
    right: int
    wrong: int


def joined(seen: Seen) -> list[Joined]:
    """What joins of people the scale was not fitted on, among all groups of a draw."""
    found = {join: Joined(join, 0, 0, 0) for join in JOINS}
    for fold in range(FOLDS):
        scale = fitted(seen.chosen(seen.fold != fold))
        for draw in range(DRAWS):
            part = seen.chosen(seen.draw == draw)
            evidence = scale.evidence(part.cosine, part.crowds, part.faces)
            wrong = chances_wrong(evidence, np.ones(len(evidence), bool)) * np.maximum(part.faces / SMALL, 1)
            mine = part.fold == fold
            for join, so_far in found.items():
                near = mine & (wrong <= join)
                groups, right = int((near & part.right).sum()), int((mine & part.right).sum())
                mistaken = int((near & ~part.right).sum())
                found[join] = Joined(join, so_far.groups + groups, so_far.right + right, so_far.wrong + mistaken)
    return list(found.values())


def judged(seen: Seen) -> tuple[float, list[float]]:
    """Area under the curve, and the share of right groups found at each share of strangers', on folds not fitted on."""
    evidence = np.zeros(len(seen.right))
    for fold in range(FOLDS):
        scale, tried = fitted(seen.chosen(seen.fold != fold)), seen.fold == fold
        part = seen.chosen(tried)
        evidence[tried] = scale.evidence(part.cosine, part.crowds, part.faces)
    strangers = np.sort(evidence[~seen.right])[::-1]
    found = [float((evidence[seen.right] > strangers[int(rate * len(strangers))]).mean()) for rate in RATES]
    return float(roc_auc_score(seen.right, evidence)), found


def _names(library: Library) -> dict[int, str]:
    found = labelled(library, Truth())
    return {face.face_id: found.names[who] for face, who in zip(found.faces, found.people.tolist(), strict=True)}


def _majority(loose: Loose, ids: Numbers, who: dict[int, str], at: int) -> str | None:
    names = Counter(who[face] for face in ids[loose.rows(at)].tolist() if face in who)
    return names.most_common(1)[0][0] if names else None


def drawn_against(
    photo: Numbers, loose: Loose, names: list[str | None], known: Numbers
) -> tuple[NDArray[np.generic], ...]:
    """The other groups against the people whose groups are ``known``; who is in a photo with somebody is not them."""
    free = np.setdiff1d(np.arange(len(names)), known)
    followed = free[loose.sizes[free] >= TARGET_LEAST][:MOST_TARGETS]
    aimed = np.concatenate([known, followed])
    group = np.concatenate([np.full(len(known), NOBODY), followed])
    targets = Targets(loose.means[aimed], np.arange(len(aimed)), group)
    whole = similarities(loose.means[free], targets)
    crowds = crowds_of(loose.means[free], targets, whole)
    photos = [set(photo[loose.rows(at)].tolist()) for at in known.tolist()]
    rows = []
    for row, at in enumerate(free.tolist()):
        if names[at] is None:
            continue
        mine, table = set(photo[loose.rows(at)].tolist()), whole[row, : len(known)]
        best = [one for one in np.argsort(-table)[:6].tolist() if not photos[one] & mine][:1]
        right = names[known[best[0]]] == names[at]
        fold = crc32(str(names[at]).encode()) % FOLDS
        rows.append((table[best[0]], crowds.own[row] + crowds.theirs[best[0]], loose.sizes[at], right, fold))
    cosine, crowd, faces, right_ones, folds = zip(*rows, strict=True)
    floats = (np.array(each, float) for each in (cosine, crowd))
    return *floats, np.array(faces), np.array(right_ones), np.array(folds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", nargs="+", type=Path, metavar="LIBRARY")
    for folder in parser.parse_args().libraries:
        with LibraryDatabase.create_or_open(folder, write=False) as db:
            library = Library(db, load_catalog())
            seen = seen_in(library)
            area, found = judged(seen)
            scale = fitted(seen)
            print(f"{library.embedding().name}: {len(seen.right):,} groups, {int(seen.right.sum()):,} of them right")
            shares = ", ".join(f"{share:.2f} at {rate:g}" for rate, share in zip(RATES, found, strict=True))
            for each in joined(seen):
                print(f"  joined at {each.join:g}: {each.groups} of {each.right} right groups, and {each.wrong} others")
            print(f"  on the fold not fitted on: area {area:.4f}; right ones found at strangers' rates: {shares}")
            print(
                f"suggesting = {{ offset = {scale.offset:.4g}, slope = {scale.slope:.4g}, "
                f"crowd = {scale.crowd:g}, least = {scale.least:.4f}, size = {scale.size:.3g}, "
                f"join = {JOIN:g}, ask = {ASK:g} }}"
            )


if __name__ == "__main__":
    main()
