"""What there is to decide in each group: its present faces that no human decided on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from photoface.domain.people import Group
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among, present

# All groups: faces in the order of the tables, each of which is then read once from front to back, and sorted into
# groups; in the order of the groups every face would be searched for, which takes twice as long.
_OPEN = f"""
FROM membership {{order}} LEFT JOIN verdict ON verdict.face_id = membership.face_id
CROSS JOIN face ON face.id = membership.face_id
WHERE {{near}} AND verdict.face_id IS NULL AND face.retired = 0 AND {present("face.photo_id")}
"""


def tallies(db: LibraryDatabase, cluster_ids: Iterable[int] | None = None) -> dict[int, Group]:
    """Cluster id -> its undecided faces, for these groups or all; groups without any are left out."""
    sql = "SELECT membership.cluster_id, count(*), count(DISTINCT face.photo_id), face.id, max(face.quality)"
    return {row[0]: Group(*row[:4]) for row in _grouped(db, sql, cluster_ids)}


def sizes(db: LibraryDatabase, cluster_ids: Iterable[int]) -> dict[int, int]:
    """Cluster id -> how many undecided faces it has; of all groups: census.py."""
    return {row[0]: row[1] for row in _grouped(db, "SELECT membership.cluster_id, count(*)", cluster_ids)}


def refused(db: LibraryDatabase, cluster_ids: Iterable[int] | None = None) -> Counter[tuple[int, int]]:
    """(cluster id, person id) -> how many of those faces are rejected from that person."""
    near, values = among("membership.cluster_id", cluster_ids)
    first, second = ("rejection", "membership") if cluster_ids is None else ("membership", "rejection")
    found = db.rows(
        "SELECT membership.cluster_id, rejection.person_id, count(*) "
        f"FROM {first} CROSS JOIN {second} ON membership.face_id = rejection.face_id "
        "LEFT JOIN verdict ON verdict.face_id = membership.face_id CROSS JOIN face ON face.id = membership.face_id "
        f"WHERE {near} AND verdict.face_id IS NULL AND face.retired = 0 AND {present('face.photo_id')} GROUP BY 1, 2",
        values,
    )
    return Counter({(cluster, person): count for cluster, person, count in found})


def suggested(owners: Mapping[int, int], sizes: Mapping[int, int], refused: Counter[tuple[int, int]]) -> Counter[int]:
    """Person id -> how many faces are suggested: the undecided ones of their groups, without those rejected."""
    found = Counter[int]()
    for cluster, person in owners.items():
        found[person] += sizes.get(cluster, 0) - refused[cluster, person]
    return found


def largest_first(tallies: Mapping[int, Group], owners: Mapping[int, int]) -> list[Group]:
    """The groups that nobody owns, by size, then by number."""
    unnamed = (group for cluster, group in tallies.items() if cluster not in owners)
    return sorted(unnamed, key=lambda group: (-group.faces, group.cluster_id))


def _grouped(db: LibraryDatabase, columns: str, cluster_ids: Iterable[int] | None) -> list[tuple[int, ...]]:
    near, values = among("membership.cluster_id", cluster_ids)
    source = _OPEN.format(order="NOT INDEXED" if cluster_ids is None else "", near=near)
    return db.rows(f"{columns} {source} GROUP BY +membership.cluster_id", values)
