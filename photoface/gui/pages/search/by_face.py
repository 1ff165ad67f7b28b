"""Search by face: a picture that was dropped, pasted or chosen; its faces; whom the chosen one is like, and where."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoface.gui.core.desk import Desk
from photoface.gui.core.looking import Found
from photoface.gui.core.viewing import PhotoRow
from photoface.gui.models.candidates_model import CandidatesModel
from photoface.gui.models.photos_model import photos_model
from photoface.gui.models.roles import Role
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.finding.recognition import candidates

LOOK = TileLook(picture=128, lines=2, round=True)
PHOTO_LOOK = TileLook(picture=168)
_FACE = 84


class FaceResults(QWidget):
    """``opened`` with ("person", id) or ("group", id) of somebody; ``photo_opened`` with a photo id and a PhotoRow."""

    opened = Signal(object)
    photo_opened = Signal(int, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Found | None = None
        self.model, self.photos_model = CandidatesModel(), photos_model(desk.session)
        self.view = TileView(Metrics(LOOK.picture, LOOK.height, gap=20))
        self.view.setModel(self.model)
        self.view.setItemDelegate(TileDelegate(desk.images, LOOK, self.view))
        self.view.setAccessibleName(self.tr("Whom this face is like"))
        self.photos = TileView(Metrics(PHOTO_LOOK.picture, PHOTO_LOOK.height, gap=6))
        self.photos.setModel(self.photos_model)
        self.photos.setItemDelegate(TileDelegate(desk.images, PHOTO_LOOK, self.photos))
        self.photos.setAccessibleName(self.tr("Photos with such faces, the likest first"))
        self.text = QLabel()
        self.text.setProperty("kind", "lead")
        self.faces, self.kinds = QButtonGroup(self), QButtonGroup(self)
        self.views = QStackedWidget()
        self._strip, self._strip_view = QHBoxLayout(), QScrollArea()
        self._build()
        self.view.opened.connect(self._open)
        self.photos.opened.connect(self._open_photo)
        for view in (self.view, self.photos):
            desk.images.arrived.connect(lambda _keys, view=view: view.viewport().update())

    def show_found(self, found: Found) -> None:
        """Show the faces of the picture, the largest one picked."""
        self.found = found
        for button in self.faces.buttons():
            self.faces.removeButton(button)
            button.deleteLater()
        for at, face in enumerate(found.picture.faces):
            self._add_face(at, face.crop)
        sizes = [face.box.area for face in found.faces]
        self.text.setText(self.tr("%n face(s) in this picture", "", len(sizes)))
        self.pick(sizes.index(max(sizes)))

    def pick(self, at: int) -> None:
        """Show whom this face is like."""
        if self.found is not None:
            self.faces.button(at).setChecked(True)
            matches = self.found.faces[at].matches
            self.model.show_candidates(candidates(matches, self.found.library_faces))
            photos = dict.fromkeys(match.face.photo_id for match in matches)
            self.photos_model.show(np.array(list(photos), np.int64))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.text)
        row.addStretch(1)
        for at, (text, view) in enumerate(((self.tr("People"), self.view), (self.tr("Photos"), self.photos))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(at == 0)
            self.kinds.addButton(button, at)
            self.views.addWidget(view)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._strip_view)
        column.addWidget(self.views, 1)
        self._build_strip()
        self.faces.idClicked.connect(self.pick)
        self.kinds.idClicked.connect(self.views.setCurrentIndex)

    def _build_strip(self) -> None:
        """The faces in a row that scrolls: a group photo has more than a window is wide."""
        inside = QWidget()
        inside.setProperty("kind", "page")
        inside.setLayout(self._strip)
        self._strip.setContentsMargins(6 * SPACE, 0, 6 * SPACE, 0)
        self._strip.setSpacing(2 * SPACE)
        self._strip.addStretch(1)
        self._strip_view.setWidget(inside)
        self._strip_view.setWidgetResizable(True)
        self._strip_view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip_view.setFixedHeight(_FACE + 10 * SPACE)
        self._strip_view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._strip_view.setAccessibleName(self.tr("Faces in this picture"))

    def _add_face(self, at: int, crop: bytes) -> None:
        picture = QPixmap()
        picture.loadFromData(crop)
        button = QToolButton()
        button.setCheckable(True)
        button.setIcon(QIcon(picture))
        button.setIconSize(QSize(_FACE, _FACE))
        button.setAccessibleName(self.tr("Face {number} of this picture").format(number=at + 1))
        self.faces.addButton(button, at)
        self._strip.insertWidget(at, button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _open(self, index: QModelIndex) -> None:
        face = self.model.value(index).best.face
        if face.person_id is not None:
            self.opened.emit(("person", face.person_id))
        elif face.cluster_id is not None:
            self.opened.emit(("group", face.cluster_id))
        else:
            self.photo_opened.emit(face.photo_id, PhotoRow(self.photos_model.ids))

    def _open_photo(self, index: QModelIndex) -> None:
        self.photo_opened.emit(index.data(Role.KEY), PhotoRow(self.photos_model.ids))
