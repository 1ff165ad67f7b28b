"""A share whose server is silent, for real, and whole processes: they say so, end, and leave nobody waiting."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from photoface.store.database import LibraryDatabase
from tests.faults.silent_share import silent_share
from tests.world import world

ROOT = Path(__file__).parents[2]

# What it knows of its folder was found before the share went silent.
_INDEX = """
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Event
from photoface.domain.events import Scanned
from photoface.services.places import folders
from photoface.services.photos.indexing import IndexingService
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from photoface.worker import asking
from tests.world import FakeAnalyzer

if __name__ == "__main__":
    asking.ANSWER_SECONDS = folders._PATIENCE = 0.5
    with LibraryDatabase.create_or_open(Path(sys.argv[1]), write=True) as db:
        library = Library(db, load_catalog())
        events = list(IndexingService(library, FakeAnalyzer).run([], Event()))
        print([each.silent for each in events if isinstance(each, Scanned)])
        print([view.standing.value for view in folders.overview(library)])
"""


def test_indexing_says_so_keeps_all_and_ends_while_the_share_is_silent(tmp_path: Path) -> None:
    with world(tmp_path) as w:
        w.add("a.jpg", "A")
        w.add("deep/b.jpg", "A B")
        w.index()
    victim = tmp_path / "victim.py"
    victim.write_text(_INDEX)
    with silent_share(tmp_path / "photos"):
        # Its output is a pipe: what is left behind does not hold it, or this would wait for ever.
        done = subprocess.run(
            [sys.executable, victim, tmp_path / "library"],
            capture_output=True,
            text=True,
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PATH": ""},
            check=False,
        )
        assert done.stdout.splitlines() == ["[True]", "['silent']"], done.stderr
        assert done.returncode == 0
    with LibraryDatabase.create_or_open(tmp_path / "library", write=False) as db:
        assert db.value("SELECT count(*) FROM present_file") == 2


def test_ctrl_c_does_not_wait_for_it(tmp_path: Path) -> None:
    with world(tmp_path) as w:
        w.add("a.jpg", "A")
        w.index()
    command = [sys.executable, "-m", "tests.faults.indexing_process", tmp_path / "library", "index"]
    env = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data"), "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with (
        silent_share(tmp_path / "photos"),
        subprocess.Popen(command, stdout=pipe, text=True, cwd=ROOT, env=env) as done,
    ):
        assert done.stdout is not None
        assert done.stdout.readline() == "Looking for photos ...\n"  # from now on it listens to Ctrl-C
        done.send_signal(signal.SIGINT)
        assert "Stopped" in done.stdout.read()  # to its end
        assert done.wait() == 130


def test_the_window_closes_while_the_share_is_silent(tmp_path: Path) -> None:
    with world(tmp_path) as w:
        w.add("a.jpg", "A")
        w.index()
    command = [sys.executable, "-m", "photoface", "--library", tmp_path / "library", "gui"]
    env = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data"), "QT_QPA_PLATFORM": "offscreen"}
    with silent_share(tmp_path / "photos"), subprocess.Popen(command, cwd=ROOT, env=env) as window:
        while not _asks(window.pid):  # about the share, and the window is there
            assert window.poll() is None
            time.sleep(0.05)
        window.send_signal(signal.SIGTERM)
        assert window.wait() == 0


def _asks(parent: int) -> bool:
    """Whether it has begun a process that asks drives (man 5 proc)."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            whose = stat.read_text().rpartition(") ")[2].split()[1]
            if int(whose) == parent and b"spawn_main" in (stat.parent / "cmdline").read_bytes():
                return True
    return False
