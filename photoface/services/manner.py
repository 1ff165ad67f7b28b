"""How a library groups: which algorithm, and about how many wrong faces it takes for whole groups."""

from __future__ import annotations

from photoface.services.library import Library

DEFAULT_ALGORITHM = "average"
DEFAULT_WRONG = 0.01


def manner_of(library: Library) -> tuple[str, float]:
    """The algorithm and the expected share of wrong cluster-mates that this library is set to."""
    return library.setting("algorithm") or DEFAULT_ALGORITHM, float(library.setting("wrong") or DEFAULT_WRONG)
