"""Commands that start from a picture: search, compare."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.app import looking_at, open_library
from photoface.cli.common import count, given_path, json_option, library_option, path_fields, print_json, say, shown
from photoface.domain.geometry import Box
from photoface.services.finding import search as searching
from photoface.services.finding.search import Match, ProbeFace


@click.command()
@click.argument("probe", metavar="PICTURE")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many faces for each face.")
@library_option
@json_option
def search(probe: str, limit: int, library: Path, as_json: bool) -> None:
    """Who is in this picture? It may be any file; it is not added to the library."""
    with open_library(library, write=False) as opened, looking_at(opened) as look:
        found = searching.search(opened, look(given_path(probe)), limit)
    if as_json:
        print_json(_probe_row(each) for each in found)
        return
    for number, each in enumerate(found, 1):
        say(f"face {number} of {len(found)} at {_place(each.box)}:")
        _print_matches(each)


@click.command()
@click.argument("a", metavar="PICTURE-A")
@click.argument("b", metavar="PICTURE-B")
@library_option
@json_option
def compare(a: str, b: str, library: Path, as_json: bool) -> None:
    """Are the largest faces of two pictures the same person? Tells the angle and what it is worth."""
    with open_library(library, write=False) as opened, looking_at(opened) as look:
        result = searching.compare(opened, look(given_path(a)), look(given_path(b)))
    if as_json:
        boxes = {"box_a": _box(result.boxes[0]), "box_b": _box(result.boxes[1])}
        print_json(
            [{"angle": result.angle, "false_match_rate": result.false_match_rate, **boxes, "others": result.others}]
        )
        return
    say(f"angle {result.angle:.3f} rad: {_worth(result.false_match_rate)}")
    if result.others:
        say(f"(the largest face of each picture; {count(result.others, 'other face')} left out)")


def _print_matches(probe: ProbeFace) -> None:
    best: dict[str, Match] = {}
    for match in probe.matches:
        best.setdefault(_who(match), match)
    for who, match in list(best.items())[:5]:
        say(f"  {who:<28} {_worth(match.false_match_rate)}")
    for match in probe.matches[:5]:
        say(f"    {shown(match.face.path)}  (face {match.face.face_id})")


def _who(match: Match) -> str:
    if match.face.person:
        return match.face.person
    return f"face {match.face.face_id}" if match.face.cluster_id is None else f"group {match.face.cluster_id}"


def _worth(rate: float | None) -> str:
    if rate is None:
        return "this model is unmeasured: only the order means something"
    if rate > 0.05:
        return "most likely somebody else"
    return f"as near as {_one_in(rate)} pairs of strangers"


def _one_in(rate: float) -> str:
    return f"1 in {round(1 / rate, -int(len(str(int(1 / rate))) - 2)):,.0f}"


def _probe_row(probe: ProbeFace) -> dict[str, object]:
    return {
        "box": _box(probe.box),
        "quality": round(probe.quality, 4),
        "matches": [_match_row(each) for each in probe.matches],
    }


def _match_row(match: Match) -> dict[str, object]:
    return {
        "person": match.face.person,
        "person_id": match.face.person_id,
        "cluster_id": match.face.cluster_id,
        "face_id": match.face.face_id,
        **path_fields(match.face.path),
        "state": match.face.state.value,
        "angle": match.angle,
        "false_match_rate": match.false_match_rate,
    }


def _box(box: Box) -> list[float]:
    return [round(value, 1) for value in (box.x, box.y, box.width, box.height)]


def _place(box: Box) -> str:
    return f"{box.center[0]:.0f}, {box.center[1]:.0f}"
