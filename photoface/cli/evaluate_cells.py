"""How figures look: in per cent with their errors, and as JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import Any

from photoface.cli.common import count, print_table, say
from photoface.matching.intervals import wilson
from photoface.matching.pair_figures import FEW, AtRate, Estimate, Verification

_MANY = 100  # people; with so many a perfect figure means 96 % or more


def plain(value: Any) -> Any:
    """A report as JSON has it; a number that is none becomes null."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def print_verification(figures: dict[str, Verification]) -> None:
    """A table of all figures, a column for each name."""
    first = next(iter(figures.values()))
    say(f"{count(first.genuine, 'pair')} of one person, {count(first.impostors, 'pair')} of two; {first.folds} folds")
    print_table({"": "left", **right(*(f"{name} %" for name in figures))}, _verification_rows(list(figures.values())))
    rates = [rate for each in figures.values() for rate in (*each.val, *each.tar)]
    say_doubts([(rate.value, rate.false_accepts) for rate in rates], "pairs of strangers")


def say_doubts(figures: Iterable[tuple[Estimate | None, int]], strangers: str) -> None:
    """What the marks in a table mean, where there are any; a figure and how many strangers decide it."""
    marks = {"-" if figure is None else doubt(figure, number) for figure, number in figures}
    if "-" in marks:
        say(f"-: too few {strangers} for this rate")
    if "?" in marks:
        say(f"?: fewer than {FEW} {strangers} decide it, so it is mostly luck")


def doubt(figure: Estimate | None, strangers: int) -> str:
    """A question mark where luck decides."""
    return "?" if figure is not None and strangers < FEW else ""


def _verification_rows(figures: list[Verification]) -> Iterable[tuple[str, ...]]:
    yield "accuracy", *(estimate(each.accuracy) for each in figures)
    yield "threshold (rad)", *("-" if each.threshold is None else f"{each.threshold:.3f}" for each in figures)
    yield "AUC", *(estimate(each.auc, 3) for each in figures)
    yield "EER", *(estimate(each.eer) for each in figures)
    for at, rate in enumerate(figures[0].val):
        yield f"VAL at FAR {rate.rate:g}", *(at_rate(each.val[at]) for each in figures)
    for at, rate in enumerate(figures[0].tar):
        yield f"TAR at FAR {rate.rate:g}", *(at_rate(each.tar[at]) for each in figures)


def estimate(figure: Estimate | None, digits: int = 2) -> str:
    """In per cent, with its standard error."""
    if figure is None:
        return "-"
    error = "" if figure.standard_error is None else f" ± {100 * figure.standard_error:.{digits}f}"
    return f"{100 * figure.value:.{digits}f}{error}"


def at_rate(rate: AtRate) -> str:
    """The same, with a question mark where luck decides."""
    return estimate(rate.value) + doubt(rate.value, rate.false_accepts)


def span(sure: tuple[float, float] | None) -> str:
    """An interval in per cent."""
    return "" if sure is None else f"{100 * sure[0]:.1f} to {100 * sure[1]:.1f}"


def say_sure() -> None:
    """What an interval is."""
    say("95 % sure: for other people like these (Wilson's interval; a person or group counts as one trial at most)")


def say_few(people: int) -> None:
    """That few people prove little, where they are few."""
    if people < _MANY:
        low = 100 * wilson(1.0, people)[0]
        say(
            f"only {count(people, 'person', 'people')}: even 100 % here means {low:.0f} % or more for others, 95 % sure"
        )


def percent(share: float | None) -> str:
    """A share in per cent; - for none."""
    return "-" if share is None else f"{100 * share:.2f}"


def right(*headings: str) -> dict[str, str]:
    """Columns of numbers."""
    return dict.fromkeys(headings, "right")


def width(low: int, high: int | None) -> str:
    """A class of face widths, ``high`` not in it."""
    return f"{low} px and more" if high is None else f"{low} to {high - 1} px"


def by(source: str) -> str:
    """Where the truth comes from."""
    return {"file": "pairs of a file", "folders": "named by their folders", "names": "named by people"}[source]
