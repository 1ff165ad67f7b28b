"""The commands that measure: how good is photoface, on these photos?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from photoface.app import analyzing, models_ready_to_look
from photoface.cli.common import given_path, json_option, library_option, print_json, say
from photoface.cli.session import reading
from photoface.services.evaluation.splits import Draw
from photoface.services.evaluation.truth import SOURCES, Truth

_F = TypeVar("_F", bound=Callable[..., Any])
_FOLDER_HELP = "Only photos below this folder."


@click.group()
def evaluate() -> None:
    """How good is photoface? Measures it against the truth; libraries and photos stay as they are.

    The truth are folders named after people, or the names that you gave (--truth names).
    """


def _truth_options(command: _F) -> _F:
    """Adds --truth and --folder; the command gets both under these names."""
    source = click.option(
        "--truth", type=click.Choice(SOURCES), default="folders", show_default=True, help="What says who is who."
    )
    return source(click.option("--folder", metavar="FOLDER", help=_FOLDER_HELP)(command))


def _output_options(command: _F) -> _F:
    """Adds --library, --json and --plot; the command gets library, as_json, plot."""
    plot = click.option(
        "--plot", type=click.Path(path_type=Path), callback=_checked, metavar="FILE", help="Draws an .svg or .png."
    )
    return library_option(json_option(plot(command)))


def _seed_option(command: _F) -> _F:
    return click.option("--seed", type=int, default=0, show_default=True, help="Other numbers draw other faces.")(
        command
    )


def _checked(_context: click.Context, _option: click.Parameter, plot: Path | None) -> Path | None:
    if plot is not None:
        from photoface.cli.charts import check_plot

        check_plot(plot)
    return plot


@evaluate.command()
@click.argument("pairs_file", metavar="[PAIRS-FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--folds", type=click.IntRange(2, 100), help="Default: as the file says, else 10.")
@_truth_options
@_seed_option
@_output_options
def pairs(pairs_file: Path | None, folds: int | None, **options: Any) -> None:
    """Are two faces one person? Accuracy in folds, AUC, EER, VAL and TAR at FAR.

    PAIRS-FILE lists pairs of photos as LFW's pairs.txt does: NAME 1 2, or NAME 1 OTHER 1. Without it: all pairs.
    """
    from photoface.services.evaluation.pairs import pairs_of_file, pairs_of_library

    with reading(options["library"]) as opened:
        if pairs_file is None:
            report = pairs_of_library(opened, _truth(options), folds, options["seed"])
        else:
            report = pairs_of_file(opened, pairs_file, _folder(options), folds)
    _tell(report, options)


@evaluate.command()
@click.option("--algorithm", type=click.Choice(["average", "dbscan"]), help="Groups anew on paper, in this manner.")
@click.option("--wrong", type=click.FloatRange(0.0001, 0.5), help="Groups anew, with this share of wrong mates: 0.01.")
@click.option("--curve", is_flag=True, help="Also groups at shares from 0.1 to 0.001; --plot does so too.")
@_truth_options
@_output_options
def clusters(algorithm: str | None, wrong: float | None, curve: bool, **options: Any) -> None:
    """Are the groups people? BCubed and pairwise precision, recall and F of the groups as they are, or on paper."""
    from photoface.services.evaluation.clusters import clusters as measured

    with reading(options["library"]) as opened:
        report = measured(opened, _truth(options), algorithm, wrong, curve=curve or options["plot"] is not None)
    _tell(report, options)


@evaluate.command()
@click.option("--repeats", type=click.IntRange(1, 1000), default=10, show_default=True, help="Random splits.")
@_truth_options
@_seed_option
@_output_options
def identify(repeats: int, **options: Any) -> None:
    """Who is it? Rank-1 among strangers, the open set, and nearest neighbour beside SVM and kNN."""
    from photoface.services.evaluation.identify import identify as measured

    with reading(options["library"]) as opened:
        report = measured(opened, _truth(options), repeats, options["seed"])
    _tell(report, options)


@evaluate.command()
@click.argument("annotations", metavar="ANNOTATIONS", type=click.Path(path_type=Path))
@click.option("--photos", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the pictures are.")
@_output_options
def detect(annotations: Path, photos: Path | None, **options: Any) -> None:
    """Are the faces found? Recall and precision against true boxes.

    ANNOTATIONS is an XML of dlib's imglab, or JSON: {"images": [{"file": "a.jpg", "boxes": [[x, y, width, height]]}]}.
    """
    from photoface.services.evaluation.annotations import read_annotations
    from photoface.services.evaluation.detect import detect as measured

    annotated = read_annotations(annotations, photos)
    with reading(options["library"]) as opened, analyzing(opened) as analyzer, _counter() as told:
        report = measured(analyzer, opened.embedding().detector, annotated, told)
    _tell(report, options)


@evaluate.command()
@click.option("--sample", type=click.IntRange(4), default=160, show_default=True, help="How many faces.")
@_truth_options
@_seed_option
@_output_options
def robustness(sample: int, **options: Any) -> None:
    """What do bad pictures cost? JPEG quality 90 to 10 and face widths 112 to 14 pixels, on temporary copies."""
    from photoface.services.evaluation.robustness import robustness as measured

    with reading(options["library"]) as opened, _counter() as told:
        models_ready_to_look(opened)
        draw = Draw(sample, options["seed"])
        report = measured(opened, lambda: analyzing(opened), _truth(options), draw, told)
    _tell(report, options)


@evaluate.command()
@click.option("--sample", type=click.IntRange(4), default=500, show_default=True, help="How many faces.")
@_truth_options
@_seed_option
@_output_options
def embeddings(sample: int, **options: Any) -> None:
    """What does storing cost? Embeddings fresh from the pipeline against the stored ones."""
    from photoface.services.evaluation.stored_form import stored_form

    with reading(options["library"]) as opened, analyzing(opened) as analyzer, _counter() as told:
        report = stored_form(opened, analyzer, _truth(options), Draw(sample, options["seed"]), told)
    _tell(report, options)


def _truth(options: dict[str, Any]) -> Truth:
    return Truth(options["truth"], _folder(options))


def _folder(options: dict[str, Any]) -> bytes | None:
    return given_path(options["folder"]) if options["folder"] else None


def _tell(report: Any, options: dict[str, Any]) -> None:
    from photoface.cli.evaluate_tables import plain, show

    print_json([plain(report)]) if options["as_json"] else show(report)
    if options["plot"] is not None:
        from photoface.cli.charts import draw

        draw(report.charts, options["plot"])
        if not options["as_json"]:
            say(f"drawn: {options['plot']}")


@contextmanager
def _counter() -> Iterator[Callable[[int, int], None]]:
    """A function that says on a terminal how far it is."""
    shown = sys.stderr.isatty()

    def told(done: int, total: int) -> None:
        if shown:
            print(f"\r{done:,} of {total:,} pictures", end="", file=sys.stderr, flush=True)

    yield told
    if shown:
        print(file=sys.stderr)
