"""What the commands of `photoface evaluate` share: where the truth is, and where the report goes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from photoface.cli.common import given_path, json_option, library_option, print_json, say
from photoface.services.evaluation.truth import SOURCES, Truth

_F = TypeVar("_F", bound=Callable[..., Any])


def truth_options(command: _F) -> _F:
    """Adds --truth and --folder; the command gets both under these names."""
    source = click.option(
        "--truth", type=click.Choice(SOURCES), default="folders", show_default=True, help="What says who is who."
    )
    return source(click.option("--folder", metavar="FOLDER", help="Only photos below this folder.")(command))


def output_options(command: _F) -> _F:
    """Adds --library, --json and --plot; the command gets library, as_json, plot."""
    plot = click.option(
        "--plot", type=click.Path(path_type=Path), callback=_checked, metavar="FILE", help="Draws an .svg or .png."
    )
    return library_option(json_option(plot(command)))


def seed_option(command: _F) -> _F:
    """Adds --seed; the command gets ``seed``."""
    return click.option("--seed", type=int, default=0, show_default=True, help="Other numbers draw other faces.")(
        command
    )


def _checked(_context: click.Context, _option: click.Parameter, plot: Path | None) -> Path | None:
    if plot is not None:
        from photoface.cli.charts import check_plot

        check_plot(plot)
    return plot


def truth(options: dict[str, Any]) -> Truth:
    """What --truth and --folder say."""
    return Truth(options["truth"], folder(options))


def folder(options: dict[str, Any]) -> bytes | None:
    """What --folder says, absolute."""
    return given_path(options["folder"]) if options["folder"] else None


def tell_report(report: Any, options: dict[str, Any]) -> None:
    """Prints a report as --json says, and draws it where --plot says."""
    from photoface.cli import evaluate_effort, evaluate_pictures, evaluate_summary  # noqa: F401 - they tell show() of their reports
    from photoface.cli.evaluate_cells import plain
    from photoface.cli.evaluate_tables import show

    print_json([plain(report)]) if options["as_json"] else show(report)
    if options["plot"] is not None:
        from photoface.cli.charts import draw

        draw(report.charts, options["plot"])
        if not options["as_json"]:
            say(f"drawn: {options['plot']}")


@contextmanager
def counter(what: str = "pictures") -> Iterator[Callable[[int, int], None]]:
    """A function that says on a terminal how far it is."""
    shown = sys.stderr.isatty()

    def told(done: int, total: int) -> None:
        if shown:
            print(f"\r{done:,} of {total:,} {what}", end="", file=sys.stderr, flush=True)

    yield told
    if shown:
        print(file=sys.stderr)
