"""What is dragged inside the window: faces, or people and groups."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

_FORMAT = "application/x-photoface-carried"


@dataclass(frozen=True, slots=True)
class Carried:
    """faces: face ids; people: ("person", id) and ("group", id). One of them is empty."""

    faces: tuple[int, ...] = ()
    people: tuple[tuple[str, int], ...] = ()

    @property
    def count(self) -> int:
        return len(self.faces) + len(self.people)


def packed(carried: Carried) -> QMimeData:
    """For a drag."""
    data = QMimeData()
    text = json.dumps({"faces": carried.faces, "people": carried.people})
    data.setData(_FORMAT, text.encode())
    return data


def unpacked(data: QMimeData) -> Carried | None:
    """What a drag carries; None when it comes from elsewhere."""
    if not data.hasFormat(_FORMAT):
        return None
    found = json.loads(bytes(data.data(_FORMAT).data()))
    people = tuple((str(kind), int(number)) for kind, number in found["people"])
    return Carried(tuple(int(face) for face in found["faces"]), people)
