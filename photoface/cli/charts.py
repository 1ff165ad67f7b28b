"""Draws charts into a file. matplotlib is imported only here, and only when a plot is asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.domain.errors import BadRequest, NotFound, PhotofaceError
from photoface.services.evaluation.charts import Chart, Series

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ENDINGS = (".svg", ".png")
_INCHES = (6.0, 4.2)
_FEW = 14  # points that are worth a mark and a tick each
_ROOM = 0.06  # of the axis, that a label takes


def check_plot(path: Path) -> None:
    """Before anything is computed: can a plot be written there? Raises BadRequest, NotFound."""
    if path.suffix.lower() not in ENDINGS:
        raise BadRequest(f"A plot's file ends in {' or '.join(ENDINGS)}; {path.name} does not.")
    if not path.absolute().parent.is_dir():
        raise NotFound(f"There is no folder {path.absolute().parent} to write the plot into.")


def draw(charts: Sequence[Chart], path: Path) -> None:
    """Writes the charts side by side as SVG or PNG, by the file's ending; the same charts give the same file."""
    import matplotlib
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_INCHES[0] * len(charts), _INCHES[1]), layout="constrained")
    for axes, chart in zip(figure.subplots(1, len(charts), squeeze=False)[0], charts, strict=True):
        _draw(axes, chart)
    try:
        with matplotlib.rc_context({"svg.hashsalt": "photoface"}):
            figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix.lower() == ".svg" else None)
    except OSError as error:
        raise PhotofaceError(f"The plot could not be written to {path} ({error.strerror}).") from error


def _draw(axes: Axes, chart: Chart) -> None:
    for line in chart.series:
        few = len(line.xs) <= _FEW
        axes.errorbar(line.xs, line.ys, yerr=line.errors or None, label=line.name, marker="o" if few else "", capsize=2)
    _set_axes(axes, chart)
    if len(chart.series) > 1:
        axes.legend()


def _set_axes(axes: Axes, chart: Chart) -> None:
    xs = [x for line in chart.series for x in line.xs]
    lows = [low for line in chart.series for low in _lows(line)]
    if chart.log_x and any(x > 0 for x in xs):
        axes.set_xscale("log")
    if len(set(xs)) <= _FEW:
        ticks = _apart(sorted(set(xs)), log=axes.get_xscale() == "log")
        axes.set_xticks(ticks, [f"{x:,}" if x >= 1 else f"{x:g}" for x in ticks])
        axes.minorticks_off()
    if lows:
        axes.set_ylim(max(min(*lows, 0.9) - 0.02, -0.02), 1.01)  # all that is drawn are shares
    axes.set_title(chart.title)
    axes.set_xlabel(chart.x_label)
    axes.set_ylabel(chart.y_label)
    axes.grid(alpha=0.3)


def _lows(line: Series) -> list[float]:
    """The lower ends of what is drawn, error bars included."""
    return [y - error for y, error in zip(line.ys, line.errors or [0.0] * len(line.ys), strict=True)]


def _apart(xs: list[float], *, log: bool) -> list[float]:
    """Those of the rising numbers whose labels do not run into the one before."""
    places = [math.log(x) if log and x > 0 else x for x in xs]
    room = _ROOM * (places[-1] - places[0]) if places else 0.0
    kept = list[int]()
    for number, place in enumerate(places):
        if not kept or place - places[kept[-1]] >= room:
            kept.append(number)
    return [xs[number] for number in kept]
