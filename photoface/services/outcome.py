"""What a decision did, in words and numbers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """One journalled operation. faces: how many faces it decided; notes: what the user should know besides.

    face_id: of a face that is new by it.
    operation_id is None when nothing had to be changed.
    """

    operation_id: int | None
    summary: str
    faces: int = 0
    person_id: int | None = None
    cluster_id: int | None = None
    notes: tuple[str, ...] = ()
    face_id: int | None = None
