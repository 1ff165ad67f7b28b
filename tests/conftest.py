"""For all tests."""

from __future__ import annotations

import os

# Qt ends the process where it finds no display; on a developer's desktop no windows should pop up either.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
