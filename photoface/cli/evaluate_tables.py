"""How the reports of `photoface evaluate` look: tables for people, one object for programs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from functools import singledispatch
from typing import Any

from photoface.cli.common import count, print_table, say
from photoface.matching.verification import AtRate, Estimate, Verification
from photoface.services.evaluation.clusters import ClustersReport
from photoface.services.evaluation.detect import DetectReport
from photoface.services.evaluation.identify import IdentifyReport
from photoface.services.evaluation.pairs import PairsReport
from photoface.services.evaluation.robustness import RATES, RobustnessReport
from photoface.services.evaluation.stored_form import StoredFormReport

_FEW = 10  # false accepts: with fewer a rate is mostly luck


def plain(value: Any) -> Any:
    """A report as JSON has it; a number that is none becomes null."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


@singledispatch
def show(report: object) -> None:
    """Prints a report for people."""
    raise TypeError(report)


@show.register
def _(report: PairsReport) -> None:
    people = count(report.people, "person", "people")
    say(f"{report.embedder}: {count(report.faces, 'face')} of {people}, {_by(report.source)}")
    _print_verification({report.embedder: report.figures})
    if report.without_face:
        say(f"{count(report.without_face, 'pair')} refused: no face was found in one of the photos")
    if report.absent:
        say(f"{count(report.absent, 'pair')} left out: a photo is not in the library")
    if report.claims:
        say("\nwhat the catalogue claims of its angles, and what was measured:")
        rows = (
            (f"{each.rate:g}", f"{each.angle:.3f}", f"{each.far:.2g}", _percent(each.tar)) for each in report.claims
        )
        print_table(_right("claimed FAR", "angle", "FAR", "TAR"), rows)


@show.register
def _(report: ClustersReport) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'labelled face')} of {count(report.people, 'person', 'people')} "
        f"({report.seen_once:,} seen once), {_by(report.source)}; {report.grouped:,} faces were grouped"
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
    print_table({"groups": "left", **_right(*columns[1:])}, rows)
    say("P, R, F: BCubed precision, recall and their mean; a face without a group counts as a group of its own")


@show.register
def _(report: IdentifyReport) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'face')} of {count(report.people, 'person', 'people')}, "
        f"{_by(report.source)}; {count(report.repeats, 'random split')}"
    )
    kept = ", people kept out of the gallery" if report.held_out else ", people seen once"
    say(
        f"gallery: one face each of {report.gallery:,} people; {report.probes:,} probes; "
        f"{count(report.strangers, 'face')} of strangers{kept}"
    )
    print_table(
        {"strangers in the gallery": "right", "rank-1 %": "right"},
        ((f"{each.distractors:,}", _estimate(each.value)) for each in report.rank_one),
    )
    print_table(
        {"strangers taken for somebody": "right", "told rightly %": "right"},
        ((f"{each.rate:g}", _estimate(each.value)) for each in report.open_set),
    )
    if any(each.value is None for each in report.open_set):
        say("-: too few strangers for this rate")
    if report.classifiers:
        say(f"\nlearnt from {report.trained:,} faces of {report.named:,} people, asked for {report.tested:,} others:")
        print_table(
            {"": "left", "told rightly %": "right"},
            ((each.method, _estimate(each.value)) for each in report.classifiers),
        )


@show.register
def _(report: DetectReport) -> None:
    say(f"{report.detector}: {count(report.photos, 'picture')} with {count(report.true, 'true face')}")
    if report.absent or report.failed:
        say(f"{count(report.absent, 'picture')} not there, left out; {report.failed:,} unreadable, their faces missed")
    print_table(
        _right("overlap", "found", "wrong", "ignored", "recall %", "precision %"),
        (
            (f"{each.overlap:g}", each.found, each.wrong, each.ignored, _percent(each.recall), _percent(each.precision))
            for each in report.overlaps
        ),
    )
    columns = {"face width": "left", **_right("overlap", "true", "found", "recall %", "wrong")}
    rows = (
        (_width(size.width, size.below), f"{each.overlap:g}", size.true, size.found, _percent(size.recall), size.wrong)
        for each in report.overlaps
        for size in each.sizes
        if size.true or size.wrong
    )
    print_table(columns, rows)


