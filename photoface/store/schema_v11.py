"""The drives that files were seen on. Seen: made anew by the next look through the folders, in nobody's history."""

from __future__ import annotations

# volume: the file system's own number, or the address of a share; of files on drives of which that can be told.
TABLES_V11 = """
CREATE TABLE on_volume (
    file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
    volume TEXT NOT NULL
) STRICT;
"""
