"""An environment is used only when it is whole, and what somebody else made is never deleted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from setup_parts import environment as module
from setup_parts import stamp
from setup_parts.environment import Environment, outdated
from setup_parts.say import SetupProblem

INPUTS = ("a.lock", "pyproject.toml")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A checkout with a space in its path; `python -m venv` is replaced by its outcome."""
    checkout = tmp_path / "my checkout"
    checkout.mkdir()
    for name in INPUTS:
        (checkout / name).write_text(name)
    monkeypatch.setattr(Environment, "_create", _create)
    return Environment(checkout)


def _create(self: Environment) -> stamp.Stamp:
    self.folder.mkdir()
    self._mark.touch()
    self.python.parent.mkdir()
    self.python.symlink_to(sys.executable)
    return stamp.Stamp(str(self.checkout))


def _make(here: Environment, desktop: bool = False) -> None:
    here.finish(here.prepare(), INPUTS, desktop)


def test_ready_only_after_the_stamp(here: Environment) -> None:
    assert not here.is_ready(INPUTS, desktop=False)
    made = here.prepare()
    assert not here.is_ready(INPUTS, desktop=False)
    here.finish(made, INPUTS, desktop=False)
    assert here.is_ready(INPUTS, desktop=False)


def test_a_changed_lock_is_installed_again_and_only_that(here: Environment) -> None:
    _make(here)
    (here.checkout / "a.lock").write_text("newer")
    assert not here.is_ready(INPUTS, desktop=False)
    made = here.prepare()
    assert outdated(made, here.checkout, INPUTS) == ["a.lock"]
    assert not here.is_ready(("pyproject.toml",), desktop=False), "never half-used"
    here.finish(made, INPUTS, desktop=False)
    assert here.is_ready(INPUTS, desktop=False)


def test_what_was_killed_is_made_anew(here: Environment) -> None:
    here.prepare()
    (here.folder / "half a package").touch()
    made = here.prepare()
    assert not (here.folder / "half a package").exists()
    assert outdated(made, here.checkout, INPUTS) == list(INPUTS)


def test_an_update_that_was_killed_is_made_anew(here: Environment) -> None:
    _make(here)
    (here.checkout / "a.lock").write_text("newer")
    here.prepare()
    made = here.prepare()
    assert outdated(made, here.checkout, INPUTS) == list(INPUTS)


def test_a_moved_checkout_is_set_up_anew(here: Environment) -> None:
    _make(here)
    moved = Environment(here.checkout.rename(here.checkout.with_name("elsewhere")))
    assert not moved.is_ready(INPUTS, desktop=False)
    assert outdated(moved.prepare(), moved.checkout, INPUTS) == list(INPUTS)


def test_a_python_that_is_gone_is_noticed(here: Environment) -> None:
    _make(here)
    here.python.unlink()
    assert not here.is_ready(INPUTS, desktop=False)


def test_a_display_asks_for_the_libraries_of_a_window(here: Environment) -> None:
    _make(here, desktop=False)
    assert not here.is_ready(INPUTS, desktop=True)
    _make(here, desktop=True)
    assert here.is_ready(INPUTS, desktop=True)


def test_a_foreign_environment_is_used_and_never_deleted(here: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    here.python.parent.mkdir(parents=True)
    here.python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    here.python.chmod(0o755)
    (here.folder / "mine").touch()
    made = here.prepare()
    here.discard()
    assert (here.folder / "mine").exists()
    here.finish(made, INPUTS, desktop=False)
    assert here.is_ready(INPUTS, desktop=False)
    here.discard()
    here.prepare()
    assert (here.folder / "mine").exists()


def test_a_foreign_environment_without_pip_is_refused(here: Environment) -> None:
    here.folder.mkdir()
    with pytest.raises(SetupProblem, match="was not made by this set-up"):
        here.prepare()


def test_a_broken_stamp_is_no_stamp(here: Environment) -> None:
    here.folder.mkdir()
    (here.folder / stamp.NAME).write_text('{"checkout": ')
    assert not here.is_ready(INPUTS, desktop=False)


def test_too_little_room_is_told_before_anything_is_begun(here: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEEDED_BYTES", 10**18)
    with pytest.raises(SetupProblem, match=r"GB are free\. Nothing was begun"):
        here._require_room()
