"""A gallery that stays loaded is never older than the library."""

from contextlib import suppress

import numpy as np
import pytest

from photoface.services.deciding.naming import new_person
from photoface.store.database import LibraryDatabase
from tests.large import made


@pytest.fixture
def library(tmp_path):
    with made(tmp_path / "library", faces=200) as opened:
        yield opened


def test_it_stays_while_nothing_is_written(library):
    assert library.gallery.now() is library.gallery.now()


def test_what_others_write_loads_it_anew(library):
    before = library.gallery.now()
    gone = library.faces.list()[0]
    with LibraryDatabase.create_or_open(library.folder, write=True) as db, db.transaction():
        db.execute("UPDATE file SET missing_since = '2026' WHERE photo_id = ?", [gone.photo_id])
    assert gone.face_id in before.ids
    assert gone.face_id not in library.gallery.now().ids
    assert library.gallery.now() is library.gallery.now()


def test_what_the_library_itself_writes_loads_it_anew(tmp_path):
    with made(tmp_path / "library", write=True, faces=200) as library:
        before = library.gallery.now()
        retired = int(before.ids[0])
        with library.db.transaction():
            library.db.execute("UPDATE face SET retired = 1 WHERE id = ?", [retired])
        assert retired not in library.gallery.now().ids


def test_what_is_taken_back_is_not_kept(tmp_path):
    with made(tmp_path / "library", write=True, faces=200) as library:
        retired = int(library.gallery.now().ids[0])
        with suppress(KeyError), library.db.transaction():
            library.db.execute("UPDATE face SET retired = 1 WHERE id = ?", [retired])
            assert retired not in library.gallery.now().ids
            raise KeyError
        assert retired in library.gallery.now().ids


def test_a_decision_is_seen(tmp_path):
    with made(tmp_path / "library", write=True, faces=200) as library:
        before = library.gallery.now()
        with library.journal.operation("name", "x") as record:
            new_person(record, "A")
        assert library.gallery.now().ids.tolist() == before.ids.tolist()


@pytest.mark.parametrize("share", [0.02, 0.5, 1.0])
def test_search_among_some_is_exact(library, share):
    gallery, rng = library.gallery.now(), np.random.default_rng(0)
    ids, vectors = library.present_vectors()
    among = rng.permutation(ids)[: max(1, int(share * len(ids)))]
    found, cosines = gallery.search(vectors[:3], 5, among)
    k = min(5, len(among))
    for probe, row, near in zip(vectors[:3], found, cosines, strict=True):
        inside = np.isin(ids, among)
        order = np.argsort(-(vectors[inside] @ probe), kind="stable")[:k]
        assert row.tolist() == ids[inside][order].tolist()
        np.testing.assert_allclose(near, (vectors[inside] @ probe)[order], atol=1e-6)


def test_search_among_none_finds_none(library):
    found, cosines = library.gallery.now().search(library.present_vectors()[1][:2], 5, np.empty(0, np.int64))
    assert found.shape == cosines.shape == (2, 0)


def test_search_among_faces_that_are_gone_leaves_them_out(library):
    gallery = library.gallery.now()
    found, _ = gallery.search(library.present_vectors()[1][:1], 5, np.array([int(gallery.ids[3]), 10**9]))
    assert found.tolist() == [[int(gallery.ids[3])]]
