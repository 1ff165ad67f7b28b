"""The effort without a database: the same board, choices and oracle as ``photoface evaluate effort``, in arrays.

It answers the same questions in the same order, several times as fast, so that numbers can be chosen by it;
``benchmarks/fit_worth.py --check`` proves that both give the same figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from photoface.domain.faces import Vectors
from photoface.domain.similarity import Suggesting
from photoface.domain.worth import WorthScale
from photoface.services.evaluation.effort_report import Way, way
from photoface.services.evaluation.oracle import Said, Truthful
from photoface.services.review.worth import Choice, choices, weigh
from photoface.services.suggestions.board import Board, lay_out
from photoface.services.suggestions.loose_groups import Said as Remembered
from photoface.services.suggestions.loose_groups import loose_of
from photoface.services.suggestions.standing import NO_GROUP, SET_ASIDE, UNDECIDED, Seen, Standing

Ids = NDArray[np.int64]
WRONG = 0.01
"""What a guess counts that nobody has looked at: the usual share of wrong faces of a group."""


@dataclass(frozen=True, eq=False)
class World:
    """A library in which nobody has decided anything. group int64 [n]: of each face, or NO_GROUP; names: face ->
    person, of the labelled ones; repeats: photos in which one person may be twice."""

    seen: Seen
    group: Ids
    names: Mapping[int, str]
    repeats: Ids

    def of_photos(self, kept: NDArray[np.bool_]) -> World:
        """The same with some of the faces only: bool [n]."""
        seen = self.seen
        parts = (seen.ids, seen.vectors, seen.photo, seen.quality, seen.prominence, seen.day)
        mine = set(seen.ids[kept].tolist())
        names = {face: name for face, name in self.names.items() if face in mine}
        return World(Seen(*(part[kept] for part in parts)), self.group[kept], names, self.repeats)


@dataclass(frozen=True, slots=True)
class Outcome:
    """certain: share of the faces that end with a name; wrong: of these under a wrong one. joined: labelled faces that
    a guess named at any time; joined_wrong: of these under a wrong name."""

    review: Way
    given: Mapping[str, int]
    certain: float
    wrong: float
    joined: int
    joined_wrong: int


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """kind: 'name', 'sweep', 'same' or 'face'; faces [n] and their rows; size: of the group that gets a name."""

    kind: str
    faces: Sequence[int]
    rows: Ids
    person: int | None
    size: int | None = None


@dataclass
class Run:
    """The oracle at work on arrays. stop: the share of right names at which it rests; most: answers at most."""

    world: World
    bands: Suggesting
    scale: WorthScale
    at_least: int = 5
    stop: float = 0.99
    most: int = 1000
    steps: list[tuple[int, int, int]] = field(default_factory=list)
    given: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        world, count = self.world, len(self.world.seen.ids)
        times: dict[str, int] = {}
        for name in world.names.values():
            times[name] = times.get(name, 0) + 1
        self.known = frozenset(name for name, number in times.items() if number >= self.at_least)
        self.truth = Truthful(world.names, self.known)
        self.group, self.person = world.group.copy(), np.full(count, UNDECIDED)
        self.rejected: list[tuple[int, int]] = []
        self.said = Remembered()
        self.ignored: list[Ids] = []
        self.people: dict[str, int] = {}
        self._next = int(world.group.max()) + 1
        self._centres: dict[int, tuple[bytes, Vectors]] = {}
        self._names = np.array([world.names.get(face, "") for face in world.seen.ids.tolist()])
        self._joined, self._joined_wrong = np.zeros((2, count), bool)
        self._counted = np.isin(self._names, list(self.known))

    def until(self) -> Outcome:
        """Asks and answers until enough carry the right name, or nothing is left to ask."""
        counted = int(self._counted.sum())
        while True:
            board = self.board()
            carried, guessed = self._carried(board)
            right = carried == self._names
            named = carried != ""
            wrong = int((named & ~right & (self._names != "")).sum())
            self._joined |= guessed & (self._names != "")
            self._joined_wrong |= guessed & (self._names != "") & ~right
            self.steps.append((self._count, int((right & self._counted).sum()), wrong))
            if (right & self._counted).sum() >= self.stop * counted or self._count > self.most:
                break
            if not self._ask(board, carried, guessed):
                break
        sure = named & self._counted
        return Outcome(
            way("review", counted, self.steps),
            self.given,
            float(sure.sum() / counted),
            float((sure & ~right).sum() / max(1, sure.sum())),
            int(self._joined.sum()),
            int(self._joined_wrong.sum()),
        )

    @property
    def _count(self) -> int:
        return sum(self.given.values())

    def board(self) -> Board:
        """As everything stands."""
        rows, people = (
            (np.array(each, np.int64) for each in zip(*self.rejected, strict=True)) if self.rejected else _NONE
        )
        none = np.zeros(0, np.int64)
        aside = (
            np.concatenate([none, *self.ignored]),
            np.repeat(np.arange(len(self.ignored)), [len(each) for each in self.ignored]),
        )
        sides, births, hidden = (none, none, none), dict[int, float](), frozenset[int]()
        standing = Standing(
            self.world.seen, self.group, self.person, (rows, people), sides, self.world.repeats, births, hidden, aside
        )
        return lay_out(standing, loose_of(standing, self.said), self.bands, self._centres_of)

    def _centres_of(self, person: int, rows: Ids, compute: Callable[[], Vectors]) -> Vectors:
        key = rows.tobytes()
        known = self._centres.get(person)
        if known is None or known[0] != key:
            known = self._centres[person] = key, compute()
        return known[1]

    def _carried(self, board: Board) -> tuple[NDArray[np.str_], NDArray[np.bool_]]:
        """The name that each face carries, and whether that is a guess."""
        whose = self.person.copy()
        open_ones = (whose == UNDECIDED) & (self.group != NO_GROUP)
        decided = whose > SET_ASIDE
        self._owner = owner = {group: person for group, person, _ in board.joining()}
        owner.update(zip(self.group[decided].tolist(), whose[decided].tolist(), strict=True))
        for row in np.flatnonzero(open_ones & np.isin(self.group, list(owner))).tolist():
            guess = owner[int(self.group[row])]
            if (row, guess) not in self.rejected:
                whose[row] = guess
        names = {number: name for name, number in self.people.items()}
        return np.array([names.get(each, "") for each in whose.tolist()]), open_ones & (whose > SET_ASIDE)

    def _ask(self, board: Board, carried: NDArray[np.str_], guessed: NDArray[np.bool_]) -> bool:
        found = choices(board, weigh(board, self.scale), 2)
        best = found[0].worth if found else 0.0
        names, times = np.unique(carried[guessed], return_counts=True)
        if len(names) and WRONG * min(times.max(), 200) > best:
            self._confirm(
                np.flatnonzero(guessed & (carried == names[times.argmax()]))[:200], str(names[times.argmax()])
            )
            return True
        if not found or found[0].worth <= 0:
            return False
        self._answer(board, found[0])
        return True

    def _confirm(self, rows: Ids, name: str) -> None:
        faces = self.world.seen.ids[rows].tolist()
        self._take(self.truth.is_it(faces, name, grid=True), Asked("sweep", faces, rows, self.people[name]))

    def _answer(self, board: Board, choice: Choice) -> None:
        rows = np.concatenate([board.loose.rows(at) for at in choice.groups])
        faces = self.world.seen.ids[rows].tolist()
        if choice.strangers:
            return self._strangers([board.loose.rows(at) for at in choice.groups])
        if choice.person is None:
            size = int(board.loose.sizes[choice.groups[0]])
            return self._take(self.truth.who(faces, size), Asked("name", faces, rows, None, size))
        grid = len(choice.groups) > 1 or (len(rows) > 1 and not board.loose.whole[choice.groups[0]])
        name = next(each for each, number in self.people.items() if number == choice.person)
        kind = "sweep" if grid else "face" if len(rows) == 1 else "same"
        return self._take(self.truth.is_it(faces, name, grid=grid), Asked(kind, faces, rows, choice.person))

    def _strangers(self, groups: Sequence[Ids]) -> None:
        ids = [self.world.seen.ids[rows].tolist() for rows in groups]
        said = self.truth.strangers(ids)
        self._count_in(said)
        for rows, faces in zip(groups, ids, strict=True):
            if set(faces) & set(said.out):
                self.said.known.append(faces)
            else:
                self._set_aside(rows)

    def _count_in(self, said: Said) -> None:
        self.given[said.kind] = self.given.get(said.kind, 0) + 1
        if said.out:
            self.given["taken out"] = self.given.get("taken out", 0) + len(said.out)

    def _set_aside(self, rows: Ids) -> None:
        self.person[rows], self.group[rows] = SET_ASIDE, NO_GROUP
        self.ignored.append(rows)

    def _take(self, said: Said, asked: Asked) -> None:
        """What follows from an answer, as the services do it."""
        faces, rows, size = asked.faces, asked.rows, asked.size
        self._count_in(said)
        out = np.isin(faces, said.out)
        main = rows[:size]
        match said.kind:
            case "ignore":
                self._set_aside(main)
            case "several people":
                self.said.several.append(faces[:size])
            case "name" | "yes" | "somebody else" if asked.kind in ("name", "same"):
                number = self._person(said.name)
                if asked.kind == "name" or said.out:
                    self._part(rows[~out], rows[out])
                self.person[rows[~out]] = number
                self._turn_away(rows[out], number)
            case "yes" | "sweep" | "somebody else":
                number = self._person(said.name)
                home = self._home(number)
                self.person[rows[~out]] = number
                if home is not None:
                    self.group[rows[~out]] = home
                self._turn_away(rows[out], number)
            case _:
                assert asked.person is not None
                self._turn_away(rows, asked.person)

    def _person(self, name: str) -> int:
        return self.people.setdefault(name, len(self.people) + 1)

    def _home(self, person: int) -> int | None:
        groups, times = np.unique(self.group[self.person == person], return_counts=True)
        return int(groups[times.argmax()]) if len(groups) else None

    def _turn_away(self, rows: Ids, person: int) -> None:
        guessed = {row for row in rows.tolist() if self._owner.get(int(self.group[row])) == person}
        for row in rows.tolist():
            self.rejected.append((row, person))
            if row in guessed:
                self.group[row] = self._new()

    def _part(self, right: Ids, out: Ids) -> None:
        for row in out.tolist():
            self.group[row] = self._new()
        for number in np.unique(self.group[right]).tolist():
            mine = right[self.group[right] == number]
            if number != NO_GROUP and (self.group == number).sum() > len(mine):
                self.group[mine] = self._new()

    def _new(self) -> int:
        self._next += 1
        return self._next


_NONE = (np.zeros(0, np.int64), np.zeros(0, np.int64))


def joining_at(bands: Suggesting, join: float) -> Suggesting:
    """The same with another chance of being wrong up to which groups join."""
    return replace(bands, join=join)
