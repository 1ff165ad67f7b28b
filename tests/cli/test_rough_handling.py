"""What a careless or a malicious user types: never a bug, never a lost decision, one line that says what to do."""

import io
import subprocess
import sys

import pytest

from photoface.store.backup import KEPT, snapshots

HUGE = "99999999999999999999"


@pytest.mark.parametrize(
    "command",
    [
        ("name", HUGE, "Anna"),
        ("faces", "--group", HUGE),
        ("merge", HUGE, "INTO", "1"),
        ("merge", HUGE, "INTO", HUGE),
        ("merge", "777", "INTO", "777"),
        ("ignore", "--group", HUGE),
        ("undo", HUGE),
        ("faces", "--person", ""),
        ("confirm", "--person", ""),
        ("faces", "--photo", ""),
        ("search", "/no/such/picture.jpg"),
        ("compare", "/no/such/a.jpg", "/no/such/b.jpg"),
    ],
)
def test_what_is_not_there_is_code_3(library, command):
    result = library(*command)
    assert (result.code, result.out) == (3, "")
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "command",
    [
        ("assign", "²", "Anna"),
        ("find", "count >= ²"),
        ("find", "(" * 3000),
        ("find", "not " * 5000 + "Anna"),
        ("recluster", "--wrong", "nan"),
        ("faces", "--limit", "-1"),
        ("photos", "--limit", "-5"),
        ("history", "--limit", "-1"),
        ("index", ""),
        ("search", ""),
        ("name", "abc", "Anna"),
        ("frobnicate",),
        ("status", "--nonsense"),
    ],
)
def test_what_makes_no_sense_is_code_2_and_one_line(library, command):
    result = library(*command)
    assert result.code == 2
    assert [line for line in result.err.splitlines() if line.startswith("photoface: ")] == result.err.splitlines()[-1:]
    assert "Usage" not in result.err


def test_the_bare_program_shows_its_help(photoface):
    result = photoface()
    assert result.code == 2
    assert len(result.err.splitlines()) > 20


def test_a_huge_limit_is_everything(library):
    library("name", 1, "Anna")
    assert len(library("history", "--limit", HUGE, "--json").rows) == 1
    assert len(library("photos", "--limit", HUGE, "--json").rows) == 9


def test_a_name_that_ends_in_a_number_needs_no_quotes(library):
    assert library("assign", "1", "2", "Agent", "47").code == 0
    assert library("people", "--json").rows[0]["name"] == "Agent 47"


def test_merges_that_fail_push_no_snapshot_out(library, tmp_path):
    library("name", 1, "Anna")
    library("name", 2, "Ben")
    library("merge", "Anna", "INTO", "Ben")
    kept = snapshots(tmp_path / "library")
    for wrong in (("Nobody", "Ben"), ("Ben", "Ben"), ("999", "Ben"), ("2", "Ben"), ("3", "3"), ("3", "2")) * KEPT:
        assert library("merge", wrong[0], "INTO", wrong[1]).code in {1, 3}
    assert snapshots(tmp_path / "library") == kept


def test_a_decision_makes_no_library(photoface, tmp_path):
    for command in (("name", 1, "Anna"), ("undo",), ("recluster",), ("folders", "--remove", tmp_path)):
        result = photoface(*command)
        assert result.code == 3
        assert "photoface index FOLDER" in result.err
    assert not (tmp_path / "library").exists()


def test_what_changes_nothing_says_so(library):
    library("assign", 1, "Anna")
    for command in (("assign", 1, "Anna"), ("confirm", 1)):
        result = library(*command)
        assert result.code == 1
        assert "nothing was changed" in result.out


def test_splitting_a_whole_group_off_leaves_it_as_it_is(library):
    first = library("split", 1, 2, "--json").rows[0]["cluster_id"]
    again = library("split", 1, 2, "--json")
    assert (again.code, again.rows[0]["operation_id"], again.rows[0]["cluster_id"]) == (1, None, first)


def test_a_file_name_cannot_command_the_terminal(photoface, photos):
    (photos / "new\nline\x1b[2J.jpg").write_text("A|odd")
    photoface("index", photos)
    text = photoface("faces").out
    assert "\x1b" not in text
    assert "new�line�[2J.jpg" in text
    assert any(row["photo"].endswith("new\nline\x1b[2J.jpg") for row in photoface("faces", "--json").rows)


def test_a_terminal_that_knows_ascii_only(library, monkeypatch):
    library("name", 1, "Zoë 🎉")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert library("people").code == 0
    assert b"Zo\\xeb" in written.getvalue()


@pytest.mark.parametrize("command", [("people",), ("name", "2", "Ben"), ("restore",), ("doctor",)])
def test_a_library_that_is_closed_to_us(library, monkeypatch, command):
    def denied(path, **_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.stat", denied)
    result = library(*command)
    assert result.code in {1, 4}
    assert "right" in result.err or "Permission denied" in result.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/full")
def test_output_that_cannot_be_written(library, tmp_path):
    for wanted, target in ((1, ">/dev/full"), (0, ">&-")):
        for flag in ("", "--json"):
            shell = f'exec "$0" -m photoface --library "$1" people {flag} {target}'
            ended = subprocess.run(
                ["sh", "-c", shell, sys.executable, str(tmp_path / "library")], capture_output=True, check=False
            )
            assert ended.returncode == wanted, ended.stderr
            assert b"Traceback" not in ended.stderr
            assert b"bug" not in ended.stderr
