"""Sees once that the user has models: the program installs the best pack it can reach, and tells which and why."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

MARK = ".photoface-models"
PROGRAM = ("-m", "photoface", "models")


def ensure_models(folder: Path, python: Path) -> None:
    """Asks the program the first time, and again for another home. Raises SystemExit with its code when it fails.

    folder: the virtual environment, where the answer is kept: asking costs a second each time.
    """
    mark, whose = folder / MARK, _whose()
    if mark.exists() and mark.read_text(encoding="utf-8") == whose:
        return
    if not _has_pack(python) and (code := subprocess.call([str(python), *PROGRAM, "install"])):
        raise SystemExit(code)
    mark.write_text(whose, encoding="utf-8")


def _whose() -> str:
    """What the place of the models depends on."""
    return json.dumps([os.environ.get("PHOTOFACE_MODELS", ""), str(Path.home()), os.environ.get("XDG_DATA_HOME", "")])


def _has_pack(python: Path) -> bool:
    listed = subprocess.run([str(python), *PROGRAM, "list", "--json"], stdout=subprocess.PIPE, text=True, check=False)
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    return any(row["kind"] == "pack" and row["installed"] for row in rows)
