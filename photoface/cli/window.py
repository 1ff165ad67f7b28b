"""The command that opens the window."""

from __future__ import annotations

import os
from pathlib import Path

import click

from photoface.cli.common import library_option
from photoface.cli.opener import window_opener
from photoface.domain.errors import PhotofaceError


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=bytes))
@library_option
def gui(folders: tuple[bytes, ...], library: Path) -> int:
    """Opens the window; with FOLDERS it indexes them."""
    opener = window_opener()
    if opener is None:
        raise PhotofaceError("This program was started without a window. Type: photoface index FOLDER")
    return opener(library, [os.path.abspath(folder) for folder in folders])
