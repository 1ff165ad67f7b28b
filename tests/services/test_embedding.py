"""The embedding of a library: what it is made of, and under which name its neighbours are kept."""

import numpy as np
import pytest

from photoface.services.packs.embedding import Embedding, embedding_of
from photoface.vision.catalog import load_catalog


def test_neighbours_of_other_weights_are_not_taken_for_these():
    one = Embedding("joined", "d", (("a", 1.5), ("b", 1.0)), None)
    other = Embedding("joined", "d", (("a", 2.0), ("b", 1.0)), None)
    assert one.key == "1.5*a+b" != other.key
    assert Embedding("a", "d", (("a", 1.0),), None).key == "a"


def test_joining_weighs_the_parts():
    joined = Embedding("joined", "d", (("a", 2.0), ("b", 1.0)), None).joined(
        {"a": np.array([1, 0], np.float32), "b": np.array([0, 1], np.float32)}
    )
    np.testing.assert_allclose(joined, np.array([2, 0, 0, 1]) / 5**0.5, atol=1e-6)


@pytest.mark.parametrize("name", ["basic", "standard", "best"])
def test_every_pack_can_group_and_compare(name):
    catalog = load_catalog()
    embedding = embedding_of(catalog.pack(name), catalog)
    for algorithm in ("average", "dbscan"):
        strict, loose = (embedding.cut(algorithm, wrong).angle for wrong in (0.001, 0.1))
        assert 0 < strict < loose < np.pi / 2
    assert embedding.points.false_match_rate(0.1) < embedding.points.false_match_rate(1.3)


def test_more_faces_are_cut_more_strictly_for_the_same_share():
    catalog = load_catalog()
    embedding = embedding_of(catalog.pack("standard"), catalog)
    few, as_measured, many = (embedding.cut("average", 0.01, faces).angle for faces in (500, 4675, 20_000))
    assert few > as_measured > many
    assert as_measured == embedding.cut("average", 0.01).angle
