"""Who somebody in a picture may be: the nearest faces as people, with a confidence in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from photoface.services.finding.search import Match


class Confidence(StrEnum):
    """What a false-match rate means to somebody who looks for a person among thousands of faces."""

    SURE = "sure"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    UNKNOWN = "unknown"


# Rates of a pair; a library of n faces gives each probe about n chances of a false match.
_EXPECTED = ((Confidence.SURE, 0.01), (Confidence.LIKELY, 0.3), (Confidence.POSSIBLE, 10.0))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person (with person_id None: nobody named yet) and the nearest face of theirs; faces: how many are near."""

    person_id: int | None
    name: str
    best: Match
    faces: int
    confidence: Confidence


def candidates(matches: Sequence[Match], library_faces: int) -> list[Candidate]:
    """People by their nearest face; nameless groups count as one each. library_faces: how many were searched."""
    found: dict[tuple[str, int], list[Match]] = {}
    for match in matches:
        found.setdefault(_whose(match), []).append(match)
    ranked = sorted(found.values(), key=lambda group: min(match.angle for match in group))
    return [_candidate(group, library_faces) for group in ranked]


def confidence(rate: float | None, library_faces: int) -> Confidence:
    """From the share of strangers' pairs that come as near, and how many faces there are to be wrong about."""
    if rate is None:
        return Confidence.UNKNOWN
    expected = rate * max(library_faces, 1)
    return next((word for word, limit in _EXPECTED if expected <= limit), Confidence.UNLIKELY)


def _candidate(group: Iterable[Match], library_faces: int) -> Candidate:
    near = sorted(group, key=lambda match: match.angle)
    best = near[0]
    sure = confidence(best.false_match_rate, library_faces)
    return Candidate(best.face.person_id, best.face.person or "", best, len(near), sure)


def _whose(match: Match) -> tuple[str, int]:
    face = match.face
    if face.person_id is not None:
        return "person", face.person_id
    return ("face", face.face_id) if face.cluster_id is None else ("group", face.cluster_id)
