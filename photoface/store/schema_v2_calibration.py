"""Schema 3: how good suggestions were, as people reviewed them, and what angles are worth in this library."""

from __future__ import annotations

# As with answers no foreign keys: what was reviewed stands in nobody's way, and ids are never given twice.
# was: what the face was before somebody looked. asked_of: how many faces there were to draw from.
REVIEWED = """
CREATE TABLE review (
    face_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    was TEXT NOT NULL CHECK (was IN ('suggested', 'named')),
    correct INTEGER NOT NULL CHECK (correct IN (0, 1)),
    PRIMARY KEY (face_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_person ON review (person_id);

CREATE TABLE draw (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL,
    asked_of INTEGER NOT NULL
) STRICT;
CREATE INDEX draw_person ON draw (person_id);

CREATE TABLE draw_face (
    draw_id INTEGER NOT NULL,
    face_id INTEGER NOT NULL,
    place INTEGER NOT NULL,
    answer TEXT CHECK (answer IN ('right', 'wrong', 'unsure')),
    PRIMARY KEY (draw_id, face_id)
) STRICT, WITHOUT ROWID;
"""

# A guess: computed again when the library has changed much. model: as of neighbour lists; content: JSON.
CALIBRATED = """
CREATE TABLE calibration (
    model TEXT PRIMARY KEY,
    made_at TEXT NOT NULL,
    faces INTEGER NOT NULL,
    decisions INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

TABLES_V3 = REVIEWED + CALIBRATED
