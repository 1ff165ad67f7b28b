"""One contradiction: both sides with their faces, who said so and when, and what can be done about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from photoface.gui.core.images import Images
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.pages.conflicts.words import claim_text, source_text, title_text, way_text
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import short
from photoface.gui.widgets.faces_row import FacesRow
from photoface.gui.widgets.flow import FlowLayout
from photoface.services.ledger.claims import Claim
from photoface.services.ledger.conflicts import Clash, Way

_FACE, _SHOWN, _LONGEST = 72, 5, 60


class ClashSides(QFrame):
    """Both sides. made_by: the operation that a decision would be that is not made yet."""

    def __init__(self, clash: Clash, images: Images, made_by: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.clash = clash
        self._images, self._made_by = images, made_by
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        self.column.setSpacing(4 * SPACE)
        self.column.addWidget(plain_label(title_text(clash), "strong"))
        row = QHBoxLayout()
        row.setSpacing(6 * SPACE)
        one = QCoreApplication.translate("ClashCard", "One person")
        several = QCoreApplication.translate("ClashCard", "Not one person")
        for heading, claims in ((one, clash.together), (several, clash.apart)):
            row.addLayout(self._side(heading, claims), 1)
        self.column.addLayout(row)

    def _side(self, heading: str, claims: Iterable[Claim]) -> QVBoxLayout:
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
            side.addWidget(plain_label(source_text(claim, self._made_by), "note"))
        side.addStretch(1)
        return side


class ClashCard(ClashSides):
    """Both sides and the ways out; ``chosen`` with the Way whose button was pressed."""

    chosen = Signal(object)

    def __init__(self, clash: Clash, images: Images, parent: QWidget | None = None) -> None:
        super().__init__(clash, images, parent=parent)
        note = self.tr("What is right? Each of these is one step, and can be undone.")
        self.column.addWidget(plain_label(note, "note"))
        buttons = WayButtons(clash.ways)
        buttons.chosen.connect(self.chosen)
        self.ways = buttons.ways
        self.column.addWidget(buttons)


class ForetoldCard(ClashSides):
    """Both sides of what a decision would contradict, with those of these ways that settle it before; ``chosen``."""

    chosen = Signal(object)

    def __init__(self, clash: Clash, ways: Iterable[Way], images: Images, made_by: int | None) -> None:
        super().__init__(clash, images, made_by)
        own = {way.key for way in clash.ways}
        self.buttons = WayButtons([way for way in ways if way.key in own], before=True)
        self.buttons.chosen.connect(self.chosen)
        if self.buttons.ways:
            self.column.addWidget(plain_label(self.tr("Settle it first, and then do it:"), "note"))
            self.column.addWidget(self.buttons)


class WayButtons(QWidget):
    """A button for each way out; ``chosen`` with that of the one that was pressed. ways: the buttons by its key.

    before: they are taken before a decision that is not made yet.
    """

    chosen = Signal(object)

    def __init__(self, ways: Iterable[Way], parent: QWidget | None = None, *, before: bool = False) -> None:
        super().__init__(parent)
        self._before = before
        self.ways: dict[str, QPushButton] = {}
        flow = FlowLayout(2 * SPACE)
        self.setLayout(flow)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for way in ways:
            flow.addWidget(self._button(way))

    def _button(self, way: Way) -> QPushButton:
        text = way_text(way, before=self._before)
        button = QPushButton(short(text, _LONGEST).replace("&", "&&"))
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        button.setToolTip(text)
        button.clicked.connect(lambda _checked: self.chosen.emit(way))
        self.ways[way.key] = button
        return button
