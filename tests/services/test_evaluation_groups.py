"""Groups and identification, measured on small worlds of which the figures are known."""

import numpy as np
import pytest

from photoface.services.deciding.correcting import assign
from photoface.services.deciding.naming import merge, name_group
from photoface.services.evaluation.clusters import CURVE, clusters, undecided_groups
from photoface.services.evaluation.identify import identify
from photoface.services.evaluation.truth import TooLittle, Truth


@pytest.fixture
def people(w):
    """A three times, B three times, C once, in folders of their names."""
    for name, times in (("A", 3), ("B", 3), ("C", 1)):
        for number in range(times):
            w.add(f"{name}/{name.lower()}{number}.jpg", name)
    w.index()
    return w


def test_perfect_groups(people):
    report = clusters(people.library, Truth())
    assert (report.faces, report.people, report.seen_once, report.grouped) == (7, 3, 1, 7)
    assert report.grouping.how == "as it is"
    assert report.grouping.bcubed.f == report.grouping.pairwise.f == 1
    assert (report.grouping.groups, report.grouping.unsorted) == (3, 0)
    assert report.curve == ()


def test_groups_as_they_are_hold_what_a_human_did_to_them(people):
    merge(people.library, str(people.group_of("c0.jpg")), str(people.group_of("a0.jpg")))
    report = clusters(people.library, Truth()).grouping
    # A and C in one group of four: three faces with 3/4 right mates, one with 1/4, three with all.
    assert report.bcubed.precision == pytest.approx((3 * 0.75 + 0.25 + 3) / 7)
    assert report.bcubed.recall == 1
    assert report.pairwise.precision == pytest.approx((3 + 3) / (6 + 3))
    planned = clusters(people.library, Truth(), wrong=0.01).grouping
    assert (planned.how, planned.bcubed.precision) == ("planned", report.bcubed.precision)  # "same" was said


def test_a_face_without_a_group_is_alone(people):
    face_id = people.faces_of("a0.jpg")[0]
    people.library.groups.place({face_id: None})
    report = clusters(people.library, Truth()).grouping
    assert (report.unsorted, report.groups) == (1, 4)
    assert report.bcubed.recall == pytest.approx((2 * 2 / 3 + 1 / 3 + 3 + 1) / 7)


def test_names_judge_groups_as_if_nobody_had_named_anybody(people):
    assign(people.library, (*people.faces_of("a0.jpg"), *people.faces_of("b0.jpg")), "Anna")
    assign(people.library, tuple(people.faces_of("b1.jpg")), "Ben")
    report = clusters(people.library, Truth("names"))
    assert (report.faces, report.people) == (3, 2)
    assert report.grouping.how == "undecided"
    assert report.grouping.bcubed.precision == pytest.approx((1 + 0.5 + 0.5) / 3)  # b0 and b1 look like one person


def test_a_grouping_without_decisions_keeps_two_of_a_photo_apart(w):
    w.add("twins.jpg", "A A")
    w.add("a.jpg", "A")
    w.index()
    face_ids, labels = undecided_groups(w.library, "average", 0.01)
    at = dict(zip(face_ids.tolist(), labels.tolist(), strict=True))
    first, second = w.faces_of("twins.jpg")
    assert at[first] != at[second]


@pytest.mark.parametrize("algorithm", ["average", "dbscan"])
def test_the_curve_groups_at_each_share_and_changes_nothing(people, algorithm):
    before = people.library.groups.memberships()
    report = clusters(people.library, Truth(), algorithm, curve=True)
    assert [each.wrong for each in report.curve] == list(CURVE)
    assert all(each.bcubed.f == 1 and each.algorithm == algorithm for each in report.curve)
    assert [line.name for line in report.charts[0].series] == [
        "BCubed precision", "BCubed recall", "BCubed F", "pairwise F",
    ]  # fmt: skip
    assert people.library.groups.memberships() == before


def test_identification_where_faces_are_easy(w):
    for name in range(6):
        for number in range(5):
            w.add(f"p{name}/{number}.jpg", f"p{name}")
    for name in range(12):
        w.add(f"s{name}/0.jpg", f"s{name}")
    w.index()
    report = identify(w.library, Truth(), repeats=3)
    assert (report.faces, report.people, report.repeats) == (42, 18, 3)
    assert (report.gallery, report.probes, report.strangers, report.held_out) == (6, 24, 12, False)
    assert [(each.distractors, each.value.value) for each in report.rank_one] == [(0, 1), (10, 1), (12, 1)]
    assert [each.value and each.value.value for each in report.open_set] == [1, None, None]
    assert (report.named, report.trained, report.tested) == (6, 18, 12)
    assert [(each.method, each.value.value) for each in report.classifiers] == [
        ("nearest neighbour", 1), ("kNN", 1), ("SVM", 1),
    ]  # fmt: skip
    assert report == identify(w.library, Truth(), repeats=3)
    assert [chart.title for chart in report.charts] == ["Rank-1, retail-0095", "Open set, retail-0095"]


def test_identification_says_what_cannot_be_measured(people):
    report = identify(people.library, Truth(), repeats=2)
    assert report.held_out
    assert report.strangers == 1  # C; two people are too few to keep one of them out
    assert report.classifiers == ()
    assert all(each.value is None for each in report.open_set)


def test_nobody_twice_is_too_little(w):
    w.add("A/1.jpg", "A")
    w.add("B/2.jpg", "B")
    w.index()
    with pytest.raises(TooLittle, match="Nobody has two"):
        identify(w.library, Truth())


def test_named_groups_are_a_truth_too(people):
    for photo, name in (("a0.jpg", "Anna"), ("b0.jpg", "Ben"), ("c0.jpg", "Chris")):
        name_group(people.library, people.group_of(photo), name)
    report = identify(people.library, Truth("names"), repeats=1)
    assert (report.source, report.people) == ("names", 3)
    assert np.isfinite(report.rank_one[0].value.value)
    assert report.rank_one[0].value.standard_error is None
