"""Writes names into or beside one photo, and dies or finds no room at a chosen point.

python -m tests.faults.name_victim PHOTO TARGET kill NUMBER     killed at the NUMBERth step that touches the folder
python -m tests.faults.name_victim PHOTO TARGET room BYTES      no file may grow larger than BYTES
python -m tests.faults.name_victim PHOTO TARGET disk PAGES      with 0, 1, ... and fewer than PAGES pages free on a disk

Prints how many steps there were, or why it was refused; of each disk, an object.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.geometry import Box
from photoface.domain.writing import Commit, Compose, Composed, NamedBox, Target, Wanted
from photoface.worker.name_writing import NameWriter, name_writer
from tests.faults import small_disk

WANTED = Wanted((NamedBox("Ñandú 李小龍", Box(0.1, 0.2, 0.3, 0.4)),), keywords=True, record="{}")
"""What every victim wants to write."""


class _Steps:
    """Counts what happens to files of a folder, and ends the process at a chosen one."""

    def __init__(self, folder: str, deadly: int) -> None:
        self.count = 0
        self._folder = folder
        self._deadly = deadly
        self.armed = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.armed and event.partition(".")[0] in ("open", "os", "shutil", "subprocess") and self._mine(arguments):
            self.count += 1
            if self.count == self._deadly:
                os.kill(os.getpid(), signal.SIGKILL)

    def _mine(self, arguments: tuple[object, ...]) -> bool:
        return any(isinstance(each, (str, bytes)) and self._folder in os.fsdecode(each) for each in arguments)


def _kill(writer: NameWriter, plan: Composed, target: Target, number: int) -> None:
    steps = _Steps(os.path.dirname(os.fsdecode(plan.path)), number)
    sys.addaudithook(steps)
    steps.armed = True
    writer.carry_out(plan.path, Commit(target, plan.target_path, plan.before, plan.after))
    steps.armed = False
    print(steps.count)


def _room(writer: NameWriter, plan: Composed, target: Target, most: int) -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        writer.carry_out(plan.path, Commit(target, plan.target_path, plan.before, plan.after))
        print("written")
    except PhotoUnreadable as error:
        print(error.kind, error.reason)


def _disk(writer: NameWriter, plan: Composed, target: Target, most: int) -> None:
    """A real disk in the place of the folder, for this process (see small_disk: it has to be allowed to mount)."""
    folder = Path(os.fsdecode(plan.path)).parent
    before = _files(folder)
    small_disk.mount(folder)
    for pages in range(most):
        for name in _files(folder):
            (folder / name).unlink()
        for name, content in before.items():
            (folder / name).write_bytes(content)
        told = "written"
        with small_disk.filled(folder, pages):
            try:
                writer.carry_out(plan.path, Commit(target, plan.target_path, plan.before, plan.after))
            except PhotoUnreadable as error:
                told = error.kind
        print(json.dumps({"pages": pages, "told": told, "as_before": _files(folder) == before}))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


HOW: dict[str, Callable[[NameWriter, Composed, Target, int], None]] = {"kill": _kill, "room": _room, "disk": _disk}


def main() -> None:
    photo, target, how, number = sys.argv[1:]
    writer = name_writer(shutil.which("exiftool"))
    where: Target = "file" if target == "file" else "sidecar"
    plan = writer.carry_out(os.fsencode(photo), Compose(WANTED, where))
    assert isinstance(plan, Composed)
    HOW[how](writer, plan, where, int(number))


if __name__ == "__main__":
    main()
