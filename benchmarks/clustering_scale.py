"""What grouping a large made-up library costs, in CPU seconds, and how good it is.

    python benchmarks/clustering_scale.py 100000 --cosine 0.36 --beta 0.05
    python benchmarks/clustering_scale.py 20000 --full

The cut is given as a cosine: made-up faces have no operating points. Half of the faces lie in photos of three people at
random; decisions: 3,000 faces confirmed, 1,500 rejected, 500 pairs called different. --full: beside average linkage of
all pairs (scikit-learn's), which takes 16 bytes for each pair, 6 GB for 20,000 faces.
"""

from __future__ import annotations

import argparse
import logging
import math
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from benchmarks.synthetic import Library, library
from photoface.domain.ledger import Constraints, Mark
from photoface.domain.similarity import Cut
from photoface.matching.approximate_search import sampled_recall
from photoface.matching.clustering import UNSORTED, cluster
from photoface.matching.joining import join_new
from photoface.matching.measures import bcubed, pairwise
from photoface.matching.neighbor_graph import Graph, Neighbors, build_neighbors, extend_neighbors, graph_of

Labels = NDArray[np.int64]
Marks = dict[int, frozenset[Mark]]
PROBES = 1000
NEW = 1000


@contextmanager
def measured(what: str) -> Iterator[None]:
    """Prints the CPU seconds of the block and the most memory that the process has used."""
    start = time.process_time()
    yield
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    print(f"{what:44} {time.process_time() - start:7.2f} CPU s   {used:6,} MB", flush=True)


