"""What an answer is worth: the faces that it settles, of those that somebody may want a name for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.matching.suggestions import NOBODY
from photoface.services.board import SMALL, Board

POOR = 0.2
"""What a face under the quality gate counts: one that hardly anybody could name."""

BACKGROUND = 3.0
"""A face counts its area as a part of the largest in its photo, to this power: people in the background are strangers
far more often, and these are many."""

STRANGERS = 16.0
"""A group of n faces without a name counts n / (n + this) of its worth: most people whom a library shows a few times
nobody names, and a face of somebody who has a name matters more.

These three are about people and photos, not about a model: docs/decisions/review.md.
"""

Worths = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One thing to ask. person: by number, whom ``groups`` may be; None: who the first of ``groups`` is, which the
    others may belong to. groups: rows of the board's loose groups, the surest first; worth: faces for one answer;
    settled: how many faces it settles by expectation."""

    person: int | None
    groups: tuple[int, ...]
    worth: float
    settled: float


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """worth float64 [g]: what the faces of each loose group count; faces int64 [g]; right float64 [g]: the chance that
    its target is right, 0 beyond the ask band; joined bool [g]: within the join band."""

    worth: Worths
    faces: NDArray[np.int64]
    right: Worths
    joined: NDArray[np.bool_]


def weigh(board: Board) -> Weighed:
    """All loose groups of a board."""
    seen, loose = board.standing.seen, board.loose
    each = np.where(seen.founding, 1.0, POOR) * seen.prominence.astype(np.float64) ** BACKGROUND
    inside = loose.group_of >= 0
    worth = np.bincount(loose.group_of[inside], each[inside], len(loose.numbers)).astype(np.float64)
    ask = board.bands.ask if board.bands else 0.0
    right = np.where(board.nearest.wrong <= ask, 1 - board.nearest.wrong, 0.0)
    joined = np.zeros(len(loose.numbers), bool)
    numbers = {group for group, _, _ in board.joining()}
    joined[[at for at, number in enumerate(loose.numbers.tolist()) if number in numbers]] = True
    return Weighed(worth, loose.sizes, right, joined)


def choices(board: Board, weighed: Weighed, most: int) -> list[Choice]:
    """The questions worth most, at most so many, best first; equal ones by number, so that the order is always one."""
    followers = _followers(board, weighed)
    found = [
        one
        for target, rows in followers.items()
        if target < len(board.people)
        for one in _sweeps(weighed, int(board.people[target]), rows)
    ]
    found += _names(board, weighed, followers, most)
    found.sort(key=lambda one: (-round(one.worth, 9), one.person is None, one.groups))
    return found[:most]


def _followers(board: Board, weighed: Weighed) -> dict[int, list[int]]:
    """Target -> groups that may be it, the surest first."""
    found: dict[int, list[int]] = {}
    asked = np.flatnonzero((weighed.right > 0) & (board.nearest.target != NOBODY) & ~weighed.joined)
    for at in asked[np.argsort(-weighed.right[asked], kind="stable")].tolist():
        found.setdefault(int(board.nearest.target[at]), []).append(at)
    return found


def _sweeps(weighed: Weighed, person: int, rows: Sequence[int]) -> Iterator[Choice]:
    """Are these that person? Small groups at once, each larger one by itself."""
    small = [at for at in rows if weighed.faces[at] <= SMALL]
    for some in (small, *([at] for at in rows if weighed.faces[at] > SMALL)):
        taken, worth, settled = _best_part(weighed, 0.0, some)
        if taken:
            yield Choice(person, tuple(some[:taken]), worth, settled)


def _names(board: Board, weighed: Weighed, followers: dict[int, list[int]], most: int) -> list[Choice]:
    """Who is this? Alone worth its faces if somebody's; the groups that may belong to it are asked about with it."""
    somebody = weighed.faces / (weighed.faces + STRANGERS)
    named = np.where((board.nearest.target >= 0) & (board.nearest.target < len(board.people)), weighed.right, 0.0)
    alone = np.where(weighed.joined, 0.0, weighed.worth * np.maximum(somebody, named))
    leaders = {
        int(board.followed[target - len(board.people)]): rows
        for target, rows in followers.items()
        if target >= len(board.people)
    }
    best = np.argsort(-alone, kind="stable")[: most + len(leaders)]
    found = []
    for at in dict.fromkeys([*best.tolist(), *leaders]):
        if alone[at] > 0:
            rows = [each for each in leaders.get(at, []) if weighed.faces[each] <= SMALL]
            taken, worth, settled = _best_part(weighed, float(alone[at]), rows)
            found.append(Choice(None, (at, *rows[:taken]), worth, settled + float(weighed.faces[at])))
    return found


def _best_part(weighed: Weighed, alone: float, rows: Sequence[int]) -> tuple[int, float, float]:
    """How many of the surest groups to ask about at once, so that an answer is worth most; what it is worth, and how
    many of their faces it settles. A face that has to be taken out is an answer more."""
    gained, answers, settled = alone, 1.0, 0.0
    best = (0, alone, 0.0)
    for taken, at in enumerate(rows, 1):
        right = float(weighed.right[at])
        gained += right * float(weighed.worth[at])
        answers += (1 - right) * float(weighed.faces[at])
        settled += right * float(weighed.faces[at])
        if gained / answers > best[1]:
            best = taken, gained / answers, settled
    return best
