"""The entry of the program: ``photoface`` and ``python -m photoface``."""

from __future__ import annotations

import multiprocessing


def main() -> None:
    """Runs the command line; does not return."""
    multiprocessing.freeze_support()
    from photoface.cli.main import run

    run()


if __name__ == "__main__":
    main()
