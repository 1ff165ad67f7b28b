"""The key figures of a library on one screen."""

from __future__ import annotations

from photoface.cli.common import count, print_table, say
from photoface.cli.evaluate_cells import by, percent, right, say_sure, span
from photoface.cli.evaluate_tables import show
from photoface.services.evaluation.summary import Summary

_NAMES = {
    "precision": "of a face's group mates, are that person (precision)",
    "recall": "of a person's faces, are in one group (recall)",
    "f": "both together (F)",
    "true_match": "pairs of one person that match",
    "false_match": "pairs of two people that match",
    "rank_one": "people told by one photo of each (rank-1)",
}


@show.register
def _(report: Summary) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'labelled face')} of {count(report.people, 'person', 'people')} "
        f"({report.seen_once:,} seen once), {by(report.source)}{_some(report)}"
    )
    rows = (
        (_NAMES[each.name], percent(each.value), span(each.sure), f"{each.of:,} {each.unit}") for each in report.figures
    )
    print_table({"": "left", **right("%", "95 % sure"), "judged by": "left"}, rows)
    say(f"groups: {report.algorithm}, asked for {report.wrong:g} of wrong mates")
    if report.angle is not None:
        say(f"pairs match within {report.angle:.3f} rad, where the catalogue expects {report.rate:g} of false matches")
    say_sure()
    if report.source == "names":
        say("faces that were named as a whole group make recall look better: nobody looked for those it lacks")
    else:
        say("if these folders are not people, no figure means anything: name some people, then --truth names")


def _some(report: Summary) -> str:
    shown = ", ".join(f"“{name}”" for name in report.names)
    more = " and others" if report.people > len(report.names) else ""
    return f": {shown}{more}" if report.names else ""
