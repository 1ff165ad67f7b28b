"""What an import would do, in plain words and with faces."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.sheet import plain_label
from photoface.gui.models.shares_model import SharesModel
from photoface.gui.theme.tokens import SPACE
from photoface.gui.widgets.file_lines import FileLines
from photoface.gui.widgets.tile_delegate import TileDelegate, TileLook
from photoface.gui.widgets.tile_layout import Metrics
from photoface.gui.widgets.tile_view import TileView
from photoface.services.importing.preview import PersonShare, shares
from photoface.services.importing.values import ImportPlan

LOOK = TileLook(picture=84, lines=2, round=True)


class PlanView(QWidget):
    """``button`` says what taking it over does; ``nothing``: there is nothing to be shown below the first sentence."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = ""
        self.facts = plain_label("", "")
        self.people = SharesModel()
        self.faces = TileView(Metrics(LOOK.picture, LOOK.height, gap=16))
        self.faces.setModel(self.people)
        self.faces.setItemDelegate(TileDelegate(desk.images, LOOK, self.faces))
        self.faces.setAccessibleName(self.tr("Who gets faces"))
        self.faces.setMinimumHeight(LOOK.height + 48)
        desk.images.arrived.connect(self._draw_anew)
        self.left_out = QLabel()
        self.left_out.setProperty("kind", "strong")
        self.files = FileLines(self.tr("Files that could not be read whole"), 112)
        self._build()

    @property
    def nothing(self) -> bool:
        return not (self.facts.text() or self.people.rows or self.files.lines.rows)

    def show_plan(self, plan: ImportPlan) -> str:
        """Show it; the sentence that stands above everything."""
        found = shares(plan)
        self.people.show(found)
        self.faces.setVisible(bool(found))
        self.files.lines.show(sorted(plan.doubts.items()))
        self.left_out.setText(self.tr("%n file(s) could not be read whole", "", len(plan.doubts)))
        for widget in (self.left_out, self.files):
            widget.setVisible(bool(plan.doubts))
        self.facts.setText("\n".join(self._facts(plan, found)))
        self.button = self._button(plan)
        if plan.empty:
            return self.tr("These files tell nothing that the library does not know. Nothing is to be done.")
        return self.tr("Nothing was changed yet. This is what would change; one undo takes all of it back.")

    def _draw_anew(self, _keys: object) -> None:
        """Pictures have come. A method, so that Qt forgets it with the dialog."""
        self.faces.viewport().update()

    def _facts(self, plan: ImportPlan, found: list[PersonShare]) -> list[str]:
        new = sum(share.new for share in found)
        texts = (
            (len(found), self.tr("%n person(s) named", "", len(found))),
            (new, self.tr("%n of them new in this library", "", new)),
            (plan.matched, self.tr("%n name(s) for faces that were found already", "", plan.matched)),
            (plan.drawn, self.tr("%n box(es) drawn new, where no face was found", "", plan.drawn)),
            (len(plan.questions), self.tr("%n conflict(s): you are asked afterwards", "", len(plan.questions))),
            (plan.same, self.tr("%n name(s) that the library has already", "", plan.same)),
            (plan.kept, self.tr("%n time(s) you decided otherwise, and that stays", "", plan.kept)),
            (plan.later, self.tr("%n more photo(s) to ask about when you have answered some", "", plan.later)),
            (plan.unplaced, self.tr("%n name(s) without a face that it could be", "", plan.unplaced)),
            (len(plan.dates), self.tr("%n date(s) of photos", "", len(plan.dates))),
            (plan.missing, self.tr("%n photo(s) that this library does not have", "", plan.missing)),
        )
        return [f"•  {text}" for number, text in texts if number]

    def _button(self, plan: ImportPlan) -> str:
        if plan.named:
            return self.tr("Take over %n name(s)", "", len(plan.named))
        if plan.questions:
            return self.tr("Keep %n question(s) to be answered", "", len(plan.questions))
        return self.tr("Take over")

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        for widget, stretch in ((self.facts, 0), (self.faces, 3), (self.left_out, 0), (self.files, 1)):
            column.addWidget(widget, stretch)
