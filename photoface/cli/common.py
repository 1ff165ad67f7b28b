"""What all commands share: their options, and how rows are printed for people and for programs."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from photoface.cli.tables import print_table as print_table  # noqa: PLC0414 - what is shared comes from here
from photoface.config.paths import library_folder
from photoface.domain.errors import BadRequest

Row = Mapping[str, Any]
_COMMANDING = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_F = TypeVar("_F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class How:
    """How a decision is made and told. anyway: also where it contradicts an earlier one."""

    library: Path
    as_json: bool
    reason: str
    anyway: bool


def library_option(command: _F) -> _F:
    """Adds ``--library``, before or after the command's name; the command gets a Path."""

    def chosen(ctx: click.Context, _param: click.Parameter, value: str | None) -> Path:
        return library_folder(value or ctx.obj)

    option = click.option("--library", metavar="FOLDER", callback=chosen, help="The library to work with.")
    return option(command)


def json_option(command: _F) -> _F:
    """Adds ``--json``; the command gets ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object per line, for programs.")(command)


def reason_option(command: _F) -> _F:
    """Adds ``--reason``; the command gets a text, empty if none was given."""
    return click.option("--reason", default="", metavar="TEXT", help="Why; the history keeps it.")(command)


def decision_options(command: _F) -> Callable[..., Any]:
    """Adds ``--library``, ``--json``, ``--reason`` and ``--anyway``; the command gets all of them as ``how``."""

    @wraps(command)
    def call(library: Path, as_json: bool, reason: str, anyway: bool, **given: Any) -> Any:
        return command(how=How(library, as_json, reason, anyway), **given)

    anyway = click.option("--anyway", is_flag=True, help="Also where it contradicts an earlier decision.")
    return library_option(json_option(reason_option(anyway(call))))


def shown(path: bytes) -> str:
    """A path on one line, for people; bytes that are no UTF-8 and what commands a terminal become U+FFFD."""
    return _COMMANDING.sub("\ufffd", path.decode("utf-8", "replace"))


def path_fields(path: bytes, name: str = "photo") -> dict[str, str]:
    """The path under ``name``; where bytes were replaced, the exact ones in base64 beside it."""
    text = path.decode("utf-8", "replace")
    exact = {} if text.encode("utf-8") == path else {f"{name}_bytes": base64.b64encode(path).decode("ascii")}
    return {name: text} | exact


def print_json(rows: Iterable[Row]) -> None:
    """One object per line, UTF-8 whatever the terminal's encoding is."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False)
        sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def say(sentence: str) -> None:
    """One line for people."""
    click.echo(sentence)


def count(number: int, one: str, many: str | None = None) -> str:
    """``count(2, "face")`` is "2 faces"; thousands are separated."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def program_name() -> str:
    """How this program is called from here: by its name if that is on PATH, else by where it lies."""
    installed = Path(sys.executable).with_name("photoface")
    if shutil.which("photoface") or not installed.exists():
        return "photoface"
    return os.path.relpath(installed) if installed.is_relative_to(Path.cwd()) else str(installed)


def given_path(value: str) -> bytes:
    """A path from the command line as absolute bytes, with ~ expanded; BadRequest for an empty one."""
    if not value:
        raise BadRequest("A path is empty; give that of a folder or file. Nothing was changed.")
    return os.fsencode(os.path.abspath(os.path.expanduser(value)))
