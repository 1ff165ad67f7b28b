"""Decisions into a file: there whole or not at all, and nothing replaced that nobody meant to."""

from __future__ import annotations

import os
from pathlib import Path

from photoface.domain.decisions import Decisions
from photoface.domain.errors import Conflict, DiskFull, PhotofaceError
from photoface.services.decisions.files import as_json
from photoface.store.files import is_full, write_whole


def write_decisions(path: bytes, decisions: Decisions, *, replace: bool = False) -> None:
    """Raises Conflict for a file that is there, DiskFull, PhotofaceError."""
    name = path.decode("utf-8", "replace")
    if os.path.lexists(path) and not replace:
        raise Conflict(f"{name} is there already; nothing was changed. Choose another name, or replace it: --replace")
    try:
        write_whole(Path(os.fsdecode(path)), as_json(decisions))
    except OSError as error:
        if is_full(error):
            raise DiskFull(f"There is no room for {name}; nothing was left there.") from error
        raise PhotofaceError(f"{name} cannot be written ({error.strerror}). Nothing was changed.") from error
