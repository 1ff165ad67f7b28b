from __future__ import annotations

import logging
from typing import Any

import numpy as np
import pytest

from photoface.domain.similarity import unit
from photoface.matching import approximate_search
from photoface.matching.approximate_search import approximate_neighbors, coherent_order, sampled_recall
from photoface.matching.arrays import Cosines, Ids, Vectors
from photoface.matching.exact_search import exact_neighbors
from photoface.matching.gallery import ExactGallery
from tests.matching.vectors import people, random_units


class BlindGallery:
    """Finds what is nearest among a part of the faces only; asked more widely it sees more."""

    sees = 0.02

    def __init__(self, ids: Ids, vectors: Vectors, *_: Any) -> None:
        self._ids, self._vectors = ids, vectors

    def search(self, probes: Vectors, k: int, width: int) -> tuple[Ids, Cosines]:
        seen = max(k, round(self.sees * len(self._ids)))
        return ExactGallery(self._ids[:seen], self._vectors[:seen]).search(probes, k)


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.levelno == logging.INFO]


def steps(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [line.split(": ")[0].split(" by ")[-1] for line in said(caplog)]


ALONE, LONELIEST, WIDER = "hnswlib", "hnswlib, and all cosines of the loneliest", "hnswlib, searched wider"


def test_what_hnswlib_finds_is_checked_and_told(caplog: pytest.LogCaptureFixture) -> None:
    vectors, _ = people(2000, 150, 0)
    with caplog.at_level(logging.INFO):
        lists = approximate_neighbors(vectors, 20)
    assert sampled_recall(lists, vectors, 2000) >= 0.95
    (told,) = said(caplog)
    assert "2000 faces by hnswlib: recall@10" in told


def test_lonely_faces_are_searched_exactly(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The gallery knows the crowds only: faces of nobody else are found by nobody."""
    crowds, _ = people(1500, 20, 0, d=24, spread=0.3)
    vectors = np.concatenate([crowds, random_units(200, 24, 5)])
    monkeypatch.setattr(approximate_search, "HnswGallery", BlindGallery)
    monkeypatch.setattr(BlindGallery, "sees", 0.9)
    monkeypatch.setattr(approximate_search, "coherent_order", lambda vectors: np.arange(len(vectors)))
    monkeypatch.setattr(approximate_search, "RECALL", 0.99)
    with caplog.at_level(logging.INFO):
        lists, exact = approximate_neighbors(vectors, 10), exact_neighbors(vectors, 10)
    assert steps(caplog) == [ALONE, LONELIEST]
    np.testing.assert_array_equal(lists.positions[1500:], exact.positions[1500:])


def test_an_index_that_finds_nearly_nothing_is_given_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(approximate_search, "HnswGallery", BlindGallery)
    vectors, _ = people(1500, 100, 0)
    with caplog.at_level(logging.INFO):
        lists = approximate_neighbors(vectors, 12)
    np.testing.assert_array_equal(lists.positions, exact_neighbors(vectors, 12).positions)
    told = said(caplog)
    assert (len(told), steps(caplog)[0]) == (2, ALONE)
    assert "all cosines instead" in told[1]


@pytest.mark.parametrize("wide", [0.99, 1.0])
def test_the_steps_go_as_far_as_they_must(
    wide: float, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class HalfBlind(BlindGallery):
        def search(self, probes: Vectors, k: int, width: int) -> tuple[Ids, Cosines]:
            self.sees = 0.9 if width == approximate_search.SEARCH_WIDTH else wide
            return super().search(probes, k, width)

    monkeypatch.setattr(approximate_search, "HnswGallery", HalfBlind)
    monkeypatch.setattr(approximate_search, "RECALL", 1.0)
    vectors, _ = people(1500, 100, 0)
    with caplog.at_level(logging.INFO):
        lists = approximate_neighbors(vectors, 12)
    assert steps(caplog)[:3] == [ALONE, LONELIEST, WIDER]
    assert len(said(caplog)) == (3 if wide == 1 else 4)
    np.testing.assert_array_equal(lists.positions, exact_neighbors(vectors, 12).positions)


def test_the_order_holds_every_row_once() -> None:
    vectors = random_units(1000, 8, 0)
    order = coherent_order(vectors)
    assert sorted(order.tolist()) == list(range(1000))
    rest = vectors[order][125:]
    steps = (rest[1:] * rest[:-1]).sum(axis=1).mean()
    assert steps > (vectors[1:] * vectors[:-1]).sum(axis=1).mean() + 0.2


def test_equal_faces_are_found_too() -> None:
    vectors = np.repeat(unit(random_units(40, 8, 1)), 30, axis=0)
    lists = approximate_neighbors(vectors, 10)
    assert (lists.positions != np.arange(1200)[:, None]).all()
    assert (lists.positions // 30 == (np.arange(1200) // 30)[:, None]).mean() > 0.95
