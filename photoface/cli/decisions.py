"""export-decisions and import-decisions: all that people decided, as one JSON file."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import count, given_path, json_option, library_option, print_json, say, shown
from photoface.cli.names_in import carry_out, print_plan
from photoface.cli.progress import stop_on_ctrl_c
from photoface.cli.session import deciding, reading
from photoface.services.decisions.files import read_decisions
from photoface.services.decisions.gathering import gather
from photoface.services.decisions.keeping import write_decisions
from photoface.services.importing.service import plan_decisions


@click.command("export-decisions")
@click.argument("file")
@click.option("--replace", is_flag=True, help="Replace FILE if it is there.")
@library_option
@json_option
def export_decisions(file: str, replace: bool, library: Path, as_json: bool) -> None:
    """Writes all decisions of the library to FILE: names, verdicts, rejections, boxes drawn by hand and so on."""
    path = given_path(file)
    with reading(library) as opened:
        decisions = gather(opened)
    write_decisions(path, decisions, replace=replace)
    faces = sum(len(photo.faces) for photo in decisions.photos)
    if as_json:
        print_json([{"file": shown(path), "people": len(decisions.people), "faces": faces}])
    else:
        say(f"{count(len(decisions.people), 'person', 'people')} and {count(faces, 'face')} written to {shown(path)}")


@click.command("import-decisions")
@click.argument("file")
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@library_option
@json_option
def import_decisions(file: str, dry_run: bool, library: Path, as_json: bool) -> int:
    """Takes over all decisions of FILE, for photos that this library has. What was decided here stays."""
    decisions = read_decisions(given_path(file))
    with stop_on_ctrl_c() as cancel, (reading if dry_run else deciding)(library) as opened:
        plan = plan_decisions(opened, decisions)
        print_plan(opened, plan, as_json)
        return 0 if dry_run else carry_out(opened, plan, cancel, as_json)
