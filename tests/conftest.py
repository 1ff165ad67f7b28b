"""For all tests."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

# No example fails because the computer was busy, and each run tries the same ones: what fails here fails everywhere.
# New ones are looked for by hand: pytest --hypothesis-profile=exploring.
_SLOW = [HealthCheck.too_slow]
settings.register_profile("exploring", deadline=None, suppress_health_check=_SLOW)
settings.register_profile("patient", deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.load_profile("patient")


def pytest_collection_finish() -> None:
    """Hypothesis also tries constants that it finds in modules of ours that are loaded: others for each choice of
    tests, and for whatever was imported first. It has no setting for that."""
    if settings.get_current_profile_name() == "patient" and hasattr(providers, "_get_local_constants"):
        nothing = providers.Constants()
        providers._get_local_constants = lambda: nothing
        providers.CONSTANTS_CACHE.cache.clear()


# Qt ends the process where it finds no display; on a developer's desktop no windows should pop up either.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _drives_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever shares this computer has: no test waits for a child that asks them. Those about it take this back."""
    monkeypatch.setattr("photoface.services.places.disks.always_answers", lambda: True)
