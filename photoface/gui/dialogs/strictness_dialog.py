"""How strict groups are, in words; what would join or part is seen, with faces, before anything changes."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.move_cards import cards_of
from photoface.gui.dialogs.sheet import Sheet, plain_label
from photoface.gui.theme.tokens import SPACE
from photoface.services.groups.manner import manner_of
from photoface.services.groups.strictness import ONE_IN, Preview, preview, step_of
from photoface.services.library import Library
from photoface.worker.compute import Stopped

_DEBOUNCE_MS = 300
_SLIDER = 28
"""Pixels: the handle is larger than Qt thinks."""


class StrictnessDialog(Sheet):
    """Nothing changes before the button is pressed, and then what it says, as one step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("StrictnessDialog", "How strict groups are"), parent, 680)
        self._desk = desk
        self.preview: Preview | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.words, self.promise, self.summary = QLabel(), plain_label("", "strong"), plain_label("", "note")
        self.algorithm = QComboBox()
        self.advanced = QPushButton(self.tr("Advanced"))
        self._usual = -1
        self._moves = QVBoxLayout()
        self._soon = QTimer(self, interval=_DEBOUNCE_MS, singleShot=True)
        self._soon.timeout.connect(self._ask)
        self._stop, self._ticket = Event(), Ticket(self)
        self.cancel = self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(self.tr("Apply"), self.apply, "primary")
        self._build()
        desk.session.read(self, manner_of, self._begin)

    def apply(self) -> None:
        """What the button says."""
        if self.preview is not None:
            self._desk.decisions.regroup(self.preview.plan)
            self.accept()

    def done(self, result: int) -> None:
        """Nobody waits for what is being computed any more."""
        self._soon.stop()
        self._stop.set()
        self._ticket.cancel()
        super().done(result)

    @property
    def one_in(self) -> int:
        """The chosen step: one wrong face in so many."""
        return ONE_IN[self.slider.value()]

    # -- inside --

    def _begin(self, manner: tuple[str, float]) -> None:
        algorithm, wrong = manner
        self._usual = step_of(wrong)
        self.slider.setValue(self._usual)
        self.algorithm.setCurrentIndex(self.algorithm.findData(algorithm))
        self._say_words()
        self.slider.valueChanged.connect(self._changed)
        self.algorithm.currentIndexChanged.connect(self._changed)
        self._ask()

    def _changed(self) -> None:
        self._say_words()
        self._stop.set()
        self._ticket.cancel()
        self.preview = None
        self.go.setEnabled(False)
        self.summary.setText(self.tr("Looking what would change …"))
        self.promise.clear()
        self._soon.start()

    def _ask(self) -> None:
        self._stop = stop = Event()
        algorithm, one_in = str(self.algorithm.currentData()), self.one_in

        def work(library: Library) -> Preview | None:
            try:
                return preview(library, algorithm, one_in, stop)
            except Stopped:
                return None

        self.summary.setText(self.tr("Looking what would change …"))
        self._ticket = self._desk.session.read(self, work, self._have, self._refuse)

    def _have(self, found: Preview | None) -> None:
        if found is None:
            return
        self.preview = found
        self._clear()
        for card in cards_of(found, self._desk.images):
            self._moves.addWidget(card)
        if not self._moves.count():
            self._moves.addWidget(self._nothing(), 1)
        self._moves.addStretch(1)
        self._say_counts(found)

    def _nothing(self) -> QLabel:
        """What this place is for, where it would be empty."""
        hint = QLabel(self.tr("Move the handle: who would join or part is shown here, before anything changes."))
        hint.setProperty("kind", "note")
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return hint

    def _clear(self) -> None:
        while (item := self._moves.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _say_counts(self, found: Preview) -> None:
        plan = found.plan
        parts = [
            self.tr("%n group(s) join another", "", plan.joined) if plan.joined else "",
            self.tr("%n group(s) part", "", plan.parted) if plan.parted else "",
            self.tr("%n face(s) find a group", "", found.settled) if found.settled else "",
            self.tr("%n face(s) lose theirs", "", found.unsettled) if found.unsettled else "",
        ]
        said = ", ".join(part for part in parts if part)
        self.summary.setText(said or self.tr("The groups stay as they are."))
        self.promise.setText(self._promise(found))
        moving = self.tr("Move %n face(s)", "", plan.moving)
        self.go.setText(moving if plan.moving else self.tr("Keep this strictness"))
        self.go.setEnabled(bool(plan.moving) or self.slider.value() != self._usual)
        self.fit()

    def _promise(self, found: Preview) -> str:
        """The difference in one line: who moves, that nobody does of whom somebody said who they are, what clashes."""
        parts = (
            self.tr("%Ln unconfirmed face(s) move", "", found.plan.undecided),
            self.tr("%Ln confirmed or named face(s) get another name", "", found.plan.estranged),
            self.tr("%Ln contradiction(s)", "", len(found.clashes)),
        )
        return " · ".join(parts)

    def _refuse(self, error: Exception) -> None:
        self._clear()
        self.promise.clear()
        self.summary.setText(sentence_of(error))

    def _say_words(self) -> None:
        number = self.locale().toString(self.one_in)
        text = self.tr("about 1 wrong face in {number}").format(number=number)
        now = self.slider.value() == self._usual
        self.words.setText(self.tr("{strictness} (as it is now)").format(strictness=text) if now else text)
        self.slider.setAccessibleDescription(text)

    def _build(self) -> None:
        self.say(
            self.tr(
                "Strict groups hold fewer wrong faces, but one person may be in several of them. "
                "Names and answers that you gave stay as they are."
            )
        )
        self.slider.setRange(0, len(ONE_IN) - 1)
        self.slider.setPageStep(1)
        self.slider.setMinimumHeight(_SLIDER)
        self.slider.setTickPosition(QSlider.TickPosition.NoTicks)
        self.slider.setAccessibleName(self.tr("How strict"))
        self.words.setProperty("kind", "lead")
        slide = QHBoxLayout()
        slide.setSpacing(2 * SPACE)
        slide.addWidget(QLabel(self.tr("looser")))
        slide.addWidget(self.slider, 1)
        slide.addWidget(QLabel(self.tr("stricter")))
        inner = QWidget()
        inner.setLayout(self._moves)
        self._moves.setContentsMargins(0, 0, SPACE, 0)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("What would change"))
        scroll.setMinimumHeight(320)
        self.body.addLayout(slide)
        self.body.addWidget(self.words)
        self.body.addWidget(self.promise)
        self.body.addWidget(self.summary)
        self.body.addWidget(scroll, 1)
        self.go.setEnabled(False)
        self._build_advanced()

    def _build_advanced(self) -> None:
        self.advanced.setCheckable(True)
        self.advanced.setAutoDefault(False)
        self.advanced.setProperty("kind", "quiet")
        self.algorithm.addItem(self.tr("Average linkage: groups that are alike on average join (usual)"), "average")
        self.algorithm.addItem(self.tr("DBSCAN: chains of faces that are alike"), "dbscan")
        self.algorithm.setAccessibleName(self.tr("How groups are found"))
        fold = QWidget()
        form = QFormLayout(fold)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("How groups are found"), self.algorithm)
        fold.hide()
        self.advanced.toggled.connect(fold.setVisible)
        self.advanced.toggled.connect(lambda _on: self.fit())
        self.buttons.insertWidget(0, self.advanced)
        self.body.addWidget(fold)
