"""Random libraries: faces, decisions about them, and where to cut."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from photoface.domain.ledger import Constraints, Mark
from photoface.domain.similarity import CrowdCut, Cut
from photoface.matching.neighbor_graph import Graph, build_graph
from tests.matching.vectors import people


@dataclass(frozen=True, eq=False)
class Library:
    """ids int64 [n] in no order, vectors [n, d], founding bool [n]."""

    ids: NDArray[np.int64]
    vectors: NDArray[np.float32]
    founding: NDArray[np.bool_]
    constraints: Constraints
    cut: Cut
    k: int

    @property
    def graph(self) -> Graph:
        return build_graph(self.vectors, self.k)

    def taken(self, order: NDArray[np.int64]) -> Library:
        return Library(self.ids[order], self.vectors[order], self.founding[order], self.constraints, self.cut, self.k)


def decisions(faces: list[int]) -> st.SearchStrategy[Constraints]:
    """Any decisions about the faces: photos, people, rejections, groups kept together or apart."""
    face = st.sampled_from(faces)
    pairs = st.lists(st.tuples(face, st.integers(0, 6)), max_size=12)
    groups = st.lists(st.lists(face, min_size=1, max_size=4, unique=True), max_size=4)
    apart = st.lists(
        st.tuples(st.sets(face, min_size=1, max_size=3), st.sets(face, min_size=1, max_size=3)), max_size=3
    )
    return st.builds(_constraints, groups, pairs, pairs, pairs, apart)


def _constraints(
    groups: list[list[int]],
    owners: list[tuple[int, int]],
    photos: list[tuple[int, int]],
    rejected: list[tuple[int, int]],
    apart: list[tuple[set[int], set[int]]],
) -> Constraints:
    marks: dict[int, set[Mark]] = {}
    bans: dict[int, set[Mark]] = {}
    for face, photo in photos:
        marks.setdefault(face, set()).add(("photo", photo))
        bans.setdefault(face, set()).add(("photo", photo))
    for face, person in rejected:
        bans.setdefault(face, set()).add(("person", person))
    for i, sides in enumerate(apart):
        for own, other in ((0, 1), (1, 0)):
            for face in sides[own] - sides[other]:
                marks.setdefault(face, set()).add(("different", 2 * i + own))
                bans.setdefault(face, set()).add(("different", 2 * i + other))
    return Constraints(tuple(map(tuple, groups)), dict(owners), _frozen(marks), _frozen(bans))


def _frozen(table: dict[int, set[Mark]]) -> dict[int, frozenset[Mark]]:
    return {face: frozenset(marks) for face, marks in table.items()}


@st.composite
def libraries(draw: st.DrawFn, decided: bool = True) -> Library:
    """Up to 40 faces of up to 8 people."""
    n = draw(st.integers(2, 40))
    seed = draw(st.integers(0, 10_000))
    vectors, _ = people(n, draw(st.integers(1, 8)), seed, spread=draw(st.sampled_from([0.3, 0.8, 1.5])))
    rng = np.random.default_rng(seed)
    ids = rng.permutation(n).astype(np.int64) * 2 + 10
    founding = rng.random(n) >= draw(st.sampled_from([0.0, 0.2, 1.0]))
    constraints = draw(decisions(ids.tolist())) if decided else Constraints()
    angle = draw(st.floats(0.05, 1.7))
    crowd = draw(st.none() | st.builds(CrowdCut, st.floats(angle, 1.8), st.floats(0, 1), st.floats(-0.2, 0.9)))
    cut = Cut(angle, draw(st.sampled_from([0.0, 0.1])), crowd)
    return Library(ids, vectors, founding, constraints, cut, draw(st.sampled_from([3, n])))


def forbidden(constraints: Constraints, a: int, b: int) -> bool:
    """Whether decisions keep two faces apart; written down once more, plainly, to judge the product by."""
    owner = constraints.owner
    if a in owner and b in owner and owner[a] != owner[b]:
        return True
    return any(_carried(constraints, x) & constraints.bans.get(y, frozenset()) for x, y in ((a, b), (b, a)))


def _carried(constraints: Constraints, face: int) -> frozenset[Mark]:
    own = {("person", constraints.owner[face])} if face in constraints.owner else set()
    return constraints.marks.get(face, frozenset()) | own
