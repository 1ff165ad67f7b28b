"""The command that opens the window."""

from __future__ import annotations

import click

from photoface.domain.errors import PhotofaceError


@click.command()
def gui() -> None:
    """Opens the window (a later version has it)."""
    raise PhotofaceError(
        "This version has no window yet. Index a folder with: photoface index FOLDER, then see: photoface people"
    )
