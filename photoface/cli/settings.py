"""Commands about how photoface is set and where its data is: settings, data."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from photoface.cli.common import json_option, library_option, print_json, print_table, say
from photoface.config.settings import load_settings, save_settings, settings_file, with_text
from photoface.services.data_places import data_places


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@json_option
def settings(name: str | None, value: str | None, as_json: bool) -> None:
    """Shows the settings, or gives NAME another VALUE: theme, language, threads, wrong. The window has the same."""
    now = load_settings()
    if name is not None:
        now = with_text(now, name, value if value is not None else str(getattr(now, name, "")))
        if value is not None:
            save_settings(now)
    rows = [{"name": key, "value": each} for key, each in asdict(now).items() if name in (None, key)]
    if as_json:
        print_json(rows)
        return
    print_table({"setting": "left", "value": "left"}, ((str(row["name"]), str(row["value"])) for row in rows))
    if name is None:
        say(f"\nThey are in {settings_file()}")


@click.command()
@library_option
@json_option
def data(library: Path, as_json: bool) -> None:
    """Where the data of photoface is, and how much there is of it."""
    places = data_places(library)
    if as_json:
        print_json({"what": each.what.value, "path": str(each.path), "bytes": each.bytes} for each in places)
        return
    cells = ((each.what.value, f"{each.bytes / 1e6:,.1f} MB", str(each.path)) for each in places)
    print_table({"what": "left", "size": "right", "where": "left"}, cells)
