"""What angles are worth in this library: a guess, kept until the library has changed much."""

from __future__ import annotations

import json
from dataclasses import asdict

from photoface.domain.calibration import Calibration, LibraryRates, PairSource, RateRow, Retaken
from photoface.store.database import LibraryDatabase


def load(db: LibraryDatabase, model: str) -> Calibration | None:
    """The last one that was made for this embedding."""
    row = db.row("SELECT made_at, faces, decisions, content FROM calibration WHERE model = ?", [model])
    if row is None:
        return None
    content = json.loads(row[3])
    rates = LibraryRates(tuple(RateRow(*each) for each in content["rows"]))
    sources = tuple(PairSource(**each) for each in content["sources"])
    made_at, faces, said = row[:3]
    again = content.get("retaken")  # an older version knew nothing of it
    retaken = None if again is None else Retaken(**again)
    return Calibration(model, made_at, faces, said, rates, sources, content["one_photo"], retaken)


def save(db: LibraryDatabase, made: Calibration) -> None:
    """Replaces the last one; no decision, so without a trace in the history."""
    content = {
        "rows": [[row.angle, row.rate, row.low, row.high] for row in made.rates.rows],
        "sources": [asdict(each) for each in made.sources],
        "one_photo": made.one_photo,
        "retaken": None if made.retaken is None else asdict(made.retaken),
    }
    sql = "INSERT OR REPLACE INTO calibration (model, made_at, faces, decisions, content) VALUES (?, ?, ?, ?, ?)"
    with db.atomic():
        db.execute(sql, [made.model, made.made_at, made.faces, made.decisions, json.dumps(content)])


def decisions(db: LibraryDatabase) -> int:
    """How many operations are done: a measure of how much people have said since."""
    return int(db.value("SELECT count(*) FROM operation WHERE state = 'done'"))
