"""A person or group taken apart: the parts that a stricter grouping finds, and who of them is to leave."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSlider, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.dialogs.sheet import Sheet, plain_label
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.faces_row import FacesRow
from photoface.services.deciding.splitting import Part, Proposal, leaving_ids, propose

_FACE = 56


class SplitDialog(Sheet):
    """subject: ("person", id) or ("group", id). Nothing leaves but what is ticked and counted on the button."""

    def __init__(self, desk: Desk, subject: tuple[str, int], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("SplitDialog", "Split automatically"), parent, 640)
        self._desk, self._subject = desk, subject
        self.proposals: Sequence[Proposal] = ()
        self._shown: list[_PartRow] = []
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.decided = QCheckBox()
        self._strict = QLabel()
        self._rows = QVBoxLayout()
        self.cancel = self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(self.tr("Split off"), self.split, "primary")
        self._build()
        self.say(self.tr("Looking at these faces alone …"))
        desk.session.read(
            self, lambda library: propose(library, subject), self._have, lambda e: self.say(sentence_of(e))
        )

    @property
    def parts(self) -> list[_PartRow]:
        """Those that may leave."""
        return self._shown[1:]

    @property
    def leaving(self) -> list[tuple[int, ...]]:
        """The faces of the ticked parts, part by part."""
        chosen = [row.part for row in self.parts if row.ticked]
        return leaving_ids(chosen, decided=self.decided.isChecked())

    def split(self) -> None:
        """What the button says."""
        if self.leaving:
            self._desk.decisions.split_parts(self.leaving)
            self.accept()

    def _build(self) -> None:
        self.slider.setPageStep(1)
        self.slider.setMinimumHeight(28)  # the handle is larger than Qt thinks
        self.slider.setAccessibleName(self.tr("How strict"))
        self.slider.valueChanged.connect(self._show)
        self.decided.toggled.connect(self._count)
        self._strict.setProperty("kind", "note")
        inner = QWidget()
        inner.setLayout(self._rows)
        self._rows.setSpacing(2 * SPACE)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.tr("The parts"))
        scroll.setMinimumHeight(280)
        self._scroll = scroll
        slide = QHBoxLayout()
        slide.addWidget(QLabel(self.tr("looser")))
        slide.addWidget(self.slider, 1)
        slide.addWidget(QLabel(self.tr("stricter")))
        self._slide = QWidget()
        self._slide.setLayout(slide)
        slide.setContentsMargins(0, 0, 0, 0)
        for widget in (self._slide, self._strict, scroll, self.decided):
            self.body.addWidget(widget)
        for widget in (self._slide, self.decided, self.go, scroll):
            widget.hide()

    def _have(self, proposals: Sequence[Proposal]) -> None:
        self.proposals = proposals
        if not proposals:
            self.say(self.tr("Even the strictest grouping keeps these faces together: there is nothing to split."))
            self.cancel.setText(self.tr("Close"))
            return
        self.say(self.tr("These faces look like several people. Tick who is to leave; the first part stays."))
        self.slider.setRange(0, len(proposals) - 1)
        self._slide.setVisible(len(proposals) > 1)
        for widget in (self._scroll, self.go):
            widget.show()
        self._show(0)

    def _show(self, at: int) -> None:
        proposal = self.proposals[at]
        text = QCoreApplication.translate("SplitDialog", "about 1 wrong face in {number}")
        self._strict.setText(text.format(number=self.locale().toString(proposal.one_in)))
        for row in self._shown:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = [_PartRow(self._desk, proposal.staying, stays=True)]
        self._shown += [_PartRow(self._desk, part, stays=False) for part in proposal.leaving]
        for row in self._shown:
            self._rows.addWidget(row)
            row.box.toggled.connect(self._count)
        self._offer_decided(proposal)
        self._count()

    def _offer_decided(self, proposal: Proposal) -> None:
        decided = sum(len(part.decided) for part in proposal.leaving)
        self.decided.setText(self.tr("Also take %n face(s) that you confirmed or named", "", decided))
        self.decided.setVisible(bool(decided))
        if not decided:
            self.decided.setChecked(False)

    def _count(self, _on: bool = False) -> None:
        parts = self.leaving
        faces = sum(len(part) for part in parts)
        into = self.tr("into %n group(s)", "", len(parts))
        text = self.tr("Split off %n face(s) {into}", "", faces).format(into=into)
        self.go.setText(text if faces else self.tr("Split off"))
        self.go.setEnabled(bool(faces))
        self.fit()


class _PartRow(QFrame):
    """One part: a box to tick, how many faces, some of them."""

    def __init__(self, desk: Desk, part: Part, *, stays: bool) -> None:
        super().__init__()
        self.part = part
        self.setProperty("kind", "card")
        self.box = QCheckBox(self._words(stays))
        self.box.setChecked(not stays)
        self.box.setEnabled(not stays)
        faces = FacesRow(desk.images, _FACE, 8)
        faces.show_faces(part.examples)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        column.addWidget(self.box)
        if part.decided and part.guesses and not stays:
            note = QCoreApplication.translate("SplitDialog", "%n of them confirmed or named", None, len(part.decided))
            column.addWidget(plain_label(note, "note"))
        column.addWidget(faces)

    @property
    def ticked(self) -> bool:
        return self.box.isChecked()

    def _words(self, stays: bool) -> str:
        if stays:
            return QCoreApplication.translate("SplitDialog", "%n face(s) stay", None, self.part.faces)
        return QCoreApplication.translate(
            "SplitDialog", "%n face(s) leave for a group of their own", None, self.part.faces
        )
