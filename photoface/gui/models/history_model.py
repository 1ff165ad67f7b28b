"""The rows of the History page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, Qt

from photoface.gui.core.dates import short_moment
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.sentences.reading import as_sentence, worded
from photoface.store.operations import Operation


def tr(text: str) -> str:
    return QCoreApplication.translate("HistoryModel", text)


class HistoryModel(RowsModel[Operation]):
    """Keys are operation ids."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.NOTE: when, Role.BADGE: lambda one: state_word(one.state)}
        super().__init__(RowLook(lambda one: one.operation_id, lambda one: as_sentence(one.summary), spoken, others))


def when(one: Operation) -> str:
    """Local date and time, as the user's country writes them."""
    at = QDateTime.fromString(one.at[:19], Qt.DateFormat.ISODate)
    at.setTimeZone(at.timeZone().utc())
    return short_moment(at)


def state_word(state: str) -> str:
    """What became of it; empty while it stands."""
    return {"undone": tr("undone"), "dropped": tr("undone for good")}.get(state, "")


def spoken(one: Operation) -> str:
    """For screen readers."""
    return ", ".join(part for part in (worded(one.summary), when(one), state_word(one.state)) if part)
