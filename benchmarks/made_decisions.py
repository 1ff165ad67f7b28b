"""Groups and decisions of a made-up library: mostly right, with the mistakes and gaps of real ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from benchmarks import synthetic
from photoface.services.deciding.naming import new_person
from photoface.services.library import Library

Ids = NDArray[np.int64]

_LARGEST_GROUP = 300
_POOR_IN_GROUP, _NAMED, _CONFIRMED = 0.3, 0.7, 0.1
_HIDDEN = 50  # every so many-th person
_REJECTED, _IGNORED, _NO_FACE, _APART, _TOGETHER = 0.005, 0.01, 0.003, 0.0025, 0.0025
_STEP = 20  # faces in one decision


def group(library: Library, face_ids: Ids, faces: synthetic.Library, rng: np.random.Generator) -> None:
    """A person's faces are one group, or several where there are many; poor faces are mostly in none."""
    inside = ~faces.poor | (rng.random(len(face_ids)) < _POOR_IN_GROUP)
    sizes = np.bincount(faces.people)
    pieces = -(-sizes // _LARGEST_GROUP)
    labels = faces.people * int(pieces.max()) + rng.integers(0, pieces[faces.people])
    _, numbers = np.unique(labels[inside], return_inverse=True)
    with library.db.transaction():
        made = np.array(library.groups.new(int(numbers.max()) + 1))
        library.groups.place(dict(zip(face_ids[inside].tolist(), made[numbers].tolist(), strict=True)))


def decide(library: Library, face_ids: Ids, faces: synthetic.Library, people: int, rng: np.random.Generator) -> None:
    """So many people get names, from the largest on, with gaps; the other decisions in shares of all faces."""
    n, sizes = len(face_ids), np.bincount(faces.people)
    ranked = np.argsort(-sizes, kind="stable")[: np.count_nonzero(sizes > 1)]
    chosen = ranked[np.arange(len(ranked)) % 5 != 4][:people]
    for number, person in enumerate(chosen.tolist()):
        mine = face_ids[faces.people == person]
        _name(library, number, mine, rng)
    free = rng.permutation(np.setdiff1d(face_ids, np.array(list(library.ledger.owners()), np.int64)))
    some = [round(share * n) for share in (_IGNORED, _NO_FACE, _REJECTED)]
    ignored, no_faces, rejected = np.split(free, np.cumsum(some))[:3]
    _verdicts(library, ignored, "ignored")
    _verdicts(library, no_faces, "not_a_face")
    _reject(library, rejected)
    _pairs(library, face_ids, faces, rng)


def _name(library: Library, number: int, mine: Ids, rng: np.random.Generator) -> None:
    title = f"Person {number * 7919 % 10_007:05}"
    decided = mine[rng.random(len(mine)) < _NAMED] if len(mine) > 2 else mine[:1]
    with library.journal.operation("name", f"name {len(decided):,} faces {title}") as record:
        person_id = new_person(record, title)
        record.put("person", {"id": person_id, "hidden": int(number % _HIDDEN == _HIDDEN - 1)})
        sure = rng.random(len(decided)) < _CONFIRMED
        rows = zip(decided.tolist(), sure.tolist(), strict=True)
        record.put_many(
            "verdict",
            [{"face_id": i, "state": "confirmed" if yes else "named", "person_id": person_id} for i, yes in rows],
        )


def _verdicts(library: Library, chosen: Ids, state: str) -> None:
    for start in range(0, len(chosen), _STEP):
        some = chosen[start : start + _STEP].tolist()
        with library.journal.operation(state, f"{state}: {len(some)} faces") as record:
            record.put_many("verdict", [{"face_id": face, "state": state, "person_id": None} for face in some])


def _reject(library: Library, chosen: Ids) -> None:
    """Faces that are not whom their group says."""
    for face in library.faces.by_ids(chosen.tolist()):
        if face.person_id is not None:
            with library.journal.operation("reject", f"face {face.face_id} is not {face.person}") as record:
                record.put("rejection", {"face_id": face.face_id, "person_id": face.person_id})


def _pairs(library: Library, face_ids: Ids, faces: synthetic.Library, rng: np.random.Generator) -> None:
    """Answers "different" about pairs of two people and "same" about pairs of one, all of them right."""
    apart, together = round(_APART * len(face_ids)), round(_TOGETHER * len(face_ids))
    with library.journal.operation("different", f"{apart} pairs are different people") as record:
        for a, b in rng.integers(0, len(face_ids), size=(apart, 2)).tolist():
            if faces.people[a] != faces.people[b]:
                separation = record.put("separation", {"reason": "made up"})["id"]
                for side, i in enumerate((a, b)):
                    row = {"separation_id": separation, "face_id": int(face_ids[i]), "side": side}
                    record.put("separation_face", row)
    order = np.argsort(faces.people, kind="stable")
    same = np.flatnonzero(np.diff(faces.people[order]) == 0)
    with library.journal.operation("same", f"{together} pairs are one person") as record:
        for at in rng.choice(same, min(together, len(same)), replace=False).tolist():
            bond = record.put("bond", {"reason": "made up"})["id"]
            for i in order[at : at + 2].tolist():
                record.put("bond_face", {"bond_id": bond, "face_id": int(face_ids[i])})
