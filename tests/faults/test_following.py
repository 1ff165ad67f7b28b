"""Folders are followed by one process, and decisions are made by others meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from photoface.app import open_library
from photoface.services.deciding import correcting
from photoface.services.ledger import undoing
from photoface.services.library import Library
from photoface.store import lock
from tests.world import world

ROOT = Path(__file__).parents[2]


@contextmanager
def following(folder: Path) -> Iterator[subprocess.Popen[str]]:
    env = os.environ | {"XDG_DATA_HOME": str(folder / "data")}
    command = [sys.executable, "-m", "tests.faults.indexing_process", folder / "library", "index", "--watch", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=env) as process:
        try:
            yield process
        finally:
            process.kill()


def until(process: subprocess.Popen[str], event: str) -> dict[str, object]:
    """Waits for it, as long as it takes."""
    assert process.stdout is not None
    for line in process.stdout:
        told = json.loads(line)
        if told["event"] == event:
            return dict(told)
    raise AssertionError(f"it ended without telling {event}")


def name(library: Library, photo: str, person: str) -> None:
    (face,) = (each for each in library.faces.list() if each.path.endswith(photo.encode()))
    correcting.assign(library, [face.face_id], person)


def test_decisions_are_made_while_folders_are_followed(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 600.0)
    with world(tmp_path) as w:
        w.add("a.jpg", "A")
        w.index()
    (tmp_path / "more").mkdir()
    with following(tmp_path) as process:
        until(process, "following")
        with open_library(tmp_path / "library", write=True) as library:
            name(library, "a.jpg", "Anna")
            (tmp_path / "photos" / "b.jpg").write_text("B|b")  # it waits until the library is free
            library.photos.add_folder(bytes(tmp_path / "more"))
        until(process, "photoindexed")
        until(process, "finished")
        with open_library(tmp_path / "library", write=True) as library:
            name(library, "b.jpg", "Ben")
        assert until(process, "following")["folder"]
        (tmp_path / "more" / "c.jpg").write_text("C|c")
        assert str(until(process, "photoindexed")["photo"]).endswith("c.jpg")
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
    with open_library(tmp_path / "library", write=True) as library:
        assert [each.person for each in library.faces.list()].count(None) == 1
        undoing.undo(library)
        assert {each.person for each in library.faces.list()} == {"Anna", None}
