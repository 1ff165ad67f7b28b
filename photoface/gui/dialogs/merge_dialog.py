"""One goes into the other: which into which, with faces of both, before anything happens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.core.faults import sentence_of
from photoface.gui.core.isolating import isolated
from photoface.gui.core.named import Named
from photoface.gui.core.session import Ticket
from photoface.gui.dialogs.sheet import Sheet, plain_label
from photoface.gui.theme.icons import icon
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.elided_label import ElidedLabel, short
from photoface.gui.widgets.faces_row import FacesRow
from photoface.gui.widgets.name_field import NameField
from photoface.services.deciding.merging import MergePreview, Side, preview_merge
from photoface.services.outcome import Outcome

_FACE = 52
_LONGEST = 22
"""Letters of a name: two stand on one button."""


class MergeDialog(Sheet):
    """source, target: as services take them; without a target the dialog asks for a name. Every merge is one undo."""

    def __init__(
        self,
        desk: Desk,
        source: str,
        target: str | None,
        done: Callable[[Outcome], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(QCoreApplication.translate("MergeDialog", "Merge"), parent, 620)
        self._desk, self._done = desk, done
        self._source, self._target = source, target
        self.preview: MergePreview | None = None
        self._reading = Ticket(self)
        self.who = NameField(desk)
        self.left, self.right = _Card(desk), _Card(desk)
        self.swap = QPushButton(self.tr("Turn round"))
        self.warning = plain_label("", "doubt")
        self.cancel = self.add_button(self.tr("Cancel"), self.reject, "quiet")
        self.go = self.add_button(self.tr("Merge"), self.merge, "primary")
        self._build()
        self._read()

    def turn(self) -> None:
        """The other one goes into this one."""
        if self.preview is not None and self.preview.can_turn and self._target is not None:
            self._source, self._target = self._target, self._source
            self._read()

    def merge(self) -> None:
        """What the button says."""
        if self.preview is not None and self.preview.allowed:
            preview = self.preview
            self._desk.decisions.merge(preview.source.reference, preview.target.reference, self._done)
            self.accept()

    def _build(self) -> None:
        self.who.setPlaceholderText(self.tr("Into whom? Type a name"))
        self.who.chosen.connect(self._choose)
        self.who.setVisible(self._target is None)
        sides = QHBoxLayout()
        sides.setSpacing(3 * SPACE)
        arrow = QLabel()
        arrow.setPixmap(icon("forward").pixmap(QSize(28, 28)))
        sides.addWidget(self.left, 1)
        sides.addWidget(arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        sides.addWidget(self.right, 1)
        self.swap.setProperty("kind", "quiet")
        self.swap.setAutoDefault(False)
        self.swap.clicked.connect(self.turn)
        self.buttons.insertWidget(0, self.swap)
        self.warning.hide()
        self.body.addWidget(self.who)
        self.body.addLayout(sides)
        self.body.addWidget(self.warning)
        self.go.setEnabled(False)
        self.swap.setEnabled(False)

    def _choose(self, who: Named) -> None:
        if who.person_id is None:
            self._refuse(self.tr("Nobody is called {name}.").format(name=isolated(who.name)))
        else:
            self._target = who.reference
            self._read()

    def _read(self) -> None:
        source, target = self._source, self._target
        self._reading.cancel()  # of two answers the older one may come later
        self.preview = None  # what the button said is not asked any more
        for button in (self.go, self.swap):
            button.setEnabled(False)
        if target is None:
            self.who.setFocus()
            self._reading = self._desk.session.read(
                self, lambda library: preview_merge(library, source, source).source, self.left.show_side
            )
        elif source == target:
            self._refuse(self.tr("This is one person already."))
        else:
            self._reading = self._desk.session.read(
                self,
                lambda library: preview_merge(library, source, target),
                self._show,
                lambda e: self._refuse(sentence_of(e)),
            )

    def _show(self, preview: MergePreview) -> None:
        self.preview = preview
        self.left.show_side(preview.source)
        self.right.show_side(preview.target)
        self.swap.setEnabled(preview.can_turn)
        self._say_what(preview)
        count = self.tr("both are in %n photo(s)", "", preview.together)
        warning = self.tr("Careful: {count}. Faces of one photo are usually two people.").format(count=count)
        self.warning.setText(warning)
        self.warning.setVisible(bool(preview.together))
        self.go.setEnabled(preview.allowed)
        self.go.setFocus()
        self.fit()

    def _say_what(self, preview: MergePreview) -> None:
        source, target = (isolated(short(side_name(side), _LONGEST)) for side in (preview.source, preview.target))
        if preview.target.is_person and preview.source.is_person:
            text = self.tr("{source} goes into {target}; the name {target} stays.")
        elif preview.target.is_person:
            text = self.tr("The group without a name becomes {target}.")
        else:
            text = self.tr("The two groups become one; nobody gets a name yet.")
        self.say(text.format(source=source, target=target))
        button = self.tr("Merge %n face(s) of {source} into {target}", "", preview.moving)
        self.go.setText(button.format(source=source, target=target).replace("&", "&&"))

    def _refuse(self, why: str) -> None:
        self._reading.cancel()
        self.preview = None
        self.warning.setText(why)
        self.warning.show()
        self.fit()
        self.go.setEnabled(False)


class _Card(QFrame):
    """One of the two, with faces."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.name, self.count = ElidedLabel(), QLabel()
        self.name.setProperty("kind", "strong")
        self.count.setProperty("kind", "note")
        self.faces = FacesRow(desk.images, _FACE, 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
        for widget in (self.name, self.count, self.faces):
            column.addWidget(widget)
        column.addStretch(1)
        self.setMinimumHeight(2 * _FACE + 72)

    def show_side(self, side: Side) -> None:
        self.name.setText(side_name(side))
        self.count.setText(QCoreApplication.translate("MergeDialog", "%n face(s)", None, side.faces))
        self.faces.show_faces(side.examples)


def side_name(side: Side) -> str:
    """A name, or that there is none."""
    return side.name or QCoreApplication.translate("MergeDialog", "a group without a name")
