"""The real program with real models, killed while it indexes: by itself, or with all its child processes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.builders import astronaut, encoded
from tests.end_to_end.conftest import Program, real_models  # noqa: F401 - a fixture
from tests.faults.killing import SEED, points_wanted
from tests.faults.states import check_folder, originals, read_state

POINTS = points_wanted(0, 0.2)
pytestmark = pytest.mark.skipif(not POINTS, reason="takes minutes: with PHOTOFACE_FAULT_POINTS=50 only")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    for number in range(40):
        side = 512 - 6 * number
        (folder / f"{number:02}.jpg").write_bytes(encoded(astronaut().resize((side, side))))
    return folder


def test_killed_while_it_indexes(tmp_path: Path, photos: Path, real_models: Path) -> None:  # noqa: F811
    before, dice = originals(photos), random.Random(f"{SEED} real")
    whole = Program(tmp_path / "undisturbed", real_models)
    whole.home.mkdir()
    started = time.monotonic()
    assert whole("index", photos).code == 0
    seconds, wanted = time.monotonic() - started, _seen(whole)
    for turn in range(POINTS):
        program = Program(tmp_path / str(turn), real_models)
        program.home.mkdir()
        moment, alone = dice.uniform(0, seconds), turn % 2 == 0
        print(f"killed after {moment:.3f} s of {seconds:.3f}, {'alone' if alone else 'with its children'}")
        said = _killed(program.start("index", photos, "--json", start_new_session=True), moment, alone=alone)
        stored = _seen(program) if (program.library / "library.db").exists() else {}
        assert said <= {name for name, faces in stored.items() if faces}
        ended = program("index", photos)
        assert ended.code == 0, ended.err
        assert _seen(program) == wanted
        check_folder(program.library)
    assert originals(photos) == before


def _seen(program: Program) -> dict[str, object]:
    """Name of a photo -> how many faces it has, None before it was read."""
    found = read_state(program.library)["photos"]
    return {name: faces and len(faces) for name, (*_, faces) in found.items()}


def _killed(process: subprocess.Popen[bytes], moment: float, *, alone: bool) -> set[str]:
    """Names of the photos that were told as indexed; returns when every process of the program has ended."""
    time.sleep(moment)
    (os.kill if alone else os.killpg)(process.pid, signal.SIGKILL)
    out, _ = process.communicate(timeout=240)  # ends with the last process that holds its end of the pipe
    lines = [line for line in out.decode().splitlines(keepends=True) if line.endswith("\n")]
    return {name for line in lines if '"photoindexed"' in line for name in [line.split(".jpg")[0][-2:] + ".jpg"]}
