"""`make run` hands a folder over exactly as it was typed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed here")


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Instead of Python: prints each of its arguments on a line."""
    program = tmp_path / "echo-arguments"
    program.write_text('#!/bin/sh\nfor one in "$@"; do printf "<%s>\\n" "$one"; done\n')
    program.chmod(0o755)
    return program


def make(*arguments: str, **environment: str) -> list[str]:
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PHOTOS", "ARGS")
    }
    command = ["make", "--no-print-directory", "-C", str(CHECKOUT), *arguments]
    return subprocess.run(
        command, env={**clean, **environment}, capture_output=True, text=True, check=True
    ).stdout.splitlines()


@pytest.mark.parametrize(
    "folder", ["/photos", "/my photos/of 2026", "~/Pictures", "/it's", '/a "quoted" one', "/cost$5", "/ünïcode"]
)
def test_any_folder(python: Path, folder: str) -> None:
    assert make("run", f"PYTHON={python}", f"PHOTOS={folder}") == ["<packaging/bootstrap.py>", "<run>", f"<{folder}>"]


def test_the_folder_of_pictures_by_default(python: Path) -> None:
    assert make("run", f"PYTHON={python}")[-1] == "<~/Pictures>"


def test_arguments_of_the_tests(python: Path) -> None:
    assert make("test", f"PYTHON={python}", "ARGS=-k people") == [
        "<packaging/bootstrap.py>",
        "<test>",
        "<-k>",
        "<people>",
    ]


def test_help_is_what_make_alone_does() -> None:
    assert make()[0].startswith("make run PHOTOS=~/Pictures")
