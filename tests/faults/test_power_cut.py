"""The power fails: a decision that was acknowledged is on the disk, whatever had not been synced is lost or not."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming
from photoface.store.backup import snapshots
from tests.faults import system_calls
from tests.faults.killing import SEED, Story, Victims, points_wanted, program_of, told, victims
from tests.faults.power import Disk, calls
from tests.faults.states import read_state, snapshot_state
from tests.faults.victims import SAID
from tests.world import World, world

traced = pytest.mark.skipif(not system_calls.possible(), reason="strace records the writes; it is not here, or may not")


@pytest.fixture
def server() -> Iterator[Victims]:
    with victims() as running:
        yield running


@traced
@pytest.mark.parametrize("name", ["decide", "snapshot", "migrate"])
def test_no_acknowledged_decision_is_lost(name: str, server: Victims, tmp_path: Path) -> None:
    story = told(name, tmp_path, server)
    story.again()
    disk = Disk(story.place / "library")
    system_calls.record(story.order(), tmp_path / "record")
    dice, acknowledged = random.Random(f"{SEED} {name} power"), 0
    wanted = _chosen(story, tmp_path / "record", dice)
    for at, call in enumerate(calls(tmp_path / "record")):
        disk.apply(call)
        if call.path.endswith(SAID) and call.name == "write":
            acknowledged += 1
        if at in wanted:
            for share in (0.0, dice.random()):
                print(name, "cut after call", at, "share", share)
                _is_all_there(story, disk, acknowledged, (dice, share, tmp_path / "after"))


def _chosen(story: Story, record: Path, dice: random.Random) -> set[int]:
    """Some of the acknowledgements, and some of the calls between."""
    made = list(calls(record))
    said = [at for at, call in enumerate(made) if call.path.endswith(SAID) and call.name == "write"]
    inside = [at for at, call in enumerate(made) if call.path.startswith(str(story.place / "library"))]
    return {*dice.sample(said, k=min(len(said), points_wanted(6))), *dice.choices(inside, k=points_wanted(6))}


def _is_all_there(story: Story, disk: Disk, done: int, how: tuple[random.Random, float, Path]) -> None:
    dice, share, target = how
    shutil.rmtree(target, ignore_errors=True)
    disk.after_cut(target, dice, share)
    for each in snapshots(target):
        assert snapshot_state(each.path) in story.states
    with program_of(story.job):
        assert read_state(target) in story.states[done : done + 2]


@pytest.fixture
def grouped(tmp_path: Path) -> Iterator[World]:
    with world(tmp_path) as here:
        for number in range(4):
            here.add(f"{number}.jpg", "A B")
        here.index()
        yield here


def test_every_kind_of_decision_waits_for_the_disk(grouped: World, monkeypatch) -> None:
    """SQLite's setting at the COMMIT of each, on any system: 2 is FULL, which syncs the log before it returns."""
    library, levels = grouped.library, list[int]()
    first, second, *_ = grouped.faces_of("0.jpg")
    group = grouped.group_of("1.jpg")
    _note_levels(library.db, levels)
    for decide in (
        lambda: naming.name_group(library, group, "Ann"),
        lambda: naming.rename(library, "Ann", "Anna"),
        lambda: correcting.assign(library, (second,), "Ben"),
        lambda: correcting.confirm(library, (first,)),
        lambda: correcting.reject(library, (first,), "Anna"),
        lambda: correcting.split(library, tuple(grouped.faces_of("2.jpg")[:1])),
        lambda: correcting.set_aside(library, [library.faces.get(first)], FaceState.IGNORED),
        lambda: naming.merge(library, "Ben", "Anna"),
        library.journal.undo,
        library.journal.redo,
    ):
        levels.clear()
        decide()
        assert levels == [2], decide
    levels.clear()
    grouped.add("new.jpg", "C")
    grouped.index()
    assert set(levels) == {1}  # what was only seen or guessed need not wait: it would be found again


def _note_levels(db, levels: list[int]) -> None:
    level = 0

    def hear(sql: str) -> None:
        nonlocal level
        if sql.startswith("PRAGMA synchronous ="):
            level = 2 if sql.endswith("FULL") else 1
        if sql == "COMMIT":
            levels.append(level)

    db.connection.set_trace_callback(hear)
