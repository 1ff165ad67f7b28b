"""Commands of the main job: index, and run, which `make run` calls."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import click

from photoface.app import indexing, model_store, models_ready, open_library
from photoface.cli.common import count, given_path, json_option, library_option, program_name, say, shown
from photoface.cli.progress import IndexPrinter, JsonPrinter, Printer, stop_on_ctrl_c
from photoface.cli.session import tell
from photoface.config.paths import library_folder
from photoface.domain.errors import NotFound
from photoface.domain.events import Finished
from photoface.services.calibration.calibrating import refresh
from photoface.services.groups.grouping import apply_plan, group_new_faces, plan_regrouping
from photoface.services.library import Library
from photoface.services.packs.model_change import record_pack
from photoface.services.places.pausing import watched
from photoface.services.showing import views

STOPPED = 130


@click.command()
@click.argument("folders", metavar="[FOLDER...]", nargs=-1)
@click.option("--retry", is_flag=True, help="Try files again that could not be read last time.")
@click.option("--watch", is_flag=True, help="Then follow all folders, and read what comes, until Ctrl-C.")
@library_option
@json_option
def index(folders: tuple[str, ...], retry: bool, watch: bool, library: Path, as_json: bool) -> int:
    """Finds faces and people in folders of photos; without a FOLDER, looks for what is new in all of them.

    Ctrl-C stops cleanly; the next run goes on where this one stopped.
    """
    paths, printer = [given_path(folder) for folder in folders], JsonPrinter() if as_json else IndexPrinter()
    if not watch:
        return _index(library, paths, retry, printer)
    from photoface.cli import watching

    with stop_on_ctrl_c() as cancel:
        with open_library(library, write=True) as opened:
            code = _index_opened(opened, cancel, paths, retry, printer)
        if code == 0:
            watching.watch(library, cancel, as_json)
        return code


@click.command(hidden=True)
@click.option("--photos", required=True, help="The folder to begin with.")
def run(photos: str) -> int:
    """Sets nothing up, but does the rest of `make run`: indexes a folder, prints the people, says what to type next."""
    folder = given_path(photos)
    if not os.path.isdir(folder):
        raise NotFound(f"There is no folder {photos}. Choose one: make run PHOTOS=/path/to/your/photos")
    code = _index(library_folder(), [folder], False, IndexPrinter())
    if code == 0:
        _print_people(library_folder())
    return code


def change_models(library: Path, pack: str, as_json: bool) -> int:
    """The library works with this pack from now on: every photo is read again, then all faces are grouped anew."""
    printer = JsonPrinter() if as_json else IndexPrinter()
    with stop_on_ctrl_c() as cancel, open_library(library, write=True) as opened:
        code = tell(record_pack(opened, model_store(), pack), as_json)
        with printer:
            for event in indexing(opened).run([], cancel):
                printer.show(event)
        if cancel.is_set():
            return STOPPED
        regrouped = tell(apply_plan(opened, plan_regrouping(opened)), as_json)
        return min(code, regrouped)


def _index(library: Path, folders: list[bytes], retry: bool, printer: Printer) -> int:
    with stop_on_ctrl_c() as cancel, open_library(library, write=True) as opened:
        return _index_opened(opened, cancel, folders, retry, printer)


def _index_opened(opened: Library, cancel: Event, folders: list[bytes], retry: bool, printer: Printer) -> int:
    with printer:
        models_ready(opened)
        finished: Finished | None = None
        for event in indexing(opened).run(folders, cancel, retry=retry):
            printer.show(event)
            finished = event if isinstance(event, Finished) else finished
        if not cancel.is_set():
            printer.show(group_new_faces(opened))
            refresh(opened)
    if isinstance(printer, IndexPrinter):
        _tell_paused(opened)
    return STOPPED if finished is not None and finished.stopped else 0


def _tell_paused(library: Library) -> None:
    """Who wonders where new photos are need not search."""
    for folder in sorted(watched(library).paused):
        say(f"{shown(folder)} is paused and was not looked at; resume it: photoface folders --resume FOLDER")


def _print_people(library: Path) -> None:
    with open_library(library, write=False) as opened:
        found = views.everybody(opened, hidden=False)
    persons, groups = found.people, found.groups
    large = [group for group in groups if group.faces > 1]
    say(f"\n{count(len(persons), 'named person', 'named people')}, {count(len(large), 'group')} without a name:")
    for group in large[:10]:
        say(f"  group {group.cluster_id}: {count(group.faces, 'face')} in {count(group.photos, 'photo')}")
    first = large[0].cluster_id if large else 1
    call = program_name()
    say(f"\nSee all of them:        {call} people\nSee the faces of one:   {call} faces --group {first}")
    say(f'Give one a name:        {call} name {first} "NAME"\nTake that back:         {call} undo')
