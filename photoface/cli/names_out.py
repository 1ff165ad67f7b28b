"""export-names: names into sidecars or photos, for other programs and other computers. Only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from photoface.app import exporting
from photoface.cli.common import count, given_path, json_option, library_option, path_fields, print_json, say, shown
from photoface.cli.names_progress import counting
from photoface.cli.progress import stop_on_ctrl_c
from photoface.cli.session import NOTHING_DONE, deciding, reading
from photoface.domain.writing_events import NamesChanged, NamesEvent, NamesFinished, NamesRefused, NamesUnchanged
from photoface.services.exporting.wishes import ExportOptions
from photoface.store.written import runs

STOPPED = 130


@click.command("export-names")
@click.argument("folders", metavar="[FOLDER...]", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Only tell what would change in which file.")
@click.option("--into-files", is_flag=True, help="Into the photos themselves (needs exiftool), not beside them.")
@click.option("--else-beside", is_flag=True, help="With --into-files: beside those that cannot be written into.")
@click.option("--keywords", is_flag=True, help="Names also as keywords.")
@click.option("--names-only", is_flag=True, help="Without photoface's own record, from which all can be rebuilt.")
@click.option("--short-names", is_flag=True, help="New sidecars are photo.xmp, not photo.jpg.xmp.")
@click.option("--keep-time", is_flag=True, help="Photos keep their time of change.")
@click.option("--take-out", is_flag=True, help="Takes out all that photoface ever wrote.")
@click.option("--undo", "undo_run", is_flag=False, flag_value="latest", help="Undoes a run, the latest by default.")
@click.option("--runs", "list_runs", is_flag=True, help="Lists the runs.")
@library_option
@json_option
def export_names(  # noqa: PLR0913, PLR0917 - one for each option
    folders: tuple[str, ...],
    dry_run: bool,
    into_files: bool,
    else_beside: bool,
    keywords: bool,
    names_only: bool,
    short_names: bool,
    keep_time: bool,
    take_out: bool,
    undo_run: str | None,
    list_runs: bool,
    library: Path,
    as_json: bool,
) -> int:
    """Writes the names that you decided into .xmp files beside your photos, or into the photos.

    What other programs wrote stays. Nothing is ever written without this command.
    """
    if list_runs:
        return _list_runs(library, as_json)
    options = ExportOptions(
        "file" if into_files else "sidecar",
        tuple(map(given_path, folders)),
        keywords,
        not names_only,
        not short_names,
        keep_time,
        take_out,
        else_beside,
    )
    with stop_on_ctrl_c() as cancel, (reading if dry_run else deciding)(library) as opened:
        service = exporting(opened)
        if undo_run is not None:
            number = None if undo_run == "latest" else int(undo_run)
            return _tell(service.undo(cancel, number), "put back", as_json)
        words = "would be written" if dry_run else "written"
        told = _Told()
        code = _tell(told.of(service.run(options, cancel, dry_run=dry_run)), words, as_json, in_detail=dry_run)
        if told.refused and into_files and not else_beside and not as_json:
            say("  what cannot be written into a photo is written beside it with --else-beside")
        return code


@dataclass
class _Told:
    """refused: whether a file was, for another reason than a full disk."""

    refused: bool = False

    def of(self, events: Iterable[NamesEvent]) -> Iterator[NamesEvent]:
        for event in events:
            self.refused |= isinstance(event, NamesRefused) and event.kind == "refused"
            yield event


def _tell(events: Iterable[NamesEvent], words: str, as_json: bool, *, in_detail: bool = False) -> int:
    code = 0
    with counting("files", as_json) as show:
        for event in events:
            if as_json:
                print_json([_row(event)])
            match event:
                case NamesFinished():
                    code = STOPPED if event.stopped else 0 if event.changed else NOTHING_DONE
                    if not as_json:
                        _say_end(event, words)
                case NamesRefused():
                    if not as_json:
                        say(f"{shown(event.path)}: {event.reason}")
                case NamesChanged():
                    show(event.done, event.total)
                    if in_detail and not as_json:
                        say(f"{shown(event.target_path)}\n    " + "\n    ".join(event.lines))
                case NamesUnchanged():
                    show(event.done, event.total)
    return code


def _say_end(event: NamesFinished, words: str) -> None:
    say(f"{count(event.changed, 'file')} {words}, {event.unchanged:,} as they should be, {event.refused:,} refused")
    if event.run_id is not None and words == "written":
        say(f"  photoface export-names --undo {event.run_id} puts everything back")


def _row(event: NamesEvent) -> dict[str, object]:
    row: dict[str, object] = {"event": type(event).__name__.lower()}
    for name in event.__slots__:
        value = getattr(event, name)
        field = {"path": "photo", "target_path": "file"}.get(name, name)
        row |= path_fields(value, field) if isinstance(value, bytes) else {field: value}
    return row


def _list_runs(library: Path, as_json: bool) -> int:
    with reading(library) as opened:
        found = runs(opened.db)
    if as_json:
        print_json(
            {"run": run.run_id, "at": run.at, "target": run.target, "files": run.files, "undone_at": run.undone_at}
            for run in found
        )
        return 0
    for run in found:
        state = f"undone {run.undone_at}" if run.undone_at else "can be undone"
        say(f"{run.run_id:>5}  {run.at}  {count(run.files, 'file')}, {run.target}; {state}")
    return 0 if found else NOTHING_DONE
