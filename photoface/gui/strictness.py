"""The strictness of groups, to be changed from wherever one is."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photoface.gui.core.actions import Command
from photoface.gui.core.desk import Desk
from photoface.gui.dialogs.strictness_dialog import StrictnessDialog
from photoface.gui.main_window import MainWindow


class Strictness(QObject):
    """Its command in the menu of tools."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        text = self.tr("How strict groups are …")
        hint = self.tr("See what stricter or looser groups would join or part, before anything changes")
        command = Command("tools.strictness", self.tr("Everywhere"), text, ("Ctrl+G",), "compare", hint)
        desk.actions.add(window, command, lambda: StrictnessDialog(desk, window).open(), everywhere=True)
