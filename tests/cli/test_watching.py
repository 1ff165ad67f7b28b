"""What `index --watch` prints: how folders are followed, and a line for what came or went."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from photoface.cli import watching
from photoface.services.library import Library
from photoface.services.photos.indexing import IndexingService
from photoface.services.photos.reach import Changed
from photoface.services.watching.following import Ways
from photoface.services.watching.live import Way
from tests.world import FakeAnalyzer, World, world


@pytest.fixture
def w(tmp_path: Path, monkeypatch) -> Iterator[World]:
    """A is in a photo; then B comes, and A's file goes: told at once."""
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", lambda function, *args: function(*args))
    with world(tmp_path) as made:
        made.add("a.jpg", "A")
        made.index()

        def indexing(library: Library) -> IndexingService:
            return IndexingService(library, FakeAnalyzer)

        def follow(roots, cancel, drives) -> Iterator[object]:
            assert list(roots) == [bytes(made.photos)]
            yield Ways({roots[0]: Way.LIVE})
            yield Changed((roots[0],))  # nothing new in it
            made.add("b.jpg", "A B")
            (made.photos / "a.jpg").unlink()
            yield Changed((roots[0],))
            made.photos.rename(made.photos.with_name("away"))
            yield Changed(through=(roots[0],))
            cancel.set()

        @contextmanager
        def open_library(folder, *, write, program="photoface") -> Iterator[Library]:
            assert folder == made.library.folder
            yield made.library

        monkeypatch.setattr(watching, "open_library", open_library)
        monkeypatch.setattr(watching, "indexing", indexing)
        monkeypatch.setattr(watching, "follow", follow)
        yield made


def test_a_line_for_what_came_or_went(w: World, capsys) -> None:
    watching.watch(w.library.folder, Event(), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert lines[1:] == [
        f"{w.photos}: changes are seen at once",
        lines[2],
        f"{w.photos} is not there now; its photos and names are kept.",
    ]
    assert lines[2].startswith("1 new photo with 2 faces")
    assert lines[2].endswith("1 file gone")


def test_an_object_for_each_event(w: World, capsys) -> None:
    watching.watch(w.library.folder, Event(), as_json=True)
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == {"event": "following", "folder": str(w.photos), "way": "live"}
    assert [row["event"] for row in rows].count("photoindexed") == 1
    assert rows[-1]["event"] == "finished"
