"""What a library remembers about itself, key by key: its models, its way of grouping."""

from __future__ import annotations

from photoface.store.database import LibraryDatabase


class Settings:
    """Text values by key. A setting that a user chose is written through the journal: ``op.put("setting", ...)``."""

    def __init__(self, db: LibraryDatabase) -> None:
        self._db = db

    def get(self, key: str) -> str | None:
        """The value, or None if it was never set."""
        found: str | None = self._db.value("SELECT value FROM setting WHERE key = ?", [key])
        return found

    def set(self, key: str, value: str) -> None:
        """Set a value without a trace in the history."""
        self._db.execute(
            "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )

    def all(self) -> dict[str, str]:
        """Every setting."""
        return dict(self._db.rows("SELECT key, value FROM setting ORDER BY key"))
