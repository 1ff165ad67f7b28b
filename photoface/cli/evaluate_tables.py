"""How the reports of `photoface evaluate` look to people."""

from __future__ import annotations

from functools import singledispatch

from photoface.cli.common import count, print_table, say
from photoface.cli.evaluate_cells import (
    at_rate,
    by,
    doubt,
    estimate,
    percent,
    print_verification,
    right,
    say_doubts,
    width,
)
from photoface.services.evaluation.clusters_report import ClustersReport
from photoface.services.evaluation.detect_report import DetectReport
from photoface.services.evaluation.identify_report import IdentifyReport
from photoface.services.evaluation.pairs import PairsReport
from photoface.services.evaluation.robustness_report import RATES, RobustnessReport
from photoface.services.evaluation.stored_form import StoredFormReport


@singledispatch
def show(report: object) -> None:
    """Prints a report for people."""
    raise TypeError(report)


@show.register
def _(report: PairsReport) -> None:
    people = count(report.people, "person", "people")
    say(f"{report.embedder}: {count(report.faces, 'face')} of {people}, {by(report.source)}")
    print_verification({report.embedder: report.figures})
    if report.without_face:
        say(f"{count(report.without_face, 'pair')} refused: no face was found in one of the photos")
    if report.absent:
        say(f"{count(report.absent, 'pair')} left out: a photo is not in the library")
    if report.claims:
        say("\nwhat the catalogue claims of its angles, and what was measured:")
        rows = ((f"{each.rate:g}", f"{each.angle:.3f}", f"{each.far:.2g}", percent(each.tar)) for each in report.claims)
        print_table(right("claimed FAR", "angle", "FAR", "TAR"), rows)


@show.register
def _(report: ClustersReport) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'labelled face')} of {count(report.people, 'person', 'people')} "
        f"({report.seen_once:,} seen once), {by(report.source)}; {report.grouped:,} faces were grouped"
    )
    columns = ("groups", "wrong asked", "P", "R", "F", "pair P", "pair R", "pair F", "number", "unsorted")
    rows = (
        (
            f"{each.algorithm}, {each.how}",
            f"{each.wrong:g}",
            *(f"{value:.4f}" for value in (each.bcubed.precision, each.bcubed.recall, each.bcubed.f)),
            *(f"{value:.4f}" for value in (each.pairwise.precision, each.pairwise.recall, each.pairwise.f)),
            f"{each.groups:,}",
            f"{each.unsorted:,}",
        )
        for each in (report.grouping, *report.curve)
    )
    print_table({"groups": "left", **right(*columns[1:])}, rows)
    say("P, R, F: BCubed precision, recall and their mean; a face without a group counts as a group of its own")


@show.register
def _(report: IdentifyReport) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'face')} of {count(report.people, 'person', 'people')}, "
        f"{by(report.source)}; {count(report.repeats, 'random split')}"
    )
    kept = ", people kept out of the gallery" if report.held_out else ", people seen once"
    say(
        f"gallery: one face each of {report.gallery:,} people; {report.probes:,} probes; "
        f"{count(report.strangers, 'face')} of strangers{kept}"
    )
    print_table(
        {"strangers in the gallery": "right", "rank-1 %": "right"},
        ((f"{each.distractors:,}", estimate(each.value)) for each in report.rank_one),
    )
    print_table(
        {"strangers taken for somebody": "right", "told rightly %": "right"},
        ((f"{each.rate:g}", estimate(each.value) + doubt(each.value, each.false_alarms)) for each in report.open_set),
    )
    say_doubts([(each.value, each.false_alarms) for each in report.open_set], "strangers")
    if report.classifiers:
        say(f"\nlearnt from {report.trained:,} faces of {report.named:,} people, asked for {report.tested:,} others:")
        print_table(
            {"": "left", "told rightly %": "right"},
            ((each.method, estimate(each.value)) for each in report.classifiers),
        )


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
    say("VAL at: share of one person's pairs accepted when this share of strangers' is, both faces at this level")
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
