"""Decisions in a file of their own: all of them, as one JSON."""

from __future__ import annotations

import json
import os

from photoface import __version__
from photoface.domain.decisions import Decisions
from photoface.domain.errors import BadRequest, NotFound
from photoface.services.decisions.codec import decode, encode
from photoface.worker.compute import in_child

RECORD_NAME = b"photoface-decisions.json"
"""What export-names puts into the top folder: what no single photo can tell."""

LARGEST = 1 << 30


def as_json(decisions: Decisions) -> bytes:
    """The text of the file: one photo a line, so that two of them can be compared."""
    told = encode(decisions)
    photos, people = told.pop("photos"), told.pop("people")
    head = json.dumps({"program": __version__, **told}, ensure_ascii=False, sort_keys=True)[:-1]
    parts = [f'{head},\n"people": [\n', _lines(people), '\n],\n"photos": [\n', _lines(photos), "\n]}\n"]
    return "".join(parts).encode("utf-8", "surrogatepass")


def read_decisions(path: bytes) -> Decisions:
    """What a file holds, parsed in another process. Raises NotFound, BadRequest."""
    return in_child(load_decisions, path)


def load_decisions(path: bytes) -> Decisions:
    """The same in this process."""
    name = path.decode("utf-8", "replace")
    try:
        if os.stat(path).st_size > LARGEST:
            raise BadRequest(f"{name} is too large to hold decisions of photoface. Nothing was changed.")
        with open(path, "rb") as file:
            return decode(file.read(), name)
    except OSError as error:
        raise NotFound(f"{name} cannot be read ({error.strerror}). Nothing was changed.") from error


def _lines(rows: list[object]) -> str:
    return ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for row in rows)
