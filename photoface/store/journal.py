"""Every action of a user as one operation: one transaction, with before and after of each row it touched.

Decided rows are put back exactly or not at all. Guessed rows (membership, cluster) are put back only where they are
still as the operation left them: a later guess is no reason to refuse an undo.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from photoface.domain.errors import Conflict, NotFound
from photoface.store import operations, reversal
from photoface.store.database import LibraryDatabase
from photoface.store.following import misplaced
from photoface.store.groups import Groups
from photoface.store.operations import Change, Operation
from photoface.store.recorder import Recorder
from photoface.store.relocating import follow_folders
from photoface.store.rows import Values

_NAMED = 5
"""Later operations that are named where one stands in their way."""

_reason: ContextVar[str] = ContextVar("reason", default="")

__all__ = ["Change", "Journal", "Operation", "Recorder"]


class Journal:
    """What was done, and the way back. Works across restarts.

    follow: called when something was decided or taken back, and is safe on the disk: guesses follow decisions.
    """

    def __init__(self, db: LibraryDatabase, follow: Callable[[], object] | None = None) -> None:
        self._db = db
        self._follow = follow

    @contextmanager
    def operation(self, kind: str, summary: str, reason: str = "", author: str = "") -> Iterator[Recorder]:
        """One action in one durable transaction; without changes it leaves no trace. Drops what redo could bring back.

        kind: a short word for programs ('name', 'merge'); summary: a sentence for the history. author: who
        said so, where that is not the user of this library ('import digiKam').
        """
        with self._db.transaction(durable=True):
            recorder = Recorder(self._db)
            yield recorder
            changes = self._settled(recorder)
            if changes:
                words = kind, summary, reason or _reason.get()
                recorder.operation_id = operations.add_operation(self._db, words, changes, author)
        if recorder.operation_id is not None:
            self._decided()

    @staticmethod
    @contextmanager
    def because(reason: str) -> Iterator[None]:
        """Operations inside are made for this reason, which the history keeps."""
        before = _reason.set(" ".join(reason.split()))
        try:
            yield
        finally:
            _reason.reset(before)

    def undo(self, operation_id: int | None = None) -> Operation:
        """Take back one operation, the latest without an id.

        Raises NotFound (nothing to undo, no such operation, or undone already) and Conflict, which names the later
        operation that stands on its rows; then nothing was changed.
        """
        chosen = self.latest_done() if operation_id is None else self.get(operation_id)
        if chosen is None:
            raise NotFound("There is nothing to undo.")
        if chosen.state != "done":
            raise NotFound(f"{chosen} is undone already.")
        self._reverse(chosen, back=True)
        return self.get(chosen.operation_id)

    def redo(self) -> Operation:
        """Do again what was undone last. Raises NotFound, Conflict."""
        chosen = self.latest_undone()
        if chosen is None:
            raise NotFound("There is nothing to redo.")
        self._reverse(chosen, back=False)
        return self.get(chosen.operation_id)

    def blocker(self, operation_id: int) -> Operation | None:
        """The latest operation that stands on this one, or None where it can be undone."""
        return next(iter(self._standing_on(operation_id)), None)

    def blockers(self, operation_id: int) -> list[Operation]:
        """All operations that have to be undone before this one can be, the latest first: the order to do it in.

        Also those that stand on one of them.
        """
        found, waiting = set[int](), [operation_id]
        while waiting:
            number = waiting.pop()
            new = reversal.later_operations(self._db, number, self.changes(number)) - found
            found |= new
            waiting += new
        return [self.get(number) for number in sorted(found, reverse=True)]

    def makers(self, rows: Sequence[tuple[str, Values]]) -> dict[int, Operation]:
        """Index of a row (table, key) -> the operation that made it what it is; none for what no operation did."""
        found = operations.makers(self._db, [(table, operations.text(key)) for table, key in rows])
        known = {number: self.get(number) for number in set(found.values())}
        return {at: known[number] for at, number in found.items()}

    def history(self, limit: int | None = None) -> list[Operation]:
        """Operations, latest first."""
        return operations.list_operations(self._db, limit)

    def get(self, operation_id: int) -> Operation:
        """One operation. Raises NotFound."""
        return operations.get_operation(self._db, operation_id)

    def in_force(self) -> frozenset[int]:
        """Ids of the operations that are done, and not undone."""
        return operations.in_force(self._db)

    def latest_done(self) -> Operation | None:
        """What ``undo()`` would take back."""
        return operations.latest_done(self._db)

    def latest_undone(self) -> Operation | None:
        """What ``redo()`` would bring back."""
        return operations.latest_undone(self._db)

    def changes(self, operation_id: int) -> list[Change]:
        """What an operation did, row by row."""
        return operations.changes_of(self._db, operation_id)

    def _standing_on(self, operation_id: int) -> list[Operation]:
        """The operations that stand on it themselves, the latest first."""
        later = reversal.later_operations(self._db, operation_id, self.changes(operation_id))
        return [self.get(number) for number in sorted(later, reverse=True)]

    def _settled(self, recorder: Recorder) -> list[Change]:
        """What was changed, with the guesses that cannot be any more."""
        changes = recorder.changes()
        if leaving := misplaced(self._db, changes):
            Groups(self._db).place(dict.fromkeys(leaving), recorder)
            return recorder.changes()
        return changes

    def _reverse(self, chosen: Operation, *, back: bool) -> None:
        changes = self.changes(chosen.operation_id)
        try:
            with self._db.transaction(durable=True):
                if back and (later := self._standing_on(chosen.operation_id)):
                    raise _stands_on(chosen, later)
                reversal.apply(self._db, changes, back=back)
                follow_folders(self._db, changes, back=back)
                self._put_out(chosen, misplaced(self._db, changes), back=back)
                operations.mark(self._db, chosen.operation_id, undone=back)
        except (sqlite3.IntegrityError, reversal.Disturbed) as error:
            raise Conflict(f"{chosen} no longer fits what the library holds. Nothing was changed.") from error
        self._decided()

    def _put_out(self, chosen: Operation, leaving: Sequence[int], *, back: bool) -> None:
        """Faces leave groups in which they cannot be now, and come back when this is reversed in its turn."""
        if leaving:
            left = Groups(self._db).groups_of(leaving)
            Groups(self._db).place(dict.fromkeys(leaving))
            rows = {face: {"face_id": face, "cluster_id": cluster} for face, cluster in left.items()}
            operations.note_guesses(
                self._db,
                chosen.operation_id,
                [
                    Change("membership", {"face_id": face}, *((None, row) if back else (row, None)))
                    for face, row in rows.items()
                ],
            )

    def _decided(self) -> None:
        if self._follow is not None and not self._db.rehearsing:
            self._follow()


def _stands_on(chosen: Operation, later: Sequence[Operation]) -> Conflict:
    first, *more = later
    stand = f"{first} came later and stands" if not more else f"{_listed(later)} came later and stand"
    return Conflict(
        f"{chosen} cannot be undone: {stand} on it. Nothing was changed; undo operation {first.operation_id} first."
    )


def _listed(later: Sequence[Operation]) -> str:
    shown = later[:_NAMED]
    rest = f" and {len(later) - _NAMED:,} more" if len(later) > _NAMED else ""
    return ", ".join(map(str, shown)) + rest
