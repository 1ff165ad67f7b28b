"""The first thing that runs: any Python 3 reads it, a suitable one is found, and who has none is told what to do."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import bootstrap
import pytest

SOURCE = Path(bootstrap.__file__)


def test_old_pythons_can_read_the_file() -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("version", "answer"),
    [
        ((2, 7), False),
        ((3, 10), False),
        ((3, 11), True),
        ((3, 12), True),
        ((3, 13), True),
        ((3, 14), False),
        ((4, 0), False),
    ],
)
def test_suitable_versions(version: tuple[int, int], answer: bool) -> None:
    assert bootstrap.suitable(version) is answer


def test_the_newest_python_that_works_is_taken() -> None:
    installed = {"python3.13": "/shims/python3.13", "python3.11": "/usr/bin/python3.11"}
    assert bootstrap.newest_on_path(installed.get, lambda path: "shims" not in path) == "/usr/bin/python3.11"
    assert bootstrap.newest_on_path(installed.get, lambda _: True) == "/shims/python3.13"


def test_no_suitable_python_is_one_clear_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(bootstrap, "newest_on_path", lambda: None)
    assert bootstrap.main(["run"]) == 2
    said = capsys.readouterr().err
    assert "needs Python 3.11, 3.12 or 3.13" in said
    assert "This is 3.9" in said


def test_another_python_gets_the_same_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2, "final", 0))
    monkeypatch.setattr(bootstrap, "newest_on_path", lambda: "/usr/bin/python3.12")
    monkeypatch.setattr(bootstrap.subprocess, "call", lambda command: calls.append(command) or 7)
    assert bootstrap.main(["run", "/my photos"]) == 7
    assert calls == [["/usr/bin/python3.12", str(SOURCE), "run", "/my photos"]]


def test_a_missing_folder_is_told_before_anything_is_set_up(tmp_path: Path) -> None:
    command = [sys.executable, str(SOURCE), "run", str(tmp_path / "no such folder")]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False)
    assert outcome.returncode == 2
    assert outcome.stdout == ""
    assert f"The folder of photos {tmp_path / 'no such folder'} does not exist." in outcome.stderr
    assert len(outcome.stderr.splitlines()) == 1
