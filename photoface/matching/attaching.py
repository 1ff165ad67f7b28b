"""Nodes that found nothing find their cluster: poor faces are assigned, but never hold others together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoface.matching.arrays import Ids
from photoface.matching.constraint_state import ConstraintState

Offer = tuple[float, int, int]
"""(minus how near, guest, cluster): sorted, the nearest comes first."""


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
