"""The effort: everybody gets the right name, nothing is lost, and the library stays as it was."""

from __future__ import annotations

import pytest

from photoface.services.deciding.naming import name_group
from photoface.services.evaluation.effort import effort
from photoface.services.evaluation.truth import TooLittle, Truth
from tests.world import World

SHOTS = {"Anna": 9, "Ben": 7, "Cleo": 6, "Dora": 2}


def quiet(_done: int, _all: int) -> None:
    return None


@pytest.fixture
def filed(w: World) -> World:
    """Folders named after people; somebody else is in the background of some photos of Ben."""
    for name, shots in SHOTS.items():
        for shot in range(shots):
            w.add(f"{name}/{shot}.jpg", f"Stranger{shot} {name}" if name == "Ben" and shot < 3 else name)
    w.index()
    return w


def torn(w: World) -> None:
    """Two faces of Anna and one of Cleo in groups of their own, one of Ben among Cleo's."""
    with w.library.db.transaction():
        two, one = w.library.groups.new(2)
        anna = [w.faces_of(f"Anna/{shot}.jpg")[0] for shot in range(2)]
        w.library.groups.place(dict.fromkeys(anna, two) | {w.faces_of("Cleo/0.jpg")[0]: one})
        w.library.groups.place({w.faces_of("Ben/6.jpg")[0]: w.group_of("Cleo/1.jpg")})


def test_everybody_gets_the_right_name_and_nothing_is_lost(filed) -> None:
    torn(filed)
    before = filed.library.groups.memberships()
    report = effort(filed.library, Truth(), 5, quiet, stop=1.0)
    assert (report.faces, report.people, report.strangers) == (22, 3, 5)
    assert (report.lost, report.certain, report.certain_wrong) == (0, 1.0, 0.0)
    assert report.review.marks[-1].answers is not None
    assert report.review.answers < 22
    assert filed.library.groups.memberships() == before
    assert not filed.library.journal.history()


def test_baselines_are_counted_in_the_same_run(filed) -> None:
    each, by_size = effort(filed.library, Truth(), 5, quiet).baselines
    assert [round(mark.answers) for mark in each.marks if mark.answers] == [818, 909, 955, 1000]
    assert [round(mark.answers) for mark in by_size.marks if mark.answers] == [136, 136, 136, 136]


def test_what_was_decided_before_tells_nothing(filed) -> None:
    name_group(filed.library, filed.group_of("Anna/0.jpg"), "Ben")
    report = effort(filed.library, Truth(), 5, quiet)
    assert report.review.curve[0] == (0, 0, 0)
    assert report.certain_wrong == 0
    assert filed.library.people.find("Ben").named == 9


def test_a_group_of_two_people_is_taken_apart(filed) -> None:
    with filed.library.db.transaction():
        target = filed.group_of("Anna/0.jpg")
        filed.library.groups.place({filed.faces_of(f"Ben/{shot}.jpg")[-1]: target for shot in range(7)})
    report = effort(filed.library, Truth(), 5, quiet, stop=1.0)
    assert {each.kind for each in report.given} >= {"several people", "name"}
    assert (report.certain, report.certain_wrong, report.review.wrong_most) == (1.0, 0.0, 0)


def test_a_plot_has_every_way(filed) -> None:
    (chart,) = effort(filed.library, Truth(), 5, quiet).charts
    assert [line.name for line in chart.series] == ["review", "each face", "groups by size", "wrong names in review"]


def test_too_few_people_are_refused(filed) -> None:
    with pytest.raises(TooLittle):
        effort(filed.library, Truth(), 9, quiet)
