"""After other models were chosen: when all photos are read with them, the faces are grouped anew, once."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photoface.gui.core.desk import Desk
from photoface.gui.core.indexing import Progress, Stage
from photoface.gui.main_window import MainWindow
from photoface.services.groups.group_plan import Plan
from photoface.services.groups.grouping import apply_plan, plan_regrouping
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.packs.model_change import regrouped, regrouping_is_due


class Regrouping(QObject):
    """Planned in a reading thread, applied as one step that can be undone. A pause or the end only postpones it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._session = desk.session
        desk.indexer.finished.connect(self._ended)

    def _ended(self, progress: Progress) -> None:
        if progress.stage is Stage.IDLE:
            self._session.read(self, _plan_if_due, self._apply)

    def _apply(self, plan: Plan | None) -> None:
        if plan is not None:
            self._session.decide(self, lambda library: _apply(library, plan), weigh=False)


def _plan_if_due(library: Library) -> Plan | None:
    return plan_regrouping(library) if regrouping_is_due(library) else None


def _apply(library: Library, plan: Plan) -> Outcome:
    outcome = apply_plan(library, plan)
    regrouped(library)
    return outcome
