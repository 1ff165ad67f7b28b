"""The program opens no way to the network, and misses none: the system calls of a first session, seen by strace."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.no_network import Home, commands, cut_off, faults, traced
from tests.builders import astronaut, encoded
from tests.end_to_end.conftest import real_models  # noqa: F401 - a fixture

# Those that start a child or import most; a benchmark runs all of them.
CHOSEN = {"index", "name", "search", "people"}


@pytest.fixture
def session(tmp_path: Path, real_models: Path) -> tuple[Home, list[list[str]]]:  # noqa: F811
    (tmp_path / "photos").mkdir()
    (tmp_path / "home").mkdir()
    probe = tmp_path / "photos" / "a.jpg"
    probe.write_bytes(encoded(astronaut()))
    chosen = [each for each in commands(probe.parent, probe) if each[0] in CHOSEN and "Ben" not in each]
    return Home(tmp_path / "home", real_models), chosen


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_no_socket_leads_out_of_this_computer(session: tuple[Home, list[list[str]]]) -> None:
    home, chosen = session
    seen = [traced(home, arguments) for arguments in chosen]
    if not (home.folder / "trace").exists():
        pytest.skip("strace may not trace here")
    assert [fault for each in seen for fault in faults(each)] == []
    assert any(each.families for each in seen)  # the pipes of multiprocessing: strace does see the children


def test_everything_works_where_there_is_no_network(session: tuple[Home, list[list[str]]]) -> None:
    home, chosen = session
    alone = cut_off()
    if alone is None:
        pytest.skip("unshare is not installed, or may not be used here")
    assert [home.run(alone, arguments) for arguments in chosen] == [0] * len(chosen)


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    (tmp_path / "photoface").mkdir()
    (tmp_path / "photoface" / "__init__.py").touch()
    (tmp_path / "photoface" / "__main__.py").write_text("import socket; socket.socket(); open('left', 'w')")
    home = Home(tmp_path, None)
    home.environment["PYTHONPATH"] = str(tmp_path)
    seen = traced(home, ["index"])
    assert seen.foreign == ["AF_INET"]
    assert {"index: AF_INET", "index: wrote left"} <= set(faults(seen))
