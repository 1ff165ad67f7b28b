"""The photos of a person, an album or a search into a folder: copies, links, small pictures, a table or a page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.isolating import isolated
from photoface.gui.dialogs.sheet import column_of, plain_label
from photoface.gui.dialogs.work_sheet import WorkSheet, show_only
from photoface.gui.models.files_model import FileLine
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.file_lines import FileLines
from photoface.services.exporting.albums import Album, AlbumFile, AlbumRefused, How, export_album
from photoface.services.library import Library

AlbumOf = Callable[[Library, bool], Album]
"""Reads an album; given whether only certain photos count."""


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("AlbumOutDialog", text, None, number)


class AlbumOutDialog(WorkSheet):
    """Nothing in the folder is overwritten, and the photos stay where they are."""

    def __init__(self, desk: Desk, title: str, album: AlbumOf, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Export album"), parent, 600)
        self._album = album
        self.how, self.explained = QComboBox(), plain_label("", "note")
        self.folder, self.choose = QLineEdit(), QPushButton(tr("Choose …"))
        self.certain = QCheckBox(tr("Only photos where you decided who is in them; no guesses"))
        self.list = FileLines(tr("Photos that could not be put there"))
        self.written = 0
        self._refused: list[FileLine] = []
        self.show_folder = self.add_button(tr("Open the folder"), self._open, "quiet")
        self.cancel = self.add_button(tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(tr("Export"), self.export, "primary")
        self._build()
        self.say(tr("The photos of {album}, for somebody without photoface.").format(album=isolated(title)))
        self._explain()

    def export(self) -> None:
        """Put it there."""
        folder, how, album = os.path.abspath(self.folder.text()), How(self.how.currentData()), self._album
        certain = self.certain.isChecked()

        def work(library: Library, cancel: Event) -> Iterator[AlbumFile | AlbumRefused]:
            return export_album(library, album(library, certain), folder, how, cancel)

        self.written, self._refused = 0, []
        self.options.hide()
        show_only([self.cancel], [self.show_folder, self.cancel, self.go])
        self.cancel.setText(tr("Stop"))
        self.begin(tr("Putting it there …"), work, waits=True)

    def heard(self, events: Sequence[AlbumFile | AlbumRefused]) -> None:
        for event in events:
            if isinstance(event, AlbumRefused):
                self._refused.append((event.path, event.reason))
            else:
                self.written += 1
        done, total = events[-1].done, events[-1].total
        numbers = [self.locale().toString(each) for each in (done, total)]
        self.go_on(done, total, tr("{done} of {total} files").format(done=numbers[0], total=numbers[1]))

    def show_end(self, error: Exception | None) -> None:
        self.cancel.setText(tr("Close"))
        if error is not None:
            self.tell_error(error)
            self.options.show()
            show_only([self.cancel, self.go], [self.show_folder, self.cancel, self.go])
            return
        parts = [tr("%n file(s) are in {folder}.", self.written).format(folder=isolated(self.folder.text()))]
        if self._refused:
            parts.append(tr("%n photo(s) could not be put there:", len(self._refused)))
        self.say(" ".join(parts))
        self.list.lines.show(self._refused)
        self.list.setVisible(bool(self._refused))
        show_only([self.show_folder, self.cancel], [self.show_folder, self.cancel, self.go])

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(os.path.abspath(self.folder.text())))

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Where to"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    def _explain(self) -> None:
        self.explained.setText(self._words()[How(self.how.currentData())][1])
        self.go.setEnabled(bool(self.folder.text().strip()))

    def _words(self) -> dict[How, tuple[str, str]]:
        return {
            How.COPY: (tr("Copies of the photos"), tr("Whole files, to be given away or burnt on a disc.")),
            How.HARDLINK: (
                tr("Hard links"),
                tr("The same files under a second name, without more room; on the same drive only."),
            ),
            How.SYMLINK: (
                tr("Symbolic links"),
                tr("Pointers to the photos; they work while these stay where they are."),
            ),
            How.CONTACT_SHEET: (tr("Sheets of small pictures"), tr("JPEG pages with all photos, to be printed.")),
            How.CSV: (tr("A table (CSV)"), tr("File, date and people of each photo, for a spreadsheet.")),
            How.HTML: (
                tr("A web page"),
                tr("One file with small pictures and names, for any browser; nothing is fetched."),
            ),
        }

    def _build(self) -> None:
        for how, (words, _) in self._words().items():
            self.how.addItem(words, how.value)
        self.how.setAccessibleName(tr("What it becomes"))
        self.how.currentIndexChanged.connect(self._explain)
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        self.folder.setText(str(Path(pictures or Path.home()) / "photoface"))
        self.folder.setAccessibleName(tr("Folder"))
        self.folder.textChanged.connect(self._explain)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(lambda _checked: self._choose())
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        self.options = column_of(self.how, self.explained, row, self.certain)
        self.body.addWidget(self.options)
        self.body.addWidget(self.list, 1)
        self.list.hide()
        self.add_progress()
        show_only([self.cancel, self.go], [self.show_folder, self.cancel, self.go])
