"""Commands that look back: undo, redo, history."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import json_option, library_option, print_json, print_table, say
from photoface.cli.session import deciding, reading
from photoface.domain.errors import NotFound
from photoface.services.references import LARGEST_NUMBER
from photoface.store.journal import Operation


@click.command()
@click.argument("operation", type=int, required=False)
@library_option
@json_option
def undo(operation: int | None, library: Path, as_json: bool) -> int:
    """Takes back the last decision, or the one with this number from `photoface history`."""
    with deciding(library) as opened:
        if operation is not None and operation > LARGEST_NUMBER:
            raise NotFound(f"There is no operation {operation} in the history.")
        return _tell("undone", opened.journal.undo(operation), as_json)


@click.command()
@library_option
@json_option
def redo(library: Path, as_json: bool) -> int:
    """Does again what was undone last."""
    with deciding(library) as opened:
        return _tell("done again", opened.journal.redo(), as_json)


@click.command()
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many, newest first.")
@library_option
@json_option
def history(limit: int, library: Path, as_json: bool) -> None:
    """All decisions, newest first."""
    with reading(library) as opened:
        operations = opened.journal.history(min(limit, LARGEST_NUMBER))
    if as_json:
        print_json(_row(operation) for operation in operations)
        return
    columns = {"number": "right", "when": "left", "what": "left", "state": "left"}
    print_table(columns, ((each.operation_id, each.at, each.summary, each.state) for each in operations))


def _tell(done: str, operation: Operation, as_json: bool) -> int:
    if as_json:
        print_json([_row(operation)])
    else:
        say(f"{done}: {operation.summary}")
    return 0


def _row(operation: Operation) -> dict[str, object]:
    return {
        "operation_id": operation.operation_id,
        "at": operation.at,
        "author": operation.author,
        "kind": operation.kind,
        "summary": operation.summary,
        "state": operation.state,
    }
