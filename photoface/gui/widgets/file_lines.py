"""Files with a sentence each, as a list that scrolls."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QListView, QWidget

from photoface.gui.models.files_model import FilesModel
from photoface.gui.widgets.line_delegate import LineDelegate


class FileLines(QListView):
    """``lines`` are what it shows; name: for screen readers; height: at least, in pixels."""

    def __init__(self, name: str, height: int = 180, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = FilesModel()
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self, paths=True))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setMinimumHeight(height)
