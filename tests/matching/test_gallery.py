from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.matching import gallery
from photoface.matching.gallery import ExactGallery, HnswGallery, nearest
from tests.matching.vectors import random_units

IDS = np.arange(500, dtype=np.int64) * 7


def test_the_nearest_come_first() -> None:
    vectors, probes = random_units(500, 16, 0), random_units(9, 16, 1)
    ids, cosines = ExactGallery(IDS, vectors).search(probes, 5)
    order = np.argsort(-(probes @ vectors.T), axis=1)[:, :5]
    np.testing.assert_array_equal(ids, IDS[order])
    np.testing.assert_allclose(cosines, np.take_along_axis(probes @ vectors.T, order, axis=1), rtol=1e-6)


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, probes = random_units(500, 16, 0), random_units(9, 16, 1)
    whole = ExactGallery(IDS, vectors).search(probes, 5)[0]
    monkeypatch.setattr(gallery, "_BLOCK", 1000)
    np.testing.assert_array_equal(ExactGallery(IDS, vectors).search(probes, 5)[0], whole)


@pytest.mark.parametrize("size", [0, 1, 3])
def test_a_small_gallery_gives_what_it_has(size: int) -> None:
    ids, cosines = ExactGallery(IDS[:size], random_units(size, 4, 0)).search(random_units(2, 4, 1), 10)
    assert ids.shape == cosines.shape == (2, size)


def test_no_probe_no_answer() -> None:
    assert ExactGallery(IDS[:3], random_units(3, 4, 0)).search(random_units(0, 4, 1), 2)[0].shape == (0, 2)


def test_equal_cosines_come_by_position() -> None:
    positions, _ = nearest(np.array([[0.5, 0.9, 0.5, 0.9]], np.float32), 3)
    assert positions.tolist() == [[1, 3, 0]]


def test_hnsw_finds_nearly_all_and_the_same_each_time() -> None:
    vectors, probes = random_units(500, 16, 0), random_units(50, 16, 1)
    exact, _ = ExactGallery(IDS, vectors).search(probes, 10)
    found, cosines = HnswGallery(IDS, vectors).search(probes, 10)
    again, _ = HnswGallery(IDS, vectors).search(probes, 10)
    assert np.mean([len(set(a) & set(b)) for a, b in zip(exact, found, strict=True)]) > 9.5
    assert (np.diff(cosines, axis=1) <= 0).all()
    np.testing.assert_array_equal(found, again)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 1000), st.integers(0, 300), st.integers(1, 12), st.integers(1, 40))
def test_wide_rows_are_searched_like_narrow_ones(seed: int, n: int, k: int, levels: int) -> None:
    # Few levels: many equal cosines, and rows whose part misleads about the whole.
    rng = np.random.default_rng(seed)
    cosines = (rng.integers(0, levels, (7, n)) / levels).astype(np.float32)
    cosines[:, ::3] -= rng.integers(0, 2)
    k = min(k, n)
    positions, values = nearest(cosines, k)
    np.testing.assert_array_equal(values, -np.sort(-cosines, axis=1)[:, :k])
    np.testing.assert_array_equal(np.take_along_axis(cosines, positions, axis=1), values)
    assert all(len(set(row)) == k for row in positions.tolist())
