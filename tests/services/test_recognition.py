"""Whom a face may be, in plain words."""

from __future__ import annotations

import pytest

from photoface.domain.geometry import Box
from photoface.domain.people import Face, FaceState
from photoface.services.finding.recognition import Confidence, candidates, confidence
from photoface.services.finding.search import Match


def match(face_id: int, angle: float, person: int | None = None, group: int | None = None) -> Match:
    state = FaceState.UNASSIGNED if person is None else FaceState.NAMED
    face = Face(face_id, 1, b"", Box(0, 0, 1, 1), 1, 1, group, person, None if person is None else f"P{person}", state)
    return Match(face, angle, 1e-6)


def test_people_come_once_by_their_nearest_face() -> None:
    found = candidates([match(1, 0.9, 7), match(2, 0.4, 8), match(3, 0.5, 7)], 100)
    assert [(one.person_id, one.best.face.face_id, one.faces) for one in found] == [(8, 2, 1), (7, 3, 2)]


def test_a_group_without_a_name_counts_as_one_and_loners_each_for_themselves() -> None:
    found = candidates([match(1, 0.1, group=5), match(2, 0.2, group=5), match(3, 0.3), match(4, 0.4)], 100)
    assert [(one.name, one.faces) for one in found] == [("", 2), ("", 1), ("", 1)]


@pytest.mark.parametrize(
    ("rate", "faces", "word"),
    [
        (1e-6, 1_000, Confidence.SURE),
        (1e-6, 100_000, Confidence.LIKELY),
        (1e-4, 10_000, Confidence.POSSIBLE),
        (0.05, 10_000, Confidence.UNLIKELY),
        (None, 10, Confidence.UNKNOWN),
        (1e-3, 0, Confidence.SURE),
    ],
)
def test_the_same_rate_means_less_in_a_larger_library(rate: float | None, faces: int, word: Confidence) -> None:
    assert confidence(rate, faces) is word
