"""Commands of the real program on a disk that is full at some point: run in a namespace by test_disk_full.py.

python -m tests.faults.full_disk FOLDER JOB POINTS SEED     prints how many times it was full, and how many not
"""

from __future__ import annotations

import io
import json
import logging
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

import photoface.cli.indexing
import photoface.cli.models  # imported before anything is replaced, or it would keep what replaced it
from photoface import app
from photoface.cli.main import run_command
from photoface.services.groups import grouping
from photoface.services.photos import reading
from photoface.store.backup import snapshots
from photoface.store.database import LibraryDatabase
from tests.cli.conftest import FakeAnalyzerProcess, FakeModelStore
from tests.faults import jobs
from tests.faults.newer import newer_program
from tests.faults.small_disk import filled, mount
from tests.faults.states import State, check_folder, originals, read_state, snapshot_state, state
from tests.results import Result
from tests.world import PACK


@dataclass(frozen=True)
class Scene:
    """prepare: what is there before, in a folder; command: what is typed. decision: it is whole or absent."""

    prepare: Callable[[Path], None]
    command: tuple[str, ...]
    decision: bool = True
    newer: bool = False

    def program(self) -> AbstractContextManager[None]:
        return newer_program() if self.newer else nullcontext()


SCENES = {
    "index": Scene(jobs.photos, ("index", "photos", "--json"), decision=False),
    "group": Scene(jobs.ungrouped, ("index", "photos", "--json"), decision=False),
    "name": Scene(jobs.indexed, ("name", "1", "Ann")),
    "confirm": Scene(jobs.decided, ("confirm", "--person", "Ann")),
    "merge": Scene(jobs.decided, ("merge", "Cid", "INTO", "Ben", "--anyway")),
    "recluster": Scene(jobs.ungrouped_named, ("recluster", "--algorithm", "dbscan", "--wrong", "0.1")),
    "undo": Scene(jobs.decided, ("undo",)),
    "restore": Scene(jobs.with_snapshot, ("restore", "latest")),
    "migrate": Scene(jobs.decided, ("name", "4", "Eve"), newer=True),
}


