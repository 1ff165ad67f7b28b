from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score
from sklearn.metrics.cluster import pair_confusion_matrix

from photoface.matching.measures import (
    accepted_at,
    auc,
    bcubed,
    best_threshold,
    equal_error_rate,
    fold_accuracy,
    pairwise,
)

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2, max_size=25)


def by_hand(truth: list[int], labels: list[int]) -> tuple[float, float]:
    precision, recall = [], []
    for person, cluster in zip(truth, labels, strict=True):
        same_cluster = [t for t, c in zip(truth, labels, strict=True) if c == cluster]
        same_person = [c for t, c in zip(truth, labels, strict=True) if t == person]
        precision.append(sum(t == person for t in same_cluster) / len(same_cluster))
        recall.append(sum(c == cluster for c in same_person) / len(same_person))
    return float(np.mean(precision)), float(np.mean(recall))


@settings(deadline=None)
@given(LABELS)
def test_bcubed_is_its_definition(cells: list[tuple[int, int]]) -> None:
    truth, labels = (list(column) for column in zip(*cells, strict=True))
    found = bcubed(np.array(truth), np.array(labels))
    assert (found.precision, found.recall) == pytest.approx(by_hand(truth, labels))


@settings(deadline=None)
@given(LABELS)
def test_pairwise_counts_pairs(cells: list[tuple[int, int]]) -> None:
    truth, labels = np.array(cells).T
    (_, wrong), (missed, right) = pair_confusion_matrix(truth, labels)
    found = pairwise(truth, labels)
    assert found.precision == pytest.approx(right / (right + wrong) if right + wrong else 1)
    assert found.recall == pytest.approx(right / (right + missed) if right + missed else 1)


def test_negative_labels_are_alone() -> None:
    truth = np.array([0, 0, 1])
    assert bcubed(truth, np.array([-1, -1, -1])) == bcubed(truth, np.array([0, 1, 2]))


def test_a_perfect_grouping_has_f_1() -> None:
    assert bcubed(np.array([0, 0, 1]), np.array([5, 5, 2])).f == 1


def test_the_threshold_is_the_middle_of_the_widest_best_interval() -> None:
    distances = np.array([0.1, 0.2, 0.8, 0.9])
    assert best_threshold(distances, np.array([True, True, False, False])) == pytest.approx(0.5)
    # Right twice out of three below .2 and above .3: the second is wider.
    assert best_threshold(np.array([0.1, 0.2, 0.3, 0.9]), np.array([True, False, True, False])) == pytest.approx(0.6)


def test_equal_distances_are_not_told_apart() -> None:
    distances, same = np.array([0.5, 0.5, 0.5, 0.7]), np.array([True, True, False, False])
    assert best_threshold(distances, same) == pytest.approx(0.6)


def test_folds_are_judged_by_the_others() -> None:
    distances = np.array([0.1, 0.9, 0.3, 0.7])
    found = fold_accuracy(distances, np.array([True, False, True, False]), np.array([0, 0, 1, 1]))
    assert found.mean == 1
    assert found.thresholds == pytest.approx((0.5, 0.5))


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_auc_is_scikit_learns(seed: int) -> None:
    rng = np.random.default_rng(seed)
    distances, same = rng.integers(0, 6, 20).astype(float), np.arange(20) < 7
    assert auc(distances, same) == pytest.approx(roc_auc_score(same, -distances))


def test_acceptance_at_a_false_rate() -> None:
    distances = np.array([0.1, 0.2, 0.3, 0.4, 0.25, 0.5, 0.6, 0.7])
    same = np.array([True] * 4 + [False] * 4)
    assert accepted_at(distances, same, [0.0, 0.25, 0.5]) == [0.5, 1.0, 1.0]


def test_equal_errors() -> None:
    assert equal_error_rate(np.array([0.1, 0.6, 0.4, 0.9]), np.array([True, True, False, False])) == 0.5
    assert equal_error_rate(np.array([0.1, 0.2, 0.4, 0.9]), np.array([True, True, False, False])) == 0


def test_a_rate_lets_in_as_many_as_it_says() -> None:
    distances = np.concatenate([np.arange(100.0), [28.5]])  # 0.29 * 100 is 28.999999999999996
    assert accepted_at(distances, distances == 28.5, [0.29, 0.28]) == [1.0, 0.0]
