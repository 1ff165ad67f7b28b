"""What grouping costs in a library, from the call of the service to the rows on the disk, its child process included.

    python benchmarks/grouping_library.py FOLDER --faces 100000

Makes a library of made-up faces (benchmarks/made_library.py) in FOLDER, sets 1,000 faces aside, groups the others for
the first time, takes the 1,000 back, names the 300 largest groups, and measures: these join; another strictness.
FOLDER may hold a library that an earlier run has made: then only the other strictness is measured.

    python benchmarks/grouping_library.py FOLDER --decisions 5000

Groups such a library anew, at one strictness, without any decision and under so many of all kinds, turn by turn; the
median of five. The decisions are made once, in FOLDER: groups named and merged, faces confirmed, rejected, set aside,
split off, groups and people told apart.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the compute child imports this script again, and is to start as under the real program
    from photoface.services.library import Library
    from photoface.services.outcome import Outcome

NEW, NAMED, ROUNDS = 1000, 300, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faces", type=int, default=100_000)
    parser.add_argument("--decisions", type=int, default=0)
    options = parser.parse_args()
    from photoface.services.library import Library
    from photoface.store.database import LibraryDatabase
    from photoface.vision.catalog import load_catalog

    first = not (options.folder / "library.db").exists()
    if first:
        from benchmarks.made_library import make

        make(options.folder, options.faces, options.faces, people=0)
    with LibraryDatabase.create_or_open(options.folder, write=True) as db:
        library = Library(db, load_catalog())
        if first:
            grow(library)
        if options.decisions:
            compare(library, options.decisions)
        else:
            regroup(library)


def grow(library: Library) -> None:
    """Groups all but some faces, and then these."""
    import numpy as np

    from photoface.domain.people import FaceState
    from photoface.services.deciding.correcting import set_aside
    from photoface.services.deciding.naming import name_group
    from photoface.services.groups.grouping import group_new_faces

    ids, _ = library.groupable_vectors()
    good = ids[library.founding(ids)]
    chosen = np.random.default_rng(0).choice(good, NEW, replace=False).tolist()
    set_aside(library, library.faces.by_ids(chosen), FaceState.IGNORED)
    with measured("first grouping"):
        print(group_new_faces(library))
    library.journal.undo()
    for number, group in enumerate(library.groups.unnamed()[:NAMED]):
        name_group(library, group.cluster_id, f"Person {number}")
    before = library.groups.memberships()
    with measured(f"{NEW:,} new faces"):
        print(group_new_faces(library))
    after = library.groups.memberships()
    print(f"{sum(after[face] != group for face, group in before.items())} others changed their group")


def regroup(library: Library) -> None:
    """The same faces, as strictly and less so."""
    from photoface.services.groups.grouping import plan_regrouping

    for algorithm, wrong in (("average", 0.01), ("average", 0.03), ("dbscan", 0.01)):
        with measured(f"{algorithm}, {wrong:.0%} wrong"):
            plan = plan_regrouping(library, algorithm, wrong)
        print(f"{plan.groups_before:,} groups before, {plan.groups_after:,} after; {plan.moving:,} faces move")


def compare(library: Library, decisions: int) -> None:
    """What grouping anew costs under decisions and without, in CPU seconds."""
    from functools import partial
    from statistics import median

    from photoface.services.groups.group_run import group_anew
    from photoface.services.groups.grouping import plan_regrouping, task_for
    from photoface.worker.compute import in_child

    with library.followed_later():
        decide(library, decisions - len(library.journal.history()))
    print(f"{len(library.journal.history()):,} decisions, {len(library.ledger.owners()):,} faces of somebody")
    task = task_for(library, "average", 0.01, undecided=True)
    runs = {
        "nothing decided": partial(in_child, group_anew, task),
        "under decisions": partial(plan_regrouping, library),
    }
    taken: dict[str, list[float]] = {what: [] for what in runs}
    for what, run in [*runs.items()] * ROUNDS:
        before = _cpu()
        with measured(what):
            run()
        taken[what].append(_cpu() - before)
    free, bound = (median(taken[what]) for what in runs)
    print(f"median: {free:.2f} with nothing decided, {bound:.2f} under decisions: {bound / free:.2f} times")


def decide(library: Library, decisions: int) -> None:
    """So many decisions of all kinds, about faces and groups at random; those that make no sense are not counted."""
    from unittest.mock import patch

    import numpy as np

    from photoface.domain.errors import PhotofaceError
    from photoface.domain.people import FaceState
    from photoface.services.deciding import correcting, naming
    from photoface.services.library import Library

    rng = np.random.default_rng(1)
    faces = np.array(sorted(library.groups.memberships()))
    names = [f"#{person.person_id}" for person in library.people.list()]
    acts: dict[str, Callable[[int, str, str, str], Outcome]] = {
        "name": lambda face, group, _, name: naming.name_group(library, int(group), f"{name} {face}".lstrip("#")),
        "confirm": lambda face, *_: correcting.confirm(library, (face,)),
        "reject": lambda face, _, __, name: correcting.reject(library, (face,), name),
        "assign": lambda face, _, __, name: correcting.assign(library, (face,), name),
        "aside": lambda face, *_: correcting.set_aside(library, library.faces.by_ids([face]), FaceState.IGNORED),
        "split": lambda face, *_: correcting.split(library, (face,)),
        "different": lambda _, group, other, __: correcting.part(library, group, other),
        "merge": lambda _, group, other, __: naming.merge(library, group, other),
    }
    shares = [0.1, 0.3, 0.2, 0.1, 0.1, 0.05, 0.1, 0.05]
    made = 0
    with patch.object(Library, "snapshot"):  # a copy of the whole before each merge is not what is measured
        while made < decisions:
            one, two = (library.faces.get(face) for face in rng.choice(faces, 2).tolist())
            if None in (one.cluster_id, two.cluster_id):  # set aside meanwhile
                continue
            act = acts[rng.choice(list(acts), p=shares)]
            with suppress(PhotofaceError):
                done = act(one.face_id, str(one.cluster_id), str(two.cluster_id), str(rng.choice(names)))
                made += done.operation_id is not None


@contextmanager
def measured(what: str) -> Iterator[None]:
    """Prints the CPU seconds of this process and its children, seconds on the wall, and the most memory of a child."""
    cpu, wall = _cpu(), time.perf_counter()
    yield
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000
    print(f"{what:24} {_cpu() - cpu:6.2f} CPU s  {time.perf_counter() - wall:6.2f} s  {most:,} MB", flush=True)


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


if __name__ == "__main__":
    main()
