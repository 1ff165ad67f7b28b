"""Schema 7: drives on which photos are, and photos that look like ones whose files are gone. Seen and guessed: made
anew by the next look through the folders, in nobody's history."""

from __future__ import annotations

# drive: a folder at which another drive than that of the folder above begins, above, at or below a watched folder.
# away_since: when it was found not to be there.
# original: a photo that is there looks the same as one of which no file is.
TABLES_V7 = """
CREATE TABLE drive (
    path BLOB PRIMARY KEY,
    away_since TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE original (
    photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    original_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    PRIMARY KEY (photo_id, original_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX original_of ON original (original_id);
"""
