"""Schema 1, as it was released: never edited, only followed by further migrations.

Paths are bytes: a file's name need not be text. Times are ISO 8601 in UTC. Boxes are pixels of the upright photo.
"""

from __future__ import annotations

SEEN = """
CREATE TABLE folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path BLOB NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'removed')),
    added_at TEXT NOT NULL,
    scanned_at TEXT,
    offline_since TEXT
) STRICT;

CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    identity BLOB NOT NULL UNIQUE CHECK (length(identity) = 32),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    orientation INTEGER NOT NULL CHECK (orientation BETWEEN 1 AND 8),
    format TEXT NOT NULL,
    taken TEXT,
    damaged INTEGER NOT NULL DEFAULT 0 CHECK (damaged IN (0, 1)),
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder_id INTEGER NOT NULL REFERENCES folder (id),
    photo_id INTEGER REFERENCES photo (id),
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    orientation INTEGER,
    failure_kind TEXT,
    failure TEXT,
    missing_since TEXT
) STRICT;
CREATE INDEX file_photo ON file (photo_id, missing_since, folder_id);
CREATE INDEX file_folder ON file (folder_id);
CREATE INDEX file_failed ON file (id) WHERE failure_kind IS NOT NULL;

CREATE TABLE analysis (
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    detector TEXT NOT NULL,
    embedder TEXT NOT NULL,
    PRIMARY KEY (photo_id, detector, embedder)
) STRICT, WITHOUT ROWID;

CREATE TABLE face (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    x REAL NOT NULL,
    y REAL NOT NULL,
    width REAL NOT NULL,
    height REAL NOT NULL,
    landmarks BLOB CHECK (length(landmarks) = 40),
    score REAL NOT NULL DEFAULT 1,
    quality REAL NOT NULL DEFAULT 0,
    detector TEXT NOT NULL DEFAULT '',
    drawn INTEGER NOT NULL DEFAULT 0 CHECK (drawn IN (0, 1)),
    retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;
CREATE INDEX face_photo ON face (photo_id);
CREATE INDEX face_retired ON face (id) WHERE retired = 1;

CREATE TABLE embedding (
    model TEXT NOT NULL,
    face_id INTEGER NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    vector BLOB NOT NULL CHECK (length(vector) > 0),
    PRIMARY KEY (model, face_id)
) STRICT, WITHOUT ROWID;
"""

GUESSED = """
CREATE TABLE neighbors (
    model TEXT NOT NULL,
    face_id INTEGER NOT NULL REFERENCES face (id) ON DELETE CASCADE,
    ids BLOB NOT NULL,
    angles BLOB NOT NULL CHECK (2 * length(angles) = length(ids)),
    PRIMARY KEY (model, face_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cluster (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE membership (
    face_id INTEGER PRIMARY KEY REFERENCES face (id) ON DELETE CASCADE,
    cluster_id INTEGER NOT NULL REFERENCES cluster (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX membership_cluster ON membership (cluster_id);
"""

DECIDED = """
CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(trim(name)) > 0),
    birth_date TEXT,
    notes TEXT NOT NULL DEFAULT '',
    cover_face_id INTEGER REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1)),
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX person_name ON person (name COLLATE NOCASE);

CREATE TABLE verdict (
    face_id INTEGER PRIMARY KEY REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL CHECK (state IN ('confirmed', 'named', 'ignored', 'not_a_face')),
    person_id INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((state IN ('confirmed', 'named')) = (person_id IS NOT NULL))
) STRICT;
CREATE INDEX verdict_person ON verdict (person_id, state);

CREATE TABLE rejection (
    face_id INTEGER NOT NULL REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (face_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rejection_person ON rejection (person_id);

CREATE TABLE separation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE separation_face (
    separation_id INTEGER NOT NULL REFERENCES separation (id) DEFERRABLE INITIALLY DEFERRED,
    face_id INTEGER NOT NULL REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    side INTEGER NOT NULL CHECK (side IN (0, 1)),
    PRIMARY KEY (separation_id, face_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX separation_face_face ON separation_face (face_id);

CREATE TABLE bond (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE bond_face (
    bond_id INTEGER NOT NULL REFERENCES bond (id) DEFERRABLE INITIALLY DEFERRED,
    face_id INTEGER NOT NULL REFERENCES face (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (bond_id, face_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX bond_face_face ON bond_face (face_id);

CREATE TABLE repeat_photo (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

JOURNAL = """
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'dropped')),
    undone INTEGER
) STRICT;
CREATE INDEX operation_undone ON operation (undone) WHERE state = 'undone';

CREATE TABLE change (
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    seq INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (operation_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_row ON change (table_name, key) WHERE table_name NOT IN ('membership', 'cluster');
"""

VIEWS = """
CREATE VIEW present_file AS
    SELECT file.* FROM file JOIN folder ON folder.id = file.folder_id
    WHERE file.missing_since IS NULL AND folder.state = 'active';

CREATE VIEW present_photo AS
    SELECT * FROM photo WHERE EXISTS (SELECT 1 FROM present_file WHERE present_file.photo_id = photo.id);
"""

TABLES_V1 = SEEN + GUESSED + DECIDED + JOURNAL + VIEWS
