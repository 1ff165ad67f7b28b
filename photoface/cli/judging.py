"""Commands that judge what was guessed and decided: calibration, card, doubts."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, print_json, print_table, say, shown
from photoface.cli.judging_rows import calibration_row, card_row, doubt_row, share_words
from photoface.cli.rows import face_cells
from photoface.cli.session import deciding, reading, tell
from photoface.domain.calibration import RATE, Calibration, Retaken
from photoface.services.calibration import calibrating
from photoface.services.calibration.wrong_mates import WrongMates, wrong_mates
from photoface.services.review import doubts as doubting
from photoface.services.review import spot_check
from photoface.services.review.spot_check import SpotCheck
from photoface.services.showing.person_card import PersonCard, person_card

_RATES = (1e-2, 1e-3, 1e-4)
_SMALL = 1e-4
_KINDS = {
    "apart": "faces of other photos and groups, drawn by lot",
    "met": "faces of people who are together in some photo",
    "confirmed": "faces confirmed to be different people",
    "together": "faces of one photo",
}
_REASONS = {
    "nearer": "nearer to somebody else",
    "twice": "twice in one photo",
    "far": "like nobody of theirs",
    "years": "like nobody of theirs in those years",
}


@click.command()
@click.option("--again", is_flag=True, help="Estimate anew, and keep it for compare, search and review.")
@library_option
@json_option
def calibration(again: bool, library: Path, as_json: bool) -> None:
    """What an angle between two faces is worth in this library: how often strangers come as near."""
    with deciding(library) if again else reading(library) as opened:
        made = None if again else calibrating.last_calibration(opened)
        made = made or calibrating.calibrated(opened)
        mates, points = wrong_mates(opened, made), opened.embedding().points
    model = points.angle_at(RATE) if points else None
    if as_json:
        print_json([calibration_row(made, mates, model)])
        return
    _tell_rates(made, model)
    _tell_groups(mates)
    _tell_retaken(made.retaken)
    rows = ((_KINDS[each.kind], f"{each.pairs:,}", f"{each.worth:,.0f}", f"{each.same:.1%}") for each in made.sources)
    print_table({"learnt from": "left", "pairs": "right", "worth": "right", "one person after all": "right"}, rows)


def _tell_rates(made: Calibration, model: float | None) -> None:
    say(f"{made.model}, {count(made.faces, 'face')} that can be told well, estimated {made.made_at}")
    for rate in _RATES:
        angle = made.rates.angle_at(rate)
        low, high = made.rates.interval(angle)
        sure = f"({_one_in(high)} to {_one_in(low)})"
        say(f"  {_one_in(rate)} pairs of strangers is nearer than {angle:.3f} rad  {sure}")
    if model is not None:
        say(f"  (the model's own table has {model:.3f} rad for 1 in 1,000)")
    if made.one_photo is not None:
        say(f"  strangers of one photo come as near {made.one_photo:.1f} times as often")
    if not made.rates.known():
        say(
            "This is not enough to be certain to a factor of two at 1 in 1,000. "
            "More photos, and more faces that you confirm, of more people, will tell."
        )


def _tell_groups(mates: WrongMates | None) -> None:
    if mates is None:
        return
    drawn = f" and {count(mates.drawn, 'face')} of {count(mates.people, 'person', 'people')} drawn by lot"
    seen = f"by the angles{f'{drawn}, {mates.mistaken:,} of them wrong' if mates.drawn else ' alone'}"
    bounds = f"{_share(mates.low)} to {_share(mates.high)}"
    say(f"groups ({mates.algorithm}, {mates.wrong:.2%} wrong asked for), {seen}:")
    if mates.known:
        say(f"  about {_share(mates.share)} of a face's group mates are wrong here ({bounds})")
        return
    say(
        f"  cannot be known to a factor of two: {bounds} of a face's group mates are wrong, maybe {_share(mates.share)}"
    )
    say("  Faces drawn by lot tell: photoface card PERSON --draw 20, for people with many faces and with few.")


def _share(value: float) -> str:
    return f"{value:.2%}" if value >= _SMALL else f"under {_SMALL:.2%}"


def _tell_retaken(found: Retaken | None) -> None:
    if found is None:
        say("taken twice: nothing (no copies of photos, no shots within seconds)")
        return
    say(
        f"taken twice: {count(found.photos, 'pair')} of copies or of shots within seconds; {found.found:,} of "
        f"{found.faces:,} faces found in both ({found.found / found.faces:.1%})"
    )
    if not found.pairs:
        return
    say(
        f"  {count(found.pairs, 'pair')} of faces: half within {found.median:.3f} rad, 95 % within {found.most:.3f}; "
        f"{found.missed:.2%} further apart than 1 in 1,000 strangers ({found.low:.2%} to {found.high:.2%})"
    )
    say("  other pairs of one person are harder; rates are not estimated from these")
    if found.poor:
        say("  So many are apart that the pictures are poor, or these angles do not fit this library.")


def _one_in(rate: float) -> str:
    return f"1 in {1 / rate:,.0f}"


@click.command()
@click.argument("person")
@click.option(
    "--draw", type=click.IntRange(1, 1000), help="Draw so many of the unchecked faces by lot, to be looked at."
)
@library_option
@json_option
def card(person: str, draw: int | None, library: Path, as_json: bool) -> None:
    """A person on one card: how many faces, how often guesses were right, with whom they are confused.

    --draw 20 shows twenty faces by lot; answer with `photoface confirm` and `photoface reject`, then look again.
    """
    with deciding(library) if draw else reading(library) as opened:
        person_id = opened.people.find(person).person_id
        drawn = spot_check.start_check(opened, person_id, draw) if draw else None
        found = person_card(opened, person_id)
    if as_json:
        print_json([card_row(found, drawn)])
        return
    _tell_card(found)
    if draw:
        _tell_draw(found, drawn)


def _tell_card(found: PersonCard) -> None:
    who = found.person
    say(f"{who.name} (#{who.person_id}): {count(who.photos, 'photo')}")
    say(f"  confirmed {who.confirmed:,}, named with a group {who.named:,}, suggested {who.suggested:,}")
    say(f"  said not to be {who.name}: {found.rejected:,}; too poor to be told: {len(found.too_poor):,}")
    say(f"  suggestions looked at: {share_words(found.suggested)}")
    say(f"  named ones looked at:  {share_words(found.named)}")
    say(f"  drawn by lot:          {share_words(found.drawn)}")
    for each in found.confused:
        mixed = f"taken for one another {each.faces:,} times; " if each.faces else ""
        say(f"  most like {each.person.name}: {mixed}nearest faces {each.angle:.3f} rad apart")


def _tell_draw(found: PersonCard, drawn: SpotCheck | None) -> None:
    if drawn is None:
        say(f"Nothing is suggested or named to be {found.person.name}, so there is nothing to check.")
        return
    columns = {
        "face": "right",
        "group": "right",
        "person": "left",
        "state": "left",
        "quality": "right",
        "photo": "left",
    }
    print_table(columns, map(face_cells, drawn.faces))
    say(f"Right: photoface confirm FACE...   Wrong: photoface reject FACE... '#{found.person.person_id}'")


@click.command()
@click.argument("right", metavar="[FACE...]", nargs=-1, type=int)
@click.option("--person", metavar="PERSON", help="Only faces of PERSON.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many, the worst first.")
@library_option
@json_option
def doubts(right: tuple[int, ...], person: str | None, limit: int, library: Path, as_json: bool) -> int:
    """Faces with a name that look wrong. FACE...: these are right; they are never doubted again."""
    if right:
        with deciding(library) as opened:
            return tell(doubting.this_is_right(opened, right), as_json)
    with reading(library) as opened:
        found = doubting.doubts(opened, None if person is None else opened.people.find(person).person_id, limit)
    if as_json:
        print_json(map(doubt_row, found))
        return 0
    columns = {"face": "right", "person": "left", "state": "left", "why": "left", "like": "left", "photo": "left"}
    print_table(
        columns,
        (
            (
                each.face.face_id,
                each.person.name,
                each.face.state.value,
                ", ".join(_REASONS[reason.value] for reason in each.reasons),
                each.rival.name if each.rival else "",
                shown(each.face.path),
            )
            for each in found
        ),
    )
    say("Wrong: photoface assign FACE... PERSON, or reject FACE... PERSON.   Right: photoface doubts FACE...")
    return 0
