"""Commands about how photoface is set and what becomes of its data: settings, leave-out, data, forget."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, print_json, print_table, say
from photoface.cli.session import deciding, reading, tell
from photoface.config.settings import load_settings, save_settings, settings_file, with_text
from photoface.services.keeping.data_places import data_places


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@json_option
def settings(name: str | None, value: str | None, as_json: bool) -> None:
    """Shows the settings, or gives NAME another VALUE: theme, language, threads, wrong. The window has the same."""
    now = load_settings()
    if name is not None:
        now = with_text(now, name, value if value is not None else str(getattr(now, name, "")))
        if value is not None:
            save_settings(now)
    rows = [{"name": key, "value": each} for key, each in asdict(now).items() if name in (None, key)]
    if as_json:
        print_json(rows)
        return
    print_table({"setting": "left", "value": "left"}, ((str(row["name"]), str(row["value"])) for row in rows))
    if name is None:
        say(f"\nThey are in {settings_file()}")


@click.command()
@click.argument("patterns", nargs=-1)
@click.option("--nothing", is_flag=True, help="Leave nothing out any more.")
@library_option
@json_option
def leave_out(patterns: tuple[str, ...], nothing: bool, library: Path, as_json: bool) -> int:
    """Leaves out files and folders of these names (`Screenshots`, `*.gif`) or paths; without PATTERNS, lists them.

    It counts from the next `photoface index` on: they leave all views; names in them are kept, and come back with them.
    """
    from photoface.services.places import exclusions

    if not patterns and not nothing:
        with reading(library) as opened:
            known = exclusions.exclusions_of(opened).patterns
        if as_json:
            print_json({"pattern": each} for each in known)
        else:
            say("\n".join(known) or "Nothing is left out.")
        return 0
    with deciding(library) as opened:
        leaving = exclusions.preview(opened, patterns)
        outcome = exclusions.set_exclusions(opened, patterns)
    if not as_json and outcome.operation_id is not None:
        named = count(leaving.named, "photo")
        say(f"{count(leaving.files, 'file')} leave at the next index; {named} of them with a name.")
    return tell(outcome, as_json)


@click.command()
@click.option("--yes", is_flag=True, help="Really delete it; there is no way back.")
@click.option("--snapshots", is_flag=True, help="Delete the snapshots too, which hold all of it as well.")
@library_option
@json_option
def forget(yes: bool, snapshots: bool, library: Path, as_json: bool) -> None:
    """Deletes all face data of a library: faces, groups, names, corrections, history. Photos are not touched.

    Its folders are not indexed any more, until one is added again. Without --yes it only tells what there is.
    """
    from photoface.services.keeping.forgetting import face_data, forget_faces

    if yes:
        with deciding(library) as opened:
            found = forget_faces(opened, with_snapshots=snapshots)
    else:
        with reading(library) as opened:
            found = face_data(opened)
    if as_json:
        print_json([asdict(found) | {"deleted": yes}])
        return
    told = ", ".join(
        (
            count(found.faces, "face"),
            count(found.groups, "group"),
            count(found.people, "named person", "named people"),
            count(found.decisions, "step") + " of the history",
        )
    )
    say(f"deleted: {told}" if yes else f"{told}; to delete all of it: photoface forget --yes")
    if found.snapshots and not (yes and snapshots):
        say(f"{count(found.snapshots, 'snapshot')} still hold all of it (--snapshots deletes them too)")


@click.command()
@library_option
@json_option
def data(library: Path, as_json: bool) -> None:
    """Where the data of photoface is, and how much there is of it."""
    places = data_places(library)
    if as_json:
        print_json({"what": each.what.value, "path": str(each.path), "bytes": each.bytes} for each in places)
        return
    cells = ((each.what.value, f"{each.bytes / 1e6:,.1f} MB", str(each.path)) for each in places)
    print_table({"what": "left", "size": "right", "where": "left"}, cells)
