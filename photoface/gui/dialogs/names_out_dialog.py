"""Names into files, only when asked for: what would be written is seen first, and each run can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from photoface.domain.writing_events import NamesChanged, NamesEvent, NamesFinished, NamesRefused
from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.names_out_runs import RunsRow
from photoface.gui.dialogs.sheet import column_of, plain_label
from photoface.gui.dialogs.work_sheet import WorkSheet, show_only
from photoface.gui.models.files_model import FileLine
from photoface.gui.widgets.file_lines import FileLines
from photoface.services.exporting.wishes import ExportOptions
from photoface.services.library import Library


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("NamesOutDialog", text, None, number)


@dataclass(frozen=True, slots=True)
class _Job:
    """dry: only looks; undo: the run that is put back."""

    options: ExportOptions | None = None
    dry: bool = False
    undo: int | None = None


class NamesOutDialog(WorkSheet):
    """Nothing is written before the button that says into how many files is pressed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Write names to photos"), parent, 680)
        self.target, self.explained = QComboBox(), plain_label("", "note")
        self.keywords = QCheckBox(tr("Also as keywords, for programs that know no faces"))
        self.private = QCheckBox(tr("Also what only photoface understands, so that all can be rebuilt from the photos"))
        self.runs = RunsRow(desk)
        self.options = column_of(self.target, self.explained, self.keywords, self.private, self.runs)
        self.list = FileLines(tr("Files"), 240)
        self.finished_with: NamesFinished | None = None
        self._job = _Job()
        self._refused: list[FileLine] = []
        self._changed: list[FileLine] = []
        self._add_buttons()
        self._build()
        self._ask_options()
        desk.session.read(self, lambda _library: desk.engine.writes_into_photos(), self._offer_files)

    @property
    def chosen(self) -> ExportOptions:
        """What is ticked."""
        return ExportOptions(
            self.target.currentData(), keywords=self.keywords.isChecked(), private=self.private.isChecked()
        )

    def look(self) -> None:
        """What would be written into which file; nothing is."""
        self._run(_Job(self.chosen, dry=True), tr("Looking what would change …"))

    def write(self) -> None:
        """What the button says."""
        self._run(_Job(self._job.options), tr("Writing names …"))

    def undo(self, run_id: int) -> None:
        """Put back what stood in the files before a run."""
        self._run(_Job(undo=run_id), tr("Putting back what stood there before …"))

    def _run(self, job: _Job, text: str) -> None:
        self._job, self._changed, self._refused, self.finished_with = job, [], [], None
        exporting = self.desk.engine.exporting

        def work(library: Library, cancel: Event) -> Iterator[NamesEvent]:
            if job.undo is not None:
                return exporting(library).undo(cancel, job.undo)
            return exporting(library).run(job.options or ExportOptions(), cancel, dry_run=job.dry)

        self.options.hide()
        self.list.hide()
        show_only([self.cancel], self._buttons)
        self.cancel.setText(tr("Cancel") if job.dry else tr("Stop"))
        self.begin(text, work, write=not job.dry)

    def heard(self, events: Sequence[NamesEvent]) -> None:
        for event in events:
            match event:
                case NamesChanged():
                    self._changed.append((event.target_path, "; ".join(event.lines)))
                case NamesRefused():
                    self._refused.append((event.path, event.reason))
                case NamesFinished():
                    self.finished_with = event
                    return
        last = events[-1]
        if not isinstance(last, NamesFinished) and last.total:
            numbers = [self.locale().toString(each) for each in (last.done, last.total)]
            self.go_on(last.done, last.total, tr("{done} of {total} files").format(done=numbers[0], total=numbers[1]))

    def show_end(self, error: Exception | None) -> None:
        end = self.finished_with
        if error is not None or end is None:
            self._ask_options()
            if error is not None:
                self.tell_error(error)
            return
        self._show_lines()
        self.cancel.setText(tr("Cancel") if self._job.dry and end.changed else tr("Close"))
        if self._job.dry:
            self._show_plan(end)
        else:
            self._show_result(end)

    def _show_plan(self, end: NamesFinished) -> None:
        if end.changed:
            self.say(tr("Nothing was written yet. This is what would be written; what others wrote there stays."))
        else:
            self.say(tr("Nothing is to be written: the files say all of it already, or nobody is named yet."))
        self.go.setText(tr("Write into %n file(s)", end.changed))
        show_only([self.back, self.cancel, *([self.go] if end.changed else [])], self._buttons)

    def _show_result(self, end: NamesFinished) -> None:
        undone = self._job.undo is not None
        done = (
            tr("%n file(s) are as they were before.", end.changed) if undone else tr("%n file(s) written.", end.changed)
        )
        parts = [
            done,
            tr("%n file(s) were left as they are.", end.refused) if end.refused else "",
            tr("It was stopped; what was written is whole.") if end.stopped else "",
        ]
        self.say(" ".join(part for part in parts if part))
        undoable = end.run_id is not None and not undone
        show_only([*([self.take_back] if undoable else []), self.cancel], self._buttons)

    def _show_lines(self) -> None:
        self.list.lines.show([*self._refused, *self._changed] if self._job.dry else self._refused or self._changed)
        self.list.setVisible(bool(self.list.lines.rows))

    def _take_back(self) -> None:
        if self.finished_with is not None and self.finished_with.run_id is not None:
            self.undo(self.finished_with.run_id)

    def _ask_options(self) -> None:
        self.say(
            tr(
                "The names that you decided, with their places in the photo, so that other programs and another "
                "computer know them. You see first what would be written, and every run can be undone."
            )
        )
        self.list.hide()
        self.options.show()
        self.runs.refresh()
        self.cancel.setText(tr("Cancel"))
        show_only([self.cancel, self.start], self._buttons)

    def _offer_files(self, possible: bool) -> None:
        words = tr("Into the photos themselves") if possible else tr("Into the photos themselves (needs exiftool)")
        self.target.setItemText(1, words)
        item = self.target.model().item(1)  # type: ignore[attr-defined]
        item.setEnabled(possible)
        self._explain()

    def _explain(self) -> None:
        beside = tr(
            "A small file beside each photo, as digiKam, darktable and Lightroom do it. The photos stay untouched."
        )
        inside = tr(
            "Each photo is written anew with its names; its picture stays the same, bit for bit. Keep a copy elsewhere."
        )
        self.explained.setText(beside if self.target.currentData() == "sidecar" else inside)

    def _add_buttons(self) -> None:
        self.take_back = self.add_button(tr("Undo this run"), self._take_back, "quiet")
        self.back = self.add_button(tr("Back"), self._ask_options, "quiet")
        self.cancel = self.add_button(tr("Cancel"), self.reject, "quiet")
        self.start = self.add_button(tr("Show what would change"), self.look, "primary")
        self.go = self.add_button(tr("Write"), self.write, "primary")
        self._buttons = [self.take_back, self.back, self.cancel, self.start, self.go]

    def _build(self) -> None:
        self.target.addItem(tr("Into files beside the photos (recommended)"), "sidecar")
        self.target.addItem(tr("Into the photos themselves"), "file")
        self.target.setAccessibleName(tr("Where names are written"))
        self.target.currentIndexChanged.connect(self._explain)
        self.private.setChecked(True)
        self.runs.undo_wanted.connect(self.undo)
        self.runs.came.connect(self.fit)
        self.body.addWidget(self.options)
        self.body.addWidget(self.list, 1)
        self.add_progress()
        self._explain()
