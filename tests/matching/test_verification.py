"""Figures of pairs, on cases that can be worked out by hand."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.pair_figures import Estimate, Pairs
from photoface.matching.verification import jackknife, roc, tar_at, threshold_at, val_at, verify


def pairs(genuine, impostors, folds=None):
    """Angles of pairs of one person and of two; all of fold 0 unless told."""
    same = np.array([True] * len(genuine) + [False] * len(impostors), bool)
    dealt = np.array(folds if folds is not None else [0] * len(same), np.int16)
    return Pairs(np.array([*genuine, *impostors], float), same, np.stack([dealt, dealt], axis=1))


TWO_FOLDS = pairs([0.1, 0.2, 0.3, 0.6], [0.5, 0.7, 0.8, 0.9], [0, 0, 1, 1, 0, 0, 1, 1])


def test_a_rate_is_the_share_of_strangers_that_come_in():
    found = pairs([0.1, 0.2, 0.35, 0.9], [0.3, 0.4, 0.5, 0.6])
    assert threshold_at(found, 0.25) == 0.4
    assert tar_at(found, 0.25).value == Estimate(0.75, None)
    assert tar_at(found, 0.25).false_accepts == 1


def test_equal_angles_of_strangers_stay_out_together():
    found = pairs([0.1, 0.3], [0.3, 0.3, 0.3, 0.9])
    assert threshold_at(found, 0.5) == 0.3
    assert tar_at(found, 0.5).value.value == 0.5


def test_too_few_strangers_for_a_rate_is_said_instead_of_guessed():
    found = tar_at(pairs([0.1] * 50, [0.9] * 99), 0.01)
    assert found.value is None
    assert found.false_accepts == 0


def test_a_rate_that_has_no_exact_form_still_counts_right():
    assert tar_at(pairs([0.1], [0.9] * 100), 0.29).false_accepts == 29


def test_val_is_judged_by_the_other_folds():
    # Half of the strangers of the other fold may come in: one of two, so the threshold is the second nearest.
    # Fold 0 is judged at .9, fold 1 at .7.
    found = val_at(TWO_FOLDS, 0.5)
    assert found.value == Estimate(1.0, 0.0)
    assert found.false_accepts == 1
    assert val_at(TWO_FOLDS, 0.25).value is None


def test_val_has_the_standard_error_of_the_folds():
    found = val_at(pairs([0.1, 0.9, 0.1, 0.2], [0.5, 0.6, 0.5, 0.6], [0, 0, 1, 1, 0, 0, 1, 1]), 0.5)
    assert found.value.value == 0.75
    assert found.value.standard_error == pytest.approx(np.std([0.5, 1.0], ddof=1) / 2**0.5)


def test_all_figures_of_pairs_that_are_told_apart():
    found = verify(pairs([0.1, 0.2] * 2, [0.8, 0.9] * 2, [0, 0, 1, 1] * 2), [0.5], [0.25], balance=False)
    assert (found.genuine, found.impostors, found.folds) == (4, 4, 2)
    assert found.accuracy == Estimate(1.0, 0.0)
    assert found.threshold == pytest.approx(0.5)
    assert found.auc == Estimate(1.0, 0.0)
    assert found.eer == Estimate(0.0, 0.0)
    assert found.tar[0].value == Estimate(1.0, None)  # without a fold, two strangers' pairs are too few for a quarter


def test_a_list_is_judged_as_it_is_and_a_library_on_as_many_pairs_of_either_kind():
    lopsided = pairs([0.1] * 2, [0.9] * 8, [0, 1] * 5)
    assert verify(lopsided, [], [], balance=False).accuracy == Estimate(1.0, 0.0)
    blind = pairs([0.5] * 2, [0.5] * 8, [0, 1] * 5)
    assert verify(blind, [], [], balance=False).accuracy.value == 0.8
    assert verify(blind, [], []).accuracy.value == 0.5


def test_pairs_between_folds_count_for_rates_but_not_for_accuracy():
    mixed = Pairs(np.array([0.1, 0.9]), np.array([True, False]), np.array([[0, 0], [0, 1]], np.int16))
    found = verify(mixed, [], [1.0])
    assert found.folds == 0
    assert found.accuracy is None
    assert found.tar[0].value.value == 1.0


@pytest.mark.parametrize("some", [pairs([], []), pairs([0.1], []), pairs([], [0.1])])
def test_one_kind_only_has_no_figures(some):
    found = verify(some, [0.1], [0.1])
    assert (found.accuracy, found.auc, found.eer, found.roc) == (None, None, None, ())
    assert found.val[0].value is None
    assert found.tar[0].value is None
    assert verify(pairs([], [0.1, 0.2], [0, 1]), [], [], balance=False).accuracy is None


def test_the_jackknife_of_a_mean_is_its_standard_error():
    angles = np.array([0.1, 0.4, 0.2, 0.9])
    some = pairs(angles.tolist(), [3.0] * 4, [0, 1, 2, 3] * 2)
    found = jackknife(some, lambda part: float(part.angles[part.same].mean()))
    assert found.standard_error == pytest.approx(np.std(angles, ddof=1) / 2)


def test_leaving_out_a_fold_leaves_out_all_pairs_of_its_people():
    mixed = Pairs(np.zeros(3), np.ones(3, bool), np.array([[0, 0], [0, 1], [1, 1]], np.int16))
    assert len(mixed.without(0).same) == 1


@given(st.integers(0, 500))
def test_the_curve_rises_and_ends_with_everybody(seed):
    rng = np.random.default_rng(seed)
    curve = roc(pairs(rng.integers(0, 5, 7), rng.integers(2, 9, 20)))
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(curve))
    assert curve[-1] == (1.0, 1.0)
