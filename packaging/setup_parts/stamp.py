"""The stamp in a virtual environment: what was installed into it, and for where. Written last, and whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

NAME = ".photoface-setup.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """checkout: the folder it was made for. installed: SHA-256 of each file it was installed from, by name.
    desktop: the libraries for a window were there. adopted: the environment was somebody else's before."""

    checkout: str
    desktop: bool = False
    adopted: bool = False
    installed: dict[str, str] = field(default_factory=dict)


def read(folder: Path) -> Stamp | None:
    """None when there is none, or not one of this set-up's."""
    try:
        return Stamp(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def write(folder: Path, stamp: Stamp) -> None:
    draft = folder / (NAME + ".new")
    draft.write_text(json.dumps(asdict(stamp), indent=1) + "\n", encoding="utf-8")
    draft.replace(folder / NAME)


def remove(folder: Path) -> None:
    (folder / NAME).unlink(missing_ok=True)


def digests(checkout: Path, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 of files of the checkout, by name."""
    return {name: hashlib.sha256((checkout / name).read_bytes()).hexdigest() for name in names}
