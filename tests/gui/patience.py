"""Waits that end when what is waited for is there, however busy the machine is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from pytestqt.qtbot import QtBot

from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.desk import Desk

PATIENCE = 60_000
"""Milliseconds. Only a hang takes so long; a shorter wait would only fail on a slower machine."""


class PatientBot(QtBot):
    """As pytest-qt's, but whoever waits does so for at least PATIENCE; a signal that need not come is waited for as
    long as the test says."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:  # noqa: N802
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, raising: bool | None = None, **how: Any) -> Any:  # noqa: N802
        return super().waitSignal(signal, timeout=_patient(timeout, raising), raising=raising, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, raising: bool | None = None, **how: Any) -> Any:  # noqa: N802
        return super().waitSignals(signals, timeout=_patient(timeout, raising), raising=raising, **how)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:  # noqa: N802
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))


def _patient(timeout: int, raising: bool | None) -> int:
    return timeout if raising is False else max(timeout, PATIENCE)


def rest(qtbot: QtBot, desk: Desk) -> None:
    """Until all that the window has asked for is read, and no photos are."""
    qtbot.waitUntil(lambda: desk.session.resting and not desk.indexer.running, timeout=PATIENCE)


@contextmanager
def decided(qtbot: QtBot, desk: Desk) -> Iterator[Any]:
    """Inside something is decided or taken back; afterwards it is stored, and everybody has been told."""

    def is_one(change: Change) -> bool:
        return Touched.HISTORY in change.touched  # a folder that is looked at anew changes other things

    with qtbot.waitSignal(desk.session.changed, timeout=PATIENCE, check_params_cb=is_one) as heard:
        yield heard
