"""A share whose server is silent, for real, and whole processes: they say so, end, and leave nobody waiting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from photoface.store.database import LibraryDatabase
from tests.faults.silent_share import silent_share
from tests.world import world

# What it knows of its folder was found before the share went silent.
_INDEX = """
import sys
from pathlib import Path
from threading import Event
from photoface.domain.events import Scanned
from photoface.services import folders
from photoface.services.indexing import IndexingService
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
            cwd=Path(__file__).parents[2],
            env={"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": ""},
            check=False,
            timeout=120,
        )
        assert done.stdout.splitlines() == ["[True]", "['silent']"], done.stderr
        assert done.returncode == 0
    with LibraryDatabase.create_or_open(tmp_path / "library", write=False) as db:
        assert db.value("SELECT count(*) FROM present_file") == 2
