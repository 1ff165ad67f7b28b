"""Groups of faces, guessed under what people decided. New faces join by themselves; a re-clustering is planned first,
shown as a difference, and applied as one step that can be undone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from photoface.domain.events import Grouped
from photoface.domain.faces import FOUNDING_QUALITY
from photoface.domain.ledger import Constraints
from photoface.matching.contradictions import contradictions
from photoface.matching.stable_ids import keep_ids
from photoface.services.group_plan import Plan
from photoface.services.group_run import NO_GROUP, GroupTask, run_task
from photoface.services.library import Library
from photoface.services.manner import manner_of
from photoface.services.outcome import Outcome
from photoface.store.journal import Recorder
from photoface.worker.compute import in_child

Ids = NDArray[np.int64]

# When more of the faces than this are new, the whole is grouped anew, under the ledger and with old numbers kept.
_MANY_NEW = 0.2


def group_new_faces(library: Library) -> Grouped:
    """After indexing: faces without a group join one or found one. Journals nothing, moves nothing decided."""
    before = library.groups.memberships()
    if not library.groups.waiting(FOUNDING_QUALITY):
        return Grouped(len(before), 0, len(set(before.values())))
    task = _task(library, *manner_of(library), before)
    fresh = task.fresh
    if not fresh.any():
        return Grouped(len(task.face_ids), 0, len(set(before.values())))
    labels = _solved(library, task, before, anew=bool(fresh.mean() > _MANY_NEW))
    plan = Plan(task.algorithm, task.wrong, task.face_ids, labels, before, ())
    with library.db.transaction():
        library.groups.place(_numbered(library, plan.changes))
    joined = int((labels[fresh] != NO_GROUP).sum())
    return Grouped(len(task.face_ids), joined, plan.groups_after)


def plan_regrouping(library: Library, algorithm: str | None = None, wrong: float | None = None) -> Plan:
    """Groups all faces anew, on paper. algorithm, wrong: as the library is set, unless given."""
    usual = manner_of(library)
    before = library.groups.memberships()
    task = _task(library, algorithm or usual[0], wrong or usual[1], before)
    labels = _solved(library, task, before, anew=True)
    inside = set(task.face_ids.tolist())
    kept = {face: group for face, group in before.items() if face in inside}
    return Plan(task.algorithm, task.wrong, task.face_ids, labels, kept, contradictions(task.constraints))


def apply_plan(library: Library, plan: Plan) -> Outcome:
    """Applies a plan as one undoable operation, after a snapshot; the library keeps its manner for later."""
    changes = plan.changes
    same_manner = manner_of(library) == (plan.algorithm, plan.wrong)
    if not changes and same_manner:
        return Outcome(None, "the groups are as they would be; nothing was changed")
    library.snapshot("before a re-clustering")
    summary = f"re-cluster ({plan.algorithm}, {plan.wrong:.2%} wrong): {len(changes):,} undecided faces move"
    with library.journal.operation("recluster", summary) as record:
        if not same_manner:
            manner = {"algorithm": plan.algorithm, "wrong": repr(plan.wrong)}
            record.put_many("setting", [{"key": key, "value": value} for key, value in manner.items()])
        library.groups.place(_numbered(library, changes, record), record)
    return Outcome(record.operation_id, summary, len(changes))


def _task(library: Library, algorithm: str, wrong: float, before: dict[int, int]) -> GroupTask:
    embedding = library.embedding()
    face_ids, vectors = library.groupable_vectors()
    old = np.array([before.get(face, NO_GROUP) for face in face_ids.tolist()], np.int64)
    return GroupTask(
        face_ids=face_ids,
        vectors=vectors,
        founding=library.founding(face_ids),
        old_labels=old,
        neighbors=library.groups.neighbors(embedding.key),
        constraints=_known(library.ledger.constraints(), face_ids),
        algorithm=algorithm,
        wrong=wrong,
        cut=embedding.cut(algorithm, wrong, len(face_ids)),
    )


def _known(constraints: Constraints, face_ids: Ids) -> Constraints:
    """The constraints on these faces only."""
    inside = set(face_ids.tolist())
    must = tuple(kept for group in constraints.must if len(kept := tuple(face for face in group if face in inside)) > 1)
    owner, marks, bans = (
        {face: value for face, value in table.items() if face in inside}
        for table in (constraints.owner, constraints.marks, constraints.bans)
    )
    return Constraints(must, owner, marks, bans)  # type: ignore[arg-type]


def _solved(library: Library, task: GroupTask, before: dict[int, int], *, anew: bool) -> Ids:
    """The labels of a Plan; saves neighbour lists that were made on the way."""
    if len(task.face_ids) == 0:
        return np.empty(0, np.int64)
    labels, changed = in_child(run_task, task, anew)
    if changed and library.db.writable:
        library.groups.save_neighbors(library.embedding().key, changed)
    if anew:
        return _relabelled(labels, keep_ids(task.face_ids, labels, before, task.constraints.owner))
    old = set(task.old_labels.tolist())
    return _relabelled(labels, {label: label if label in old else None for label in labels.tolist()})


def _relabelled(labels: Ids, ids: Mapping[int, int | None]) -> Ids:
    """Labels as a Plan has them: the kept id, or a number below -1 for each group that does not exist yet."""
    known = {label: (-2 - label if kept is None else kept) for label, kept in ids.items()} | {NO_GROUP: NO_GROUP}
    return np.array([known[label] for label in labels.tolist()], np.int64)


def _numbered(library: Library, changes: dict[int, int], record: Recorder | None = None) -> dict[int, int | None]:
    """The same changes with numbers of real groups; None: no group."""
    fresh = sorted({label for label in changes.values() if label < NO_GROUP}, reverse=True)
    made = dict(zip(fresh, library.groups.new(len(fresh), record), strict=True))
    return {face: None if label == NO_GROUP else made.get(label, label) for face, label in changes.items()}
