"""Killed or out of room in the middle of writing names: photo and sidecar are as before or completely new."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from photoface.domain.writing import Compose, Composed
from photoface.worker.name_writing import name_writer
from tests.builders import encoded, noise
from tests.faults import small_disk
from tests.faults.killing import PROJECT, points_wanted
from tests.faults.name_victim import WANTED

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="limits and signals as on Unix")
TARGETS = ["sidecar", "new sidecar", "file"]


def _photo(folder: Path, target: str) -> Path:
    if target == "file" and shutil.which("exiftool") is None:
        pytest.skip("exiftool writes into photos; it is not installed")
    path = folder / "a photo.jpg"
    path.write_bytes(encoded(noise(200, 150)) + b"\0\0\0\x18ftypmp42" + bytes(9_000))
    if target == "sidecar":
        Path(f"{path}.xmp").write_bytes(_wanted(path).replace("Ñandú".encode(), b"Somebody") + b" " * 3_000)
    return path


def _wanted(path: Path) -> bytes:
    plan = name_writer(shutil.which("exiftool")).carry_out(bytes(path), Compose(WANTED, "sidecar"))
    assert isinstance(plan, Composed)
    assert plan.after is not None
    return plan.after


def _victim(
    path: Path, target: str, how: str, number: int, before: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    where = "file" if target == "file" else "sidecar"
    command = [*before, sys.executable, "-m", "tests.faults.name_victim", str(path), where, how, str(number)]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)


def _state(folder: Path) -> dict[str, bytes]:
    """All files but unfinished ones, which are hidden."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".")}


@pytest.mark.parametrize("target", ["sidecar", "file"])
def test_killed_at_any_step(tmp_path: Path, target: str) -> None:
    path = _photo(tmp_path, target)
    before = _state(tmp_path)
    whole = _victim(path, target, "kill", 0)
    after, steps = _state(tmp_path), int(whole.stdout)
    assert steps > 4, whole.stderr
    for number in range(2, steps + 1, max(1, steps // points_wanted(2))):
        for name in _state(tmp_path):
            (tmp_path / name).unlink()
        for name, content in before.items():
            (tmp_path / name).write_bytes(content)
        assert _victim(path, target, "kill", number).returncode == -signal.SIGKILL
        assert _state(tmp_path) in (before, after)
    assert _victim(path, target, "kill", 0).returncode == 0
    assert _state(tmp_path) == after
    assert sorted(os.listdir(tmp_path)) == sorted(after), "nothing unfinished stays once it goes on"


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("share", [0.0, 0.99])
def test_no_room(tmp_path: Path, target: str, share: float) -> None:
    path = _photo(tmp_path, target)
    before = _state(tmp_path)
    size = path.stat().st_size + 1_000 if target == "file" else len(_wanted(path))
    said = _victim(path, target, "room", int(size * share)).stdout
    assert said.startswith(("full ", "refused ")), said
    assert _state(tmp_path) == before
    assert sorted(os.listdir(tmp_path)) == sorted(before)


@pytest.mark.parametrize("target", TARGETS)
def test_a_real_disk_that_is_full(tmp_path: Path, target: str) -> None:
    """Page by page, until there is room."""
    namespace = small_disk.namespace()
    if namespace is None:
        pytest.skip("who runs these tests may not mount a file system here")
    path = _photo(tmp_path, target)
    done = _victim(path, target, "disk", 24, namespace)
    disks = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(disks) == 24, done.stderr
    assert [each["as_before"] for each in disks] == [each["told"] != "written" for each in disks]
    assert disks[0]["told"] == "full"
    assert {each["told"] for each in disks} <= {"full", "refused", "written"}
    assert disks[-1]["told"] == "written"
