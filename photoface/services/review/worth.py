"""What an answer is worth: the faces that it settles, of those that somebody may want a name for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.worth import WorthScale
from photoface.matching.interest import interest
from photoface.matching.suggestions import NOBODY
from photoface.services.suggestions.board import SMALL, Board
from photoface.services.suggestions.standing import NO_GROUP, SET_ASIDE, Standing

Ids = NDArray[np.int64]
Worths = NDArray[np.float64]

MOST_STRANGERS, TIMES = 32, 4
"""Groups that are asked about at once whether all of them are strangers, a screen or two; and how many times as many as
were ignored before."""

RATHER = 0.5
"""Who is rather somebody with a name than not is asked about by that name."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """One thing to ask. person: by number, whom ``groups`` may be; None: who the first of ``groups`` is, which the
    others may belong to, or whether all of them are strangers. groups: rows of the board's loose groups, the surest
    first; worth: faces for one answer; settled: how many faces it settles by expectation."""

    person: int | None
    groups: tuple[int, ...]
    worth: float
    settled: float
    strangers: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Weighed:
    """worth float64 [g]: what the faces of each loose group count; faces int64 [g]; somebody float64 [g]: the chance
    that it is worth a name if nobody is near; asked int64 [g]: how many groups that count as much somebody ignored;
    right float64 [g]: the chance that its target is right, 0 beyond the ask
    band; joined bool [g]: within the join band."""

    worth: Worths
    faces: NDArray[np.int64]
    somebody: Worths
    asked: Ids
    right: Worths
    joined: NDArray[np.bool_]


def weigh(board: Board, scale: WorthScale) -> Weighed:
    """All loose groups of a board."""
    standing, loose = board.standing, board.loose
    seen = standing.seen
    each = np.where(seen.founding, 1.0, scale.poor) * seen.prominence.astype(np.float64) ** scale.background
    inside = loose.group_of >= 0
    worth = np.bincount(loose.group_of[inside], each[inside], len(loose.numbers)).astype(np.float64)
    ask = board.bands.ask if board.bands else 0.0
    right = np.where(board.nearest.wrong <= ask, 1 - board.nearest.wrong, 0.0)
    joined = np.zeros(len(loose.numbers), bool)
    numbers = {group for group, _, _ in board.joining()}
    joined[[at for at, number in enumerate(loose.numbers.tolist()) if number in numbers]] = True
    ignored = _summed(standing.ignored, each, scale.front)
    named = np.concatenate([_named(standing, each), _summed(loose.known, each, scale.front)])
    curve = interest(worth, named, ignored, scale.strangers, scale.answers)
    behind = worth < scale.front * loose.sizes  # what is said of people in front tells nothing for those
    somebody = np.where(behind, np.minimum(curve, worth / np.maximum(worth + scale.strangers, 1e-9)), curve)
    asked = len(ignored) - np.searchsorted(np.sort(np.round(ignored)), np.round(worth))
    return Weighed(worth, loose.sizes, np.where(loose.no_stranger, 1.0, somebody), asked, right, joined)


def _named(standing: Standing, each: Worths) -> Worths:
    """What the faces count of the largest group of everybody who has a name: float64 [p]."""
    decided = np.flatnonzero((standing.person > SET_ASIDE) & (standing.group != NO_GROUP))
    pairs, which = np.unique(np.stack([standing.person[decided], standing.group[decided]]), axis=1, return_inverse=True)
    starts = np.flatnonzero(np.diff(pairs[0], prepend=-1))
    worth = np.bincount(which.ravel(), each[decided], pairs.shape[1])
    found: Worths = np.maximum.reduceat(worth, starts) if len(starts) else np.zeros(0)
    return found


def _summed(marked: tuple[Ids, Ids], each: Worths, least: float) -> Worths:
    """What the faces count of groups, given as rows and numbers, that are not in the background: float64 [i]. least: of
    a face, on average."""
    rows, number = marked
    _, which, faces = np.unique(number, return_inverse=True, return_counts=True)
    worth: Worths = np.bincount(which, each[rows], len(faces)).astype(np.float64)
    return worth[worth >= least * faces]


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
    found += _strangers(board, weighed)
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
    named = np.where((board.nearest.target >= 0) & (board.nearest.target < len(board.people)), weighed.right, 0.0)
    alone = np.where(weighed.joined, 0.0, weighed.worth * np.maximum(weighed.somebody, named))
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


def _strangers(board: Board, weighed: Weighed) -> Iterator[Choice]:
    """Are these all strangers? Of small groups like those that somebody ignored. Who is none is taken out and asked
    about: two answers. The fewer were ignored so far, the fewer are asked about at once."""
    near = np.where(board.nearest.target < len(board.people), weighed.right, 0.0)
    spared = board.loose.no_stranger | board.loose.doubtful | weighed.joined | (near >= RATHER)
    rows = np.flatnonzero(~spared & (weighed.faces <= SMALL) & (weighed.worth > 0))
    rows = rows[np.argsort(-weighed.worth[rows], kind="stable")][:MOST_STRANGERS]
    rows = rows[np.arange(len(rows)) < TIMES * weighed.asked[rows]]
    if len(rows) > 1:
        chance = np.maximum(weighed.somebody, near)[rows]
        worth = float((chance * weighed.worth[rows]).sum() / (1 + 2 * chance.sum()))
        yield Choice(None, tuple(rows.tolist()), worth, float(weighed.faces[rows].sum()), strangers=True)


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
