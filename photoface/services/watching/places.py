"""What there is to follow in a library."""

from __future__ import annotations

from photoface.services.library import Library
from photoface.services.places.pausing import watched
from photoface.store.drives import drives_under


def places(library: Library) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Indexed folders that are no part of others and not paused, and drives that begin below them."""
    roots = watched(library).roots()
    drives = (drive for root in roots for drive in drives_under(library.db, root) if drive != root)
    return tuple(roots), tuple(drives)