@show.register
def _(report: RobustnessReport) -> None:
    say(
        f"{report.embedder}: {count(report.sample, 'face')} of {count(report.people, 'person', 'people')}, "
        f"{_by(report.source)}; copies of a face and its surroundings, {report.unreadable:,} unreadable"
    )
    columns = ("faces", "found %", "accuracy %", *(f"VAL at {rate:g} %" for rate in RATES), "drift")
    names = {"full": "as it is", "jpeg": "JPEG quality", "width": "face width"}
    rows = (
        (
            f"{names[each.level.kind]} {each.level.value or ''}",
            f"{each.faces:,}",
            _percent(each.detected),
            _estimate(each.accuracy),
            *(_at_rate(rate) for rate in each.val),
            "-" if each.drift is None else f"{each.drift:.3f}",
        )
        for each in report.levels
    )
    print_table({"": "left", **_right(*columns)}, rows)
    say("VAL at: share of one person's pairs accepted when this share of strangers' is, both faces at this level")
    say("drift: mean angle in radians to the same face at full quality")


@show.register
def _(report: StoredFormReport) -> None:
    say(
        f"{report.embedder}: {count(report.faces, 'face')} of {count(report.people, 'person', 'people')} read again, "
        f"{_by(report.source)}; {report.lost:,} not found again"
    )
    say(f"{report.bytes_float32:,} bytes a face as float32, {report.bytes_int8:,} as stored")
    say(
        f"angle between the two forms: mean {report.error_mean:.2g}, 99 % within {report.error_99:.2g}, "
        f"most {report.error_most:.2g} rad"
    )
    _print_verification({"float32": report.float32, "int8": report.int8})


def _print_verification(figures: dict[str, Verification]) -> None:
    first = next(iter(figures.values()))
    say(f"{count(first.genuine, 'pair')} of one person, {count(first.impostors, 'pair')} of two; {first.folds} folds")
    print_table({"": "left", **_right(*(f"{name} %" for name in figures))}, _verification_rows(list(figures.values())))
    rates = [rate for each in figures.values() for rate in (*each.val, *each.tar)]
    if any(rate.value is None for rate in rates):
        say("-: too few pairs of strangers for this rate")
    if any(rate.value is not None and rate.false_accepts < _FEW for rate in rates):
        say(f"?: fewer than {_FEW} pairs of strangers decide it, so it is mostly luck")


def _verification_rows(figures: list[Verification]) -> Iterable[tuple[str, ...]]:
    yield "accuracy", *(_estimate(each.accuracy) for each in figures)
    yield "threshold (rad)", *("-" if each.threshold is None else f"{each.threshold:.3f}" for each in figures)
    yield "AUC", *(_estimate(each.auc, 3) for each in figures)
    yield "EER", *(_estimate(each.eer) for each in figures)
    for at, rate in enumerate(figures[0].val):
        yield f"VAL at FAR {rate.rate:g}", *(_at_rate(each.val[at]) for each in figures)
    for at, rate in enumerate(figures[0].tar):
        yield f"TAR at FAR {rate.rate:g}", *(_at_rate(each.tar[at]) for each in figures)


def _estimate(estimate: Estimate | None, digits: int = 2) -> str:
    if estimate is None:
        return "-"
    error = "" if estimate.standard_error is None else f" ± {100 * estimate.standard_error:.{digits}f}"
    return f"{100 * estimate.value:.{digits}f}{error}"


def _at_rate(rate: AtRate) -> str:
    luck = "?" if rate.value is not None and rate.false_accepts < _FEW else ""
    return _estimate(rate.value) + luck


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.2f}"


def _right(*headings: str) -> dict[str, str]:
    return dict.fromkeys(headings, "right")


def _width(low: int, high: int | None) -> str:
    return f"{low} px and more" if high is None else f"{low} to {high - 1} px"


def _by(source: str) -> str:
    return {"file": "pairs of a file", "folders": "named by their folders", "names": "named by people"}[source]
