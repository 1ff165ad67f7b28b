"""Draws charts into a file. matplotlib is imported only here, and only when a plot is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.domain.errors import BadRequest, NotFound, PhotofaceError
from photoface.services.evaluation.charts import Chart

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ENDINGS = (".svg", ".png")
_INCHES = (6.0, 4.2)


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
        errors = line.errors or None
        axes.errorbar(line.xs, line.ys, yerr=errors, label=line.name, marker=_marker(line.xs), markersize=4, capsize=2)
    if chart.log_x and any(x > 0 for line in chart.series for x in line.xs):
        axes.set_xscale("log")
    axes.set_title(chart.title)
    axes.set_xlabel(chart.x_label)
    axes.set_ylabel(chart.y_label)
    axes.grid(alpha=0.3)
    if len(chart.series) > 1:
        axes.legend()


def _marker(xs: Sequence[float]) -> str:
    return "o" if len(xs) <= 20 else ""
