"""Embeddings in d bytes a face: how little is lost, and what is loaded."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from photoface.domain.similarity import unit
from photoface.store.database import LibraryDatabase
from photoface.store.photos import Photos
from photoface.store.vectors import Vectors, pack, unpack
from tests.store.building import add_photo, analysis, face, opened, vector, with_embedding

ENTRIES = st.floats(-1, 1, width=32)
ROWS = arrays.arrays(np.float32, st.tuples(st.integers(1, 5), st.sampled_from([128, 256, 512])), elements=ENTRIES)


@pytest.fixture
def db(tmp_path: Path):
    with opened(tmp_path) as db:
        yield db


@given(ROWS)
def test_any_unit_vector_comes_back_at_a_small_angle(drawn: np.ndarray) -> None:
    rows = unit(drawn)
    rows = rows[np.abs(np.linalg.norm(rows, axis=1) - 1) < 1e-3]
    blobs = pack(rows)
    assert all(len(blob) == rows.shape[1] for blob in blobs)
    if not len(rows):
        return
    back = unpack(blobs)
    assert np.linalg.norm(back, axis=1) == pytest.approx(1, abs=1e-5)
    # Rounding moves each entry by at most half a step of max / 127: the angle is at most sqrt(d) * step / 2.
    bound = np.sqrt(rows.shape[1]) * np.abs(rows).max(axis=1) / 254
    angle = 2 * np.arcsin(np.linalg.norm(back - rows, axis=1) / 2)
    assert (angle <= bound * 1.01 + 1e-4).all()


def test_vectors_like_those_of_faces_lose_less_than_a_hundredth_of_a_radian() -> None:
    rows = unit(np.random.default_rng(0).normal(size=(2000, 128)).astype(np.float32))
    cosines = np.einsum("ij,ij->i", rows, unpack(pack(rows)))
    assert np.arccos(np.clip(cosines, -1, 1)).max() < 0.011


def test_no_faces_and_zero_vectors_are_no_trouble() -> None:
    assert pack(np.empty((0, 128), np.float32)) == []
    assert unpack(pack(np.zeros((1, 128), np.float32))).tolist() == [[0.0] * 128]


def test_a_dlib_face_takes_128_bytes(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    assert db.value("SELECT length(vector) FROM embedding") == 128


def test_one_model_is_loaded_by_rising_face_id(db: LibraryDatabase) -> None:
    ids = [add_photo(db, f"{seed}.jpg", face(seed=seed))[0] for seed in (5, 3, 8)]
    loaded, rows = Vectors(db).load([("m", 1.0)])
    assert loaded.tolist() == sorted(ids)
    assert rows.dtype == np.float32
    assert rows @ vector(3) == pytest.approx([vector(seed) @ vector(3) for seed in (5, 3, 8)], abs=0.01)


def test_joined_rows_are_unit_and_of_faces_that_have_all_parts(db: LibraryDatabase) -> None:
    both = with_embedding(face(100), m=vector(1), n=vector(2, 256))
    one = with_embedding(face(400), m=vector(3))
    first, second = add_photo(db, "a.jpg", both, one)
    ids, rows = Vectors(db).load([("m", np.sqrt(6)), ("n", 1.0)])
    assert ids.tolist() == [first]
    assert rows.shape == (1, 384)
    assert np.linalg.norm(rows[0]) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(rows[0, :128]) == pytest.approx(np.sqrt(6 / 7), abs=1e-5)
    assert Vectors(db).load([("m", 1.0)])[0].tolist() == [first, second]


def test_nothing_to_load(db: LibraryDatabase) -> None:
    ids, rows = Vectors(db).load([("m", 1.0), ("n", 1.0)])
    assert (len(ids), len(rows)) == (0, 0)


def test_a_retired_face_is_not_loaded_until_it_is_found_again(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    photos = Photos(db)
    folder_id = photos.folder(b"/photos").folder_id
    photos.save_analysis(folder_id, analysis(b"/photos/a.jpg"), 1, 2)
    assert len(Vectors(db).load([("m", 1.0)])[0]) == 0
    photos.save_analysis(folder_id, analysis(b"/photos/a.jpg", face()), 1, 2)
    assert len(Vectors(db).load([("m", 1.0)])[0]) == 1
