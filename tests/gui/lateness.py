"""An adversary of these tests and of the window: threads that begin late and answers that arrive late.

Switched on by hand, for a file at a time: ``PHOTOFACE_TEST_LATENESS=7 pytest tests/gui/test_review.py``. The number is
the seed. Each job that the window hands to a thread waits up to 150 ms before it begins, and each answer, and each
news of indexing, up to 150 ms before it is sent: what a busy machine does now and then is done all the time. The order
of what one thread sends stays, as the window relies on it; that of two threads is anybody's.

A test that fails under it asserts something before it can be true, or the window shows or decides something too late.
"""

from __future__ import annotations

import os
import random
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from photoface.gui.core.courier import Courier
from photoface.gui.core.lanes import Lanes

_MOST_SECONDS = 0.15


def seed_of_lateness() -> str | None:
    """The seed; None where threads are as quick as they are."""
    return os.environ.get("PHOTOFACE_TEST_LATENESS") or None


def make_late(monkeypatch: pytest.MonkeyPatch, seed: str) -> None:
    """From now on, in this test."""
    lot, turn, send, post = random.Random(seed), threading.Lock(), Courier.send, Lanes.post

    def dawdle() -> None:
        with turn:
            seconds = lot.uniform(0.0, _MOST_SECONDS)
        time.sleep(seconds)

    def post_late(lanes: Lanes[Any], job: Callable[[Any], None], refused: Callable[[Exception], None]) -> None:
        def late(context: Any) -> None:
            dawdle()
            job(context)

        post(lanes, late, refused)

    def send_late(courier: Courier, call: Callable[[], None]) -> None:
        if threading.current_thread() is not threading.main_thread():
            dawdle()
        send(courier, call)

    monkeypatch.setattr(Lanes, "post", post_late)
    monkeypatch.setattr(Courier, "send", send_late)
