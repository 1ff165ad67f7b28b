"""The steps of the set-up: in their order, at once when there is nothing to do, and without a trace when they fail."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from setup_parts import commands, environment, installing, pips, system
from setup_parts.environment import Environment
from setup_parts.say import SetupProblem


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was installed; the virtual environment itself is real, without pip to be quick."""
    done: list[str] = []
    monkeypatch.setattr(installing, "ensure_system", lambda: done.append("system"))
    monkeypatch.setattr(pips, "install_lock", lambda python, lock, announce: done.append(lock.name))
    monkeypatch.setattr(pips, "install_checkout", lambda python, checkout: done.append("photoface"))
    monkeypatch.setattr(system, "has_display", lambda: False)
    monkeypatch.setattr(environment, "VENV", ("-m", "venv", "--without-pip"))
    return done


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    for name in commands.TO_DEVELOP:
        (tmp_path / name).write_text(name)
    return Environment(tmp_path)


def test_the_whole_set_up_then_none(here: Environment, steps: list[str]) -> None:
    commands.set_up(here, commands.TO_RUN)
    assert steps == ["system", "requirements-build.lock", "requirements.lock", "photoface"]
    assert here.python.exists()
    steps.clear()
    commands.set_up(here, commands.TO_RUN)
    assert steps == []
    commands.set_up(here, commands.TO_DEVELOP)
    assert steps == ["system", "requirements-dev.lock"]


def test_what_fails_leaves_nothing(here: Environment, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pips, "install_lock", _fail)
    with pytest.raises(SetupProblem, match="the network"):
        commands.set_up(here, commands.TO_RUN)
    assert not here.folder.exists()


def test_ctrl_c_leaves_nothing(here: Environment, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pips, "install_checkout", _interrupt)
    with pytest.raises(KeyboardInterrupt):
        commands.set_up(here, commands.TO_RUN)
    assert not here.folder.exists()


def test_missing_packages_begin_nothing(here: Environment, steps: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "ensure_system", _fail)
    with pytest.raises(SetupProblem):
        commands.set_up(here, commands.TO_RUN)
    assert not here.folder.exists()
    assert steps == []


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_checkout_of_somebody_else_is_told(here: Environment, steps: list[str]) -> None:
    here.checkout.chmod(0o555)
    with pytest.raises(SetupProblem, match="may not write"):
        commands.set_up(here, commands.TO_RUN)


def test_problems_are_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(commands.COMMANDS, "run", _fail)
    assert commands.main(["run", "."]) == 2
    assert capsys.readouterr().err == "the network\n"
    monkeypatch.setitem(commands.COMMANDS, "run", _interrupt)
    assert commands.main(["run", "."]) == 130


def test_folders_of_photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "two words").mkdir()
    (tmp_path / "picture.jpg").touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert commands.photo_folder("~/two words") == tmp_path / "two words"
    assert commands.photo_folder("two words") == tmp_path / "two words"
    with pytest.raises(SetupProblem, match="does not exist"):
        commands.photo_folder("three words")
    with pytest.raises(SetupProblem, match="is not a folder"):
        commands.photo_folder("picture.jpg")


@pytest.mark.parametrize(
    ("name", "display", "program"), [("run", True, "gui"), ("run", False, "run"), ("index", True, "run")]
)
def test_a_window_where_there_is_a_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, display: bool, program: str
) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(system, "has_display", lambda: display)
    monkeypatch.setattr(commands, "set_up", lambda *_: None)
    monkeypatch.setattr(commands, "ensure_models", lambda *_: None)

    def become(arguments: list[str]) -> None:
        became.append(arguments)
        raise SystemExit(0)

    monkeypatch.setattr(commands, "_become", become)
    with pytest.raises(SystemExit):
        commands.main([name, str(tmp_path)])
    assert [arguments[:3] for arguments in became] == [["-m", "photoface", program]]
    assert became[0][-1] == str(tmp_path)


def _fail(*_: object) -> None:
    raise SetupProblem("the network")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
