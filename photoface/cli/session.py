"""A library opened for one command, and how an outcome is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from photoface.app import open_library
from photoface.cli.common import How, print_json, say
from photoface.domain.errors import Conflict
from photoface.services.library import Library
from photoface.services.outcome import Outcome

NOTHING_DONE = 1


@contextmanager
def reading(folder: Path) -> Iterator[Library]:
    """The library for looking only; NotFound-like errors say when there is none yet."""
    with open_library(folder, write=False) as library:
        yield library


@contextmanager
def deciding(folder: Path) -> Iterator[Library]:
    """The library for one decision, as its only writer."""
    if not (folder / "library.db").exists():
        with reading(folder):  # refuses, and makes none: there is nothing to decide about
            pass
    with open_library(folder, write=True) as library:
        yield library


def decide(how: How, act: Callable[[Library], Outcome]) -> int:
    """Makes one decision and tells what it did; one that contradicts an earlier one is told before, and not made."""
    from photoface.cli.contradictions import warning
    from photoface.services.ledger.foretelling import foretell

    with deciding(how.library) as opened, opened.journal.because(how.reason):
        if not how.anyway and (told := foretell(opened, act)).clashes:
            raise Conflict(warning(told))
        return tell(act(opened), how.as_json)


def tell(outcome: Outcome, as_json: bool) -> int:
    """Prints what was done; the exit code 1 says that nothing had to be changed."""
    if as_json:
        print_json([_row(outcome)])
    else:
        say(outcome.summary + _undo_hint(outcome))
        for note in outcome.notes:
            say(f"  note: {note}")
    return 0 if outcome.operation_id is not None else NOTHING_DONE


def _undo_hint(outcome: Outcome) -> str:
    if outcome.operation_id is not None:
        return f"  (undo {outcome.operation_id} takes it back)"
    return "" if "nothing was changed" in outcome.summary else "  (it was so already; nothing was changed)"


def _row(outcome: Outcome) -> dict[str, object]:
    return {
        "operation_id": outcome.operation_id,
        "summary": outcome.summary,
        "faces": outcome.faces,
        "person_id": outcome.person_id,
        "cluster_id": outcome.cluster_id,
        "notes": list(outcome.notes),
    }
