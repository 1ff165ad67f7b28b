"""The command that shows contradictory decisions: conflicts."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, print_json, say
from photoface.cli.contradictions import sentences, way_out
from photoface.cli.history import operation_row
from photoface.cli.session import deciding, reading, tell
from photoface.services.ledger.claims import Claim
from photoface.services.ledger.conflicts import Clash, Way, settle


@click.command()
@click.option("--settle", "key", metavar="WAY", help="Take one of the ways out that are shown, e.g. mirror:12.")
@library_option
@json_option
def conflicts(key: str | None, library: Path, as_json: bool) -> int:
    """Decisions that contradict one another: both sides, and the ways out. Nothing is settled by itself."""
    if key is not None:
        with deciding(library) as opened:
            return tell(settle(opened, key), as_json)
    from photoface.services.ledger.conflicts import conflicts as all_of

    with reading(library) as opened:
        found = all_of(opened)
    if as_json:
        print_json(map(_row, found))
    else:
        _show(found)
    return 0


def _show(found: list[Clash]) -> None:
    if not found:
        say("No decisions contradict one another.")
        return
    say(f"{count(len(found), 'contradiction')}. Nothing is settled by itself; take a way out with --settle.")
    for clash in found:
        say("")
        for line in sentences(clash):
            say(line)
        for way in clash.ways:
            say(f"    --settle {way.key:20} {way_out(way)}")


def _row(clash: Clash) -> dict[str, object]:
    return {
        "why": clash.why,
        "subject": clash.subject,
        "faces": [face.face_id for face in clash.faces],
        "together": [_claim_row(claim) for claim in clash.together],
        "apart": [_claim_row(claim) for claim in clash.apart],
        "ways": [_way_row(way) for way in clash.ways],
    }


def _claim_row(claim: Claim) -> dict[str, object]:
    return {
        "said": claim.said.value,
        "faces": list(claim.faces),
        "others": list(claim.others),
        "subject": claim.subject,
        "person": claim.person,
        "operation": None if claim.operation is None else operation_row(claim.operation),
    }


def _way_row(way: Way) -> dict[str, object]:
    return {"key": way.key, "act": way.act.value, "subject": list(way.subject), "person": way.person}
