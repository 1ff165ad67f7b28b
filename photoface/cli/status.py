"""Commands about the library as a whole: status, restore, doctor."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.app import open_library
from photoface.cli.common import count, json_option, library_option, path_fields, print_json, print_table, say, shown
from photoface.services.keeping import upkeep
from photoface.store.photo_lists import Counts


@click.command()
@library_option
@json_option
def status(library: Path, as_json: bool) -> None:
    """What is in the library, and which files could not be used, with the reasons."""
    with open_library(library, write=False) as opened:
        summary = upkeep.status(opened)
    failures = [path_fields(each.path) | {"kind": each.kind, "reason": each.reason} for each in summary.failures]
    if as_json:
        print_json([summary.numbers() | {"library": str(library), "failures": failures}])
        return
    say(f"library {library}: " + _in_words(summary.counts))
    say(f"models: {summary.pack or 'none yet'}; groups: {summary.algorithm}, about {summary.wrong:.2%} wrong faces")
    if summary.failures:
        say(f"\n{count(len(summary.failures), 'file')} could not be used (try again: photoface index --retry):")
        print_table({"file": "left", "reason": "left"}, ((shown(each.path), each.reason) for each in summary.failures))


def _in_words(counts: Counts) -> str:
    parts = [
        count(counts.photos, "photo"),
        count(counts.faces, "face"),
        count(counts.people, "named person", "named people"),
    ]
    parts += [f"{counts.missing:,} gone since"] if counts.missing else []
    parts += [f"{counts.waiting:,} still to be read (go on: photoface index)"] if counts.waiting else []
    return ", ".join(parts)


@click.command()
@click.argument("snapshot", required=False)
@library_option
@json_option
def restore(snapshot: str | None, library: Path, as_json: bool) -> None:
    """Puts the library back to a snapshot; without SNAPSHOT, lists them. The present one becomes a snapshot first."""
    if snapshot is not None:
        restored = upkeep.restore_snapshot(library, snapshot)
        print_json([{"restored": restored.name}]) if as_json else say(f"restored {restored.name}")
        return
    rows = upkeep.list_snapshots(library)
    if as_json:
        print_json(
            {"snapshot": each.path.name, "at": each.at, "reason": each.reason, "bytes": each.bytes} for each in rows
        )
    elif not rows:
        say("There are no snapshots yet; they are made before merges, re-clusterings and migrations.")
    else:
        cells = ((each.path.name, each.at, each.reason, f"{each.bytes / 1e6:.1f} MB") for each in rows)
        print_table({"snapshot": "left", "made": "left", "why": "left", "size": "right"}, cells)


@click.command()
@library_option
@json_option
def doctor(library: Path, as_json: bool) -> int:
    """Checks the program, its models and the library; says what to do about each finding."""
    from photoface.services.keeping.doctor import examine  # it imports all that it examines

    findings = list(examine(library))
    if as_json:
        print_json({"check": each.check, "ok": each.ok, "detail": each.detail} for each in findings)
    else:
        for each in findings:
            say(f"{'ok ' if each.ok else 'BAD'}  {each.check}: {each.detail}")
    return 0 if all(each.ok for each in findings) else max(each.code for each in findings if not each.ok)
