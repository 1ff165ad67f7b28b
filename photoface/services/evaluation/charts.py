"""What a plot shows, as values; whoever presents it draws it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """A named curve; errors: standard errors of ys, where there are any."""

    name: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    errors: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One pair of axes. log_x: x is a rate or a number of many sizes."""

    title: str
    x_label: str
    y_label: str
    series: tuple[Series, ...]
    log_x: bool = False


def series(name: str, points: Sequence[tuple[float, float]]) -> Series:
    """A curve of points (x, y)."""
    return Series(name, tuple(x for x, _ in points), tuple(y for _, y in points))
