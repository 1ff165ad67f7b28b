"""Groups of faces, as guessed: clusters, who is in them, and those that nobody has named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import NotFound
from photoface.domain.people import Group
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.faces import OWNERS
from photoface.store.fragments import present
from photoface.store.journal import Recorder

Ids = NDArray[np.int64]


class Groups:
    """Clusters and memberships. A cluster id is never a person's id, and never given twice."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def memberships(self) -> tuple[Ids, Ids]:
        """Face ids [n], rising, and the cluster id [n] of each; faces in no group are left out."""
        rows = self._db.rows("SELECT face_id, cluster_id FROM membership ORDER BY face_id")
        pairs = np.array(rows, np.int64).reshape(-1, 2)
        return pairs[:, 0].copy(), pairs[:, 1].copy()

    def cluster_of(self, face_id: int) -> int | None:
        """The cluster of a face."""
        found: int | None = self._db.value("SELECT cluster_id FROM membership WHERE face_id = ?", [face_id])
        return found

    def members(self, cluster_id: int) -> list[int]:
        """Face ids of a cluster, present or not."""
        rows = self._db.rows("SELECT face_id FROM membership WHERE cluster_id = ? ORDER BY face_id", [cluster_id])
        return [face_id for (face_id,) in rows]

    def new_clusters(self, count: int, recorder: Recorder | None = None) -> list[int]:
        """Ids of so many new clusters, still empty; part of the journal if a recorder is given."""
        if recorder is not None:
            return [int(recorder.put("cluster", {"created_at": now()})["id"]) for _ in range(count)]
        with self._db.atomic():
            sql = "INSERT INTO cluster (created_at) VALUES (?)"
            return [int(self._db.execute(sql, [now()]).lastrowid or 0) for _ in range(count)]

    def move(self, changes: Mapping[int, int | None], recorder: Recorder | None = None) -> None:
        """Put faces into clusters (None: into none); clusters that this empties go, and their ids with them."""
        if recorder is None:
            with self._db.atomic():
                self._move(changes, Recorder(self._db))
        else:
            self._move(changes, recorder)

    def get(self, cluster_id: int) -> Group:
        """A cluster that nobody has named. Raises NotFound."""
        found = self._groups("AND membership.cluster_id = ?", [cluster_id], 1)
        if not found:
            raise NotFound(f"There is no unnamed group {cluster_id} in the library.")
        return found[0]

    def unnamed(self, *, at_least: int = 1) -> list[Group]:
        """Groups that nobody has named, largest first; sizes count present faces without a verdict."""
        return self._groups("", [], at_least)

    def _groups(self, near: str, values: Sequence[int], at_least: int) -> list[Group]:
        sql = f"""
            WITH {OWNERS}
            SELECT membership.cluster_id, count(*) AS faces, count(DISTINCT face.photo_id), face.id, max(face.quality)
            FROM membership JOIN face ON face.id = membership.face_id
            WHERE NOT EXISTS (SELECT 1 FROM verdict WHERE verdict.face_id = face.id) AND face.retired = 0
            AND membership.cluster_id NOT IN (SELECT cluster_id FROM owner) AND {present("face.photo_id")} {near}
            GROUP BY membership.cluster_id HAVING count(*) >= ? ORDER BY faces DESC, membership.cluster_id"""
        return [Group(*row[:4]) for row in self._db.rows(sql, [*values, at_least])]

    def _move(self, changes: Mapping[int, int | None], recorder: Recorder) -> None:
        left = self._clusters_of(list(changes))
        recorder.put_many(
            "membership",
            [{"face_id": face, "cluster_id": cluster} for face, cluster in changes.items() if cluster is not None],
        )
        recorder.drop_many("membership", [{"face_id": face} for face, cluster in changes.items() if cluster is None])
        recorder.drop_many("cluster", [{"id": cluster} for cluster in self._empty(left)])

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
