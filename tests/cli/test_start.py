"""What a command imports before it does anything: start-up is most of what a user waits for."""

import os
import subprocess
import sys

import pytest

from photoface.cli.commands import COMMANDS, LazyGroup

HEAVY = {"numpy", "rich", "onnxruntime", "PIL", "sklearn", "scipy", "hnswlib", "filelock", "multiprocessing"}
_RUN = "import sys; from photoface.cli.main import run_command; code = run_command(sys.argv[1:]); "
_TELL = "print(' '.join(sys.modules), file=sys.stderr); sys.exit(code)"


def _imported(*arguments):
    """Names of all modules that a command loads in a process of its own."""
    command = [sys.executable, "-c", _RUN + _TELL, *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return set(ended.stderr.split())


def test_help_imports_no_command():
    loaded = _imported("--help")
    assert not loaded & HEAVY
    assert not {f"photoface.cli.{entry.module}" for entry in COMMANDS.values()} & loaded


@pytest.mark.parametrize("command", ["status", "people", "photos", "faces", "history"])
def test_looking_imports_nothing_that_reads_photos(library, command, tmp_path):
    loaded = _imported("--library", os.environ["PHOTOFACE_LIBRARY"], command)
    assert f"photoface.cli.{COMMANDS[command].module}" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("name", COMMANDS)
def test_help_lists_what_is_not_hidden(name):
    command = LazyGroup().get_command(None, name)
    assert command.hidden == (not COMMANDS[name].summary)
