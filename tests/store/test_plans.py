"""A question about one thing never walks through the whole library: what SQLite plans to do, not how long it takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from photoface.domain.faces import PhotoKnown
from photoface.store import face_ids
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.ledger import Ledger
from photoface.store.people import People
from photoface.store.photos import Photos
from tests.store.building import add_faces, analysis, decide, face, opened

LARGE = "photo|file|analysis|face|embedding|neighbors|membership|verdict|rejection|change"

NARROW: dict[str, Callable[[LibraryDatabase], object]] = {
    "a face": lambda db: Faces(db).get(1),
    "faces of a group": lambda db: Faces(db).list(cluster_id=1),
    "faces of a person": lambda db: Faces(db).list(person_id=1),
    "faces of a photo": lambda db: Faces(db).list(photo_id=1),
    "a person": lambda db: People(db).get(1),
    "people by id": lambda db: People(db).by_ids([1]),
    "groups by id": lambda db: Groups(db).by_ids([2]),
    "faces decided, in order": lambda db: face_ids.decided(db, 1, face_ids.FaceOrder.DATE),
    "faces suggested, in order": lambda db: face_ids.suggested(db, 1, face_ids.FaceOrder.DATE),
    "faces of a group, in order": lambda db: face_ids.of_group(db, 1, face_ids.FaceOrder.QUALITY),
    "undecided faces of a group": lambda db: face_ids.undecided_of_group(db, 1),
    "faces decided": lambda db: People(db).faces_of(1),
    "a group": lambda db: Groups(db).get(2),
    "owners": lambda db: Groups(db).owners(1),
    "home": lambda db: Groups(db).home_of(1),
    "members": lambda db: Groups(db).members(1),
    "photos of a person": lambda db: Photos(db).list(person_id=1),
    "photos by id": lambda db: Photos(db).list(photo_ids=[1, 2]),
    "photos of a folder": lambda db: Photos(db).list(folder=b"/photos"),
    "a path": lambda db: Photos(db).id_of_path(b"/photos/p1.jpg"),
    "paths of a folder": lambda db: Photos(db).files_under(b"/photos"),
    "together": lambda db: Photos(db).shared(1, 2),
    "rejections": lambda db: Ledger(db).rejected_from(1),
    "a link": lambda db: Photos(db).link_file(
        1, PhotoKnown(b"/photos/x.jpg", analysis(b"/photos/p1.jpg").identity), 1, 2
    ),
    "an analysis": lambda db: Photos(db).save_analysis(1, analysis(b"/photos/p1.jpg", face()), 1, 2),
    "waiting": lambda db: Photos(db).waiting(10, 5),
    "found": lambda db: Photos(db).note_found(1, [(b"/photos/p9.jpg", 1, 2)]),
    "gone": lambda db: Photos(db).mark_missing([b"/photos/p1.jpg"]),
    "a decision": lambda db: decide(db, "B", [2]),
    "an undo": lambda db: Journal(db).undo(),
    "a blocker": lambda db: Journal(db).blocker(1),
    "moving": lambda db: Groups(db).place({3: None}),
    "neighbours": lambda db: Groups(db).save_neighbors(
        "m", (np.array([1]), np.array([1]), np.array([2]), np.array([0.1], np.float32))
    ),
}


@pytest.mark.parametrize("question", NARROW)
def test_narrow_questions_search(tmp_path: Path, question: str) -> None:
    with opened(tmp_path) as db:
        faces = add_faces(db, 6)
        one, other = Groups(db).new(2)
        Groups(db).place(dict.fromkeys(faces[:3], one) | dict.fromkeys(faces[3:], other))
        decide(db, "A", faces[:1])
        asked: list[str] = []
        db.connection.set_trace_callback(asked.append)
        NARROW[question](db)
        db.connection.set_trace_callback(None)
        assert asked
        for sql in asked:
            assert _walked(db, sql) == [], sql


def _walked(db: LibraryDatabase, sql: str) -> list[str]:
    if not re.match(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE)", sql):
        return []
    try:
        plan = [row[3] for row in db.connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    except Exception:  # a bound blob is no text to plan again
        return []
    return [line for line in plan if re.fullmatch(rf"SCAN ({LARGE})( .*)?", line)]
