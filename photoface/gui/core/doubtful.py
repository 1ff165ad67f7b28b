"""A decision that contradicts earlier ones: it waits until somebody says what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from photoface.domain.errors import Conflict
from photoface.services.ledger.conflicts import Way
from photoface.services.ledger.foretelling import Foretold


class Withdrawn(Conflict):
    """It was left alone: nothing was changed, and there is nothing to tell."""

    def __init__(self) -> None:
        super().__init__("This was not decided; nothing was changed.")


@dataclass(frozen=True, slots=True)
class Doubtful:
    """told: what it would contradict. make: makes it all the same, with None, or after this way out, which is weighed
    again; leave: it is not made. One of them is to be called, once, in the GUI thread."""

    told: Foretold
    make: Callable[[Way | None], None]
    leave: Callable[[], None]
