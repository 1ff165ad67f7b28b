"""The user's settings, one TOML file for the command line and the window. What belongs to a library is in the library.

A value that makes no sense, or a file that cannot be read, counts as the usual one: nobody is kept out by a typing
mistake. Keys that a newer program wrote are kept when the file is written anew.
"""

from __future__ import annotations

import json
import os
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from photoface.config.paths import data_folder
from photoface.domain.errors import BadRequest

SETTINGS_NAME = "settings.toml"
VERSION = 1
THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "ko")
MOST_THREADS = 64
LEAST_WRONG, MOST_WRONG = 0.0001, 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """theme: of the window; language: of its texts; threads: photos read at the same time, 0: one for each core.

    wrong: the share of wrong faces that a library takes for whole groups, until it has one of its own (0.01 is 1 %).
    """

    theme: str = "system"
    language: str = "system"
    threads: int = 0
    wrong: float = 0.01


def settings_file() -> Path:
    """Where the settings of this user are."""
    return data_folder() / SETTINGS_NAME


def load_settings(path: Path | None = None) -> Settings:
    """The settings as they are now; the usual ones where there is no file."""
    return _settings_in(_table(path or settings_file()))


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write them, whole or not at all. Raises OSError."""
    target = path or settings_file()
    table = {**_table(target), "version": VERSION, **asdict(settings)}
    lines = ["# Settings of photoface. It reads this file when it starts, and writes it.", *map(_line, table.items())]
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = target.with_name(target.name + ".part")
    part.write_text("\n".join(lines) + "\n", encoding="utf-8")
    os.replace(part, target)


def with_text(settings: Settings, name: str, value: str) -> Settings:
    """The settings with one changed, given as text. Raises BadRequest."""
    known = {field.name: type(getattr(settings, field.name)) for field in fields(Settings)}
    if name not in known:
        raise BadRequest(f"There is no setting {name}. There are: {', '.join(known)}.")
    try:
        chosen = known[name](value)
    except ValueError:
        chosen = None
    if chosen is None or not _sensible(name, chosen):
        raise BadRequest(f"{value} is no value for {name}; it takes {_ALLOWED[name]}. Nothing was changed.")
    return Settings(**{**asdict(settings), name: chosen})


_ALLOWED = {
    "theme": ", ".join(THEMES),
    "language": ", ".join(LANGUAGES),
    "threads": f"0 (one for each core) to {MOST_THREADS}",
    "wrong": f"{LEAST_WRONG} to {MOST_WRONG} (0.01 is 1 %)",
}


def _settings_in(table: dict[str, Any]) -> Settings:
    usual = Settings()
    given = {field.name: table.get(field.name, getattr(usual, field.name)) for field in fields(Settings)}
    if type(given["wrong"]) is int:
        given["wrong"] = float(given["wrong"])
    return Settings(
        **{
            name: value
            if type(value) is type(getattr(usual, name)) and _sensible(name, value)
            else getattr(usual, name)
            for name, value in given.items()
        }
    )


def _sensible(name: str, value: Any) -> bool:
    match name:
        case "theme":
            return value in THEMES
        case "language":
            return value in LANGUAGES
        case "threads":
            return 0 <= int(value) <= MOST_THREADS
    return LEAST_WRONG <= float(value) <= MOST_WRONG


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def _line(item: tuple[str, Any]) -> str:
    # Flat values only. A JSON text, with everything but ASCII escaped, is a TOML text: https://toml.io/en/v1.0.0#string
    name, value = item
    return f"{name} = {json.dumps(value)}"
