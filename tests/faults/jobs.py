"""What is interrupted: jobs of steps, each of which is done or not done, in a library below a folder.

A job is started at any step and does the rest; after each step it says so, which is what a user sees as "done".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from unittest.mock import patch

from photoface.domain.events import PhotoIndexed, PhotoRefused
from photoface.services.groups.grouping import apply_plan, group_new_faces, plan_regrouping
from photoface.services.keeping.upkeep import restore_snapshot
from photoface.services.library import Library
from photoface.services.photos import reading
from photoface.services.photos.indexing import IndexingService
from photoface.store.backup import snapshots
from photoface.store.database import LibraryDatabase
from tests.faults.decisions import DECISIONS, Step
from tests.faults.newer import newer_program
from tests.world import MODELS, FakeAnalyzer, world

MERGE, SPLIT = DECISIONS[6], DECISIONS[9]

REOPEN = 4
"""Steps in one opening of the library; the command line opens it for each, the window for all."""


@dataclass(frozen=True)
class Job:
    """prepare: makes what is there before, in a folder; run: does the steps from a number on, telling each.

    whole: its steps are decisions, so that the library is always as one of them left it.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path, int], Iterator[str]]
    whole: bool = True


def photos(folder: Path) -> None:
    """Forty "photos" of five people; three cannot be read, two are copies."""
    (folder / "photos").mkdir()
    for number in range(40):
        people = " ".join("ABCDE"[at] for at in range(5) if number % (at + 2) == 0) or "A"
        text = f"{people}|{number % 38}" if number % 13 else "broken"
        (folder / "photos" / f"{number:02}.jpg").write_text(text)


def index(folder: Path, start: int = 0) -> Iterator[str]:
    """Names of photos as they are acknowledged, then the groups. Where it begins is its own to find out."""
    reading.BATCH_PHOTOS = 4
    with world(folder) as here:
        for event in IndexingService(here.library, FakeAnalyzer).run([bytes(here.photos)], Event()):
            if isinstance(event, PhotoIndexed | PhotoRefused):
                yield Path(event.path.decode()).name
        group_new_faces(here.library)
        yield "grouped"


def indexed(folder: Path) -> None:
    """Photos and faces, grouped."""
    photos(folder)
    list(index(folder))


def ungrouped(folder: Path) -> None:
    """Photos and faces, hard to tell apart, in no group."""
    with patch.dict(MODELS, {"retail-0095": (256, 1.1)}):
        indexed(folder)
    with LibraryDatabase.create_or_open(folder / "library", write=True) as db, db.transaction():
        db.execute("DELETE FROM membership")
        db.execute("DELETE FROM cluster")


def decided(folder: Path) -> None:
    indexed(folder)
    list(_steps(DECISIONS[:6])(folder, 0))


def ungrouped_named(folder: Path) -> None:
    """The same in groups, one of them named."""
    ungrouped(folder)
    list(_steps((_group, DECISIONS[0]))(folder, 0))


def with_snapshot(folder: Path) -> None:
    """Decisions, a snapshot, and one decision more."""
    decided(folder)
    with world(folder) as here:
        here.library.snapshot("good")
        MERGE(here.library)


def _steps(steps: tuple[Step, ...]) -> Callable[[Path, int], Iterator[str]]:
    def run(folder: Path, start: int) -> Iterator[str]:
        for first in range(start, len(steps), REOPEN):
            with world(folder) as here:
                for number in range(first, min(first + REOPEN, len(steps))):
                    steps[number](here.library)
                    yield str(number)

    return run


def _group(library: Library) -> None:
    group_new_faces(library)


def _regroup(algorithm: str, wrong: float) -> Step:
    def step(library: Library) -> None:
        apply_plan(library, plan_regrouping(library, algorithm, wrong))

    return step


def _undo(library: Library) -> None:
    library.journal.undo()


GROUPING = (_group, _regroup("average", 0.001), _regroup("dbscan", 0.1), _undo, _regroup("average", 0.2), _undo)


KEEPING: tuple[Step | str, ...] = ("one", MERGE, "two", SPLIT, "three", "->one", MERGE, "two", SPLIT, "->two")
"""A decision, the reason of a snapshot, or the reason of the one to go back to."""


def _keep_and_restore(folder: Path, start: int) -> Iterator[str]:
    for number, step in enumerate(KEEPING[start:], start):
        if isinstance(step, str) and step.startswith("->"):
            found = (each.path.name for each in snapshots(folder / "library") if each.reason == step[2:])
            restore_snapshot(folder / "library", next(found))
        else:
            with world(folder) as here:
                here.library.snapshot(step) if isinstance(step, str) else step(here.library)
        yield str(number)


def _migrate(folder: Path, start: int) -> Iterator[str]:
    """The first opening by a newer program, then a decision."""
    with newer_program():
        for number in range(start, 2):
            with world(folder) as here:
                if number == 1:
                    MERGE(here.library)
            yield str(number)


JOBS = {
    job.name: job
    for job in (
        Job("index", photos, index, whole=False),
        Job("group", ungrouped, _steps(GROUPING)),
        Job("decide", indexed, _steps(DECISIONS)),
        Job("snapshot", decided, _keep_and_restore),
        Job("migrate", decided, _migrate),
    )
}
