"""The commands that measure: how good is photoface, on these photos?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from photoface.app import analyzing, models_ready_to_look
from photoface.cli.common import json_option, library_option
from photoface.cli.evaluate_options import (
    counter,
    folder,
    output_options,
    seed_option,
    tell_report,
    truth,
    truth_options,
)
from photoface.cli.session import reading
from photoface.services.evaluation.splits import Draw
from photoface.services.evaluation.truth import SOURCES


@click.group(invoke_without_command=True)
@click.option("--truth", "source", type=click.Choice(SOURCES), help="What says who is who: names where there are some.")
@click.option("--folder", metavar="FOLDER", help="Only photos below this folder.")
@library_option
@json_option
@click.pass_context
def evaluate(context: click.Context, /, source: str | None, **options: Any) -> None:
    """How good is photoface? Measures it against the truth; libraries and photos stay as they are.

    Without a command: the key figures of this library. The truth are folders named after people, or the names that
    you gave (--truth names).
    """
    if context.invoked_subcommand is not None:
        context.obj = str(options["library"])
        if source or options["folder"] or options["as_json"]:
            raise click.UsageError(
                f"Options stand after the command: photoface evaluate {context.invoked_subcommand} ..."
            )
        return
    from photoface.services.evaluation.summary import summary

    with reading(options["library"]) as opened:
        report = summary(opened, source, folder(options))
    tell_report(report, options | {"plot": None})


@evaluate.command()
@click.argument("pairs_file", metavar="[PAIRS-FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--folds", type=click.IntRange(2, 100), help="Default: as the file says, else 10.")
@truth_options
@seed_option
@output_options
def pairs(pairs_file: Path | None, folds: int | None, **options: Any) -> None:
    """Are two faces one person? Accuracy in folds, AUC, EER, VAL and TAR at FAR.

    PAIRS-FILE lists pairs of photos as LFW's pairs.txt does: NAME 1 2, or NAME 1 OTHER 1. Without it: all pairs.
    """
    from photoface.services.evaluation.pairs import pairs_of_file, pairs_of_library

    with reading(options["library"]) as opened:
        if pairs_file is None:
            report = pairs_of_library(opened, truth(options), folds, options["seed"])
        else:
            report = pairs_of_file(opened, pairs_file, folder(options), folds)
    tell_report(report, options)


@evaluate.command()
@click.option("--algorithm", type=click.Choice(["average", "dbscan"]), help="Groups anew on paper, in this manner.")
@click.option("--wrong", type=click.FloatRange(0.0001, 0.5), help="Groups anew, with this share of wrong mates: 0.01.")
@click.option("--curve", is_flag=True, help="Also groups at shares from 0.1 to 0.001; --plot does so too.")
@truth_options
@output_options
def clusters(algorithm: str | None, wrong: float | None, curve: bool, **options: Any) -> None:
    """Are the groups people? BCubed and pairwise precision, recall and F of the groups as they are, or on paper."""
    from photoface.services.evaluation.clusters import clusters as measured

    with reading(options["library"]) as opened:
        report = measured(opened, truth(options), algorithm, wrong, curve=curve or options["plot"] is not None)
    tell_report(report, options)


@evaluate.command()
@click.option("--repeats", type=click.IntRange(1, 1000), default=10, show_default=True, help="Random splits.")
@truth_options
@seed_option
@output_options
def identify(repeats: int, **options: Any) -> None:
    """Who is it? Rank-1 among strangers, the open set, and nearest neighbour beside SVM and kNN."""
    from photoface.services.evaluation.identify import identify as measured

    with reading(options["library"]) as opened:
        report = measured(opened, truth(options), repeats, options["seed"])
    tell_report(report, options)


@evaluate.command()
@click.argument("annotations", metavar="ANNOTATIONS", type=click.Path(path_type=Path))
@click.option("--photos", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the pictures are.")
@output_options
def detect(annotations: Path, photos: Path | None, **options: Any) -> None:
    """Are the faces found? Recall and precision against true boxes.

    ANNOTATIONS is an XML of dlib's imglab, or JSON: {"images": [{"file": "a.jpg", "boxes": [[x, y, width, height]]}]}.
    """
    from photoface.services.evaluation.annotations import read_annotations
    from photoface.services.evaluation.detect import detect as measured

    annotated = read_annotations(annotations, photos)
    with reading(options["library"]) as opened, analyzing(opened) as analyzer, counter() as told:
        report = measured(analyzer, opened.embedding().detector, annotated, told)
    tell_report(report, options)


@evaluate.command()
@click.option("--sample", type=click.IntRange(4), default=160, show_default=True, help="How many faces.")
@truth_options
@seed_option
@output_options
def robustness(sample: int, **options: Any) -> None:
    """What do bad pictures cost? JPEG quality 90 to 10 and face widths 112 to 14 pixels, on temporary copies."""
    from photoface.services.evaluation.robustness import robustness as measured

    with reading(options["library"]) as opened, counter() as told:
        models_ready_to_look(opened)
        draw = Draw(sample, options["seed"])
        report = measured(opened, lambda: analyzing(opened), truth(options), draw, told)
    tell_report(report, options)


@evaluate.command()
@click.option("--sample", type=click.IntRange(4), default=500, show_default=True, help="How many faces.")
@truth_options
@seed_option
@output_options
def embeddings(sample: int, **options: Any) -> None:
    """What does storing cost? Embeddings fresh from the pipeline against the stored ones."""
    from photoface.services.evaluation.stored_form import stored_form

    with reading(options["library"]) as opened, analyzing(opened) as analyzer, counter() as told:
        report = stored_form(opened, analyzer, truth(options), Draw(sample, options["seed"]), told)
    tell_report(report, options)


@evaluate.command()
@click.option("--at-least", type=click.IntRange(2), default=5, show_default=True, help="Who has fewer is a stranger.")
@truth_options
@output_options
def effort(at_least: int, **options: Any) -> None:
    """How few answers does it take? An oracle answers the review of a copy until everybody carries the right name."""
    from photoface.services.evaluation.effort import effort as measured

    with reading(options["library"]) as opened, counter("faces with the right name") as told:
        report = measured(opened, truth(options), at_least, told)
    tell_report(report, options)
