"""A person or a group taken apart by a stricter grouping of their faces alone: proposed first, done as one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoface.domain.ledger import Constraints
from photoface.domain.people import Face
from photoface.services.deciding.merging import best
from photoface.services.groups.group_reading import GroupTask, read
from photoface.services.groups.grouping import task_for
from photoface.services.groups.manner import manner_of
from photoface.services.groups.strictness import ONE_IN
from photoface.services.library import Library
from photoface.worker.compute import in_child

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Part:
    """Faces that look like one person. guesses: nobody decided on them; decided: a human said who they are."""

    guesses: tuple[int, ...]
    decided: tuple[int, ...]
    examples: tuple[int, ...]

    @property
    def faces(self) -> int:
        return len(self.guesses) + len(self.decided)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One strictness: the part that stays (with faces that are like nobody), and those that may leave."""

    one_in: int
    staying: Part
    leaving: tuple[Part, ...]


def propose(library: Library, subject: tuple[str, int]) -> list[Proposal]:
    """How ("person", id) or ("group", id) would fall apart, from the loosest step that parts them on.

    Steps that part them as the step before are left out; empty when even the strictest keeps them together.
    """
    faces = _faces(library, subject)
    task = task_for(library, *manner_of(library))
    found = in_child(_group_strictly, task, tuple(sorted(face.face_id for face in faces)))
    proposals = [_proposal(one_in, faces, labels) for one_in, labels in zip(ONE_IN, found, strict=True)]
    several = [one for one in proposals if one.leaving]
    return [one for at, one in enumerate(several) if not at or not _same(one, several[at - 1])]


def leaving_ids(parts: Sequence[Part], *, decided: bool) -> list[tuple[int, ...]]:
    """The faces that leave, part by part; those that a human decided on only if ``decided``."""
    chosen = ((*part.guesses, *(part.decided if decided else ())) for part in parts)
    return [faces for faces in chosen if faces]


def _faces(library: Library, subject: tuple[str, int]) -> list[Face]:
    kind, number = subject
    if kind == "person":
        return library.faces.list(person_id=number)
    return [face for face in library.faces.list(cluster_id=number) if not face.state.decided]


def _proposal(one_in: int, faces: Sequence[Face], labels: dict[int, int]) -> Proposal:
    groups: dict[int, list[Face]] = {}
    for face in faces:
        groups.setdefault(labels.get(face.face_id, _NOBODY), []).append(face)
    unsure = groups.pop(_NOBODY, [])
    ordered = sorted(groups.values(), key=lambda part: (-_weight(part), part[0].face_id))
    staying = [*(ordered[0] if ordered else []), *unsure]
    return Proposal(one_in, _part(staying), tuple(_part(part) for part in ordered[1:]))


def _weight(faces: Sequence[Face]) -> float:
    """Who stays: the part that a human decided most of, then the larger one."""
    return 1e6 * sum(face.state.decided for face in faces) + len(faces)


def _part(faces: Sequence[Face]) -> Part:
    decided = tuple(face.face_id for face in faces if face.state.decided)
    return Part(tuple(face.face_id for face in faces if not face.state.decided), decided, best(faces, 8))


def _same(one: Proposal, other: Proposal) -> bool:
    return (one.staying, one.leaving) == (other.staying, other.leaving)


_NOBODY = -1


def _group_strictly(task: GroupTask, face_ids: Collection[int]) -> list[dict[int, int]]:
    """In the compute child: face id -> label at each step of ONE_IN, among these faces only.

    As if nobody had named them; but faces of one photo, and those that were told apart, do not meet.
    """
    from photoface.matching.clustering import cluster
    from photoface.matching.neighbor_graph import build_graph

    groupable = read(task)
    chosen = np.isin(groupable.face_ids, np.array(sorted(face_ids), np.int64))
    ids, vectors, founding = groupable.face_ids[chosen], groupable.vectors[chosen], groupable.founding[chosen]
    if not len(ids):
        return [{} for _ in ONE_IN]
    graph, known = build_graph(vectors), groupable.constraints
    apart = Constraints(marks=known.marks, bans=known.bans)
    found = []
    for one_in in ONE_IN:
        # The cut of the whole library: strangers are as near one another as there. Crowds are not there to be seen.
        cut = replace(task.table.at(1 / one_in, len(groupable.face_ids)), crowd=None)
        labels = cluster(ids, vectors, founding, graph, apart, task.algorithm, cut)
        found.append(_without_singles(ids, labels))
    return found


def _without_singles(ids: Ids, labels: Ids) -> dict[int, int]:
    """A face that is alone is no part: it stays with the others."""
    sizes = Counter(labels.tolist())
    return {
        face: label if sizes[label] > 1 else _NOBODY for face, label in zip(ids.tolist(), labels.tolist(), strict=True)
    }
