"""Waits that end when what is waited for is there, however busy the machine is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE = 60_000
"""Milliseconds. Only a hang takes so long; a shorter wait would only fail on a slower machine."""


class PatientBot(QtBot):
    """As pytest-qt's, but whoever waits does so for at least PATIENCE; a signal that need not come is waited for as
    long as the test says."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, raising: bool | None = None, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=_patient(timeout, raising), raising=raising, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE, raising: bool | None = None, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=_patient(timeout, raising), raising=raising, **how)

    def waitActive(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitActive(widget, timeout=max(timeout, PATIENCE))

    def waitExposed(self, widget: Any, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))


def _patient(timeout: int, raising: bool | None) -> int:
    return timeout if raising is False else max(timeout, PATIENCE)