def photos(faces: int, rng: np.random.Generator) -> Constraints:
    """Two of a photo are two people, which is wrong wherever chance puts one person there twice."""
    crowded = rng.permutation(faces)[: faces // 2].tolist()
    marks = {face: frozenset({("photo", i // 3)}) for i, face in enumerate(crowded)}
    return Constraints(marks=marks, bans=dict(marks))


def decided(made: Library, base: Constraints, rng: np.random.Generator) -> Constraints:
    """5,000 decisions, all of them right, upon the rule of photos."""
    people, n = made.people, len(made.people)
    marks, bans = dict(base.marks), dict(base.bans)
    known = np.flatnonzero(np.bincount(people) >= 10)
    confirmed = rng.choice(np.flatnonzero(np.isin(people, known)), 3000, replace=False)
    for face, person in zip(rng.choice(n, 1500).tolist(), rng.choice(known, 1500).tolist(), strict=True):
        if people[face] != person:
            bans[face] = bans.get(face, frozenset()) | {("person", person)}
    for i, (a, b) in enumerate(rng.choice(n, (500, 2)).tolist()):
        if people[a] != people[b]:
            marks[a] = marks.get(a, frozenset()) | {("different", i)}
            bans[b] = bans.get(b, frozenset()) | {("different", i)}
    must = tuple(tuple(confirmed[people[confirmed] == person].tolist()) for person in np.unique(people[confirmed]))
    return Constraints(must, dict(zip(confirmed.tolist(), people[confirmed].tolist(), strict=True)), marks, bans)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("faces", type=int)
    parser.add_argument("--dims", type=int, default=128)
    parser.add_argument("--cosine", type=float, default=0.36)
    parser.add_argument("--beta", type=float, default=0.05)
    parser.add_argument("--dbscan-cosine", type=float, default=0.56)
    parser.add_argument("--full", action="store_true", help="compare with average linkage of all pairs")
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="    %(message)s")
    made, rng = library(options.faces, options.dims), np.random.default_rng(0)
    print(
        f"{options.faces:,} faces of {made.people.max() + 1:,} people, the largest {np.bincount(made.people).max():,}"
    )
    with measured("neighbour lists"):
        neighbors = build_neighbors(made.vectors)
    print(f"    recall@10 of {PROBES:,} others: {sampled_recall(neighbors, made.vectors, PROBES):.4f}")
    if options.full:
        compare(made, neighbors, math.acos(options.cosine))
        return
    cuts = {"average": Cut(math.acos(options.cosine), options.beta), "dbscan": Cut(math.acos(options.dbscan_cosine))}
    run(made, neighbors, cuts, rng)


def compare(made: Library, neighbors: Neighbors, angle: float) -> None:
    """Average linkage of the textbook, over all pairs and over the graph, at the same cut."""
    with measured("average linkage of all pairs"):
        labels = of_all_pairs(made, angle)
    report(made, labels)
    n = len(made.people)
    with measured("average linkage over the graph"):
        faces = np.arange(n, dtype=np.int64), made.vectors, np.ones(n, bool)
        labels = cluster(*faces, graph_of(neighbors), Constraints(), "average", Cut(angle))
    report(made, labels)


def of_all_pairs(made: Library, angle: float) -> Labels:
    """Labels by scikit-learn, from 1 - cosine of every pair."""
    from sklearn.cluster import AgglomerativeClustering

    distances = np.clip(1 - made.vectors @ made.vectors.T, 0, 2)
    linkage = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=1 - math.cos(angle)
    )
    labels: Labels = linkage.fit(distances).labels_.astype(np.int64)
    return labels


def run(made: Library, neighbors: Neighbors, cuts: dict[str, Cut], rng: np.random.Generator) -> None:
    """Every algorithm without and with decisions, then new faces."""
    with measured("graph of the lists"):
        graph = graph_of(neighbors, min(math.cos(cut.angle) for cut in cuts.values()))
    crowds = photos(len(made.people), rng)
    known = {"nothing decided": Constraints(), "photo rule": crowds, "5,000 decisions": decided(made, crowds, rng)}
    labels = np.zeros(0, np.int64)
    for algorithm, cut in reversed(cuts.items()):
        for title, constraints in known.items():
            labels = grouped(made, graph, constraints, algorithm, cut, title)
    add(made, neighbors, known["5,000 decisions"], cuts["average"], labels, rng)


def grouped(  # noqa: PLR0913, PLR0917
    made: Library, graph: Graph, constraints: Constraints, algorithm: str, cut: Cut, title: str
) -> Labels:
    """All faces grouped; what that costs and gives is printed."""
    n = len(made.people)
    with measured(f"{algorithm}, {title}"):
        labels = cluster(
            np.arange(n, dtype=np.int64), made.vectors, np.ones(n, bool), graph, constraints, algorithm, cut
        )
    report(made, labels)
    return labels


def add(  # noqa: PLR0913, PLR0917
    made: Library, neighbors: Neighbors, constraints: Constraints, cut: Cut, labels: Labels, rng: np.random.Generator
) -> None:
    """Some faces are taken for new, and join the others."""
    n = len(made.people)
    fresh = np.zeros(n, bool)
    fresh[rng.choice(n, min(NEW, n // 10), replace=False)] = True
    with measured(f"neighbour lists extended by {fresh.sum():,}"):
        neighbors, changed = extend_neighbors(neighbors, made.vectors, fresh)
    with measured(f"{fresh.sum():,} new faces join (average)"):
        graph = graph_of(neighbors, math.cos(cut.angle))
        faces = np.arange(n, dtype=np.int64), made.vectors, np.ones(n, bool)
        joined = join_new(*faces, graph, constraints, "average", cut, np.where(fresh, UNSORTED, labels))
    moved = int((joined != labels)[~fresh].sum())
    print(f"    {changed.sum():,} lists changed; {moved} other faces changed their group")
    report(made, joined)


def report(made: Library, labels: Labels) -> None:
    for name, found in (("BCubed", bcubed(made.people, labels)), ("pairwise", pairwise(made.people, labels))):
        print(f"    {name:8} P {found.precision:.4f} R {found.recall:.4f} F {found.f:.4f}", flush=True)


if __name__ == "__main__":
    main()