def program(*arguments: str) -> Result:
    """Runs a command in this process; pictures are read by the fake analyzer."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run_command(arguments)
    out.flush()
    for handler in logging.getLogger("photoface").handlers[:]:
        logging.getLogger("photoface").removeHandler(handler)
        handler.close()
    return Result(code, out.buffer.getvalue().decode(), err.getvalue())  # type: ignore[attr-defined]


class Stage:
    """One scene on the small disk, played again and again with less and more room."""

    def __init__(self, folder: Path, name: str) -> None:
        self.scene, self.disk, self.template = SCENES[name], folder / "disk", folder / "template"
        self.place = self.disk / "place"
        self.place.mkdir()
        self.scene.prepare(self.place)
        shutil.copytree(self.place, self.template)
        self.before = self._look()
        os.environ |= {"PHOTOFACE_LIBRARY": str(self.place / "library"), "XDG_DATA_HOME": str(self.disk / "data")}
        self.typed = tuple(str(self.place / word) if word == "photos" else word for word in self.scene.command)
        self.after = self._undisturbed()

    def _look(self) -> State | None:
        library = self.place / "library"
        if not (library / "library.db").exists():
            return None
        with LibraryDatabase.create_or_open(library, write=False) as db:
            return state(db)

    def again(self) -> None:
        """As it was before, but the photos, which stay as they are: their times are compared."""
        shutil.rmtree(self.place / "library", ignore_errors=True)
        if (self.template / "library").exists():
            shutil.copytree(self.template / "library", self.place / "library")

    def _undisturbed(self) -> State:
        with self.scene.program():
            done = program(*self.typed)
            assert done.code == 0, done.err
            return read_state(self.place / "library")

    def need(self) -> int:
        """About the fewest free pages with which the command goes through."""
        low, high = 1, 512
        while high - low > high // 4:
            middle = (low + high) // 2
            self.again()
            with self.scene.program(), filled(self.disk, middle):
                enough = program(*self.typed).code == 0
            low, high = (low, middle) if enough else (middle, high)
        return high

    def play(self, pages: int) -> bool:
        """With so many pages free: True if that was too little, and all is as it should be."""
        self.again()
        photos = originals(self.place / "photos")
        with self.scene.program():
            with filled(self.disk, pages):
                result = program(*self.typed)
                self._look_about()
            assert result.code in {0, 1}, result.err
            self._kept(result)
            assert self._again_with_room(result) == self.after
            check_folder(self.place / "library")
        assert originals(self.place / "photos") == photos
        return result.code == 1

    def by_itself(self) -> None:
        """The program in a process of its own says the same."""
        self.again()
        with filled(self.disk, 2):
            command = [sys.executable, "-m", "photoface", *self.typed]
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (ended.returncode, ended.stdout) == (1, ""), ended
        _clear(ended.stderr)
        assert read_state(self.place / "library") == self.before

    def _look_about(self) -> None:
        """Looking works on a full disk, or says why not."""
        for command in ("people", "status", "doctor"):
            seen = program(command)
            assert seen.code in {0, 1, 3, 5}, seen.err
            assert "bug" not in seen.err
            assert "Traceback" not in seen.out + seen.err

    def _kept(self, result: Result) -> None:
        if result.code == 1:
            _clear(result.err)
        library = self.place / "library"
        if self.scene.decision:
            assert read_state(library) == (self.after if result.code == 0 else self.before)
        elif (library / "library.db").exists() and snapshot_like(library):
            _nothing_seen_is_lost(result, read_state(library), self.after)
        for each in snapshots(library):
            snapshot_state(each.path)

    def _again_with_room(self, result: Result) -> State:
        if result.code == 1:
            again = program(*self.typed)
            assert again.code == 0, again.err
        return read_state(self.place / "library")


def snapshot_like(library: Path) -> bool:
    """Whether there is anything in the database: a full disk may leave an empty file."""
    return (library / "library.db").stat().st_size > 0


def _clear(told: str) -> None:
    """One line that says what happened, to what, what was kept, and what to do."""
    [line] = told.splitlines()
    assert line.startswith("photoface: No space is left for the library "), line
    assert line.endswith("What was saved before is safe; free some space and try again."), line


def _nothing_seen_is_lost(result: Result, found: State, wanted: State) -> None:
    rows = [row for row in result.rows if row["event"] in {"photoindexed", "photorefused"}]
    names = {Path(row["photo"]).name for row in rows}
    assert all(found["photos"][name] == wanted["photos"][name] for name in names)


def _replace() -> None:
    """What tests/cli/conftest.py replaces, until the end of this process."""
    store, change = FakeModelStore(PACK), pytest.MonkeyPatch()
    change.setattr(app, "model_store", lambda: store)
    change.setattr(photoface.cli.indexing, "model_store", lambda: store)
    change.setattr("photoface.worker.analyzer_process.AnalyzerProcess", FakeAnalyzerProcess)
    change.setattr(grouping, "in_child", lambda function, *args: function(*args))
    change.setattr(reading, "BATCH_PHOTOS", 4)


def main(folder: Path, name: str, points: int, seed: str) -> None:
    """Plays a scene at random levels below its need, until it was full so many times."""
    (folder / "disk").mkdir()
    mount(folder / "disk")
    (folder / "disk" / "data" / "photoface").mkdir(parents=True)
    (folder / "disk" / "data" / "photoface" / "photoface.log").write_text("log\n")
    _replace()
    stage, dice = Stage(folder, name), random.Random(f"{seed} {name}")
    need, full, tried = stage.need(), 0, 0
    while full < points:
        tried += 1
        assert tried < 4 * points
        pages = dice.randrange(need)
        print(f"{name}: {pages} of {need} pages free, seed {seed}", file=sys.stderr, flush=True)
        full += stage.play(pages)
    if name == "name":
        stage.by_itself()
    print(json.dumps({"need": need, "full": full, "tried": tried}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4])
