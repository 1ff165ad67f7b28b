"""Nickname, birth date and notes of a person."""

from __future__ import annotations

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from photoface.domain.people import Person
from photoface.gui.core.dates import date_format
from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.sheet import Sheet
from photoface.store.people import PersonNotes

_ISO, _LONGEST = "yyyy-MM-dd", 100


class PersonDialog(Sheet):
    """What is written down is one step that can be undone."""

    def __init__(self, desk: Desk, person: Person, notes: PersonNotes, parent: QWidget | None = None) -> None:
        super().__init__(person.name, parent, 440)
        self._desk, self._person = desk, person
        self.setWindowTitle(self.tr("About this person"))
        self.known = QCheckBox(self.tr("Born on"))
        self.born = QDateEdit()
        self.nickname = QLineEdit(person.nickname)
        self.notes = QPlainTextEdit()
        self._build()
        born = QDate.fromString(notes.birth_date or "", _ISO)
        self.known.setChecked(born.isValid())
        self.born.setEnabled(born.isValid())
        self.born.setDate(born if born.isValid() else QDate(2000, 1, 1))
        self.notes.setPlainText(notes.notes)

    def save(self) -> None:
        """Write it down."""
        born = self.born.date().toString(_ISO) if self.known.isChecked() else None
        self._desk.decisions.set_facts(self._person.person_id, born, self.notes.toPlainText(), self.nickname.text())
        self.accept()

    def _build(self) -> None:
        self.born.setCalendarPopup(True)
        self.born.setDisplayFormat(date_format())
        self.born.setMaximumDate(QDate.currentDate())
        self.born.setMinimumDate(QDate(1800, 1, 1))
        self.born.setAccessibleName(self.tr("Birth date"))
        self.known.toggled.connect(self.born.setEnabled)
        row = QHBoxLayout()
        row.addWidget(self.known)
        row.addWidget(self.born, 1)
        hint = QLabel(self.tr("Years then show how old the person was."))
        hint.setProperty("kind", "note")
        self.notes.setProperty("kind", "field")
        self.notes.setAccessibleName(self.tr("Notes"))
        self.notes.setPlaceholderText(self.tr("Notes"))
        self.notes.setTabChangesFocus(True)
        self.notes.setMinimumHeight(120)
        self.nickname.setPlaceholderText(self.tr("Nickname: the person is found by it too"))
        self.nickname.setAccessibleName(self.tr("Nickname"))
        self.nickname.setMaxLength(_LONGEST)
        self.body.addWidget(self.nickname)
        self.body.addLayout(row)
        self.body.addWidget(hint)
        self.body.addWidget(self.notes, 1)
        self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.add_button(self.tr("Save"), self.save, "primary")
