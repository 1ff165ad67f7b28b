"""What users keep under names of their own: settings whose keys begin alike. They are written through the journal."""

from __future__ import annotations

from photoface.store.database import LibraryDatabase


def settings_under(db: LibraryDatabase, prefix: str) -> dict[str, str]:
    """Key -> value of all settings whose keys begin so."""
    return dict(db.rows("SELECT key, value FROM setting WHERE substr(key, 1, ?) = ?", [len(prefix), prefix]))
