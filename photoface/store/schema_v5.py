"""Schema 5: when photos were taken and who says so, several files that are one photo, and photos that look the same."""

from __future__ import annotations

import sqlite3

# What each file says, a row for each file of a photo. rank: of the source, 0 is believed first; film: bytes.
# reread: photos whose files are read once more though nothing changed, for an older version looked at less.
SAID = """
CREATE TABLE file_said (
    file_id INTEGER PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
    taken TEXT,
    source TEXT,
    rank INTEGER,
    utc_offset TEXT,
    film INTEGER NOT NULL DEFAULT 0,
    CHECK ((taken IS NULL) = (source IS NULL) AND (taken IS NULL) = (rank IS NULL))
) STRICT;

CREATE TABLE reread (photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE) STRICT;
"""

# companion: films and notes that lie beside a photo's file and go with it. other_identity: another picture that is this
# photo, such as the raw file of a JPEG; orientation: that it was read with.
TOGETHER = """
CREATE TABLE companion (
    path BLOB PRIMARY KEY,
    photo_path BLOB NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('film', 'sidecar', 'takeout')),
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX companion_photo ON companion (photo_path);

CREATE TABLE other_identity (
    identity BLOB PRIMARY KEY CHECK (length(identity) = 32),
    orientation INTEGER NOT NULL,
    photo_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX other_identity_photo ON other_identity (photo_id);
"""

# looks: a perceptual hash, seen. twin: guessed; first_id: the photo that is shown for all of its kind.
# apart: decided, photo_id < other_id: they look the same and are two photos.
ALIKE = """
CREATE TABLE looks (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    hash BLOB NOT NULL CHECK (length(hash) = 8)
) STRICT;

CREATE TABLE twin (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    first_id INTEGER NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('same', 'edited'))
) STRICT;
CREATE INDEX twin_first ON twin (first_id);

CREATE TABLE apart (
    photo_id INTEGER NOT NULL REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    other_id INTEGER NOT NULL REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (photo_id, other_id),
    CHECK (photo_id < other_id)
) STRICT, WITHOUT ROWID;
"""

# photo.taken is what is shown and sorted by: a human's word, else the first of what files that are there say, else of
# any file. Triggers keep it so, for undo writes rows and knows nothing of dates. taken: ISO 8601 or a beginning of it.
_SHOWN = """
    UPDATE photo SET taken = coalesce(
        (SELECT taken FROM dated WHERE dated.photo_id = photo.id),
        (SELECT file_said.taken FROM file_said JOIN file ON file.id = file_said.file_id
         WHERE file.photo_id = photo.id AND file_said.taken IS NOT NULL
         ORDER BY file.missing_since IS NOT NULL, file_said.rank, file.id DESC LIMIT 1)
    ) WHERE photo.id ="""

DATED = """
CREATE TABLE dated (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED,
    taken TEXT NOT NULL CHECK (length(taken) >= 4),
    words TEXT NOT NULL
) STRICT;
""" + "".join(
    f"CREATE TRIGGER {table}_{event.lower()} AFTER {event} ON {table} BEGIN{_SHOWN} {photo}; END;\n"
    for table, event, photo in (
        ("dated", "INSERT", "new.photo_id"),
        ("dated", "UPDATE", "new.photo_id"),
        ("dated", "DELETE", "old.photo_id"),
        ("file_said", "INSERT", "(SELECT photo_id FROM file WHERE id = new.file_id)"),
        ("file_said", "UPDATE", "(SELECT photo_id FROM file WHERE id = new.file_id)"),
    )
)

TABLES_V5 = SAID + TOGETHER + ALIKE + DATED

# Formats of which an older version took the whole file for the identity.
_ONCE_WHOLE = "('HEIF', 'AVIF', 'TIFF', 'GIF')"


def keep_dates(connection: sqlite3.Connection) -> None:
    """Until now all dates were from EXIF blocks; other formats' identities, and other dates, are to be looked for."""
    connection.execute(
        "INSERT INTO file_said (file_id, taken, source, rank) SELECT file.id, photo.taken, 'exif', 1 "
        "FROM file JOIN photo ON photo.id = file.photo_id WHERE photo.taken IS NOT NULL"
    )
    connection.execute(f"INSERT INTO reread SELECT id FROM photo WHERE taken IS NULL OR format IN {_ONCE_WHOLE}")
