"""Schema 4: questions that names in files raised, and what was written into and beside photos."""

from __future__ import annotations

# A question stands in nobody's way, so it has no foreign keys; ids are never given twice.
# kind: 'other' (the library says somebody else), 'set_aside' (the face was said to need no name), 'rejected' (it was
# said not to be this person), 'two_names' (files name two people in one place), 'ambiguous' (several people have the
# name), 'where' (somebody is in the photo, and files do not say which face). Box: pixels of the upright photo.
NAME_QUESTION = """
CREATE TABLE name_question (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('other', 'set_aside', 'rejected', 'two_names', 'ambiguous', 'where')),
    photo_id INTEGER NOT NULL,
    face_id INTEGER,
    x REAL,
    y REAL,
    width REAL,
    height REAL,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    uuid TEXT,
    origin TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'file', 'library'))
) STRICT;
CREATE INDEX name_question_photo ON name_question (photo_id);
CREATE INDEX name_question_open ON name_question (id) WHERE state = 'open';
"""

# before: the whole sidecar, or the XMP packet of the photo's own file, as it was; NULL: there was none.
# after: likewise, what it was written to be. done: 0 while it is being written.
WRITTEN = """
CREATE TABLE export_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    target TEXT NOT NULL,
    undone_at TEXT
) STRICT;

CREATE TABLE written (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES export_run (id),
    photo_id INTEGER NOT NULL,
    path BLOB NOT NULL,
    target TEXT NOT NULL CHECK (target IN ('sidecar', 'file', 'record')),
    target_path BLOB NOT NULL,
    before BLOB,
    after BLOB,
    done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
) STRICT;
CREATE INDEX written_run ON written (run_id);
CREATE INDEX written_path ON written (path);
"""

TABLES_V4 = NAME_QUESTION + WRITTEN
