"""How strict groups are, in words, and what another strictness would join or part, with faces, before it does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Event

import numpy as np

from photoface.domain.ledger import Contradiction
from photoface.domain.people import Face
from photoface.services.deciding.merging import best
from photoface.services.groups.group_plan import Plan
from photoface.services.groups.group_reading import NO_GROUP
from photoface.services.groups.grouping import plan_regrouping
from photoface.services.groups.manner import manner_of
from photoface.services.library import Library
from photoface.worker.compute import stoppable

ONE_IN = (10, 20, 30, 50, 100, 200, 300, 500, 1000)
"""The steps of the slider: about 1 wrong face in so many. The tables of the catalogue reach from .1 to .001."""

SHOWN = 40
"""Joins and parts that are shown with faces, those with most faces first; all are counted."""


@dataclass(frozen=True, slots=True)
class Side:
    """A group before or after. cluster_id: None if it does not exist yet; name: whose it is, or empty."""

    cluster_id: int | None
    name: str
    faces: int
    examples: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Groups that become one (whole: None), or the parts that a group falls into (whole: how it was)."""

    whole: Side | None
    sides: tuple[Side, ...]

    @property
    def faces(self) -> int:
        """Of all sides but the largest: how many move."""
        return sum(side.faces for side in self.sides) - max(side.faces for side in self.sides)


@dataclass(frozen=True, slots=True, eq=False)
class Preview:
    """joins, parts: of the plan, at most SHOWN each. settled: faces that find a group; unsettled: that lose theirs.

    clashes: decisions that contradict one another, with the faces they are about.
    """

    plan: Plan
    joins: tuple[Move, ...]
    parts: tuple[Move, ...]
    settled: int
    unsettled: int
    clashes: tuple[tuple[Contradiction, tuple[Face, ...]], ...]


def step_of(wrong: float) -> int:
    """The step of the slider that is nearest to a share of wrong faces."""
    return min(range(len(ONE_IN)), key=lambda at: abs(np.log(ONE_IN[at] * wrong)))


def preview(
    library: Library, algorithm: str | None = None, one_in: int | None = None, stop: Event | None = None
) -> Preview:
    """What a grouping of all faces at this strictness would change. Raises ModelRefused for an unmeasured model.

    stop: once it is set nobody waits for the answer, and the child that computes it ends; then raises Stopped.
    """
    usual = manner_of(library)
    # Exactly the stored share where the step is the one that the library has, so that nothing changes by rounding.
    kept = one_in is None or ONE_IN[step_of(usual[1])] == one_in
    with stoppable(stop or Event()):
        plan = plan_regrouping(library, algorithm or usual[0], usual[1] if kept else 1 / (one_in or 1))
    joins, parts = _flows(plan)
    faces = _Faces(library, _shown([*joins.values(), *parts.values()]))
    before, after = plan.before, plan.labels
    return Preview(
        plan,
        _moves(faces, joins, whole=False),
        _moves(faces, parts, whole=True),
        int(((before == NO_GROUP) & (after != NO_GROUP)).sum()),
        int(((before != NO_GROUP) & (after == NO_GROUP)).sum()),
        tuple((clash, tuple(library.faces.by_ids(clash.faces))) for clash in plan.contradictions),
    )


Flow = dict[int, list[int]]
"""Group on the other side -> face ids."""


def _flows(plan: Plan) -> tuple[dict[int, Flow], dict[int, Flow]]:
    """Target -> sources of groups that become one; source -> targets of groups that part; the largest first."""
    by_target, by_source = defaultdict[int, Flow](dict), defaultdict[int, Flow](dict)
    columns = (each.tolist() for each in (plan.face_ids, plan.before, plan.labels))
    for face, before, after in zip(*columns, strict=True):
        if NO_GROUP not in (before, after):
            by_target[after].setdefault(before, []).append(face)
            by_source[before].setdefault(after, []).append(face)
    return _largest(by_target), _largest(by_source)


def _largest(flows: Mapping[int, Flow]) -> dict[int, Flow]:
    """Those that move most faces, of those with several sides."""
    several = [(whole, sides) for whole, sides in flows.items() if len(sides) > 1]

    def moving(pair: tuple[int, Flow]) -> tuple[int, int]:
        sizes = [len(faces) for faces in pair[1].values()]
        return max(sizes) - sum(sizes), pair[0]

    return dict(sorted(several, key=moving)[:SHOWN])


def _shown(flows: Iterable[Flow]) -> list[int]:
    return sorted({face for flow in flows for faces in flow.values() for face in faces})


class _Faces:
    """The faces of what is shown, read once, and whose groups these are."""

    def __init__(self, library: Library, face_ids: Sequence[int]) -> None:
        self._library = library
        self._faces = {face.face_id: face for face in library.faces.by_ids(face_ids)}

    def side(self, cluster_id: int, face_ids: Sequence[int]) -> Side:
        faces = [self._faces[face] for face in face_ids]
        names = {face.person for face in faces if face.state.decided and face.person}
        return Side(
            cluster_id if cluster_id > NO_GROUP else None,
            " + ".join(sorted(names)),
            len(faces),
            best(faces, 6),
        )


def _moves(faces: _Faces, flows: Mapping[int, Flow], *, whole: bool) -> tuple[Move, ...]:
    found = []
    for group, flow in flows.items():
        sides = sorted((faces.side(each, ids) for each, ids in flow.items()), key=lambda side: -side.faces)
        everyone = [face for ids in flow.values() for face in ids]
        found.append(Move(faces.side(group, everyone) if whole else None, tuple(sides)))
    return tuple(found)
