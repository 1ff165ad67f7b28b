"""Groups of faces against the truth: BCubed (Bagga and Baldwin 1998) and pairwise precision, recall and F."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.matching.intervals import interval
from photoface.matching.measures import bcubed, bcubed_of_faces, pairwise
from photoface.services.evaluation.clusters_report import ClustersReport, Grouping, Scores
from photoface.services.evaluation.truth import Labelled, Truth, labelled
from photoface.services.groups.group_reading import NO_GROUP
from photoface.services.groups.group_run import group_anew
from photoface.services.groups.grouping import plan_regrouping, task_for
from photoface.services.groups.manner import manner_of
from photoface.services.library import Library
from photoface.worker.compute import in_child

Ids = NDArray[np.int64]

CURVE = (0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
"""Shares of wrong mates that the curve shows: the table of the catalogue from end to end."""


def clusters(
    library: Library, truth: Truth, algorithm: str | None = None, wrong: float | None = None, *, curve: bool = False
) -> ClustersReport:
    """The library's groups as they are, or those of an algorithm and a share of wrong mates, computed on paper.

    People who named faces also put them into groups. So where names are the truth, groups are always computed, and as
    if nobody had decided anything.
    """
    known, usual = labelled(library, truth), manner_of(library)
    chosen = algorithm or usual[0], wrong or usual[1]
    undecided = truth.source == "names"
    if algorithm is None and wrong is None:
        grouping = usual_grouping(library, known, undecided)
    else:
        grouping = _computed(library, known, chosen, undecided)
    shares = CURVE if curve else ()
    return ClustersReport(
        embedder=library.embedding().name,
        source=truth.source,
        faces=len(known.faces),
        people=len(known.names),
        seen_once=int((known.counts == 1).sum()),
        grouped=len(library.groupable_vectors()[0]),
        grouping=grouping,
        curve=tuple(_computed(library, known, (chosen[0], share), undecided) for share in shares),
    )


def usual_grouping(library: Library, known: Labelled, undecided: bool) -> Grouping:
    """The groups as they are; or, undecided, as the library's settings would make them if nobody had named anybody."""
    if undecided:
        return _computed(library, known, manner_of(library), undecided)
    return _judged(known, library.groups.memberships(), "as it is", manner_of(library))


def _computed(library: Library, known: Labelled, manner: tuple[str, float], undecided: bool) -> Grouping:
    if undecided:
        ids, labels = undecided_groups(library, *manner)
    else:
        plan = plan_regrouping(library, *manner)
        ids, labels = plan.face_ids, plan.labels
    home = dict(zip(ids.tolist(), labels.tolist(), strict=True))
    return _judged(known, home, "undecided" if undecided else "planned", manner)


def undecided_groups(library: Library, algorithm: str, wrong: float) -> tuple[Ids, Ids]:
    """Face ids and labels [n] of a grouping that knows no names, only that nobody is twice in one photo."""
    found = in_child(group_anew, task_for(library, algorithm, wrong, undecided=True))
    return found.face_ids, found.labels


def _judged(known: Labelled, home: dict[int, int], how: str, manner: tuple[str, float]) -> Grouping:
    labels = np.array([home.get(face_id, NO_GROUP) for face_id in known.face_ids.tolist()], np.int64)
    groups, alone = _alone(labels)
    found = [measure(known.people, groups) for measure in (bcubed, pairwise)]
    scores = [Scores(each.precision, each.recall, each.f) for each in found]
    precision, recall = bcubed_of_faces(known.people, groups)
    return Grouping(
        how,
        *manner,
        bcubed=scores[0],
        pairwise=scores[1],
        groups=len(np.unique(groups)),
        unsorted=alone,
        precision_95=interval(precision, groups),
        recall_95=interval(recall, known.people),
    )


def _alone(labels: Ids) -> tuple[Ids, int]:
    """Labels from 0, each face without a group in one of its own, and how many such there are.

    A plan's labels below NO_GROUP are groups that do not exist yet, hence no noise.
    """
    homeless = labels == NO_GROUP
    known = np.unique(labels, return_inverse=True)[1]
    groups: Ids = np.where(homeless, known.max(initial=0) + np.cumsum(homeless), known).astype(np.int64)
    return np.unique(groups, return_inverse=True)[1].astype(np.int64), int(homeless.sum())
