"""How the reports of `photoface evaluate` look to people."""

from __future__ import annotations

from functools import singledispatch

from photoface.cli.common import count, print_table, say
from photoface.cli.evaluate_cells import (
    by,
    doubt,
    estimate,
    percent,
    print_verification,
    right,
    say_doubts,
    say_few,
    say_sure,
    span,
)
from photoface.services.evaluation.clusters_report import ClustersReport
from photoface.services.evaluation.identify_report import IdentifyReport
from photoface.services.evaluation.pairs import PairsReport


@singledispatch
def show(report: object) -> None:
    """Prints a report for people."""
    raise TypeError(report)


@show.register
def _(report: PairsReport) -> None:
    people = count(report.people, "person", "people")
    say(f"{report.embedder}: {count(report.faces, 'face')} of {people}, {by(report.source)}")
    print_verification({report.embedder: report.figures})
    if not report.figures.folds > 1:
        say("accuracy and VAL need folds of different people: at least four people")
    say_few(report.people)
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
    first = report.grouping
    say(f"95 % sure, of the first line: P {span(first.precision_95)} %, R {span(first.recall_95)} %")
    say_sure()
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
        right("strangers in the gallery", "rank-1 %", "MegaFace's %"),
        ((f"{each.distractors:,}", estimate(each.value), estimate(each.alone)) for each in report.rank_one),
    )
    say(f"rank-1: beside the strangers all {report.gallery:,} known people; MegaFace's: only the right one")
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
    say(f"±: between {count(report.repeats, 'random split')} of these people; other people differ more")
    say_few(report.gallery)
