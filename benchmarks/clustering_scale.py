"""What grouping a large made-up library costs, in CPU seconds, and how good it is.

    python benchmarks/clustering_scale.py 100000 --cosine 0.36 --beta 0.05

The cut is given as a cosine: made-up faces have no operating points. Half of the faces lie in photos of three people at
random; decisions: 3,000 faces confirmed, 1,500 rejected, 500 pairs called different.
"""

from __future__ import annotations

import argparse
import math
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from benchmarks.synthetic import Library, library
from photoface.domain.ledger import Constraints, Mark
from photoface.domain.similarity import Cut
from photoface.matching.clustering import UNSORTED, cluster
from photoface.matching.gallery import ExactGallery
from photoface.matching.joining import join_new
from photoface.matching.measures import bcubed
from photoface.matching.neighbor_graph import Neighbors, build_neighbors, extend_neighbors, graph_of

Marks = dict[int, frozenset[Mark]]
PROBES = 500
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


def recall(made: Library, neighbors: Neighbors, rng: np.random.Generator, k: int = 10) -> float:
    """The share of the true k nearest that the lists hold, over some faces."""
    probes = rng.choice(len(made.vectors), PROBES, replace=False)
    everyone = np.arange(len(made.vectors), dtype=np.int64)
    exact, _ = ExactGallery(everyone, made.vectors).search(made.vectors[probes], k + 1)
    pairs = zip(probes.tolist(), exact.tolist(), neighbors.positions[probes, :k].tolist(), strict=True)
    return float(
        np.mean([len(set([i for i in true if i != probe][:k]) & set(found)) / k for probe, true, found in pairs])
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("faces", type=int)
    parser.add_argument("--dims", type=int, default=128)
    parser.add_argument("--cosine", type=float, default=0.36)
    parser.add_argument("--beta", type=float, default=0.05)
    parser.add_argument("--dbscan-cosine", type=float, default=0.56)
    options = parser.parse_args()
    made, rng = library(options.faces, options.dims), np.random.default_rng(0)
    print(
        f"{options.faces:,} faces of {made.people.max() + 1:,} people, the largest {np.bincount(made.people).max():,}"
    )
    with measured("neighbour lists"):
        neighbors = build_neighbors(made.vectors)
    print(f"recall@10 {recall(made, neighbors, rng):.4f}")
    cuts = {"average": Cut(math.acos(options.cosine), options.beta), "dbscan": Cut(math.acos(options.dbscan_cosine))}
    run(made, neighbors, cuts, rng)


def run(made: Library, neighbors: Neighbors, cuts: dict[str, Cut], rng: np.random.Generator) -> None:
    """Every algorithm without and with decisions, then new faces."""
    n = len(made.people)
    faces = np.arange(n, dtype=np.int64), made.vectors, np.ones(n, bool)
    with measured("graph of the lists"):
        graph = graph_of(neighbors)
    crowds = photos(n, rng)
    known = {"nothing decided": Constraints(), "photo rule": crowds, "5,000 decisions": decided(made, crowds, rng)}
    labels = np.zeros(n, np.int64)
    for algorithm, cut in reversed(cuts.items()):
        for title, constraints in known.items():
            with measured(f"{algorithm}, {title}"):
                labels = cluster(*faces, graph, constraints, algorithm, cut)
            report(made, labels)
    fresh = np.zeros(n, bool)
    fresh[rng.choice(n, NEW, replace=False)] = True
    with measured(f"neighbour lists extended by {NEW:,}"):
        neighbors, _ = extend_neighbors(neighbors, made.vectors, fresh)
    with measured(f"{NEW:,} new faces join (average)"):
        constraints = known["5,000 decisions"]
        old = np.where(fresh, UNSORTED, labels)
        joined = join_new(*faces, graph_of(neighbors), constraints, "average", cuts["average"], old)
    report(made, joined)


def report(made: Library, labels: np.ndarray) -> None:
    found = bcubed(made.people, labels)
    print(f"    BCubed P {found.precision:.4f} R {found.recall:.4f} F {found.f:.4f}", flush=True)


if __name__ == "__main__":
    main()
