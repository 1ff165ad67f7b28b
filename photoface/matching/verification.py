"""Is it the same person? The figures that papers give for pairs of faces, each with its standard error.

Accuracy: LFW's protocol (Huang et al. 2007). VAL and FAR: FaceNet (Schroff et al. 2015, equation 7), mean over folds;
the threshold lets a share of strangers through on the *other* folds, so that nothing is judged by what it was fitted
on (FaceNet takes it on the split that it judges). TAR at FAR: over all pairs at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from photoface.matching.measures import auc, equal_error_rate, fold_accuracy
from photoface.matching.pair_figures import AtRate, Estimate, Pairs, Verification, allowed

ROC_POINTS = 100


def verify(
    pairs: Pairs, val_rates: Sequence[float], tar_rates: Sequence[float], balance: bool = True, seed: int = 0
) -> Verification:
    """All figures of these pairs.

    balance: accuracy is that of as many pairs of one person as of two, the surplus left out by lot. Among all pairs of
    a library nearly all are of two people, and whoever calls everybody a stranger is right.
    """
    even = _balanced(pairs, np.random.default_rng(seed)) if balance else pairs.chosen(pairs.inside)
    count = len(np.unique(even.folds)) if len(even.same) else 0
    able = count > 1 and not even.one_sided
    folded = fold_accuracy(even.angles, even.same, even.folds[:, 0].astype(np.int64)) if able else None
    return Verification(
        genuine=int(pairs.same.sum()),
        impostors=int((~pairs.same).sum()),
        folds=count,
        accuracy=None if folded is None else Estimate(folded.mean, folded.standard_error),
        threshold=None if folded is None else float(np.mean(folded.thresholds)),
        auc=jackknife(pairs, lambda some: auc(some.angles, some.same)),
        eer=jackknife(pairs, lambda some: equal_error_rate(some.angles, some.same)),
        val=tuple(val_at(pairs, rate) for rate in val_rates),
        tar=tuple(tar_at(pairs, rate) for rate in tar_rates),
        roc=roc(pairs),
    )


def threshold_at(pairs: Pairs, rate: float) -> float | None:
    """Pairs nearer than this are accepted, among them at most ``rate`` of the strangers; None when that is no pair."""
    impostors = np.sort(pairs.angles[~pairs.same])
    number = allowed(len(impostors), rate)
    return float(impostors[min(number, len(impostors) - 1)]) if number else None


def tar_at(pairs: Pairs, rate: float) -> AtRate:
    """The true-accept rate at a false-accept rate, over all pairs."""

    def accepted(some: Pairs) -> float | None:
        threshold = threshold_at(some, rate)
        return None if threshold is None else float((some.angles[some.same] < threshold).mean())

    return AtRate(rate, jackknife(pairs, accepted), allowed(int((~pairs.same).sum()), rate))


def val_at(pairs: Pairs, rate: float) -> AtRate:
    """FaceNet's validation rate, held out: mean and standard error over folds, each judged by the others' threshold."""
    values, strangers = [], []
    for fold in pairs.fold_numbers:
        others, own = pairs.without(fold), pairs.chosen((pairs.folds == fold).all(axis=1) & pairs.same)
        threshold = threshold_at(others, rate)
        strangers.append(allowed(int((~others.same).sum()), rate))
        if threshold is not None and len(own.same):
            values.append(float((own.angles < threshold).mean()))
    complete = len(values) > 1 and min(strangers) > 0
    return AtRate(rate, _mean(values) if complete else None, min(strangers, default=0))


def jackknife(pairs: Pairs, statistic: Callable[[Pairs], float | None]) -> Estimate | None:
    """A figure of all pairs; its error by leaving out each fold of people in turn (Efron and Tibshirani 1993)."""
    value = None if pairs.one_sided else statistic(pairs)
    if value is None:
        return None
    parts = [pairs.without(fold) for fold in pairs.fold_numbers]
    left = [None if part.one_sided else statistic(part) for part in parts]
    values = np.array([each for each in left if each is not None])
    if len(values) < 2 or len(values) < len(parts):
        return Estimate(value, None)
    return Estimate(value, float(np.sqrt((len(values) - 1) * values.var())))


def roc(pairs: Pairs, points: int = ROC_POINTS) -> tuple[tuple[float, float], ...]:
    """Rows (FAR, TAR) at rates that are even on a logarithmic scale, from one pair of strangers to all."""
    if pairs.one_sided:
        return ()
    impostors, genuine = np.sort(pairs.angles[~pairs.same]), np.sort(pairs.angles[pairs.same])
    numbers = np.unique(np.geomspace(1, len(impostors), points).astype(np.int64))
    cuts = np.append(impostors, np.inf)[numbers]
    accepted = np.searchsorted(genuine, cuts, side="left") / len(genuine)
    rates = np.searchsorted(impostors, cuts, side="left") / len(impostors)
    return tuple(zip(rates.tolist(), accepted.tolist(), strict=True))


def _mean(values: Sequence[float]) -> Estimate:
    return Estimate(float(np.mean(values)), float(np.std(values, ddof=1) / np.sqrt(len(values))))


def _balanced(pairs: Pairs, rng: np.random.Generator) -> Pairs:
    """As many pairs of one person as of two in each fold, the surplus left out by lot."""
    kept = [np.empty(0, np.int64)]
    for fold in pairs.fold_numbers:
        here = (pairs.folds == fold).all(axis=1)
        kinds = [np.flatnonzero(here & (pairs.same == kind)) for kind in (True, False)]
        size = min(len(kind) for kind in kinds)
        kept += [kind if len(kind) == size else np.sort(rng.choice(kind, size, replace=False)) for kind in kinds]
    return pairs.chosen(np.concatenate(kept))
