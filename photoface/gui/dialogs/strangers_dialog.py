"""Strangers are hidden in bulk: all groups without a name that have few faces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from photoface.domain.people import Group
from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.sheet import Sheet
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.faces_row import FacesRow
from photoface.services.deciding.hiding import Strangers, strangers

_USUAL = 3


class StrangersDialog(Sheet):
    """groups: those without a name; what is hidden is what the button counts."""

    def __init__(self, desk: Desk, groups: Sequence[Group], parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("StrangersDialog", "Hide strangers"), parent)
        self._desk, self._groups = desk, groups
        self.fewer = QSpinBox()
        self.examples = FacesRow(desk.images, 56, 8)
        self.cancel = self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(self.tr("Hide"), self.hide_them, "primary")
        self._build()
        self._count()

    @property
    def chosen(self) -> Strangers:
        """Who would be hidden now."""
        return strangers(self._groups, self.fewer.value())

    def hide_them(self) -> None:
        """What the button says."""
        self._desk.decisions.hide_groups(self.chosen.cluster_ids)
        self.accept()

    def _build(self) -> None:
        self.say(
            self.tr(
                "Nobody asks about hidden faces again, and no grouping brings them back. "
                "It is one step in the history and can be undone."
            )
        )
        self.fewer.setRange(2, max([2, *(group.faces + 1 for group in self._groups)]))
        self.fewer.setValue(_USUAL)
        self.fewer.lineEdit().setTextMargins(2 * SPACE, 0, 0, 0)  # the style sheet's padding does not count inside it
        self.fewer.setAccessibleName(self.tr("Groups with fewer faces than"))
        self.fewer.valueChanged.connect(self._count)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(QLabel(self.tr("Groups with fewer faces than")))
        row.addWidget(self.fewer)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.examples)

    def _count(self) -> None:
        found = self.chosen
        few = {group.cluster_id: group.cover_face_id for group in self._groups}
        self.examples.show_faces([few[each] for each in found.cluster_ids[:16]])
        faces = self.tr("%n face(s)", "", found.faces)
        text = self.tr("Hide %n group(s) with {faces}", "", len(found.cluster_ids)).format(faces=faces)
        self.go.setText(text)
        self.fit()
        self.go.setEnabled(bool(found.cluster_ids))
