"""One contradiction: both sides with their faces, who said so and when, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.images import Images
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.pages.conflicts.words import claim_text, source_text, title_text, way_text
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import short
from photoface.gui.widgets.faces_row import FacesRow
from photoface.gui.widgets.flow import FlowLayout
from photoface.services.claims import Claim
from photoface.services.conflicts import Clash, Way

_FACE, _SHOWN, _LONGEST = 72, 5, 60


class ClashCard(QFrame):
    """``chosen`` with the Way whose button was pressed."""

    chosen = Signal(object)

    def __init__(self, clash: Clash, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.clash = clash
        self._images = images
        self.ways: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addWidget(plain_label(title_text(clash), "strong"))
        row = QHBoxLayout()
        row.setSpacing(6 * SPACE)
        for heading, claims in ((self.tr("One person"), clash.together), (self.tr("Not one person"), clash.apart)):
            row.addLayout(self._side(heading, claims), 1)
        column.addLayout(row)
        column.addWidget(plain_label(self.tr("What is right? Each of these is one step, and can be undone."), "note"))
        column.addWidget(self._buttons(clash))

    def _side(self, heading: str, claims: tuple[Claim, ...]) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(2 * SPACE)
        side.addWidget(plain_label(heading, "note"))
        for claim in claims:
            side.addWidget(plain_label(claim_text(claim), ""))
            for faces in (claim.faces, claim.others):
                if faces:
                    row = FacesRow(self._images, _FACE, _SHOWN)
                    row.show_faces(faces[:_SHOWN])
                    side.addWidget(row)
            side.addWidget(plain_label(source_text(claim), "note"))
        side.addStretch(1)
        return side

    def _buttons(self, clash: Clash) -> QWidget:
        buttons = QWidget()
        flow = FlowLayout(2 * SPACE)
        buttons.setLayout(flow)
        policy = buttons.sizePolicy()
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        for way in clash.ways:
            flow.addWidget(self._button(way))
        return buttons

    def _button(self, way: Way) -> QPushButton:
        text = way_text(way)
        button = QPushButton(short(text, _LONGEST).replace("&", "&&"))
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.clicked.connect(lambda _checked: self.chosen.emit(way))
        self.ways[way.key] = button
        return button
