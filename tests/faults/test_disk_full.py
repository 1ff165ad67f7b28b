"""No room at any moment, on a real file system: one clear line, nothing lost, and with room it goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.full_disk import SCENES
from tests.faults.killing import PROJECT, SEED, points_wanted
from tests.faults.small_disk import namespace

pytestmark = pytest.mark.skipif(namespace() is None, reason="a small file system may not be mounted here")


@pytest.mark.parametrize("name", SCENES)
def test_full_at_any_point(name: str, tmp_path: Path) -> None:
    points = str(points_wanted(3))
    command = [*(namespace() or ()), sys.executable, "-m", "tests.faults.full_disk", tmp_path, name, points, str(SEED)]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    found = json.loads(ended.stdout.splitlines()[-1])
    assert found["full"] > 0
