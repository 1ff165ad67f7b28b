"""`index` as a process of its own, with the fake analyzer of tests/world.py.

usage: python -m tests.faults.indexing_process LIBRARY index [OPTION...]
"""

from __future__ import annotations

import sys

import pytest

import photoface.cli.indexing
from photoface import app
from photoface.cli.main import run_command
from photoface.services.groups import grouping
from photoface.services.watching import following
from tests.cli.conftest import FakeAnalyzerProcess, FakeModelStore
from tests.world import PACK

if __name__ == "__main__":
    store, change = FakeModelStore(PACK), pytest.MonkeyPatch()
    change.setattr(app, "model_store", lambda: store)
    change.setattr(photoface.cli.indexing, "model_store", lambda: store)
    change.setattr("photoface.worker.analyzer_process.AnalyzerProcess", FakeAnalyzerProcess)
    change.setattr(grouping, "in_child", lambda function, *args: function(*args))
    change.setattr(following, "CHECK_SECONDS", 0.1)
    sys.exit(run_command(["--library", *sys.argv[1:]]))
