"""How the program tells people to call it."""

import sys
from pathlib import Path

from photoface.cli.common import program_name


def test_on_path_the_name_is_enough(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/photoface")
    assert program_name() == "photoface"


def test_else_the_place_is_told_from_here(monkeypatch, tmp_path):
    monkeypatch.setattr("shutil.which", lambda _: None)
    folder = tmp_path / ".venv" / "bin"
    folder.mkdir(parents=True)
    (folder / "photoface").write_text("")
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    monkeypatch.chdir(tmp_path)
    assert program_name() == str(Path(".venv/bin/photoface"))
    monkeypatch.chdir("/")
    assert program_name() == str(folder / "photoface") or program_name().endswith(".venv/bin/photoface")
