"""What one photo more changes in an indexed library: whose cluster-mates change, and whether its face finds its person.

    python benchmarks/churn.py LIBRARY --photos 100

LIBRARY: of photos in folders named by person, e.g. of LFW; it is copied, and not touched. For each of so many photos at
random, of people with several: its faces are taken out and all others grouped anew, with neighbours searched anew, as
if it had never been there; then it comes, as after an indexing. Churn: the share of all other faces whose cluster-mates
(the new ones aside) are not the same as before; beside it, that of grouping everything anew, as others do.

Exact search says who it is where, by the cosines with all good faces, the nearest one is of its person and within the
cut of the grouping; and, stricter, as groups are made: where the group that is nearest on average is mostly of its
person and within the cut.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, hypot
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np

from photoface.domain.people import Face, FaceState
from photoface.services.deciding.correcting import set_aside
from photoface.services.groups.grouping import apply_plan, group_new_faces, plan_regrouping
from photoface.services.groups.manner import manner_of
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog

Groups = dict[int, int]


@dataclass(frozen=True, slots=True)
class Added:
    """One photo more. churn, anew: shares of the other faces. by_face, by_group: exact search says who its labelled
    face is; joined: the group of that face is of its person, mostly; joined_anew: it would be, grouped anew with all.
    """

    churn: float
    anew: float
    by_face: bool
    by_group: bool
    joined: bool
    joined_anew: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--photos", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(options.library, Path(home) / "library")
        # What the child of the program does is done here: the same functions, without the start of a process.
        with (
            LibraryDatabase.create_or_open(Path(home) / "library", write=True) as db,
            patch("photoface.services.groups.grouping.in_child", _here),
        ):
            report(measure(Library(db, load_catalog()), options.photos))


def measure(library: Library, photos: int) -> list[Added]:
    """Adds so many photos, one at a time, each to a library of all others."""
    labelled = _labelled(library.faces.list())
    sizes = np.unique(np.array([person for person, _ in labelled.values()]), return_counts=True)
    several = {str(person) for person, size in zip(*sizes, strict=True) if size > 1}
    known = [photo for photo, (person, _) in labelled.items() if person in several]
    chosen = np.random.default_rng(0).choice(sorted(known), min(photos, len(known)), replace=False)
    people = {face.face_id: person for person, face in labelled.values()}
    return [_added(library, photo, labelled[photo][1], people) for photo in chosen.tolist()]


def report(found: Sequence[Added]) -> None:
    """The figures of issue 5."""
    churn, anew = (np.array([getattr(each, name) for each in found]) for name in ("churn", "anew"))
    print(f"{len(found)} photos, one at a time:")
    print(f"churn {churn.mean():.4%} of the other faces on average, {churn.max():.4%} at most")
    print(f"churn of grouping everything anew: {anew.mean():.4%} on average, {anew.max():.4%} at most")
    for says in ("by_face", "by_group"):
        sure = [each for each in found if getattr(each, says)]
        joined, together = sum(each.joined for each in sure), sum(each.joined_anew for each in sure)
        print(f"exact search {says} says who it is: {len(sure)}; joined: {joined}; would, grouped anew: {together}")


def _added(library: Library, photo: int, labelled: Face, people: dict[int, str]) -> Added:
    faces = library.faces.list(photo_id=photo)
    new = [face.face_id for face in faces]
    set_aside(library, faces, FaceState.IGNORED)
    library.groups.forget_neighbors()
    apply_plan(library, plan_regrouping(library))
    before = library.groups.memberships()
    _as_if_new(library, new)
    by_face, by_group = _exactly(library, labelled.face_id, people, before)
    group_new_faces(library)
    after = library.groups.memberships()
    anew = _planned(library)
    joined, joined_anew = (_is_of(groups, labelled.face_id, people) for groups in (after, anew))
    return Added(_churn(before, after, new), _churn(before, anew, new), by_face, by_group, joined, joined_anew)


def _as_if_new(library: Library, faces: Sequence[int]) -> None:
    """Nobody said anything about them, and they are in no group."""
    with library.db.transaction():
        library.db.execute_many("DELETE FROM verdict WHERE face_id = ?", ((face,) for face in faces))
        library.groups.place(dict.fromkeys(faces))


def _planned(library: Library) -> Groups:
    plan = plan_regrouping(library)
    return {
        face: label for face, label in zip(plan.face_ids.tolist(), plan.labels.tolist(), strict=True) if label != -1
    }


def _churn(before: Groups, after: Groups, new: Sequence[int]) -> float:
    """The share of faces that are not with the same ones; without a group a face is with nobody."""
    faces = (before.keys() | after.keys()) - set(new)
    one, other = (_mates(groups, faces) for groups in (before, after))
    return sum(one[face] != other[face] for face in faces) / len(faces)


def _mates(groups: Groups, faces: set[int]) -> dict[int, frozenset[int]]:
    members: dict[int, set[int]] = defaultdict(set)
    for face in faces:
        members[groups.get(face, -face)].add(face)
    frozen = {group: frozenset(each) for group, each in members.items()}
    return {face: frozen[groups.get(face, -face)] for face in faces}


def _exactly(library: Library, face: int, people: dict[int, str], groups: Groups) -> tuple[bool, bool]:
    ids, vectors = library.groupable_vectors()
    cosines = vectors @ vectors[ids == face][0]
    good = library.founding(ids) & (ids != face)
    algorithm, wrong = manner_of(library)
    least = cos(library.embedding().cuts(algorithm).at(wrong, len(ids)).angle)
    nearest = int(np.where(good, cosines, -1).argmax())
    by_face = bool(cosines[nearest] >= least) and people.get(int(ids[nearest])) == people[face]
    numbers = np.array([groups.get(each, -1) for each in ids.tolist()])
    inside = good & (numbers >= 0)
    found, at = np.unique(numbers[inside], return_inverse=True)
    averages = np.bincount(at, cosines[inside]) / np.bincount(at)
    group = int(found[averages.argmax()])
    return by_face, bool(averages.max() >= least) and _is_of(groups | {face: group}, face, people)


def _is_of(groups: Groups, face: int, people: dict[int, str]) -> bool:
    """Whether most of the labelled faces in its group are of its person."""
    group = groups.get(face)
    mates = [people[other] for other, its in groups.items() if its == group and other != face and other in people]
    return group is not None and mates.count(people[face]) * 2 > len(mates)


def _labelled(faces: Sequence[Face]) -> dict[int, tuple[str, Face]]:
    """Photo id -> the name of its folder, and the face in its middle, which that name is of."""
    found: dict[int, tuple[str, Face]] = {}
    for face in sorted(faces, key=_off_centre):
        found.setdefault(face.photo_id, (Path(face.path.decode("utf-8", "replace")).parent.name, face))
    return found


def _off_centre(face: Face) -> float:
    middle = 125.0  # of the 250 pixels of LFW
    return hypot(face.box.x + face.box.width / 2 - middle, face.box.y + face.box.height / 2 - middle)


def _here(function: Callable[..., Any], *arguments: object) -> Any:
    return function(*arguments)


if __name__ == "__main__":
    main()
