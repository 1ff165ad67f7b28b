"""What angles are worth in this library: estimated from its own photos and decisions, in the compute child."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from photoface.domain.calibration import RATE, Calibration, LibraryRates, PairSource, RateRow, Retaken
from photoface.domain.errors import ModelRefused
from photoface.domain.faces import FOUNDING_QUALITY, Vectors
from photoface.domain.similarity import Table
from photoface.matching.arrays import Ids
from photoface.matching.impostors import KnownFaces
from photoface.services.library import Library
from photoface.store import calibrations
from photoface.store.clock import now
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.ledger import Ledger
from photoface.store.pair_facts import confirmed_people, countable_faces, photos_of, repeat_photos
from photoface.store.vectors import Vectors as StoredVectors
from photoface.worker.compute import in_child

if TYPE_CHECKING:  # scipy is a third of the time until a window is seen
    from photoface.matching.calibration import Calibrated

_GROWTH = 1.1
"""Times as many faces as then make it worth estimating anew."""

_SAID = 25
"""So many decisions more do, too, where they are a tenth more at least."""

_FEWEST = 100
"""Faces; below, a library says nothing that its model's table does not."""

_ROWS = 40


@dataclass(frozen=True, slots=True)
class CalibrationTask:
    """folder: of the library; parts: of its embedding; points: pair rates of its model."""

    folder: Path
    parts: tuple[tuple[str, float], ...]
    points: Table


def calibrated(library: Library) -> Calibration:
    """Estimated anew, and kept if the library is open for writing. Raises ModelRefused for an unmeasured model."""
    embedding = library.embedding()
    if embedding.points is None:
        raise ModelRefused(
            f"Nobody has measured {embedding.name} yet, so there is nothing to compare this library with. "
            "For a measured pack: photoface models use PACK"
        )
    said = calibrations.decisions(library.db)
    faces, found, twice = in_child(estimated, CalibrationTask(library.folder, embedding.parts, embedding.points.pairs))
    made = _as_calibration(embedding.key, faces, said, found, twice)
    if library.db.writable:
        calibrations.save(library.db, made)
    return made


def last_calibration(library: Library) -> Calibration | None:
    """The last estimate for the library's embedding; None where none was made."""
    return calibrations.load(library.db, library.embedding().key)


def refresh(library: Library) -> None:
    """Estimates anew where the library has changed much since; nothing for a model that nobody measured."""
    if library.embedding().points is not None and _stale(library, last_calibration(library)):
        calibrated(library)


def estimated(task: CalibrationTask) -> tuple[int, Calibrated, Retaken | None]:
    """How many faces there were, what they tell, and what those tell that were taken twice; in the compute child."""
    from photoface.matching.calibration import calibrate
    from photoface.services.calibration.retaking import again, moments, retaken

    with LibraryDatabase.create_or_open(task.folder, write=False) as db, db.consistent():
        ids, vectors = _told_well(db, task.parts)
        pairs = moments(db)
        found = calibrate(task.points, _known(db, ids, vectors, again(pairs)))
        stranger = rates_of(found).angle_at(RATE)
        return len(ids), found, retaken(db, pairs, ids, vectors, stranger)


def known_faces(db: LibraryDatabase, parts: tuple[tuple[str, float], ...], without: Collection[int] = ()) -> KnownFaces:
    """The faces that can be told well, with what is known of them; without: those of these photos."""
    return _known(db, *_told_well(db, parts), without)


def _told_well(db: LibraryDatabase, parts: tuple[tuple[str, float], ...]) -> tuple[Ids, Vectors]:
    ids, vectors = StoredVectors(db).load(parts, without=Ledger(db).excluded())
    good = Faces(db).qualities(ids) >= FOUNDING_QUALITY
    return ids[good], vectors[good]


def _known(db: LibraryDatabase, ids: Ids, vectors: Vectors, without: Collection[int]) -> KnownFaces:
    photos, groups, people, mirrors = photos_of(db), Groups(db).memberships(), confirmed_people(db), repeat_photos(db)
    if without:
        once = np.array([photos[face] not in without for face in ids.tolist()], bool)
        ids, vectors = ids[once], vectors[once]
    columns = ([table.get(face, -1) for face in ids.tolist()] for table in (photos, groups, people))
    photo, group, person = (np.array(column, np.int64) for column in columns)
    mirror = np.isin(photo, np.fromiter(mirrors, np.int64, len(mirrors)))
    return KnownFaces(vectors, np.unique(photo, return_inverse=True)[1].astype(np.int64), group, person, mirror)


def rates_of(found: Calibrated) -> LibraryRates:
    """The rates in as many rows as are kept."""
    some = np.unique(np.linspace(0, len(found.angles) - 1, _ROWS).astype(int))
    columns = (each[some].tolist() for each in (found.angles, found.rates, found.low, found.high))
    return LibraryRates(tuple(RateRow(*row) for row in zip(*columns, strict=True)))


def _stale(library: Library, last: Calibration | None) -> bool:
    faces = countable_faces(library.db, FOUNDING_QUALITY)
    if last is None:
        return faces >= _FEWEST
    said = calibrations.decisions(library.db)
    more_said = said >= max(last.decisions + _SAID, _GROWTH * last.decisions)
    return more_said or faces >= _GROWTH * last.faces or faces * _GROWTH <= last.faces


def _as_calibration(model: str, faces: int, said: int, found: Calibrated, twice: Retaken | None) -> Calibration:
    sources = tuple(PairSource(each.kind, each.pairs, each.worth, each.same) for each in found.sources)
    return Calibration(model, now(), faces, said, rates_of(found), sources, found.one_photo, twice)
