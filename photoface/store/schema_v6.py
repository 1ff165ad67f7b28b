"""Schema 6: groups that are suggested to be a person without being in a group of that person's. A guess: computed anew
after every decision, gone with the group or the person, in nobody's history."""

from __future__ import annotations

TABLES_V6 = """
CREATE TABLE suggestion (
    cluster_id INTEGER PRIMARY KEY REFERENCES cluster (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    wrong REAL NOT NULL CHECK (wrong BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX suggestion_person ON suggestion (person_id);
"""
