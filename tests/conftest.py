"""For all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# No example fails because the computer was busy, and each run tries the same ones: what fails here fails everywhere.
# New ones are looked for by hand: pytest --hypothesis-profile=exploring.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("exploring", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("patient", deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.load_profile("patient")

# Qt ends the process where it finds no display; on a developer's desktop no windows should pop up either.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _drives_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever shares this computer has: no test waits for a child that asks them. Those about it take this back."""
    monkeypatch.setattr("photoface.services.disks.always_answers", lambda: True)
