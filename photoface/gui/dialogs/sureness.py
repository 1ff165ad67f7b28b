"""How sure the figures of likeness are in this library, in plain words; or that it cannot know."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from photoface.domain.calibration import RATE, Calibration
from photoface.gui.core.changes import Touched
from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.pages.review.words import round_nicely
from photoface.gui.theme.tokens import SPACE
from photoface.services.calibration.calibrating import calibrated, last_calibration
from photoface.services.calibration.wrong_mates import WrongMates, wrong_mates
from photoface.services.library import Library


@dataclass(frozen=True, slots=True)
class _Known:
    """made: None where nothing was estimated yet; mates: None for a model that nobody measured."""

    made: Calibration | None
    mates: WrongMates | None


class Sureness(QFrame):
    """Read at once; estimated anew by a button, which takes a while in a large library."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._desk = desk
        self.words, self.more = plain_label("", ""), plain_label("", "note")
        self.again = QPushButton(self.tr("Estimate again"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(2 * SPACE)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        column.addWidget(self.words)
        column.addWidget(self.more)
        column.addLayout(row)
        self.again.clicked.connect(lambda _checked: self._estimate())
        desk.session.read(self, _known, self._show, self._refuse)

    def _estimate(self) -> None:
        self.again.setEnabled(False)
        self.words.setText(self.tr("Comparing the faces of this library …"))
        self._desk.session.write(self, _estimated, self._show, self._refuse, touched=Touched.SETTINGS)

    def _refuse(self, error: Exception) -> None:
        self.again.setEnabled(True)
        self.words.setText(sentence_of(error))

    def _show(self, found: _Known) -> None:
        self.again.setEnabled(True)
        self.again.setText(self.tr("Estimate it now") if found.made is None else self.tr("Estimate again"))
        self.more.setVisible(found.mates is not None)
        if found.made is None:
            self.words.setText(self.tr("Not estimated yet: the figures are those that were measured with the model."))
            return
        self.words.setText(self._sentence(found.made))
        texts = [self._groups(found.mates)] if found.mates is not None else []
        if found.made.retaken is not None and found.made.retaken.poor:
            texts.append(self._poor())
        self.more.setText("\n".join(texts))
        self.more.setVisible(bool(texts))

    def _sentence(self, made: Calibration) -> str:
        low, high = made.rates.interval(made.rates.angle_at(RATE))
        faces = self.tr("%Ln face(s)", "", made.faces)
        values = {"faces": faces, "low": _one_in(high), "high": _one_in(low), "rate": _one_in(RATE)}
        if made.rates.known():
            text = self.tr("Checked with {faces} of this library: one in {rate} is between one in {low} and {high}.")
        else:
            text = self.tr(
                "This library cannot know it well: by its {faces}, one in {rate} may be anything between one in {low} "
                "and {high}. More photos, and more confirmed faces of more people, will tell."
            )
        return text.format(**values)

    def _groups(self, mates: WrongMates) -> str:
        values = {"share": _one_in(mates.share), "low": _one_in(mates.high), "high": _one_in(mates.low)}
        if mates.known:
            text = self.tr("In a group about 1 face in {share} is somebody else, between 1 in {low} and 1 in {high}.")
        else:
            text = self.tr(
                "How many faces of a group are somebody else, this library cannot know well: between 1 in {low} and 1 "
                "in {high}. Faces of several people that you check at random will tell."
            )
        return text.format(**values)

    def _poor(self) -> str:
        return self.tr(
            "Copies of a photo and shots within seconds show the same faces too far apart: the pictures are poor, or "
            "these figures do not fit this library."
        )


def _known(library: Library) -> _Known:
    made = last_calibration(library)
    return _Known(made, wrong_mates(library, made) if made is not None else None)


def _estimated(library: Library) -> _Known:
    made = calibrated(library)
    return _Known(made, wrong_mates(library, made))


def _one_in(rate: float) -> str:
    return QLocale().toString(round_nicely(1 / max(rate, 1e-7)))
