"""Whose group is it? The person that a human decided its faces to be; of a group without any decided face, the person
that the machine suggests it to be, if any (the table ``suggestion``).

A group with decided faces of several people (which only a contradiction or a decision of just now makes) belongs to
the one with most of them, or to nobody when two have equally many.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among

Vote = tuple[int, int | None, int]

_VOTES = """
SELECT membership.cluster_id, verdict.person_id, count(*) FROM {source} ON verdict.face_id = membership.face_id
WHERE {near} GROUP BY +membership.cluster_id, +verdict.person_id
"""

_OF = """
SELECT DISTINCT membership.cluster_id FROM verdict CROSS JOIN membership ON membership.face_id = verdict.face_id
WHERE {verdict} UNION SELECT cluster_id FROM suggestion WHERE {suggestion}
"""


def groups_of(db: LibraryDatabase, person_ids: Iterable[int]) -> list[int]:
    """Groups with faces decided to be one of these people, and those suggested to be."""
    wanted = tuple(person_ids)
    verdict, values = among("verdict.person_id", wanted)
    suggestion, more = among("suggestion.person_id", wanted)
    rows = db.rows(_OF.format(verdict=verdict, suggestion=suggestion), values + more)
    return [cluster_id for (cluster_id,) in rows]


def owners(db: LibraryDatabase, cluster_ids: Iterable[int] | None = None) -> dict[int, int]:
    """Cluster id -> person id of these groups, or of all, that have an owner."""
    return owners_by(db, votes(db, cluster_ids), cluster_ids)


def owners_by(db: LibraryDatabase, votes: Sequence[Vote], cluster_ids: Iterable[int] | None = None) -> dict[int, int]:
    """The same, given the votes. A decision of just now counts more than a guess of before."""
    which, values = among("cluster_id", cluster_ids)
    guessed: dict[int, int] = dict(db.rows(f"SELECT cluster_id, person_id FROM suggestion WHERE {which}", values))
    decided = {cluster for cluster, person, _ in votes if person is not None}
    return {cluster: person for cluster, person in guessed.items() if cluster not in decided} | winners(votes)


def votes(db: LibraryDatabase, cluster_ids: Iterable[int] | None = None) -> list[Vote]:
    """How many faces of a group were decided to be somebody, or (None) were set aside: (cluster id, person id, n)."""
    near, values = among("membership.cluster_id", cluster_ids)
    # All of them: faces in the order of both tables, which are then read once from front to back.
    whole, part = "verdict NOT INDEXED CROSS JOIN membership", "membership CROSS JOIN verdict"
    return db.rows(_VOTES.format(near=near, source=whole if cluster_ids is None else part), values)


def winners(votes: Iterable[Vote]) -> dict[int, int]:
    """Cluster id -> the person with most votes, where nobody else has as many."""
    most: dict[int, int] = {}
    found: dict[int, int | None] = {}
    for cluster, person, count in votes:
        if person is not None and count >= most.get(cluster, 0):
            found[cluster] = person if count > most.get(cluster, 0) else None
            most[cluster] = count
    return {cluster: person for cluster, person in found.items() if person is not None}


def guess(
    face_id: int, cluster_id: int | None, owners: Mapping[int, int], rejections: Collection[tuple[int, int]]
) -> int | None:
    """Whom an undecided face is suggested to be: the owner of its group, unless it was rejected from that person."""
    owner = None if cluster_id is None else owners.get(cluster_id)
    return None if owner is None or (face_id, owner) in rejections else owner
