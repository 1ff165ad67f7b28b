"""Of groups that may not be one person the better one wins, and nobody gives way who need not."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from photoface.matching.competing import Competing

ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=30)
SIDES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 2), st.integers(0, 1)), max_size=12)


def apart(photos, sides) -> set[tuple[int, int]]:
    found = {(a, b) for (a, one), (b, other) in combinations(photos, 2) if one == other}
    found |= {(a, b) for (a, one, x), (b, other, y) in combinations(sides, 2) if one == other and x != y}
    return {(min(pair), max(pair)) for pair in found if pair[0] != pair[1]}


@given(ROWS, SIDES, st.lists(st.integers(0, 2), min_size=10, max_size=10), st.permutations(range(10)), st.data())
def test_no_two_that_stay_may_not_be_one_and_who_gives_way_met_a_better_one(photos, sides, who, worth, data) -> None:
    rows = [(group, 2 * photo, 2 * photo) for group, photo in photos]
    rows += [(group, 2 * (2 * number + side) + 1, 2 * (2 * number + 1 - side) + 1) for group, number, side in sides]
    columns = np.array(rows, np.int64).reshape(-1, 3).T
    groups = np.array(data.draw(st.lists(st.integers(0, 9), unique=True)), np.int64)
    targets, value = np.array(who)[groups], np.array(worth, float)[groups]
    lost = Competing.of(*columns).losers(groups, targets, value)
    kept = {int(group) for group in groups[~lost]}
    forbidden = apart(photos, sides)
    assert not any(who[a] == who[b] and {a, b} <= kept for a, b in forbidden)
    for group in groups[lost].tolist():
        rivals = {a if b == group else b for a, b in forbidden if group in (a, b)}
        assert any(other in kept and who[other] == who[group] and worth[other] > worth[group] for other in rivals)
