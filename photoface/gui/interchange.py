"""Names in from other programs, names out to them: the commands of the File menu, and the dialogs they open.

Dialogs are imported when they are asked for: what they need is a part of the time until the window is seen.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from photoface.gui.core.actions import Command
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.main_window import MainWindow

COMMANDS = ("names in", "names out", "names to settle")


class Interchange(QObject):
    """Registers the commands; menus and the sheet of shortcuts are made from that."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        area = self.tr("Everywhere")
        into = self.tr("Take over who is in the photos from Picasa, digiKam, Lightroom, Google Photos and others")
        out = self.tr("Write names beside or into the photos, for other programs; nothing is written before you say so")
        settle = self.tr("Names of files that stand against what you decided")
        for command, run in (
            (
                Command("names in", area, self.tr("Import names from photos …"), ("Ctrl+Shift+I",), "", into),
                self.take_in,
            ),
            (Command("names out", area, self.tr("Write names to photos …"), ("Ctrl+Shift+W",), "", out), self.give_out),
            (Command("names to settle", area, self.tr("Names to settle"), (), "", settle), self.settle),
        ):
            desk.actions.add(window, command, run, everywhere=True)

    def take_in(self) -> None:
        """What files tell of the people in the photos."""
        from photoface.gui.dialogs.names_in_dialog import NamesInDialog

        NamesInDialog(self._desk, self._window).open()

    def give_out(self) -> None:
        """Names into files."""
        from photoface.gui.dialogs.names_out_dialog import NamesOutDialog

        NamesOutDialog(self._desk, self._window).open()

    def settle(self) -> None:
        """Questions that names of files raised."""
        self._desk.places.go(Place("settle"))
