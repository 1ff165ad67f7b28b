"""What the button of a sweep says: exactly what it does, to how many faces."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.widgets.elided_label import short


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Sweep", text, None, number)


def sentence(right: int, wrong: int, name: str) -> str:
    """right: how many will be confirmed; wrong: how many were taken out."""
    confirm = tr("Confirm these %n face(s) as {name}", right)
    others = tr("%n other(s) are not", wrong)
    none = tr("%n face(s) are not {name}", wrong)
    words = tr("{confirm}; {others}").format(confirm=confirm, others=others) if right and wrong else confirm
    return (none if wrong and not right else words).format(name=isolated(short(name)))
