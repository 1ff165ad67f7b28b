"""Moments that are short on a quick machine, made as long as a test needs them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

from pytestqt.qtbot import QtBot

from photoface.gui.core.desk import Desk
from photoface.gui.core.session import READERS, Session

_LONG = 60.0


@contextmanager
def unread(session: Session) -> Iterator[None]:
    """Inside, nothing that is asked for is read; decisions are stored as ever."""
    held, released = [Event() for _ in range(READERS)], Event()
    for each in held:
        session._readers.post(lambda _library, each=each: each.set() or released.wait(_LONG), lambda _error: None)
    try:
        assert all(each.wait(_LONG) for each in held)
        yield
    finally:
        released.set()


def written(qtbot: QtBot, desk: Desk) -> None:
    """Until all that was decided so far is stored, and told."""
    told: list[object] = []
    desk.session.rehearse(desk.session, lambda _library: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
