"""How a library groups: which algorithm, and about how many wrong faces it takes for whole groups."""

from __future__ import annotations

from photoface.config.settings import load_settings
from photoface.services.library import Library

DEFAULT_ALGORITHM = "average"


def manner_of(library: Library) -> tuple[str, float]:
    """The algorithm and the expected share of wrong cluster-mates: this library's own, else the user's usual one."""
    wrong = library.setting("wrong")
    return library.setting("algorithm") or DEFAULT_ALGORITHM, float(wrong) if wrong else load_settings().wrong
