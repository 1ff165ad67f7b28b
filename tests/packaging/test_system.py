"""What is missing of the system is found, named, and installed only by those who may."""

from __future__ import annotations

import subprocess

import pytest
from setup_parts import installing, system
from setup_parts.say import SetupProblem
from setup_parts.system import Part

COMPILER = Part("a C++ compiler", "g++")
CURSOR = Part("libxcb-cursor.so.0", "libxcb-cursor0", desktop=True)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Debian with nothing in it, and a user without rights."""
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "_loads", lambda name: False)
    monkeypatch.setattr(system, "_has_module", lambda name: name == "venv")
    monkeypatch.setattr(system, "_has_headers", lambda: False)
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    monkeypatch.setattr(system, "is_debian", lambda: True)
    monkeypatch.setattr(system, "may_install", lambda: False)
    return monkeypatch


def test_a_bare_system_misses_everything(bare: pytest.MonkeyPatch) -> None:
    packages = system.packages_of(system.missing_parts(desktop=False))
    assert {"g++", "libegl1", "libgl1", "libglib2.0-0", "libfontconfig1", "libxcb-cursor0"} <= set(packages)
    assert packages == sorted(packages)
    assert any(package.endswith("-venv") for package in packages)
    assert any(package.endswith("-dev") for package in packages)


def test_libraries_of_a_window_are_no_obstacle_without_a_display(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(system, "_missing_tools", list)
    bare.setattr(system, "_loads", lambda name: name in system.QT_LIBRARIES)
    assert system.missing_parts(desktop=False) == []
    assert CURSOR in system.missing_parts(desktop=True)


def test_every_library_is_asked_of_the_loader() -> None:
    assert system._loads("libc.so.6")
    assert not system._loads("libphotoface-nobody-has-this.so.9")


@pytest.mark.parametrize(
    ("display", "answer"), [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)]
)
def test_display(monkeypatch: pytest.MonkeyPatch, display: dict[str, str], answer: bool) -> None:
    monkeypatch.setattr(system.sys, "platform", "linux")
    assert system.has_display(display) is answer


def test_a_user_is_told_the_one_line_to_type(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(installing.shutil, "which", lambda name: "/usr/bin/sudo" if name == "sudo" else None)
    bare.setattr(installing, "_has_lists", lambda: True)
    with pytest.raises(SetupProblem) as problem:
        installing.ensure_system()
    lines = [line for line in str(problem.value).splitlines() if "apt-get" in line]
    assert len(lines) == 1
    assert lines[0].strip().startswith("sudo apt-get install -y --no-install-recommends g++ ")


def test_the_line_fetches_the_lists_first_where_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing.shutil, "which", lambda name: "/usr/bin/sudo")
    monkeypatch.setattr(installing, "_has_lists", lambda: False)
    line = installing.apt_line(["g++"])
    assert line == "sudo apt-get update && sudo apt-get install -y --no-install-recommends g++"


def test_the_line_works_without_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing.shutil, "which", lambda name: None)
    monkeypatch.setattr(installing, "_has_lists", lambda: True)
    assert installing.apt_line(["g++"]) == 'su -c "apt-get install -y --no-install-recommends g++"'


def test_other_systems_get_general_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "is_debian", lambda: False)
    said = installing.request([COMPILER, CURSOR])
    assert "  - a C++ compiler\n  - libxcb-cursor.so.0\n" in said
    assert "apt" not in said


def test_root_installs_once_and_checks_again(bare: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    found = iter([[COMPILER, CURSOR], []])
    bare.setattr(system, "may_install", lambda: True)
    bare.setattr(system, "missing_parts", lambda desktop: next(found))
    bare.setattr(installing.subprocess, "run", lambda command, **_: commands.append(command) or _outcome(0, ""))
    installing.ensure_system()
    assert [command[len(installing.APT) :] for command in commands] == [
        ["update"],
        ["install", "-y", "--no-install-recommends", "g++", "libxcb-cursor0"],
    ]


def test_a_failed_installation_shows_why(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(system, "may_install", lambda: True)
    bare.setattr(installing.subprocess, "run", lambda command, **_: _outcome(100, "E: Unable to fetch some archives"))
    with pytest.raises(SetupProblem, match=r"Unable to fetch(.|\n)*nothing else was begun"):
        installing.install_by_apt(["g++"])


@pytest.mark.parametrize("libc", [None, "glibc 2.31"])
def test_systems_without_a_build_of_qt_are_refused(libc: str | None) -> None:
    with pytest.raises(SetupProblem, match=r"needs .*glibc 2\.34"):
        system.refuse_old_system(libc)


def test_supported_systems_pass() -> None:
    system.refuse_old_system("glibc 2.34")
    system.refuse_old_system("glibc 2.100")


def _outcome(code: int, output: str) -> subprocess.CompletedProcess[str]:
    return subprocess.CompletedProcess([], code, output)
