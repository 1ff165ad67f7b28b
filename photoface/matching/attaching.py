"""Nodes that found nothing find their cluster: poor faces are assigned, but never hold others together."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import Cut
from photoface.matching.arrays import Ids
from photoface.matching.average_linkage import scores
from photoface.matching.constraint_state import ConstraintState
from photoface.matching.nodes import Nodes

Offer = tuple[float, int, int]
"""(minus how near, guest, cluster): sorted, the nearest comes first."""


def offers_by_average(nodes: Nodes, guests: Ids, clusters: Ids, cut: Cut) -> list[Offer]:
    """Pairs of a guest and a cluster, judged by the average cosine as a linkage would; those beyond the cut fall out.

    guests, clusters: int64 [m], both numbers of ``nodes``.
    """
    found = scores(nodes.averages(guests, clusters), nodes.counts[guests], nodes.counts[clusters], cut.beta)
    good = found >= math.cos(cut.angle)
    return offers(found[good], guests[good], clusters[good])


def offers(nearness: NDArray[np.floating], guests: Ids, clusters: Ids) -> list[Offer]:
    """Pairs of a guest and a cluster, nearest first."""
    return sorted(zip((-nearness).tolist(), guests.tolist(), clusters.tolist(), strict=True))


def attach(best_first: list[Offer], state: ConstraintState) -> dict[int, int]:
    """Guest -> cluster: the best offer counts, unless a decision forbids somebody who is there already.

    state: of guests and clusters, merged as the guests move in.
    """
    housed: dict[int, int] = {}
    for _, guest, cluster in best_first:
        if guest not in housed and not state.blocked(guest, cluster):
            state.merge(guest, cluster, cluster)
            housed[guest] = cluster
    return housed
