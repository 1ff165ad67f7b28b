"""Folders that are paused: not looked at, whatever happens in them, and nothing of them is lost."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest

from photoface.domain.errors import BadRequest, NotFound
from photoface.services.deciding import naming
from photoface.services.photos.indexing import IndexingService
from photoface.services.photos.reach import Changed
from photoface.services.places import folders, pausing
from photoface.services.places.pausing import Watched
from photoface.services.watching.places import places
from tests.world import FakeAnalyzer, World, world


@pytest.fixture
def two(tmp_path):
    """Photos in photos/ and in photos/trip, each indexed by itself, the second inside the first; A is Anna."""
    with world(tmp_path) as w:
        for number in range(3):
            w.add(f"a{number}.jpg", "A")
            w.add(f"trip/t{number}.jpg", "A")
        look(w, [w.photos / "trip"])
        w.index()
        naming.name_group(w.library, w.group_of("a0.jpg"), "Anna")
        yield w


def service(w: World) -> IndexingService:
    return IndexingService(w.library, FakeAnalyzer)


def look(w: World, given: Sequence[Path] = (), *, retry: bool = False) -> None:
    list(service(w).run([bytes(each) for each in given], Event(), retry=retry))


def follow(w: World, changed: Changed) -> None:
    list(service(w).follow(changed, Event()))


def names(w: World) -> list[str]:
    return sorted(w.who())


ALL = ["a0.jpg", "a1.jpg", "a2.jpg", "t0.jpg", "t1.jpg", "t2.jpg"]


def test_nothing_in_a_paused_folder_is_looked_at_until_it_is_resumed(two: World) -> None:
    trip = bytes(two.photos / "trip")
    pausing.pause(two.library, trip)
    two.add("trip/new.jpg", "A")
    two.add("more.jpg", "A")
    look(two)
    look(two, retry=True)
    follow(two, Changed(folders=(trip, trip + b"/below"), through=(trip, bytes(two.photos))))
    assert names(two) == sorted([*ALL, "more.jpg"])
    pausing.resume(two.library, trip)
    look(two)
    assert names(two) == sorted([*ALL, "more.jpg", "new.jpg"])


def test_its_photos_and_names_stay_even_when_its_files_go(two: World) -> None:
    trip = two.photos / "trip"
    pausing.pause(two.library, bytes(trip))
    shutil.rmtree(trip)
    look(two)
    assert two.who() == {name: ["Anna"] for name in ALL}
    pausing.resume(two.library, bytes(trip))
    look(two, [two.photos])
    assert names(two) == ["a0.jpg", "a1.jpg", "a2.jpg"]


def test_a_folder_inside_a_paused_one_goes_on(two: World) -> None:
    pausing.pause(two.library, bytes(two.photos))
    two.add("trip/new.jpg", "A")
    two.add("more.jpg", "A")
    assert places(two.library)[0] == (bytes(two.photos / "trip"),)
    look(two)
    assert names(two) == sorted([*ALL, "new.jpg"])


def test_where_all_is_paused_a_look_finds_nothing_and_is_no_error(two: World) -> None:
    for folder in (two.photos, two.photos / "trip"):
        pausing.pause(two.library, bytes(folder))
    two.add("more.jpg", "A")
    look(two)
    assert names(two) == ALL
    with pytest.raises(BadRequest, match="is paused; nothing was read"):
        look(two, [two.photos])


def test_it_is_a_step_of_the_history_and_leaves_with_its_folder(two: World) -> None:
    trip = bytes(two.photos / "trip")

    def paused() -> list[bytes]:
        return [each.path for each in folders.overview(two.library) if each.paused]

    assert pausing.pause(two.library, trip).operation_id is not None
    assert pausing.pause(two.library, trip).operation_id is None
    assert paused() == [trip]
    two.library.journal.undo()
    assert paused() == []
    assert pausing.resume(two.library, trip).operation_id is None
    two.library.journal.redo()
    folders.remove(two.library, trip)
    look(two, [two.photos / "trip"])
    assert paused() == []
    with pytest.raises(NotFound):
        pausing.pause(two.library, b"/nowhere")


@pytest.mark.parametrize(
    ("paused", "roots"),
    [
        ([], [b"/a", b"/z"]),
        ([b"/a/b"], [b"/a", b"/a/b/c", b"/z"]),
        ([b"/a"], [b"/a/b", b"/z"]),
        ([b"/a", b"/a/b/c"], [b"/a/b", b"/z"]),
        ([b"/a", b"/a/b", b"/a/b/c", b"/z"], []),
    ],
)
def test_looks_begin_at_folders_that_no_other_look_comes_through(paused: list[bytes], roots: list[bytes]) -> None:
    assert Watched((b"/a", b"/a/b", b"/a/b/c", b"/z"), frozenset(paused)).roots() == roots
