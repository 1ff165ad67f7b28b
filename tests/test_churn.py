"""One photo more: everybody else stays with the same faces, and its face finds its person."""

from __future__ import annotations

import pytest

from benchmarks import churn
from tests.world import world


def test_one_photo_more_moves_nobody_and_joins_its_person(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", churn._here)
    with world(tmp_path) as w:
        for person in "ABCDEF":
            for number in range(4):
                w.add(f"{person}/{number}.jpg", person)
        w.index()
        found = churn.measure(w.library, 6)
    assert [each.churn for each in found] == [0.0] * 6
    assert all(each.by_face and each.by_group and each.joined for each in found)


def test_churn_is_the_share_of_faces_with_other_mates() -> None:
    before = {1: 10, 2: 10, 3: 20, 4: 20}
    assert churn._churn(before, {1: 77, 2: 77, 3: 20, 4: 20, 9: 20}, [9]) == 0
    assert churn._churn(before, {1: 10, 2: 10, 3: 10, 4: 20}, []) == 1
    assert churn._churn(before, {1: 10, 2: 10, 3: 20}, []) == 0.5
