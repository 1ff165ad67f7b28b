"""The command that groups anew: recluster."""

from __future__ import annotations

import math
from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, print_json, reason_option, say
from photoface.cli.session import NOTHING_DONE, deciding
from photoface.services.groups.group_plan import Plan
from photoface.services.groups.grouping import apply_plan, plan_regrouping


def _share(_ctx: click.Context, _param: click.Parameter, value: float | None) -> float | None:
    if value is not None and math.isnan(value):
        raise click.BadParameter("nan is not in the range 0.0001<=x<=0.5.")
    return value


@click.command()
@click.option("--algorithm", type=click.Choice(["average", "dbscan"]), help="How (default: as the library does now).")
@click.option(
    "--wrong", type=click.FloatRange(0.0001, 0.5), callback=_share, help="Wrong faces to expect in a group: 0.01 is 1%."
)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@reason_option
@library_option
@json_option
def recluster(  # noqa: PLR0913, PLR0917 - one for each option
    algorithm: str | None, wrong: float | None, dry_run: bool, reason: str, library: Path, as_json: bool
) -> int:
    """Groups all undecided faces anew. Names and corrections stay; one undo takes it all back."""
    with deciding(library) as opened, opened.journal.because(reason):
        plan = plan_regrouping(opened, algorithm, wrong)
        _tell(plan, as_json)
        if dry_run:
            return 0
        outcome = apply_plan(opened, plan)
    if not as_json:
        say(outcome.summary)
    return 0 if outcome.operation_id is not None else NOTHING_DONE


def _tell(plan: Plan, as_json: bool) -> None:
    if as_json:
        print_json([_row(plan)])
        return
    more = " (see both sides: photoface conflicts)" if plan.contradictions else ""
    say(
        f"{plan.algorithm}, about {plan.wrong:.2%} wrong faces in a group: "
        f"{count(plan.undecided, 'undecided face')} would move, {plan.estranged:,} decided ones to somebody else, "
        f"{count(len(plan.contradictions), 'contradiction')}{more}. "
        f"{count(plan.groups_before, 'group')} would become {plan.groups_after:,} "
        f"({plan.joined:,} joined with another, {plan.parted:,} parted)."
    )


def _row(plan: Plan) -> dict[str, object]:
    return {
        "algorithm": plan.algorithm,
        "wrong": plan.wrong,
        "moving": plan.undecided,
        "decided_moving": plan.estranged,
        "groups_before": plan.groups_before,
        "groups_after": plan.groups_after,
        "joined": plan.joined,
        "parted": plan.parted,
        "contradictions": [
            {"faces": list(each.faces), "why": each.why, "subject": each.subject} for each in plan.contradictions
        ],
    }
