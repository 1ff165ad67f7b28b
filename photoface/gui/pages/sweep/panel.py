"""Beside a sweep: faces of the person that are known, and the whole photo of the face that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from photoface.domain.geometry import Box
from photoface.domain.people import Face
from photoface.gui.core.desk import Desk
from photoface.gui.core.images import PictureKey
from photoface.gui.core.session import Ticket
from photoface.gui.models.faces_model import date_of, likeness_text
from photoface.gui.models.roles import Role
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.faces_row import FacesRow
from photoface.gui.widgets.picture import Picture
from photoface.services.review.evidence import frame_of
from photoface.services.review.sweeping import Sweep
from photoface.services.showing.portrait import Portrait

_PHOTO, _KNOWN = 216, 68


class SweepPanel(QFrame):
    """``show_sweep`` for a person, ``look_at`` for one of the faces."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._desk = desk
        self._reading = Ticket(self)
        self.known = FacesRow(desk.images, _KNOWN, 3)
        self.photo = Picture(desk.images, _PHOTO, whole=True)
        self.about = QLabel()
        self.about.setProperty("kind", "note")
        self.about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        column.setSpacing(2 * SPACE)
        for title, widget in ((self.tr("Already known"), self.known), (self.tr("The whole photo"), self.photo)):
            heading = QLabel(title)
            heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            column.addWidget(heading)
            column.addWidget(widget)
        column.addWidget(self.about)
        column.addStretch(1)
        self.setFixedWidth(_PHOTO + 8 * SPACE)

    def show_sweep(self, sweep: Sweep) -> None:
        """Faces to compare with."""
        self.known.show_faces(sweep.known)
        name = QCoreApplication.translate("SweepPanel", "Known faces of {name}").format(name=sweep.person.name)
        self.known.setAccessibleName(name)

    def look_at(self, index: QPersistentModelIndex) -> None:
        """The photo of this face, with its box."""
        portrait = index.data(Role.VALUE) if index.isValid() else None
        if not isinstance(portrait, Portrait):
            self.photo.show_key(None)
            self.about.clear()
            return
        face = portrait.face
        words = (date_of(portrait.taken), likeness_text(portrait.likeness))
        self.about.setText(" · ".join(part for part in words if part))
        self._reading.cancel()
        self._reading = self._desk.session.read(
            self, lambda library: frame_of(library, face), lambda frame: self._show(face, frame)
        )

    def _show(self, face: Face, frame: Box | None) -> None:
        self.photo.show_key(PictureKey("photo", face.photo_id), frame)
