"""Whom somebody meant when they typed a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A known person, or with person_id None somebody new of that name."""

    name: str
    person_id: int | None = None

    @property
    def reference(self) -> str:
        """As services take it."""
        return self.name if self.person_id is None else f"#{self.person_id}"
