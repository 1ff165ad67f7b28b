"""The first `make run` installs models unless there are some; later ones do not even ask."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from setup_parts import first_models
from setup_parts.first_models import ensure_models


class FakeProgram:
    """Stands for `photoface models`: whether a pack is installed, and with which code an installation ends."""

    def __init__(self, folder: Path, installed: bool, code: int = 0) -> None:
        self._calls = folder / "calls"
        rows = [{"kind": "pack", "installed": False}, {"kind": "pack", "installed": installed}, {"kind": "model"}]
        self._script = folder / "program.py"
        self._script.write_text(
            f"import sys\nopen({str(self._calls)!r}, 'a').write(sys.argv[1] + '\\n')\n"
            f"if sys.argv[1] == 'list': print({chr(10).join(map(json.dumps, rows))!r})\n"
            f"if sys.argv[1] == 'install': sys.exit({code})\n"
        )

    @property
    def command(self) -> tuple[str, ...]:
        return (str(self._script),)

    @property
    def calls(self) -> list[str]:
        return self._calls.read_text().split() if self._calls.exists() else []


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHOTOFACE_MODELS", str(tmp_path / "models"))
    return Path(sys.executable)


def use(program: FakeProgram, monkeypatch: pytest.MonkeyPatch) -> FakeProgram:
    monkeypatch.setattr(first_models, "PROGRAM", program.command)
    return program


def test_installed_once_then_not_asked(tmp_path: Path, python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = use(FakeProgram(tmp_path, installed=False), monkeypatch)
    ensure_models(tmp_path, python)
    ensure_models(tmp_path, python)
    assert program.calls == ["list", "install"]


def test_models_that_are_there_are_kept(tmp_path: Path, python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = use(FakeProgram(tmp_path, installed=True), monkeypatch)
    ensure_models(tmp_path, python)
    assert program.calls == ["list"]


def test_another_folder_of_models_is_asked_for(tmp_path: Path, python: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = use(FakeProgram(tmp_path, installed=True), monkeypatch)
    ensure_models(tmp_path, python)
    monkeypatch.setenv("PHOTOFACE_MODELS", str(tmp_path / "others"))
    ensure_models(tmp_path, python)
    assert program.calls == ["list", "list"]


def test_a_failure_ends_with_its_code_and_is_tried_again(
    tmp_path: Path, python: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = use(FakeProgram(tmp_path, installed=False, code=5), monkeypatch)
    for _ in range(2):
        with pytest.raises(SystemExit) as ended:
            ensure_models(tmp_path, python)
        assert ended.value.code == 5
    assert program.calls == ["list", "install"] * 2
