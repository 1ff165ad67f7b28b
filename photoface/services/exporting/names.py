"""Names out of the library into files: only when asked for, file by file, each whole or not at all, with a way back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from threading import Event
from typing import Protocol

from photoface.domain.errors import BadRequest, NoAnswer, PhotoUnreadable
from photoface.domain.writing import Commit, Compose, Composed, Written
from photoface.domain.writing_events import NamesChanged, NamesEvent, NamesFinished, NamesRefused, NamesUnchanged
from photoface.services.decisions.files import RECORD_NAME, as_json
from photoface.services.exporting.wishes import ExportOptions, Wish, Wishes
from photoface.services.library import Library
from photoface.services.places.disks import ask
from photoface.store import written
from photoface.store.companions import save_companions
from photoface.store.written import ExportRun, WrittenFile
from photoface.worker import replacing


class FileWriter(Protocol):
    """Writes into and beside photos, in another process. Raises PhotoUnreadable; then the file is as it was."""

    def compose(self, path: bytes, order: Compose) -> Composed: ...

    def commit(self, path: bytes, order: Commit) -> Written: ...


OpenWriter = Callable[[bool], AbstractContextManager[FileWriter]]
"""Starts a writer; given whether it shall write into photos."""


def runs_to_undo(library: Library) -> list[ExportRun]:
    """Runs that wrote something and were not undone, the latest first."""
    return [run for run in written.runs(library.db) if run.undone_at is None and run.files]


@dataclass
class _Tally:
    total: int
    done: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    full: bool = False

    def finished(self, run_id: int | None, cancel: Event) -> NamesFinished:
        stopped = cancel.is_set() or self.full
        return NamesFinished(self.changed, self.unchanged, self.refused, run_id if self.changed else None, stopped)


class NameExport:
    """Writes the names of one library."""

    def __init__(self, library: Library, open_writer: OpenWriter) -> None:
        self._library = library
        self._open_writer = open_writer

    def run(self, options: ExportOptions, cancel: Event, *, dry_run: bool = False) -> Iterator[NamesEvent]:
        """One event for each file that tells something, or shall, and one at the end. A dry run writes nothing.

        A full disk ends the run: what was written is whole, what was not is as before.
        """
        wishes = Wishes(self._library, options)
        tally = _Tally(len(wishes))
        run_id = None if dry_run else written.begin_run(self._library.db, options.target)
        with self._open_writer(options.target == "file") as writer:
            for wish in wishes:
                if cancel.is_set() or tally.full:
                    break
                yield _count(tally, self._one(writer, wish, options, run_id, tally))
        if not cancel.is_set() and not tally.full:
            yield from self._records(wishes, options, run_id, tally)
        if run_id is not None:
            written.end_run(self._library.db, run_id)
        yield tally.finished(run_id, cancel)

    def undo(self, cancel: Event, run_id: int | None = None) -> Iterator[NamesEvent]:
        """Puts back what stood there before a run, the latest one by default. What somebody else changed since stays,
        and is told as refused. Raises NotFound, BadRequest."""
        run = written.latest_run(self._library.db, run_id)
        if run.undone_at is not None:
            raise BadRequest(f"Run {run.run_id} is undone already; nothing was changed.")
        files = written.files_of(self._library.db, run.run_id)
        tally = _Tally(len(files))
        with self._open_writer(run.target == "file") as writer:
            for file in files:
                if cancel.is_set():
                    break
                yield _count(tally, self._back(writer, file, tally))
        if not cancel.is_set() and not tally.refused:
            written.mark_undone(self._library.db, run.run_id)
        yield tally.finished(run.run_id, cancel)

    def _one(
        self, writer: FileWriter, wish: Wish, options: ExportOptions, run_id: int | None, tally: _Tally
    ) -> NamesEvent:
        at = tally.done + 1, tally.total
        try:
            plan = self._try(writer, wish, options, run_id)
        except PhotoUnreadable as error:
            tally.full |= error.kind == "full"
            return NamesRefused(wish.path, error.kind, error.reason, *at)
        if not plan.changed:
            return NamesUnchanged(wish.path, *at)
        return NamesChanged(wish.path, plan.target_path, plan.lines, *at)

    def _try(self, writer: FileWriter, wish: Wish, options: ExportOptions, run_id: int | None) -> Composed:
        """What was written, or would be: into the photo, or where that is refused beside it, if that was asked for."""
        try:
            return self._compose_and_write(writer, wish, options, run_id)
        except PhotoUnreadable as error:
            if error.kind != "refused" or options.target != "file" or not options.else_beside:
                raise
            return self._compose_and_write(writer, wish, replace(options, target="sidecar"), run_id)

    def _compose_and_write(
        self, writer: FileWriter, wish: Wish, options: ExportOptions, run_id: int | None
    ) -> Composed:
        plan = writer.compose(wish.path, Compose(wish.wanted, options.target, options.extension))
        if plan.changed and run_id is not None:
            self._write(writer, plan, wish.photo_id, run_id, options)
        return plan

    def _write(self, writer: FileWriter, plan: Composed, photo_id: int, run_id: int, options: ExportOptions) -> None:
        db = self._library.db
        file = WrittenFile(photo_id, plan.path, plan.target, plan.target_path, plan.before, plan.after)
        written_id = written.about_to_write(db, run_id, file)
        order = Commit(plan.target, plan.target_path, plan.before, plan.after, options.keep_time)
        try:
            self._note(writer.commit(plan.path, order), photo_id)
        except PhotoUnreadable:
            written.not_written(db, written_id)
            raise
        written.wrote(db, written_id)

    def _note(self, done: Written, photo_id: int) -> None:
        """What we wrote ourselves is no reason to read a photo again."""
        db = self._library.db
        with db.transaction():
            if done.target == "file":
                written.file_changed(db, done.path, done.size, done.mtime_ns)
                written.photo_became(db, photo_id, done.identity)
            elif done.size == 0:
                save_companions(db, [], [done.target_path])
            else:
                beside = (done.target_path, done.path, "sidecar", done.size, done.mtime_ns)
                save_companions(db, [beside], [])

    def _back(self, writer: FileWriter, file: WrittenFile, tally: _Tally) -> NamesEvent:
        at = tally.done + 1, tally.total
        try:
            if file.target == "record":
                _put_record_back(file)
            else:
                target = "file" if file.target == "file" else "sidecar"
                self._note(
                    writer.commit(file.path, Commit(target, file.target_path, file.after, file.before, True)),  # type: ignore[arg-type]
                    file.photo_id,
                )
        except PhotoUnreadable as error:
            return NamesRefused(file.path, error.kind, error.reason, *at)
        return NamesChanged(file.path, file.target_path, ("as it was before",), *at)

    def _records(
        self, wishes: Wishes, options: ExportOptions, run_id: int | None, tally: _Tally
    ) -> Iterator[NamesEvent]:
        """Our own file in each top folder: what no single photo can tell, such as notes, birth dates and searches."""
        tops = options.folders or tuple(folder.path for folder in self._library.photos.folders())
        after = as_json(wishes.whole) if options.private and not options.take_out else None
        for top in tops:
            path = os.path.join(top, RECORD_NAME)
            try:
                there, before = ask(top, partial(_seen, top, path))
            except NoAnswer as error:
                tally.total += 1
                yield _count(tally, NamesRefused(path, "refused", str(error), 0, 0))
                continue
            if before == after or not there or (after is not None and not len(wishes)):
                continue
            tally.total += 1
            try:
                if run_id is not None:
                    self._write_record(WrittenFile(0, b"", "record", path, before, after), run_id)
            except OSError as error:
                yield _count(tally, NamesRefused(path, "refused", f"it could not be written ({error.strerror})", 0, 0))
                continue
            line = "- decisions" if after is None else "+ all decisions of the library"
            yield _count(tally, NamesChanged(b"", path, (line,), tally.done + 1, tally.total))

    def _write_record(self, file: WrittenFile, run_id: int) -> None:
        written_id = written.about_to_write(self._library.db, run_id, file)
        try:
            _replace_record(file.target_path, file.after)
        except OSError:
            written.not_written(self._library.db, written_id)
            raise
        written.wrote(self._library.db, written_id)


def _put_record_back(file: WrittenFile) -> None:
    now = _content(file.target_path)
    if now == file.before:
        return
    if now != file.after:
        raise PhotoUnreadable(file.target_path, "somebody changed it meanwhile; it was left as it is", "refused")
    try:
        _replace_record(file.target_path, file.before)
    except OSError as error:
        raise PhotoUnreadable(file.target_path, f"it could not be written ({error.strerror})", "refused") from error


def _replace_record(path: bytes, content: bytes | None) -> None:
    if content is None:
        replacing.remove(path)
    else:
        replacing.write(path, content)


def _seen(top: bytes, path: bytes) -> tuple[bool, bytes | None]:
    """Whether a folder is there, and what is in the file in it."""
    return os.path.isdir(top), _content(path)


def _content(path: bytes) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _count(tally: _Tally, event: NamesEvent) -> NamesEvent:
    tally.done += 1
    match event:
        case NamesChanged():
            tally.changed += 1
        case NamesUnchanged():
            tally.unchanged += 1
        case NamesRefused():
            tally.refused += 1
    return event
