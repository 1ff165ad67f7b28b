"""Tables line up, whatever the names are, and are folded in terminals only."""

import os
import sys

import pytest

from photoface.cli.tables import _line, print_table

COLUMNS = {"": "right", "person": "left", "faces": "right", "photo": "left"}


def _lines(capsys, columns, rows):
    print_table(columns, rows)
    return capsys.readouterr().out.splitlines()


def test_columns_line_up(capsys):
    assert _lines(capsys, COLUMNS, [("#1", "A", 7, "a.jpg"), ("#12", "B C", 1000, "b.jpg")]) == [
        "",
        "      person   faces   photo",
        "───   ──────   ─────   ─────",
        " #1   A            7   a.jpg",
        "#12   B C       1000   b.jpg",
        "",
    ]


def test_wide_and_combined_characters_line_up(capsys):
    _, _, _, *rows, _ = _lines(capsys, COLUMNS, [("1", "王芳", 1, "x"), ("2", "Jose\u0301", 2, "y")])
    assert rows == ["1   王芳         1   x", "2   Jose\u0301         2   y"]


def test_what_commands_a_terminal_is_not_printed(capsys):
    assert "\x1b" not in "".join(_lines(capsys, COLUMNS, [("1", "\x1b[2Jgone\n", 1, "x")]))


def test_without_rows_there_is_a_heading(capsys):
    assert _lines(capsys, {"a": "left", "b": "right"}, []) == ["", "a   b", "─   ─", ""]


def test_a_terminal_folds_what_is_too_wide(capsys, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((50, 24)))
    path = "/photos/" + "long" * 20 + ".jpg"
    lines = _lines(capsys, COLUMNS, [("1", "A", 1, path)])
    assert max(map(len, lines)) < 50
    assert "".join(line.split()[-1] for line in lines[3:] if line) == path


def test_a_file_keeps_each_row_on_one_line(capsys):
    assert "x" * 500 in _lines(capsys, COLUMNS, [("1", "A", 1, "x" * 500)])[3]


@pytest.mark.parametrize(("encoding", "line"), [("utf-8", "─"), ("ascii", "-"), (None, "-"), ("cp437", "─")])
def test_where_the_rule_cannot_be_shown_it_is_of_dashes(encoding, line):
    assert _line(encoding) == line
