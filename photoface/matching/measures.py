"""How good a grouping or a distance is, against the truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids, Mask
from photoface.matching.pair_figures import allowed

Numbers = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Agreement:
    """precision: of what was put together, the share that belongs together; recall: the reverse; f: harmonic mean."""

    precision: float
    recall: float

    @property
    def f(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def bcubed(truth: Ids, labels: Ids) -> Agreement:
    """BCubed (Bagga and Baldwin 1998; Amigo et al. 2009): averaged over faces, each its own mate. Negative: alone."""
    precision, recall = bcubed_of_faces(truth, labels)
    return Agreement(float(precision.mean()), float(recall.mean())) if len(truth) else Agreement(0.0, 0.0)


def bcubed_of_faces(truth: Ids, labels: Ids) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Of each face the share of its mates that are right, and of its person's faces that are its mates: [n], [n]."""
    people, clusters = _alone(truth), _alone(labels)
    _, cell, both = np.unique(np.stack([people, clusters], axis=1), axis=0, return_inverse=True, return_counts=True)
    right = both[cell].astype(np.float64)
    return right / np.bincount(clusters)[clusters], right / np.bincount(people)[people]


def pairwise(truth: Ids, labels: Ids) -> Agreement:
    """Over pairs of faces. Without any pair that is together, precision (or recall) is 1. Negative: alone."""
    people, clusters = _alone(truth), _alone(labels)
    both = np.unique(np.stack([people, clusters], axis=1), axis=0, return_counts=True)[1]
    counts = both, np.bincount(people), np.bincount(clusters)
    together, same, put = (float((sizes * (sizes - 1) / 2).sum()) for sizes in counts)
    return Agreement(together / put if put else 1.0, together / same if same else 1.0)


@dataclass(frozen=True, slots=True)
class FoldAccuracy:
    """mean and standard_error over folds; thresholds: the one used on each fold."""

    mean: float
    standard_error: float
    thresholds: tuple[float, ...]


def fold_accuracy(distances: Numbers, same: Mask, folds: Ids) -> FoldAccuracy:
    """LFW's protocol (Huang et al. 2007): the threshold of each fold is the best of the other folds."""
    accuracies, thresholds = [], []
    for fold in np.unique(folds):
        test = folds == fold
        thresholds.append(best_threshold(distances[~test], same[~test]))
        accuracies.append(float(((distances[test] < thresholds[-1]) == same[test]).mean()))
    spread = float(np.std(accuracies, ddof=1) / np.sqrt(len(accuracies))) if len(accuracies) > 1 else 0.0
    return FoldAccuracy(float(np.mean(accuracies)), spread, tuple(thresholds))


def best_threshold(distances: Numbers, same: Mask) -> float:
    """The middle of the widest interval in which accuracy is best; distances below it are called the same person."""
    order = np.argsort(distances, kind="stable")
    values, hits = distances[order].astype(np.float64), same[order]
    right = np.concatenate([[0], np.cumsum(hits)]) + np.concatenate([np.cumsum(~hits[::-1])[::-1], [0]])
    edges = np.concatenate([values[:1] - 1e-6, values, values[-1:] + 1e-6])
    widths = np.diff(edges)
    best = np.flatnonzero((right == right[widths > 0].max()) & (widths > 0))
    widest = best[widths[best].argmax()]
    return float((edges[widest] + edges[widest + 1]) / 2)


def auc(distances: Numbers, same: Mask) -> float:
    """The chance that a pair of one person is nearer than a pair of two; ties count half."""
    _, rank, times = np.unique(distances, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(times) - (times - 1) / 2)[rank]
    positive, negative = int(same.sum()), int((~same).sum())
    return float(1 - (ranks[same].sum() - positive * (positive + 1) / 2) / (positive * negative))


def accepted_at(distances: Numbers, same: Mask, rates: Sequence[float]) -> list[float]:
    """TAR at FAR: the share of pairs of one person accepted when at most this share of the others is."""
    impostors, genuine = np.sort(distances[~same]), distances[same]
    cuts = [impostors[min(allowed(len(impostors), rate), len(impostors) - 1)] for rate in rates]
    return [float((genuine < cut).mean()) for cut in cuts]


def equal_error_rate(distances: Numbers, same: Mask) -> float:
    """Where as many strangers are accepted as friends are refused."""
    thresholds = np.unique(distances)
    accepted = np.searchsorted(np.sort(distances[~same]), thresholds, side="right") / max(1, (~same).sum())
    refused = 1 - np.searchsorted(np.sort(distances[same]), thresholds, side="right") / max(1, same.sum())
    at = np.abs(accepted - refused).argmin()
    return float((accepted[at] + refused[at]) / 2)


def _alone(labels: Ids) -> Ids:
    single = labels < 0
    named = np.where(single, labels.max(initial=-1) + 1 + np.cumsum(single), labels)
    inverse: Ids = np.unique(named, return_inverse=True)[1]
    return inverse.astype(np.int64)
