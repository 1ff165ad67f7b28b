"""How the reports look that need pictures to be read: detection, worse pictures, the stored form."""

from __future__ import annotations

from photoface.cli.common import count, print_table, say
from photoface.cli.evaluate_cells import (
    at_rate,
    by,
    estimate,
    percent,
    print_verification,
    right,
    say_few,
    width,
)
from photoface.cli.evaluate_tables import show
from photoface.services.evaluation.detect_report import DetectReport
from photoface.services.evaluation.robustness_report import RATES, RobustnessReport
from photoface.services.evaluation.stored_form import StoredFormReport


@show.register
def _(report: DetectReport) -> None:
    say(f"{report.detector}: {count(report.photos, 'picture')} with {count(report.true, 'true face')}")
    if report.absent or report.failed:
        say(f"{count(report.absent, 'picture')} not there, left out; {report.failed:,} unreadable, their faces missed")
    print_table(
        right("overlap", "found", "wrong", "ignored", "recall %", "precision %"),
        (
            (f"{each.overlap:g}", each.found, each.wrong, each.ignored, percent(each.recall), percent(each.precision))
            for each in report.overlaps
        ),
    )
    columns = {"face width": "left", **right("overlap", "true", "found", "recall %", "wrong")}
    rows = (
        (width(size.width, size.below), f"{each.overlap:g}", size.true, size.found, percent(size.recall), size.wrong)
        for each in report.overlaps
        for size in each.sizes
        if size.true or size.wrong
    )
    print_table(columns, rows)


@show.register
def _(report: RobustnessReport) -> None:
    say(
        f"{report.embedder}: {count(report.sample, 'face')} of {count(report.people, 'person', 'people')}, "
        f"{by(report.source)}; copies of a face and its surroundings, {report.unreadable:,} unreadable"
    )
    columns = ("faces", "found %", "accuracy %", *(f"VAL at {rate:g} %" for rate in RATES), "drift")
    names = {"full": "as it is", "jpeg": "JPEG quality", "width": "face width"}
    rows = (
        (
            f"{names[each.level.kind]} {each.level.value or ''}",
            f"{each.faces:,}",
            percent(each.detected),
            estimate(each.accuracy),
            *(at_rate(rate) for rate in each.val),
            "-" if each.drift is None else f"{each.drift:.3f}",
        )
        for each in report.levels
    )
    print_table({"": "left", **right(*columns)}, rows)
    if any(not each.faces for each in report.levels):
        say("-: no face is that wide, and none is made larger")
    say("VAL at: share of one person's pairs accepted when this share of strangers' is, both faces at this level")
    say_few(report.people)
    say("drift: mean angle in radians to the same face at full quality")


@show.register
def _(report: StoredFormReport) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'face')} of {count(report.people, 'person', 'people')} read again, "
        f"{by(report.source)}; {report.lost:,} not found again"
    )
    say(f"{report.bytes_float32:,} bytes a face as float32, {report.bytes_int8:,} as stored")
    say(
        f"angle between the two forms: mean {report.error_mean:.2g}, 99 % within {report.error_99:.2g}, "
        f"most {report.error_most:.2g} rad"
    )
    print_verification({"float32": report.float32, "int8": report.int8})
