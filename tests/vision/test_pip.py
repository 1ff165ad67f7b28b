"""How pip is watched: its lines, its failures, its silence, and that it does not outlive the one who asked."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from photoface.vision.fetching.offer import SourceFailed
from photoface.vision.fetching.pip import knows_raw_progress, pip_command, run_pip
from photoface.vision.fetching.pip_environment import pip_environment


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_lines_come_as_they_are_printed(tmp_path: Path) -> None:
    lines = list(run_pip(python("print('one'); print('two')"), tmp_path, 20))
    assert [line for line in lines if line] == ["one", "two"]


def test_a_failure_says_the_last_error(tmp_path: Path) -> None:
    code = "import sys; print('ERROR: first'); print('ERROR: second'); print('bye'); sys.exit(1)"
    with pytest.raises(SourceFailed, match="pip says: second"):
        list(run_pip(python(code), tmp_path, 20))


def test_a_failure_without_a_word_is_still_a_failure(tmp_path: Path) -> None:
    with pytest.raises(SourceFailed, match="nothing"):
        list(run_pip(python("import sys; sys.exit(3)"), tmp_path, 20))


def test_a_full_disk_is_the_disks_fault_and_not_the_sources(tmp_path: Path) -> None:
    code = "import sys; print('ERROR: an OSError: [Errno 28] No space left on device'); sys.exit(1)"
    with pytest.raises(OSError, match="No space left"):
        list(run_pip(python(code), tmp_path, 20))


def test_silence_ends_it(tmp_path: Path) -> None:
    with pytest.raises(SourceFailed, match="did not answer"):
        list(run_pip(python("import time; time.sleep(60)"), tmp_path, 0.2))


def test_a_limit_ends_it_although_it_talks(tmp_path: Path) -> None:
    code = "import time\nwhile True: print('.', flush=True); time.sleep(0.01)"
    with pytest.raises(SourceFailed, match="did not answer"):
        list(run_pip(python(code), tmp_path, 20, limit=0.3))


def test_it_ends_with_the_one_who_asked(tmp_path: Path) -> None:
    code = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
    lines = run_pip(python(code), tmp_path, 20)
    number = int(next(line for line in lines if line))
    lines.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_bytes_that_come_are_a_sign_of_life(tmp_path: Path) -> None:
    """A pip too old to tell its progress writes into its temporary folder without a word."""
    growing, stop = tmp_path / "archive", tmp_path / "stop"
    code = f"import os, time\nwhile not os.path.exists({str(stop)!r}): time.sleep(0.01)\nprint('done')"
    lines = []
    for line in run_pip(python(code), tmp_path, 0.05):
        lines.append(line)
        growing.write_bytes(b"x" * len(lines))
        if len(lines) == 10:  # ten times the silence it may keep
            stop.touch()
    assert lines[-1] == "done"


def test_temporary_files_stay_in_the_workspace(tmp_path: Path) -> None:
    environment = pip_environment(tmp_path)
    assert Path(environment["TMPDIR"]).parent == tmp_path
    assert Path(environment["PYTHONPATH"].split(os.pathsep)[0]).parent == tmp_path


def test_the_users_settings_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://packages.example/simple")
    monkeypatch.setenv("PYTHONPATH", "/mine")
    environment = pip_environment(tmp_path)
    assert environment["PIP_INDEX_URL"] == "https://packages.example/simple"
    assert environment["PYTHONPATH"].endswith(f"{os.pathsep}/mine")


def test_without_pip_the_source_cannot_be_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SourceFailed, match="needs pip"):
        pip_command("download")


@pytest.mark.parametrize(("version", "knows"), [("23.0.1", False), ("24.0", False), ("24.1b1", True), ("26.3", True)])
def test_only_a_newer_pip_is_asked_for_raw_progress(version: str, knows: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda name: version)
    assert knows_raw_progress() is knows
