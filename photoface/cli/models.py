"""Commands about models: list, install, import, use, verify."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from photoface.app import model_store
from photoface.cli.common import json_option, library_option, print_json, print_table, say
from photoface.domain.errors import ModelsMissing
from photoface.services.packs import models as service
from photoface.vision.model_store import ModelStore


@click.group()
def models() -> None:
    """The models that find and tell faces apart: which there are, and how to get them."""


@models.command("list")
@json_option
def list_models(as_json: bool) -> None:
    """Lists packs and models: installed or not, measured or not, licence, size."""
    rows = list(_rows(model_store()))
    if as_json:
        print_json(rows)
        return
    for kind, heading in (("pack", "Pack"), ("model", "Model")):
        columns = {
            heading: "left",
            "For": "left",
            "Installed": "left",
            "Measured": "left",
            "MB": "right",
            "Licence": "left",
        }
        print_table({**columns, "": "left"}, (_cells(row) for row in rows if row["kind"] == kind))


@models.command()
@click.argument("name", required=False)
@click.option("--mirror", "mirrors", multiple=True, metavar="FOLDER-OR-ADDRESS", help="Asked before all other sources.")
@json_option
def install(name: str | None, mirrors: tuple[str, ...], as_json: bool) -> None:
    """Installs a pack or a model; without NAME the best pack that can be had."""
    from photoface.cli.models_progress import InstallPrinter, JsonPrinter, SentencePrinter

    store = model_store()
    printer: InstallPrinter = JsonPrinter() if as_json else SentencePrinter()
    with printer:
        for event in service.install(store, name, service.mirrors(mirrors)):
            printer.show(event)
    if not as_json:
        say(f"Models are in {store.folder}")


@models.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--name", help="What to call it (default: after the file).")
@click.option("--licence", default="unknown", help="Under which licence you have it.")
@click.option("--channels", type=click.Choice(["RGB", "BGR"]), default="RGB", help="The order of its colours.")
@click.option("--mean", type=float, default=127.5, help="What is taken off each of 0..255 (default 127.5).")
@click.option(
    "--scale", type=click.FloatRange(min=0, min_open=True), default=127.5, help="What the rest is divided by."
)
@json_option
def import_model(file: Path, name: str | None, as_json: bool, **said: Any) -> None:
    """Takes in an ArcFace-type ONNX FILE of your own: 112x112 in, 512 numbers out. It counts as unmeasured."""
    wanted = service.Import(name or service.name_for(file), **said)
    store = service.import_model(model_store(), file, wanted)
    if as_json:
        print_json(row for row in _rows(store) if row["name"] == wanted.name)
        return
    say(
        f"{wanted.name} is installed (licence: {wanted.licence}). It is unmeasured: nobody knows yet how often it errs."
    )


@models.command()
@click.argument("pack")
@library_option
@json_option
def use(pack: str, library: Path, as_json: bool) -> int:
    """Makes a library work with another pack: reads all photos again and groups anew. Names and corrections stay.

    Ctrl-C stops cleanly; `photoface models use PACK` goes on, with the old pack's name it goes back.
    """
    from photoface.cli.indexing import change_models

    return change_models(library, pack, as_json)


@models.command()
@json_option
def verify(as_json: bool) -> None:
    """Hashes every file of every installed model."""
    problems: list[str] = []
    for result in service.verify(model_store()):
        problems += [result.model.name] if result.problem else []
        if as_json:
            print_json([{"name": result.model.name, "ok": result.problem is None, "problem": result.problem}])
        else:
            say(f"{result.model.name}: {result.problem or 'as it was installed'}")
    if problems:
        raise ModelsMissing(
            f"{', '.join(problems)}: not as installed, and not used until mended (each line above says how)"
        )


def _rows(store: ModelStore) -> Iterator[Mapping[str, Any]]:
    for pack in service.pack_states(store):
        parts = {"detector": pack.pack.detector, "embedder": pack.pack.embedder}
        yield {"kind": "pack", "name": pack.pack.name, "title": pack.pack.title, "task": "detection and embedding",
               "installed": pack.installed, "measured": pack.measured, "bytes": pack.bytes,
               "licence": ", ".join(pack.licences), **parts}  # fmt: skip
    for state in service.model_states(store):
        model = state.model
        yield {"kind": "model", "name": model.name, "title": model.title, "task": model.task,
               "installed": state.installed, "measured": model.measured, "bytes": state.bytes,
               "licence": model.licence, "licence_url": model.licence_url, "imported": model.imported}  # fmt: skip


def _cells(row: Mapping[str, Any]) -> list[str]:
    installed, measured = "yes" if row["installed"] else "-", "yes" if row["measured"] else "unmeasured"
    return [row["name"], row["task"], installed, measured, f"{row['bytes'] / 1e6:.1f}", row["licence"], row["title"]]
