"""How strict new groups are, which models a library works with, and how much of the computer it takes."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout

from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.pack_choice import plainly
from photoface.gui.dialogs.settings_page import SettingsPage, empty, note
from photoface.gui.dialogs.sureness import Sureness
from photoface.gui.main_window import MainWindow
from photoface.gui.sentences.reading import worded
from photoface.gui.theme.tokens import SPACE
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.packs.model_change import use_pack
from photoface.services.packs.models import PackState, pack_states

_SHARES = (0.001, 0.005, 0.01, 0.02, 0.05)
_USUAL_CORES = 4
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class _Models:
    packs: tuple[PackState, ...]
    used: str | None


class RecognitionSettings(SettingsPage):
    """models_wanted: some are to be installed; rescan_wanted: other models are used now, photos are to be read."""

    models_wanted = Signal()
    rescan_wanted = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__()
        self._desk, self._preferences = desk, window.preferences
        self.strictness, self.threads = QComboBox(), QComboBox()
        self.models = QFrame()
        self.models.setProperty("kind", "card")
        self._rows = QGridLayout(self.models)
        self._rows.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self._rows.setSpacing(2 * SPACE)
        self.uses: dict[str, QPushButton] = {}
        self._build()
        self._read()

    def _build(self) -> None:
        self.section(
            self.tr("Strictness"),
            self.tr("How many wrong faces new groups may hold. It counts for libraries without a choice of their own."),
        )
        self._fill_strictness()
        self.row(self.strictness)
        self.section(
            self.tr("How sure the figures are"),
            self.tr("“About one stranger in 1,000 looks as much alike”: what this library itself says of that."),
        )
        self.sure = Sureness(self._desk)
        self.column.addWidget(self.sure)
        self.section(self.tr("Models"), self.tr("What finds faces and tells them apart. They work without a network."))
        self.column.addWidget(self.models)
        install = QPushButton(self.tr("Install models …"))
        install.clicked.connect(self.models_wanted)
        self.row(install)
        self.section(
            self.tr("Work"), self.tr("Fewer leave more of the computer to others. It counts from the next run on.")
        )
        self._fill_threads()
        self.row(QLabel(self.tr("Photos read at the same time")), self.threads)
        self.column.addStretch(1)

    def _fill_strictness(self) -> None:
        now = self._preferences.now.wrong
        for share in sorted({*_SHARES, now}):
            count = self.locale().toString(round(1 / share))
            self.strictness.addItem(self.tr("about 1 wrong face in {count}").format(count=count), share)
        self.strictness.setCurrentIndex(self.strictness.findData(now))
        self.strictness.setAccessibleName(self.tr("Strictness"))
        self.strictness.currentIndexChanged.connect(
            lambda _at: self._preferences.change(wrong=float(self.strictness.currentData()))
        )

    def _fill_threads(self) -> None:
        now = self._preferences.now.threads
        self.threads.addItem(self.tr("one for each core"), 0)
        for number in range(1, max(os.cpu_count() or 1, _USUAL_CORES, now) + 1):
            self.threads.addItem(self.locale().toString(number), number)
        self.threads.setCurrentIndex(self.threads.findData(now))
        self.threads.setAccessibleName(self.tr("Photos read at the same time"))
        self.threads.currentIndexChanged.connect(
            lambda _at: self._preferences.change(threads=int(self.threads.currentData()))
        )

    def _read(self) -> None:
        def work(library: Library) -> _Models:
            return _Models(pack_states(self._desk.engine.model_store()), library.setting("pack"))

        self._desk.session.read(self, work, self._show)

    def _show(self, models: _Models) -> None:
        empty(self._rows)
        self.uses.clear()
        for row, state in enumerate(models.packs):
            if row:
                self._rows.addWidget(_line(), 2 * row - 1, 0, 1, 2)
            self._rows.addLayout(self._words(state), 2 * row, 0)
            middle = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
            self._rows.addWidget(self._state(state, models.used), 2 * row, 1, middle)
        self._rows.setColumnStretch(0, 1)

    def _words(self, state: PackState) -> QVBoxLayout:
        """What it is good for, and quieter below it what it is."""
        name, column = QLabel(plainly(state)), QVBoxLayout()
        name.setProperty("kind", "strong")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        column.setSpacing(0)
        column.addWidget(name)
        column.addWidget(note(self._facts(state)))
        return column

    def _facts(self, state: PackState) -> str:
        size = self.locale().toString(state.bytes / _MEGABYTE, "f", 0)
        facts = self.tr("{title}. {size} MB, licences: {licences}.").format(
            title=worded(state.pack.title), size=size, licences=", ".join(state.licences)
        )
        return facts if state.measured else f"{facts} {self.tr('Nobody has measured how often it errs.')}"

    def _state(self, state: PackState, used: str | None) -> QLabel | QPushButton:
        if state.pack.name == used:
            label = QLabel(self.tr("in use") if state.installed else self.tr("in use, but not installed"))
            label.setProperty("kind", "good" if state.installed else "bad")
            return label
        if not state.installed:
            return note(self.tr("not installed"))
        button = QPushButton(self.tr("Use …"))
        button.setAccessibleName(self.tr("Use {pack} …").format(pack=state.pack.name))
        button.clicked.connect(partial(self._ask, state.pack.name))
        self.uses[state.pack.name] = button
        return button

    def _ask(self, name: str, _checked: bool = False) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("Other models"))
        box.setText(self.tr("Let this library work with {pack}?").format(pack=name))
        box.setInformativeText(
            self.tr(
                "All photos are read once more, which takes as long as the first time. Then the faces are grouped "
                "anew. Names and corrections stay. It can be undone."
            )
        )
        yes = box.addButton(self.tr("Read all photos again"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        yes.clicked.connect(lambda _checked: self._use(name))
        box.open()

    def _use(self, name: str) -> None:
        store = self._desk.engine.model_store()
        self._desk.session.decide(self, lambda library: use_pack(library, store, name), self._used, weigh=False)

    def _used(self, outcome: Outcome) -> None:
        self._read()
        if outcome.operation_id is not None:
            self.rescan_wanted.emit()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    return line
