"""The log file: counts and ids at INFO; names of people and paths only at DEBUG."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _LogFile(RotatingFileHandler):
    """A log that cannot be written (a full disk) is no reason to disturb: nothing of it appears on the terminal."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        return


def log_to(folder: Path, level: int = logging.INFO) -> Path | None:
    """Writes photoface's log into ``folder``; None where that folder cannot be written (then nothing is logged)."""
    path = folder / "photoface.log"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _LogFile(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger("photoface")
    root.setLevel(level)
    root.addHandler(handler)
    return path
