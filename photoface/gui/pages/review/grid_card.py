"""All faces that an answer decides, as a grid: a click takes a wrong one out; beside it the photo one points at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPersistentModelIndex, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.desk import Desk
from photoface.gui.core.session import Ticket
from photoface.gui.models.roles import Role
from photoface.gui.models.sweep_model import Fate, SweepModel
from photoface.gui.pages.review.card import fact_label
from photoface.gui.pages.sweep.view import SweepView
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.faces_row import FacesRow
from photoface.gui.widgets.large_photo import LargePhoto
from photoface.gui.widgets.tile_layout import Section
from photoface.services.review.evidence import frame_of
from photoface.services.review.questions import Kind, Question
from photoface.services.showing.portrait import Portrait

_KNOWN, _COLUMNS = 64, 4
_LEAST, _MOST = 300, 560


class GridCard(QWidget):
    """``changed`` when a face is taken out or put back, or another question is shown."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading = Ticket(self)
        self.model = SweepModel()
        self.view = _Grid(self.model, desk)
        self.known = FacesRow(desk.images, _KNOWN, _COLUMNS)
        self.heading, self.hint, self.facts = QLabel(), fact_label(), fact_label()
        self.photo = LargePhoto(desk)
        self._build()

    @property
    def out(self) -> list[int]:
        """The faces that were taken out."""
        return self.model.of_fate(Fate.NO)

    def clear(self) -> None:
        """Not read yet."""
        self._reading.cancel()
        self.model.show_all(())
        self.known.show_faces(())
        self.facts.clear()
        self.heading.clear()
        self.photo.show_face(None)

    def show_grid(
        self, question: Question, portraits: Sequence[Portrait], known: Sequence[int], facts: Sequence[str]
    ) -> None:
        """The faces that are asked about; known: faces of the person, to compare with; facts: sentences."""
        self.model.show_all(portraits, self._sections(question, len(portraits)))
        self.hint.setText(self._hint(question))
        self.known.show_faces(known)
        self.known.setVisible(bool(known))
        self.heading.setText(self.tr("Already known") if known else "")
        self.heading.setVisible(bool(known))
        self.facts.setText("\n".join(facts))
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
            self.view.clearSelection()

    def toggle(self, row: int | None = None) -> None:
        """Take this face out, or put it back; without a row the selected ones, or the current one."""
        chosen = [each.row() for each in self.view.selectedIndexes()] or [self.view.currentIndex().row()]
        rows = [row] if row is not None else [each for each in chosen if each >= 0]
        self.model.take_out(rows)
        if row is not None:
            self.view.clearSelection()
        self.changed.emit()

    def look_at(self, index: QPersistentModelIndex) -> None:
        """The photo of this face, with its box."""
        portrait = index.data(Role.VALUE) if index.isValid() else None
        if isinstance(portrait, Portrait):
            face = portrait.face
            self._reading.cancel()
            self._reading = self._desk.session.read(
                self, lambda library: frame_of(library, face), lambda frame: self._show(face, frame)
            )

    def _show(self, face: Face, frame: Box | None) -> None:
        self.photo.show_face(face, frame)

    def _hint(self, question: Question) -> str:
        if question.kind is Kind.STRANGERS:
            return self.tr("Click anybody you know, or press Space: their name is asked for next.")
        return self.tr("Click a face that is somebody else, or press Space: it is taken out.")

    def _sections(self, question: Question, faces: int) -> list[Section]:
        """Of a group and those that may belong to it: first the group."""
        group = question.group.faces if question.group is not None else faces
        if question.person is not None or group >= faces:
            return []
        perhaps = self.tr("Take out who is somebody else")
        return [
            Section(self.tr("One group"), group),
            Section(self.tr("Probably the same person"), faces - group, perhaps),
        ]

    def _build(self) -> None:
        self.heading.setProperty("kind", "note")
        self.hint.setProperty("kind", "note")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, 0, 6 * SPACE, 3 * SPACE)
        row.setSpacing(4 * SPACE)
        side = QWidget()
        side.setMinimumWidth(_LEAST)
        side.setMaximumWidth(_MOST)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(2 * SPACE)
        for widget in (self.heading, self.known, self.facts, self.hint):
            column.addWidget(widget)
        column.addWidget(self.photo, 1)
        row.addWidget(self.view, 3)
        row.addWidget(side, 2)
        self.view.setAccessibleName(self.tr("Faces that are asked about"))
        self.view.toggled.connect(self.toggle)
        self.view.entered.connect(lambda index: self.look_at(QPersistentModelIndex(index)))
        self.view.selectionModel().currentChanged.connect(
            lambda index, _before: self.look_at(QPersistentModelIndex(index))
        )
        self._desk.images.arrived.connect(lambda _keys: self.view.viewport().update())


class _Grid(SweepView):
    """A grid without a line; letters are left to the page, where they are answers or begin a name."""

    def __init__(self, model: SweepModel, desk: Desk) -> None:
        super().__init__(model, desk.images)

    @property
    def line(self) -> list[QPointF]:
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)
