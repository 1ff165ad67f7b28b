"""Commands that look back: undo, redo, history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from photoface.cli.common import count, json_option, library_option, print_json, print_table, say
from photoface.cli.session import deciding, reading
from photoface.domain.errors import NotFound
from photoface.services.deciding.references import LARGEST_NUMBER
from photoface.services.ledger import undoing
from photoface.services.ledger.history import Undoing, Who, preview_undo
from photoface.store.journal import Operation

_STANDS_AGAINST = 3


@click.command()
@click.argument("operation", type=int, required=False)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@library_option
@json_option
def undo(operation: int | None, dry_run: bool, library: Path, as_json: bool) -> int:
    """Takes back the last decision, or the one with this number from `photoface history`."""
    with deciding(library) as opened:
        if operation is not None and operation > LARGEST_NUMBER:
            raise NotFound(f"There is no operation {operation} in the history.")
        if dry_run:
            return _foretell(preview_undo(opened, operation), as_json)
        return _tell("undone", undoing.undo(opened, operation), as_json)


@click.command()
@library_option
@json_option
def redo(library: Path, as_json: bool) -> int:
    """Does again what was undone last."""
    with deciding(library) as opened:
        return _tell("done again", undoing.redo(opened), as_json)


@click.command()
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many, newest first.")
@library_option
@json_option
def history(limit: int, library: Path, as_json: bool) -> None:
    """All decisions, newest first."""
    with reading(library) as opened:
        operations = opened.journal.history(min(limit, LARGEST_NUMBER))
    if as_json:
        print_json(operation_row(operation) for operation in operations)
        return
    columns = {"number": "right", "when": "left", "what": "left", "why": "left", "state": "left"}
    print_table(columns, ((each.operation_id, each.at, each.summary, each.reason, each.state) for each in operations))


def _foretell(found: Undoing, as_json: bool) -> int:
    if as_json:
        print_json([_undoing_row(found)])
        return 0 if found.allowed else _STANDS_AGAINST
    if not found.allowed:
        say(f"cannot be undone yet: {found.operation}. Later steps stand on it; undo these first, in this order:")
        for later in found.blockers:
            say(f"  {later}, {later.at[:16].replace('T', ' ')}")
        return _STANDS_AGAINST
    say(f"would be undone: {found.operation}, {found.operation.at[:16].replace('T', ' ')}, by {found.operation.author}")
    for line in _changes(found):
        say(f"  {line}")
    return 0


def _changes(found: Undoing) -> Iterator[str]:
    for turn in found.turns:
        yield f"{count(len(turn.faces), 'face')}: {_who(turn.before)} -> {_who(turn.after)}"
    if found.regrouped:
        yield f"{count(found.regrouped, 'other face')} would change their group"
    for names, words in ((found.people_back, "there again"), (found.people_gone, "gone")):
        for name in names:
            yield f"{name} would be {words}"


def _who(who: Who | None) -> str:
    if who is None:
        return "not there"
    state = who.state.value.replace("_", " ")
    return state if who.person is None else f"{who.person} ({state})"


def _tell(done: str, operation: Operation, as_json: bool) -> int:
    if as_json:
        print_json([operation_row(operation)])
    else:
        say(f"{done}: {operation.summary}")
    return 0


def operation_row(operation: Operation) -> dict[str, object]:
    """An operation as docs/cli.md describes it."""
    return {
        "operation_id": operation.operation_id,
        "at": operation.at,
        "author": operation.author,
        "kind": operation.kind,
        "summary": operation.summary,
        "reason": operation.reason,
        "state": operation.state,
    }


def _undoing_row(found: Undoing) -> dict[str, object]:
    return {
        **operation_row(found.operation),
        "allowed": found.allowed,
        "blockers": [operation_row(later) for later in found.blockers],
        "turns": [
            {"before": _who_row(turn.before), "after": _who_row(turn.after), "faces": list(turn.faces)}
            for turn in found.turns
        ],
        "regrouped": found.regrouped,
        "people_back": list(found.people_back),
        "people_gone": list(found.people_gone),
    }


def _who_row(who: Who | None) -> dict[str, object] | None:
    return None if who is None else {"person": who.person, "state": who.state.value}
