"""A few faces side by side, as examples: as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from photoface.gui.core.images import Images, PictureKey
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.picture import Picture


class FacesRow(QWidget):
    """side: of a face in pixels; columns: how many in a row, at most."""

    def __init__(self, images: Images, side: int = 64, columns: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images, self._side, self._columns = images, side, columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE)
        self._grid.setColumnStretch(columns, 1)
        self._pictures: list[Picture] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def face_ids(self) -> list[int]:
        """What is shown."""
        return [picture.key.number for picture in self._pictures if picture.key is not None]

    def show_faces(self, face_ids: Sequence[int]) -> None:
        """These instead of what was shown."""
        for at, face_id in enumerate(face_ids):
            if at == len(self._pictures):
                self._pictures.append(Picture(self._images, self._side))
                self._grid.addWidget(self._pictures[at], *divmod(at, self._columns))
            self._pictures[at].show_key(PictureKey("face", face_id))
            self._pictures[at].show()
        for spare in self._pictures[len(face_ids) :]:
            spare.show_key(None)
            spare.hide()
        spoken = QCoreApplication.translate("FacesRow", "%n example(s)", None, len(face_ids))
        self.setAccessibleName(spoken)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._side, self._side)
