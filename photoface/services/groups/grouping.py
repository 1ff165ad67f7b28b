"""Groups of faces, guessed under what people decided. New faces join by themselves; a re-clustering is planned first,
shown as a difference, and applied as one step that can be undone."""

from __future__ import annotations

import numpy as np

from photoface.domain.events import Grouped
from photoface.domain.faces import FOUNDING_QUALITY
from photoface.services.groups.group_plan import Plan
from photoface.services.groups.group_reading import NO_GROUP, GroupTask
from photoface.services.groups.group_run import Grouping, group_anew, group_new
from photoface.services.groups.manner import manner_of
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.suggestions.suggesting import follow
from photoface.store.following import misplaced_of
from photoface.store.journal import Recorder
from photoface.worker.compute import in_child


def group_new_faces(library: Library) -> Grouped:
    """After indexing: faces without a group join one or found one. Journals nothing, moves nothing decided."""
    if not library.groups.waiting(FOUNDING_QUALITY):
        before = library.groups.memberships()
        return Grouped(len(before), 0, len(set(before.values())))
    task = task_for(library, *manner_of(library))
    found = in_child(group_new, task)
    _keep_lists(library, task, found)
    with library.db.transaction():
        placed = _numbered(library, _in_force(library, found))
        library.groups.place(placed)
        library.groups.place(dict.fromkeys(misplaced_of(library.db, placed)))
    follow(library)
    joined = int(((found.before == NO_GROUP) & (found.labels != NO_GROUP)).sum())
    return Grouped(len(found.face_ids), joined, len(set(found.labels.tolist()) - {NO_GROUP}))


def plan_regrouping(library: Library, algorithm: str | None = None, wrong: float | None = None) -> Plan:
    """Groups all faces anew, on paper. algorithm, wrong: as the library is set, unless given."""
    usual = manner_of(library)
    task = task_for(library, algorithm or usual[0], wrong or usual[1])
    found = in_child(group_anew, task)
    _keep_lists(library, task, found)
    owners = library.ledger.owners()
    people = np.array([owners.get(face, 0) for face in found.face_ids.tolist()], np.int64)
    return Plan(task.algorithm, task.wrong, found.face_ids, found.labels, found.before, people, found.contradictions)


def apply_plan(library: Library, plan: Plan) -> Outcome:
    """Applies a plan as one undoable operation, after a snapshot; the library keeps its manner for later.

    Faces that have moved since the plan was made stay where they are.
    """
    changes = _in_force(library, plan)
    same_manner = manner_of(library) == (plan.algorithm, plan.wrong)
    if not changes and same_manner:
        return Outcome(None, "the groups are as they would be; nothing was changed")
    library.snapshot("before a re-clustering")
    undecided = len(changes.keys() - library.ledger.owners(changes).keys())
    summary = f"re-cluster ({plan.algorithm}, {plan.wrong:.2%} wrong): {undecided:,} undecided faces move"
    with library.journal.operation("recluster", summary) as record:
        if not same_manner:
            manner = {"algorithm": plan.algorithm, "wrong": repr(plan.wrong)}
            record.put_many("setting", [{"key": key, "value": value} for key, value in manner.items()])
        library.groups.place(_numbered(library, changes, record), record)
    return Outcome(record.operation_id, summary, len(changes))


def task_for(library: Library, algorithm: str, wrong: float, *, undecided: bool = False) -> GroupTask:
    """A grouping of this library for the compute child. Raises ModelRefused for a model that nobody has measured."""
    embedding = library.embedding()
    table = embedding.cuts(algorithm)
    return GroupTask(library.folder, embedding.parts, embedding.key, algorithm, wrong, table, undecided)


def _keep_lists(library: Library, task: GroupTask, found: Grouping) -> None:
    if found.lists is not None and library.db.writable:
        library.groups.save_neighbors(task.key, found.lists)


def _in_force(library: Library, found: Grouping | Plan) -> dict[int, int]:
    """Face -> label for the faces whose group changes. Meanwhile somebody may have moved some, set some aside, or
    emptied a group."""
    now, aside = library.groups.memberships(), library.ledger.excluded()
    there, moving = set(now.values()), np.flatnonzero(found.before != found.labels)
    columns = (each[moving].tolist() for each in (found.face_ids, found.before, found.labels))
    return {
        face: label
        for face, before, label in zip(*columns, strict=True)
        if now.get(face, NO_GROUP) == before and (label <= NO_GROUP or label in there) and face not in aside
    }


def _numbered(library: Library, changes: dict[int, int], record: Recorder | None = None) -> dict[int, int | None]:
    """The same changes with numbers of real groups; None: no group."""
    fresh = sorted({label for label in changes.values() if label < NO_GROUP}, reverse=True)
    made = dict(zip(fresh, library.groups.new(len(fresh), record), strict=True))
    return {face: None if label == NO_GROUP else made.get(label, label) for face, label in changes.items()}
