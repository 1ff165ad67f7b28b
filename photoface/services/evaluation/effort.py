"""The effort: an oracle answers the review of a copy of the library, until everybody carries the right name."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from photoface.services.evaluation.effort_report import SHARES, EffortReport, Given, Way, way
from photoface.services.evaluation.oracle import Oracle
from photoface.services.evaluation.truth import TooLittle, Truth, labelled
from photoface.services.groups.grouping import apply_plan, plan_regrouping
from photoface.services.importing.questions import count_waiting
from photoface.services.library import Library
from photoface.services.review.questions import review
from photoface.store.company import faces_known_as
from photoface.store.database import LibraryDatabase
from photoface.store.undecided import copy_undecided

Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Known:
    """names: of the labelled faces; counted: those of people with enough faces; people: these people."""

    names: Mapping[int, str]
    counted: Mapping[int, str]
    people: frozenset[str]


def effort(library: Library, truth: Truth, at_least: int, told: Told, stop: float = SHARES[-1]) -> EffortReport:
    """Measures it on a copy, in which nobody has decided anything; the library stays as it is.

    at_least: who has fewer labelled faces is a stranger. told: is told how many of all faces carry the right name.
    stop: the share of right names at which the oracle rests. Raises TooLittle.
    """
    known = _known(library, truth, at_least)
    with _copy(library) as copy:
        groups = copy.groups.memberships()
        run = _Run(copy, known)
        run.until(stop, told)
        return _report(library, known, at_least, run, groups)


def _known(library: Library, truth: Truth, at_least: int) -> _Known:
    found = labelled(library, truth)
    enough = {name for name, count in zip(found.names, found.counts.tolist(), strict=True) if count >= at_least}
    if len(enough) < 2:
        raise TooLittle(f"Fewer than two people have {at_least} labelled faces or more, so there is nobody to name.")
    names = {face.face_id: found.names[who] for face, who in zip(found.faces, found.people.tolist(), strict=True)}
    counted = {face: name for face, name in names.items() if name in enough}
    return _Known(names, counted, frozenset(enough))


@contextmanager
def _copy(library: Library) -> Iterator[Library]:
    """The library in a folder of its own, as if nobody had decided anything; gone at the end.

    Groups that were made under decisions would tell what was decided: they are made anew.
    """
    with tempfile.TemporaryDirectory(prefix="photoface-effort-") as folder:
        decided = copy_undecided(library.db, Path(folder))
        with LibraryDatabase.create_or_open(Path(folder), write=True, author="oracle") as db:
            copy = Library(db, library.catalog)
            if decided:
                apply_plan(copy, plan_regrouping(copy))
            yield copy


@dataclass
class _Run:
    """The oracle at work. steps: answers so far, right and wrong names."""

    library: Library
    known: _Known
    steps: list[tuple[int, int, int]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    lost: int = 0

    def __post_init__(self) -> None:
        self.oracle = Oracle(self.known.names, self.known.people)
        self._decided: dict[int, str] = {}

    def until(self, stop: float, told: Told) -> None:
        """Asks and answers until enough carry the right name, or nothing is left to ask."""
        while self._look(told) < stop * len(self.known.counted):
            started = time.perf_counter()
            limit = 1 + count_waiting(self.library)  # what files say is nothing that folders tell the truth of
            asked = next((one for one in review(self.library, limit=limit) if one.told is None), None)
            self.seconds.append(time.perf_counter() - started)
            if asked is None or asked.worth <= 0:
                break
            about = self.oracle.answer(self.library, asked)
            self._check(about)

    def shown(self) -> tuple[dict[int, str], dict[int, str]]:
        """Face -> the name it carries: decided, and in all."""
        return faces_known_as(self.library.db)

    def _look(self, told: Told) -> int:
        _, carried = self.shown()
        right = sum(carried.get(face) == name for face, name in self.known.counted.items())
        wrong = sum(carried.get(face, name) != name for face, name in self.known.names.items())
        self.steps.append((self.oracle.count, right, wrong))
        told(right, len(self.known.counted))
        return right

    def _check(self, about: frozenset[int]) -> None:
        """A name that somebody gave, and that went or changed without an answer about its face, is lost."""
        decided, _ = self.shown()
        self.lost += sum(decided.get(face) != name for face, name in self._decided.items() if face not in about)
        self._decided = decided


def _report(library: Library, known: _Known, at_least: int, run: _Run, groups: Mapping[int, int]) -> EffortReport:
    _, carried = run.shown()
    certain = {face for face in known.counted if face in carried}
    wrong = sum(carried[face] != known.counted[face] for face in certain)
    faces = len(known.counted)
    return EffortReport(
        embedder=library.embedding().name,
        faces=faces,
        people=len(known.people),
        at_least=at_least,
        strangers=len(groups.keys() - known.counted.keys()),
        review=way("review", faces, run.steps),
        baselines=(_each_face(faces), _by_size(known, groups)),
        given=tuple(Given(kind, number) for kind, number in sorted(run.oracle.given.items())),
        lost=run.lost,
        certain=len(certain) / faces,
        certain_wrong=wrong / max(1, len(certain)),
        seconds_mean=float(np.mean(run.seconds)) if run.seconds else 0.0,
        seconds_most=max(run.seconds, default=0.0),
    )


def _each_face(faces: int) -> Way:
    """Every face is confirmed by an answer of its own."""
    return way("each face", faces, [(answers, answers, 0) for answers in range(faces + 1)])


def _by_size(known: _Known, groups: Mapping[int, int]) -> Way:
    """Each group gets the name of most of its faces, the largest first; those of strangers alone cost nothing here."""
    members: dict[int, list[int]] = {}
    for face, group in groups.items():
        members.setdefault(group, []).append(face)
    steps, right, wrong = [(0, 0, 0)], 0, 0
    for faces in sorted(members.values(), key=lambda each: (-len(each), each[0])):
        names = Counter(known.counted[face] for face in faces if face in known.counted)
        if names:
            (name, most), *_ = names.most_common(1)
            right += most
            wrong += sum(known.names[face] != name for face in faces if face in known.names)
            steps.append((len(steps), right, wrong))
    return way("groups by size", len(known.counted), steps)
