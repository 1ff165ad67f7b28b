"""What calibration, card and doubts print as JSON; docs/cli.md describes the fields."""

from __future__ import annotations

from dataclasses import asdict

from photoface.cli.rows import face_row, person_row
from photoface.domain.calibration import RATE, Calibration
from photoface.services.calibration.wrong_mates import WrongMates
from photoface.services.review.doubts import Doubt
from photoface.services.review.spot_check import Precision, SpotCheck
from photoface.services.showing.person_card import PersonCard


def calibration_row(made: Calibration, mates: WrongMates | None, model: float | None) -> dict[str, object]:
    return {
        "model": made.model,
        "made_at": made.made_at,
        "faces": made.faces,
        "angle": made.rates.angle_at(RATE),
        "known": made.rates.known(),
        "model_angle": model,
        "one_photo": made.one_photo,
        "retaken": None if made.retaken is None else asdict(made.retaken) | {"poor": made.retaken.poor},
        "rows": [asdict(row) for row in made.rates.rows],
        "sources": [asdict(each) for each in made.sources],
        "groups": None if mates is None else asdict(mates) | {"known": mates.known},
    }


def card_row(found: PersonCard, drawn: SpotCheck | None) -> dict[str, object]:
    return person_row(found.person) | {
        "rejected": found.rejected,
        "too_poor": [face.face_id for face in found.too_poor],
        "reviewed_suggested": _precision(found.suggested),
        "reviewed_named": _precision(found.named),
        "drawn": _precision(found.drawn),
        "confused": [
            {
                "person_id": each.person.person_id,
                "person": each.person.name,
                "faces": each.faces,
                "angle": each.angle,
                "false_match_rate": each.rate,
            }
            for each in found.confused
        ],
        "to_check": [] if drawn is None else [face_row(face) for face in drawn.faces],
    }


def doubt_row(doubt: Doubt) -> dict[str, object]:
    return face_row(doubt.face) | {
        "reasons": [reason.value for reason in doubt.reasons],
        "angle": doubt.angle,
        "false_match_rate": doubt.rate,
        "rival": doubt.rival.name if doubt.rival else None,
        "rival_id": doubt.rival.person_id if doubt.rival else None,
        "rival_angle": doubt.rival_angle,
        "rival_rate": doubt.rival_rate,
    }


def share_words(found: Precision) -> str:
    """A precision in words, with what so few can prove."""
    if found.share is None:
        return "none yet"
    low, high = found.interval
    unsure = f", {found.unsure} not sure" if found.unsure else ""
    return f"{found.right:,} of {found.looked_at:,} right, {found.share:.1%} ({low:.1%} to {high:.1%}){unsure}"


def _precision(found: Precision) -> dict[str, object]:
    low, high = found.interval
    return {
        "right": found.right,
        "wrong": found.wrong,
        "unsure": found.unsure,
        "share": found.share,
        "low": low,
        "high": high,
    }
