"""Why a face is whom it is said to be, in words."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, path_fields, print_json, say, shown
from photoface.cli.session import reading
from photoface.services.review.explaining import Band, Candidate, Explanation
from photoface.services.review.explaining import explain as explained

_VETOES = {
    "photo": "both are in one photo",
    "rejected": "somebody said that it is not",
    "different": "somebody said that they are different people",
    "several": "somebody said that its group holds several people",
    "birth": "photographed before the birth",
}


@click.command()
@click.argument("face", metavar="FACE", type=int)
@library_option
@json_option
def explain(face: int, library: Path, as_json: bool) -> None:
    """Why is FACE whom it is said to be: nearest confirmed faces, who comes next, what forbids whom."""
    with reading(library) as opened:
        found = explained(opened, face)
    print_json([_row(found)]) if as_json else _tell(found)


def _tell(found: Explanation) -> None:
    say(f"face {found.face.face_id} in {shown(found.face.path)}: {_standing(found)}")
    for at, one in enumerate(found.candidates):
        say(f"{'nearest' if not at else 'then'}: {one.person.name}, {one.angle:.3f} rad{_against(one)}")
        for near in one.near:
            rate = "nobody has measured what that is worth" if near.rate is None else _rate(near.rate)
            say(f"  face {near.face.face_id} ({near.face.state}), {near.angle:.3f} rad: {rate}")
    if not found.candidates:
        say("nobody has a name yet that it could be compared with" if found.band is not Band.UNKNOWN else "")


def _standing(found: Explanation) -> str:
    name, wrong = (
        found.face.person or "nobody",
        "" if found.wrong is None else f", wrong about {found.wrong:.1%} of times",
    )
    match found.band:
        case Band.DECIDED:
            return f"{name}, {found.face.state} by a person"
        case Band.TOGETHER:
            return f"suggested to be {name}: in one group of {count(found.faces, 'face')} with faces decided to be"
        case Band.JOIN:
            return f"suggested to be {name}: its group of {count(found.faces, 'face')} is near enough{wrong}"
        case Band.ASK:
            return f"nobody yet; review asks about its group of {count(found.faces, 'face')}{wrong}"
        case Band.LEAVE:
            return f"nobody; in a group of {count(found.faces, 'face')}, near enough to nobody with a name"
    return "without an embedding, so it can be compared with nobody"


def _against(one: Candidate) -> str:
    return f"; cannot be: {', '.join(_VETOES[why] for why in one.vetoes)}" if one.vetoes else ""


def _rate(rate: float) -> str:
    return f"about one pair of strangers in {round(1 / max(rate, 1e-9)):,} is as near"


def _row(found: Explanation) -> dict[str, object]:
    return {
        "face_id": found.face.face_id,
        **path_fields(found.face.path),
        "state": found.face.state.value,
        "person": found.face.person,
        "band": found.band.value,
        "group_faces": found.faces,
        "wrong": found.wrong,
        "candidates": [
            {
                "person_id": one.person.person_id,
                "person": one.person.name,
                "angle": one.angle,
                "vetoes": list(one.vetoes),
                "near": [
                    {"face_id": near.face.face_id, "angle": near.angle, "false_match_rate": near.rate}
                    for near in one.near
                ],
            }
            for one in found.candidates
        ],
    }
