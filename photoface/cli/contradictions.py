"""Contradictory decisions in sentences: both sides, who said so and when, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from photoface.cli.common import shown
from photoface.services.ledger.claims import Claim, Said
from photoface.services.ledger.conflicts import Act, Clash, Way
from photoface.services.ledger.foretelling import Foretold
from photoface.store.journal import Operation

_FEW = 6


def sentences(clash: Clash, made_by: int | None = None) -> Iterator[str]:
    """What contradicts what, one line each. made_by: the operation that is not made yet."""
    yield _title(clash)
    for claim in (*clash.together, *clash.apart):
        yield f"  {_claim(claim)}{_source(claim.operation, made_by)}"


def told_lines(told: Foretold) -> list[str]:
    """What a decision would contradict."""
    listed = told.clashes[:_FEW]
    lines = [line for clash in listed for line in sentences(clash, told.outcome.operation_id)]
    return [*lines, f"and {told.count - len(listed):,} more"] if told.count > len(listed) else lines


def warning(told: Foretold) -> str:
    """Why a decision was not made."""
    said = "\n".join(told_lines(told))
    return (
        f"this would contradict what is decided already:\n{said}\nNothing was changed. With --anyway it is done all "
        "the same; both sides are then kept, and shown by: photoface conflicts"
    )


def way_out(way: Way) -> str:
    """What taking it means."""
    more = _faces(way.subject[1:]) if way.act in (Act.LEAVE, Act.ACCEPT) else ""
    return {
        Act.UNDO: f"take back {way.operation}",
        Act.MIRROR: "the photo is a mirror or collage: one person may be in it twice",
        Act.MERGE: f"they are one person: merge #{way.subject[0]} into {way.person}",
        Act.LEAVE: f"{more} not {way.person}",
        Act.ACCEPT: f"{more} {way.person} after all",
        Act.UNITE: "they are one person after all",
        Act.LOOSEN: "they are not one person after all",
    }[way.act]


def _title(clash: Clash) -> str:
    ids = [face.face_id for face in clash.faces]
    match clash.why:
        case "photo":
            return f"{_faces(ids)} one person, and in one photo: {shown(clash.faces[0].path)}"
        case "person":
            names = " and ".join(dict.fromkeys(str(claim.person) for claim in clash.apart))
            return f"{_faces(ids)} one person, and two: {names}"
        case "rejected":
            return f"{_faces(ids)} one person, {clash.apart[0].person}, and some of them are not"
        case _:
            return f"{_faces(ids)} one person, and different people"


def _claim(claim: Claim) -> str:
    match claim.said:
        case Said.IS:
            return f"{_faces(claim.faces)} {claim.person}"
        case Said.SAME:
            return f"{_faces(claim.faces)} one person"
        case Said.NOT:
            return f"{_faces(claim.faces)} not {claim.person}"
        case Said.DIFFERENT:
            return f"{_faces(claim.faces)} not the same person as {_numbers(claim.others)}"
        case Said.PHOTO:
            return "the faces of one photo are different people, unless it is a mirror or collage"


def _source(operation: Operation | None, made_by: int | None) -> str:
    if operation is None:
        return ""
    if operation.operation_id == made_by:
        return "  (what you are about to say)"
    reason = f", because: {operation.reason}" if operation.reason else ""
    return f"  ({operation}, {operation.at[:16].replace('T', ' ')}, by {operation.author}{reason})"


def _faces(ids: Sequence[int]) -> str:
    return f"face {ids[0]} is" if len(ids) == 1 else f"faces {_numbers(ids)} are"


def _numbers(ids: Sequence[int]) -> str:
    more = f" and {len(ids) - _FEW:,} more" if len(ids) > _FEW else ""
    return ", ".join(map(str, ids[:_FEW])) + more
