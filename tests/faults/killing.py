"""Runs jobs undisturbed, and to their death."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from photoface.services.groups import grouping
from photoface.store.database import LibraryDatabase
from tests.faults.jobs import JOBS, Job
from tests.faults.newer import newer_program
from tests.faults.states import State, state
from tests.faults.victims import PASSED, SAID, Order

PROJECT = Path(__file__).resolve().parents[2]
SEED = int(os.environ.get("PHOTOFACE_FAULT_SEED", "20261121"))
"""Of the points; another one gives others."""
FULL_RUN = "PHOTOFACE_FAULT_POINTS" in os.environ


def points_wanted(usual: int, share: float = 1.0) -> int:
    """How many points of each job: a few in the suite, this share of PHOTOFACE_FAULT_POINTS in the full run."""
    chosen = os.environ.get("PHOTOFACE_FAULT_POINTS")
    return usual if chosen is None else max(1, round(int(chosen) * share))


@dataclass(frozen=True)
class Story:
    """A job undisturbed, always in ``place``.

    states: before it and after each step; points: how many of each kind.
    """

    job: Job
    template: Path
    place: Path
    states: list[State]
    points: dict[str, int]
    seconds: float

    def again(self) -> None:
        """Everything as it was before the job."""
        shutil.rmtree(self.place)
        shutil.copytree(self.template, self.place)

    def order(self, **how: Any) -> Order:
        """The whole job, or the rest of it, for a victim."""
        return Order(self.job.name, str(self.place), **how)

    def said(self) -> list[str]:
        """What was acknowledged since."""
        said = self.place / SAID
        return said.read_text().splitlines() if said.exists() else []


class Victims:
    """The server of victims."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.victims"]
        pipe = subprocess.PIPE
        self._server = subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, text=True)

    def run(self, order: Order) -> int:
        """Runs a victim; its exit code, negative for a signal."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        print(order.text(), file=self._server.stdin, flush=True)
        answer: dict[str, Any] = json.loads(self._server.stdout.readline())
        return int(answer["status"])

    def close(self) -> None:
        self._server.communicate()


@contextmanager
def victims() -> Iterator[Victims]:
    """A server for as long as it is needed."""
    server = Victims()
    try:
        yield server
    finally:
        server.close()


def program_of(job: Job) -> AbstractContextManager[None]:
    """The program that opens the library after this job."""
    return newer_program() if job.name == "migrate" else nullcontext()


def told(name: str, folder: Path, server: Victims) -> Story:
    """Prepares a job, and does it undisturbed: once here for the states, once there for the points."""
    job, template, place = JOBS[name], folder / "template", folder / "place"
    template.mkdir(parents=True)
    job.prepare(template)
    template.rename(place)  # photos are known by their path, which has to be the same every time
    shutil.copytree(place, template)
    states = _states(job, place)
    story = Story(job, template, place, states, {}, 0)
    story.again()
    seconds = _timed(story.order(counted=True), server)
    points = json.loads((place / PASSED).read_text())
    if FULL_RUN:
        story.again()
        seconds = _timed(story.order(children=True), server)
    return replace(story, points=points, seconds=seconds)


def _timed(order: Order, server: Victims) -> float:
    started = time.monotonic()
    assert server.run(order) == 0
    return time.monotonic() - started


def _states(job: Job, place: Path) -> list[State]:
    """Before the job and after each of its steps; of a job without whole steps only the last."""
    found = [_look(place / "library")] if job.whole else []
    with patch.object(grouping, "in_child", lambda function, *args: function(*args)):
        for _ in job.run(place, 0):
            found.append(_look(place / "library"))
    return found if job.whole else found[-1:]


def _look(library: Path) -> State:
    with LibraryDatabase.create_or_open(library, write=False) as db:
        return state(db)
