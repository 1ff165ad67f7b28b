"""How the report of the effort looks."""

from __future__ import annotations

from photoface.cli.common import count, print_table, say
from photoface.cli.evaluate_cells import percent, right
from photoface.cli.evaluate_tables import show
from photoface.services.evaluation.effort_report import EffortReport, Way


@show.register
def _(report: EffortReport) -> None:
    people = count(report.people, "person", "people")
    say(
        f"{report.embedder}: {count(report.faces, 'face')} of {people} with {report.at_least} or more, among "
        f"{count(report.strangers, 'face')} of strangers"
    )
    marks = [f"{100 * each.share:g} %" for each in report.review.marks]
    print_table(
        {"answers per 1,000 faces until": "left", **right(*marks, "wrong on the way")}, map(_cells, _ways(report))
    )
    given = ", ".join(f"{each.kind} {each.number:,}" for each in report.given)
    say(f"answers given: {given}")
    say(
        f"names lost: {report.lost:,}; end as certain: {percent(report.certain)} % of the faces, of these under "
        f"a wrong name: {percent(report.certain_wrong)} %"
    )
    say(f"next question after {report.seconds_mean:.2f} s on average, {report.seconds_most:.2f} s at most")
    say("groups by size: each gets the name of most of its faces; groups of strangers cost nothing there, here they do")


def _ways(report: EffortReport) -> tuple[Way, ...]:
    return report.review, *report.baselines


def _cells(way: Way) -> tuple[str, ...]:
    marks = ("never" if each.answers is None else f"{each.answers:.1f}" for each in way.marks)
    return way.name, *marks, f"{way.wrong_most:,}"
