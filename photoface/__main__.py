"""The entry of the program: ``photoface`` and ``python -m photoface``."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line; does not return."""
    if getattr(sys, "frozen", False):  # a bundle starts its child processes through this same program
        import multiprocessing

        multiprocessing.freeze_support()
    from photoface.cli.main import run

    run()


if __name__ == "__main__":
    main()
