"""The made-up library of the benchmarks is the same for everybody, and has what real ones have."""

import numpy as np
import pytest

from benchmarks.made_library import make
from photoface.domain.people import FaceState
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog


def _seen(folder):
    with LibraryDatabase.create_or_open(folder, write=False) as db:
        library = Library(db, load_catalog())
        ids, vectors = library.vectors.load(library.embedding().parts)
        return library.faces.list(), library.people.list(), ids.tolist(), vectors.tobytes(), db.problems()


def test_the_same_arguments_make_the_same_faces(tmp_path):
    for name in ("a", "b"):
        make(tmp_path / name, 300, 300, 20)
    one, other = _seen(tmp_path / "a"), _seen(tmp_path / "b")
    assert one[0] == other[0]
    assert one[2:] == other[2:]
    assert one[4] == []


@pytest.mark.parametrize("pack", ["basic", "best"])
def test_it_has_people_groups_and_decisions(tmp_path, pack):
    make(tmp_path / "made", 1000, 1000, 50, pack)
    faces, people, ids, _, _ = _seen(tmp_path / "made")
    assert len(ids) == 1000
    assert len(people) == 50
    assert {face.state for face in faces} == set(FaceState)
    truth = np.load(tmp_path / "made" / "truth.npz")
    assert sorted(truth["face_ids"].tolist()) == ids
    of = dict(zip(truth["face_ids"].tolist(), truth["people"].tolist(), strict=True))
    named = [face for face in faces if face.person_id and face.state.decided]
    assert all(len({of[face.face_id] for face in named if face.person_id == one.person_id}) <= 1 for one in people)


def test_a_library_is_never_made_over(tmp_path):
    make(tmp_path / "made", 60, 60, 2)
    with pytest.raises(FileExistsError, match="holds a library already"):
        make(tmp_path / "made", 60, 60, 2)
