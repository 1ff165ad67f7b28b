"""What lies beside an installed model: which files, of which sha256, and what was made of them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from photoface.domain.errors import ModelRefused

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in a model's folder."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """sources: the files as they came; product: the ONNX made of them (the source itself where nothing was to do).

    made_by: how it was made, see ``recipes.made_by``; "" of manifests older than that word.
    """

    model: str
    sources: tuple[Entry, ...]
    product: Entry
    origin: str
    made_by: str = ""


def sha256(data: bytes) -> str:
    """Of bytes in memory, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def entry(name: str, data: bytes) -> Entry:
    """A file with these bytes."""
    return Entry(name, len(data), sha256(data))


def read_manifest(folder: Path) -> Manifest | None:
    """None where there is none; ModelRefused when it is damaged."""
    path = folder / NAME
    try:
        written = json.loads(path.read_bytes())
        sources = tuple(Entry(**one) for one in written["sources"])
        product, made_by = Entry(**written["product"]), str(written.get("made_by", ""))
        return Manifest(str(written["model"]), sources, product, str(written["origin"]), made_by)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ModelRefused(f"{path} is damaged; `photoface models install` mends it.") from error


def manifest_bytes(manifest: Manifest) -> bytes:
    """As it is written."""
    return (json.dumps(asdict(manifest), indent=1) + "\n").encode()
