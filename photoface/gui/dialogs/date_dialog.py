"""When photos were taken, as exactly as somebody knows: for one, for many, for an album of scans."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from photoface.domain.errors import PhotofaceError
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.dialogs.sheet import Sheet, plain_label
from photoface.gui.models.photos_model import month_text
from photoface.gui.pages.photo.info import moment_of
from photoface.services.deciding.dating import set_date, take_back_date
from photoface.services.deciding.written_dates import read_written
from photoface.services.library import Library
from photoface.services.outcome import Outcome

Work = Callable[[Library], Outcome]


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("DateDialog", text, None, number)


class DateDialog(Sheet):
    """One step that can be undone; the files are left as they are."""

    def __init__(self, desk: Desk, photo_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(tr("Set the date"), parent, 480)
        self._desk, self._ids = desk, tuple(photo_ids)
        self.field, self.read = QLineEdit(), plain_label("", "note")
        self.as_told = self.add_button(tr("As the files say"), self.take_back, "quiet")
        self.cancel = self.add_button(tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(tr("Set the date of %n photo(s)", len(self._ids)), self.set, "primary")
        self.say(tr("When was it taken? A year is enough, or a season: 1983, summer 1983, 1983-07, 1983-07-15."))
        self.field.setAccessibleName(tr("When it was taken"))
        self.field.setPlaceholderText("1983")
        self.field.textChanged.connect(self._read)
        self.as_told.setToolTip(tr("What you said about the date is taken back; what the files say counts"))
        self.body.addWidget(self.field)
        self.body.addWidget(self.read)
        self._read("")
        self.field.setFocus()

    def set(self) -> None:
        """What the button says."""
        text, ids = self.field.text(), self._ids
        self._decide(lambda library: set_date(library, ids, text))

    def take_back(self) -> None:
        """The files' word counts again."""
        ids = self._ids
        self._decide(lambda library: take_back_date(library, ids))

    def _decide(self, work: Work) -> None:
        desk = self._desk

        def decided(outcome: Outcome) -> None:
            if outcome.operation_id is None:
                desk.notices.tell(tr("You set no date of these photos; nothing was changed."))
            desk.session.changed.emit(Change(Touched.PHOTOS))

        desk.session.decide(desk.session, work, decided, weigh=False)
        self.accept()

    def _read(self, text: str) -> None:
        """Say at once how it is understood."""
        told = ""
        if text.strip():
            try:
                found = read_written(text)
                told = month_text(found) if len(found) <= len("1983-07") else moment_of(found)
                self.read.setProperty("kind", "note")
            except PhotofaceError as error:
                self.read.setText(sentence_of(error))
                self.read.setProperty("kind", "bad")
        else:
            self.read.setText("")
        if told:
            self.read.setText(tr("Understood: {date}").format(date=told))
        self.read.style().polish(self.read)
        self.go.setEnabled(bool(told))
        self.fit()
