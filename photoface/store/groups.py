"""Groups of faces, as guessed: clusters, who is in them, and those that nobody has named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from photoface.domain.errors import NotFound
from photoface.domain.people import Group
from photoface.store import neighbors
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.fragments import among
from photoface.store.neighbors import NeighborLists
from photoface.store.owners import owners
from photoface.store.recorder import Recorder
from photoface.store.tallies import largest_first, tallies


class Groups:
    """Clusters and memberships. A cluster id is never a person's id, and never given twice."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def memberships(self) -> dict[int, int]:
        """Face id -> cluster id, for all faces that are in a group."""
        return dict(self._db.rows("SELECT face_id, cluster_id FROM membership ORDER BY face_id"))

    def groups_of(self, face_ids: Sequence[int]) -> dict[int, int]:
        """Face id -> cluster id, for those of these faces that are in a group."""
        which, values = among("face_id", face_ids)
        return dict(self._db.rows(f"SELECT face_id, cluster_id FROM membership WHERE {which}", values))

    def members(self, cluster_id: int) -> list[int]:
        """Face ids of a group, present or not."""
        rows = self._db.rows("SELECT face_id FROM membership WHERE cluster_id = ? ORDER BY face_id", [cluster_id])
        return [face_id for (face_id,) in rows]

    def exists(self, cluster_id: int) -> bool:
        """True if any face is in that group."""
        return self._db.row("SELECT 1 FROM membership WHERE cluster_id = ?", [cluster_id]) is not None

    def waiting(self, quality: float) -> bool:
        """True if a face of this quality or better is in no group, though nobody set it aside."""
        sql = (
            "SELECT EXISTS (SELECT 1 FROM face WHERE retired = 0 AND quality >= ? "
            "AND NOT EXISTS (SELECT 1 FROM membership WHERE membership.face_id = face.id) "
            "AND NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.face_id = face.id AND verdict.person_id IS NULL))"
        )
        return bool(self._db.value(sql, [quality]))

    def count(self) -> int:
        """How many groups hold a face."""
        return int(self._db.value("SELECT count(DISTINCT cluster_id) FROM membership"))

    def sizes(self) -> list[int]:
        """How many faces each group has."""
        return [size for (size,) in self._db.rows("SELECT count(*) FROM membership GROUP BY cluster_id")]

    def owners(self, cluster_id: int | None) -> set[int]:
        """Ids of the people that humans decided faces of this group to be."""
        rows = self._db.rows(
            "SELECT DISTINCT person_id FROM membership CROSS JOIN verdict ON verdict.face_id = membership.face_id "
            "WHERE cluster_id = ? AND person_id IS NOT NULL",
            [cluster_id],
        )
        return {person_id for (person_id,) in rows}

    def home_of(self, person_id: int) -> int | None:
        """The group with most of a person's decided faces."""
        found: int | None = self._db.value(
            "SELECT cluster_id FROM verdict CROSS JOIN membership ON membership.face_id = verdict.face_id "
            "WHERE person_id = ? GROUP BY cluster_id ORDER BY count(*) DESC, cluster_id LIMIT 1",
            [person_id],
        )
        return found

    def new(self, count: int, recorder: Recorder | None = None) -> list[int]:
        """Ids of so many new groups, still empty; part of an operation if its recorder is given."""
        if recorder is not None:
            return [int(recorder.put("cluster", {"created_at": now()})["id"]) for _ in range(count)]
        with self._db.atomic():
            sql = "INSERT INTO cluster (created_at) VALUES (?)"
            return [int(self._db.execute(sql, [now()]).lastrowid or 0) for _ in range(count)]

    def place(self, changes: Mapping[int, int | None], recorder: Recorder | None = None) -> None:
        """Put faces into groups (None: into none); groups that this empties go, and their ids with them.

        Part of an operation if its recorder is given, else without a trace in the history.
        """
        with self._db.atomic():
            left = self._clusters_of(list(changes))
            if recorder is not None:
                self._place_recorded(changes, recorder)
                recorder.drop_many("cluster", [{"id": cluster} for cluster in self._empty(left)])
            else:
                self._place(changes)
                self._db.execute_many("DELETE FROM cluster WHERE id = ?", ((each,) for each in self._empty(left)))

    def neighbors(self, model: str) -> NeighborLists:
        """The stored neighbours under one embedder, by face id."""
        return neighbors.load(self._db, model)

    def save_neighbors(self, model: str, lists: NeighborLists) -> None:
        """Replace the neighbours of these faces."""
        with self._db.atomic():
            neighbors.save(self._db, model, lists)

    def forget_neighbors(self, model: str | None = None) -> None:
        """Drop the neighbours under one embedder, or all: they are found again by search."""
        self._db.execute("DELETE FROM neighbors WHERE ?1 IS NULL OR model = ?1", [model])

    def get(self, cluster_id: int) -> Group:
        """A cluster that nobody has named. Raises NotFound."""
        found = self._unnamed([cluster_id])
        if not found:
            raise NotFound(f"There is no unnamed group {cluster_id} in the library.")
        return found[0]

    def by_ids(self, cluster_ids: Sequence[int]) -> list[Group]:
        """Those of these groups that nobody has named, in the given order, each once."""
        found = {group.cluster_id: group for group in self._unnamed(cluster_ids)}
        return [found[cluster_id] for cluster_id in dict.fromkeys(cluster_ids) if cluster_id in found]

    def unnamed(self, *, at_least: int = 1) -> list[Group]:
        """Groups that nobody has named, largest first; sizes count present faces without a verdict."""
        return [group for group in self._unnamed(None) if group.faces >= at_least]

    def _unnamed(self, cluster_ids: Sequence[int] | None) -> list[Group]:
        with self._db.consistent():
            return largest_first(tallies(self._db, cluster_ids), owners(self._db, cluster_ids))

    def _place(self, changes: Mapping[int, int | None]) -> None:
        self._db.execute_many(
            "INSERT INTO membership (face_id, cluster_id) VALUES (?, ?) "
            "ON CONFLICT (face_id) DO UPDATE SET cluster_id = excluded.cluster_id",
            ((face, cluster) for face, cluster in changes.items() if cluster is not None),
        )
        self._db.execute_many(
            "DELETE FROM membership WHERE face_id = ?",
            ((face,) for face, cluster in changes.items() if cluster is None),
        )

    def _place_recorded(self, changes: Mapping[int, int | None], recorder: Recorder) -> None:
        rows = [{"face_id": face, "cluster_id": cluster} for face, cluster in changes.items()]
        recorder.put_many("membership", [row for row in rows if row["cluster_id"] is not None])
        recorder.drop_many("membership", [row for row in rows if row["cluster_id"] is None])

    def _clusters_of(self, face_ids: Sequence[int]) -> list[int]:
        rows = self._db.rows(
            "SELECT DISTINCT cluster_id FROM membership WHERE face_id IN (SELECT value FROM json_each(?))",
            [str([int(face_id) for face_id in face_ids])],
        )
        return [cluster_id for (cluster_id,) in rows]

    def _empty(self, cluster_ids: Sequence[int]) -> list[int]:
        rows = self._db.rows(
            "SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM membership WHERE cluster_id = value)",
            [str(cluster_ids)],
        )
        return [cluster_id for (cluster_id,) in rows]
