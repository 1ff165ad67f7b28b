"""Ways to tell who a face is from faces with names: the nearest neighbour that photoface uses, beside classifiers that
other programs train (kNN: face_recognition's example; a linear SVM: OpenFace, Amos et al. 2016)."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from photoface.matching.arrays import Ids, Vectors

Classifier = Callable[[Vectors, Ids, Vectors], Ids]
"""Faces with names [n, d], who they are int64 [n], probes [m, d] -> who the probes are int64 [m]."""

_NEIGHBORS = 5
_SVM_COST = 10.0  # unit vectors need more than the usual 1, at which dlib's lose 4 points (LFW, folds 1-3)


def nearest_neighbor(faces: Vectors, people: Ids, probes: Vectors) -> Ids:
    """The person of the face at the smallest angle."""
    found: Ids = people[(probes @ faces.T).argmax(axis=1)]
    return found


def neighbors_vote(faces: Vectors, people: Ids, probes: Vectors) -> Ids:
    """The five nearest faces vote, near ones with more weight."""
    from sklearn import config_context
    from sklearn.neighbors import KNeighborsClassifier

    voters = KNeighborsClassifier(min(_NEIGHBORS, len(faces)), weights="distance", algorithm="brute").fit(faces, people)
    # The compiled way asks system tools for the cores, and prints a traceback where there are none to ask.
    with config_context(enable_cython_pairwise_dist=False):
        found: Ids = voters.predict(probes)
    return found


def linear_svm(faces: Vectors, people: Ids, probes: Vectors) -> Ids:
    """One linear support vector machine for each person against all others."""
    if len(np.unique(people)) == 1:
        return np.full(len(probes), people[0], np.int64)
    from sklearn.svm import LinearSVC

    machine = LinearSVC(C=_SVM_COST, random_state=0).fit(faces, people)
    found: Ids = machine.predict(probes)
    return found


CLASSIFIERS: dict[str, Classifier] = {
    "nearest neighbour": nearest_neighbor,
    "kNN": neighbors_vote,
    "SVM": linear_svm,
}
