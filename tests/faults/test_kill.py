"""Killed by SIGKILL, at points chosen at random, in every job: nothing acknowledged is lost, and it goes on."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoface.store.backup import snapshots
from photoface.store.lock import holder
from tests.faults import system_calls
from tests.faults.jobs import JOBS
from tests.faults.killing import SEED, Story, Victims, points_wanted, program_of, told, victims
from tests.faults.points import KINDS
from tests.faults.states import check_folder, originals, read_state, snapshot_state

WAITING = (None, 1, None)
"""A file that was found and not read yet, as states.state shows it."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked and killed as on Unix")


@pytest.fixture(scope="module")
def server() -> Iterator[Victims]:
    with victims() as running:
        yield running


@pytest.fixture(scope="module", params=JOBS)
def story(request: pytest.FixtureRequest, server: Victims, tmp_path_factory: pytest.TempPathFactory) -> Story:
    return told(request.param, tmp_path_factory.mktemp(request.param), server)


def test_killed_anywhere_in_the_program(story: Story, server: Victims) -> None:
    """Before SQL statements, inside them, and before files are opened, synced, renamed or removed."""
    dice = random.Random(f"{SEED} {story.job.name}")
    for turn in range(points_wanted(4)):
        kind = KINDS[turn % len(KINDS)]
        order = story.order(kind=kind, number=dice.randint(1, story.points[kind]))
        print(order.text(), flush=True)
        story.again()
        assert server.run(order) == -signal.SIGKILL
        _goes_on(story, server)


@pytest.mark.skipif(not system_calls.possible(), reason="strace kills at system calls; it is not here, or may not")
def test_killed_at_a_system_call(story: Story, server: Victims, tmp_path: Path) -> None:
    """Inside commits and checkpoints too."""
    dice = random.Random(f"{SEED} {story.job.name} calls")
    story.again()
    calls = system_calls.count(story.order(), tmp_path / "calls")
    for _ in range(points_wanted(1, 0.2)):
        story.again()
        print(story.job.name, system_calls.kill(story.order(), calls, dice), flush=True)
        _goes_on(story, server)


def test_killed_at_any_moment(story: Story, server: Victims) -> None:
    """With the child processes that compute."""
    dice = random.Random(f"{SEED} {story.job.name} moments")
    for _ in range(points_wanted(1, 0.2)):
        order = story.order(seconds=dice.uniform(0, story.seconds), children=True)
        print(order.text(), flush=True)
        story.again()
        server.run(order)
        _goes_on(story, server)


def _goes_on(story: Story, server: Victims) -> None:
    before = originals(story.template / "photos")
    with program_of(story.job):
        start = _found(story)
        assert server.run(story.order(start=start)) == 0
        assert read_state(story.place / "library") == story.states[-1]
        check_folder(story.place / "library")
    assert originals(story.place / "photos") == before


def _found(story: Story) -> int:
    """Looks at what a killed victim left; the step to go on with."""
    library, done = story.place / "library", len(story.said())
    if not story.job.whole:
        _nothing_seen_is_lost(story)
        return 0
    found = read_state(library)
    assert holder(library) is None
    check_folder(library)
    assert found in story.states[done : done + 2]
    for each in snapshots(library):
        assert snapshot_state(each.path) in story.states
    return done if found == story.states[done] else done + 1


def _nothing_seen_is_lost(story: Story) -> None:
    """Photos that were acknowledged are there as they should be; those that are there are whole."""
    if not (story.place / "library" / "library.db").exists():
        assert story.said() == []
        return
    found, wanted = (each["photos"] for each in (read_state(story.place / "library"), story.states[-1]))
    done = {name for name in found if found[name] == wanted[name]}
    assert set(story.said()) - {"grouped"} <= done
    assert all(found[name] == WAITING for name in found.keys() - done)
