"""The entry of the program: ``photoface`` and ``python -m photoface``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Runs the command line; does not return."""
    if getattr(sys, "frozen", False):  # a bundle starts its child processes through this same program
        import multiprocessing

        multiprocessing.freeze_support()
    from photoface.cli.main import run

    run(open_window=_open_window)


def _open_window(library: Path, folders: Sequence[bytes]) -> int:
    from photoface.gui.start import run

    return run(library, folders)


if __name__ == "__main__":
    main()
