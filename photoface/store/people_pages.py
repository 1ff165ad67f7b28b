"""People and groups as long lists need them: ids in order, and pages by the key of the last row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoface.domain.people import Person
from photoface.store.census import census
from photoface.store.database import LibraryDatabase

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ORDER = "ORDER BY person.name COLLATE NOCASE, person.id"


def person_ids(db: LibraryDatabase, *, hidden: bool = True) -> NDArray[np.int64]:
    """Ids of all people by name: the order of ``People.list()``. int64 [n]."""
    import numpy as np

    return np.array(db.rows(f"SELECT id FROM person WHERE hidden = 0 OR ? {_ORDER}", [hidden]), np.int64).reshape(-1)


def following(db: LibraryDatabase, limit: int, after: Person | None, *, hidden: bool) -> list[int]:
    """Ids of the next ``limit`` people by name."""
    name, number = (after.name, after.person_id) if after else ("", -1)
    rows = db.rows(
        "SELECT id FROM person WHERE (name COLLATE NOCASE, id) > (?, ?) AND (hidden = 0 OR ?) " + _ORDER + " LIMIT ?",
        [name, number, hidden, limit],
    )
    return [person_id for (person_id,) in rows]


def unnamed_sizes(db: LibraryDatabase) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids of the groups without a name, in the order of ``Groups.unnamed()``, and their sizes; int64 [n] each."""
    import numpy as np

    counted = census(db)
    free = np.array([(cluster, counted.sizes[cluster]) for cluster in counted.unnamed()], np.int64).reshape(-1, 2)
    return free[:, 0], free[:, 1]
