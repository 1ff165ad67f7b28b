"""What a library leaves out, and what that means, before it is done."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from photoface.gui.core.desk import Desk
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.settings_page import SettingsPage, note
from photoface.services.outcome import Outcome
from photoface.services.places.exclusions import Leaving, exclusions_of, parsed, preview, set_exclusions

_PATIENCE_MS = 350


class FolderSettings(SettingsPage):
    """rescan_wanted: the patterns changed, folders are to be looked through again."""

    rescan_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._known: tuple[str, ...] = ()
        self._asked: Ticket | None = None
        self.patterns = QPlainTextEdit()
        self.patterns.setAccessibleName(self.tr("What is left out, one a line"))
        self.patterns.setPlaceholderText("Screenshots\n*.gif\n/home/me/Pictures/Work")
        self.patterns.setTabChangesFocus(True)
        self.patterns.setProperty("kind", "field")
        self.patterns.setFixedHeight(180)
        self.patterns.setEnabled(False)
        self.meaning = note("")
        self.apply = QPushButton(self.tr("Leave these out"))
        self.apply.setProperty("kind", "primary")
        self.apply.setEnabled(False)
        self.apply.clicked.connect(self._apply)
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._build()
        desk.session.read(self, lambda library: exclusions_of(library).patterns, self._have)

    def _build(self) -> None:
        self.section(
            self.tr("Leave out"),
            self.tr(
                "Files and folders of these names are not looked at, one on each line; * and ? stand for any letters. "
                "A whole path leaves out just that folder. It counts for this library."
            ),
        )
        self.column.addWidget(self.patterns)
        self.column.addWidget(self.meaning)
        self.row(self.apply)
        self.column.addStretch(1)

    def _have(self, patterns: tuple[str, ...]) -> None:
        self._known = patterns
        self.patterns.setPlainText("\n".join(patterns))
        self.patterns.setEnabled(True)
        self.patterns.textChanged.connect(self._edited)

    def _edited(self) -> None:
        self.apply.setEnabled(False)
        self._soon.start()

    def _ask(self) -> None:
        wanted = parsed(self.patterns.toPlainText())
        if self._asked is not None:
            self._asked.cancel()
        if wanted == self._known:
            self.meaning.setText("")
            return
        self._asked = self._desk.session.read(self, lambda library: preview(library, wanted), self._tell)

    def _tell(self, leaving: Leaving) -> None:
        self.apply.setEnabled(True)
        if not leaving.files:
            self.meaning.setText(self.tr("No file that is there now leaves by this."))
            return
        leave = self.tr("%Ln file(s) leave all pages. None of them is touched.", "", leaving.files)
        named = self.tr("On %Ln photo(s) of them somebody has a name.", "", leaving.named) if leaving.named else ""
        back = self.tr("Names are kept, and come back with the photos; this can be undone.")
        self.meaning.setText(" ".join(part for part in (leave, named, back) if part))

    def _apply(self) -> None:
        wanted = parsed(self.patterns.toPlainText())
        self.apply.setEnabled(False)
        self._desk.session.decide(self, lambda library: set_exclusions(library, wanted), self._done, weigh=False)

    def _done(self, outcome: Outcome) -> None:
        self._known = parsed(self.patterns.toPlainText())
        self.meaning.setText(self.tr("Done. The folders are being looked through."))
        if outcome.operation_id is not None:
            self.rescan_wanted.emit()
