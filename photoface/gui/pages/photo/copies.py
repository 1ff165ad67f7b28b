"""Below a photo: all photos that look the same and are shown as one, to go from one to the other."""

from __future__ import annotations

import os
from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from photoface.domain.people import Photo
from photoface.gui.core.images import Images
from photoface.gui.core.isolating import isolated
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.models.folders_model import shown
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.choices_row import ChoicesRow
from photoface.gui.widgets.elided_label import short

_SIDE, _SHOWN, _LONGEST = 56, 12, 24


class CopiesStrip(QWidget):
    """``chosen`` with the id of one of them; that of the photo that is shown is marked. Nothing is seen without any."""

    chosen = Signal(int)

    def __init__(self, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[int] = []
        self._here: int | None = None
        self.note = plain_label("", "note")
        self.note.setFixedWidth(150)
        self.row = ChoicesRow(images, _SIDE, "photo")
        self.row.chosen.connect(self.chosen)
        line = QHBoxLayout(self)
        line.setContentsMargins(6 * SPACE, SPACE, 6 * SPACE, 0)
        line.setSpacing(4 * SPACE)
        line.addWidget(self.note)
        line.addWidget(self.row, 1)
        self.setAccessibleName(self.tr("Photos that look the same"))
        self.hide()

    @property
    def several(self) -> bool:
        """Whether there is anything to go to."""
        return len(self._ids) > 1

    def show_copies(self, photos: Sequence[Photo], here: int) -> None:
        """These; read anew, they keep the focus where it is."""
        ids = [photo.photo_id for photo in photos]
        if (ids, here) == (self._ids, self._here):
            return
        focused = any(button.hasFocus() for button in self.row.buttons)
        self._ids, self._here = ids, here
        self.note.setText(self.tr("The same picture, %n times", "", len(ids)))
        self.row.show_choices([(photo.photo_id, photo.photo_id, _name(photo)) for photo in photos[:_SHOWN]])
        for photo, button in zip(photos, self.row.buttons, strict=False):
            button.setCheckable(True)
            button.setChecked(photo.photo_id == here)
            button.setToolTip(f"{isolated(shown(photo.path))}\n{_size(photo)}")
            button.setAccessibleName(f"{shown(os.path.basename(photo.path))}, {_size(photo)}")
            if focused and photo.photo_id == here:
                button.setFocus()


def _name(photo: Photo) -> str:
    return short(isolated(shown(os.path.basename(photo.path))), _LONGEST)


def _size(photo: Photo) -> str:
    width, height = (QLocale().toString(each) for each in (photo.width, photo.height))
    return f"{width} × {height}"
