"""One library for indexing, deciding and looking at the same time, each in a thread, as a window has them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.faults.traffic import Person, look
from benchmarks.long_run import Moment, faults
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from tests.faults.states import check
from tests.world import World, world

ROUNDS = 4


def indexing(w: World, done: threading.Event) -> int:
    """Photos come, move and go; how many there are in the end."""
    try:
        for number in range(ROUNDS):
            for shot in range(8):
                w.add(f"{number} {shot}.jpg", "A B C"[: 1 + 2 * (shot % 3)])
            moved = w.photos / f"{number} 0.jpg"
            moved.rename(w.photos / f"moved {number}.jpg")
            (w.photos / f"{number} 1.jpg").unlink()
            w.index()
    finally:
        done.set()
    return len(list(w.photos.iterdir()))


def until(done: threading.Event, work: Callable[[], object]) -> int:
    """How often it could be done before the indexing was over."""
    times = 0
    while not done.is_set():
        work()
        times += 1
    return times


def looking(folder: Path, done: threading.Event) -> int:
    with LibraryDatabase.create_or_open(folder, write=False) as db:
        library = Library(db, load_catalog())
        return until(done, lambda: look(library))


def test_indexing_deciding_and_looking_disturb_nobody(tmp_path: Path) -> None:
    with world(tmp_path) as w:
        w.add("first.jpg", "A B")
        w.index()
        done, person = threading.Event(), Person(w.library)
        with ThreadPoolExecutor(4) as pool:
            indexed = pool.submit(indexing, w, done)
            decided = pool.submit(until, done, person.decide)
            looked = [pool.submit(looking, w.library.folder, done) for _ in range(2)]
        assert w.library.photos.counts().photos == indexed.result()
        assert decided.result() > 0
        assert all(each.result() > 0 for each in looked)
        check(w.library.db)


def moments(**growth: float) -> list[Moment]:
    """Forty moments, three seconds apart; what is named grows by so much from each to the next."""
    usual = dict.fromkeys(Moment.__slots__, 100.0)
    return [
        Moment(**{**usual, **{name: 100.0 + at * step for name, step in growth.items()}, "at": 3.0 * at})
        for at in range(40)
    ]


def test_what_grows_is_found() -> None:
    assert faults(moments()) == []
    assert faults(moments(rows=5.0, stored=500.0)) == []
    assert faults(moments(memory=1.0, stored=1.0)) == []  # caches
    for name, step in (("memory", 1.0), ("handles", 0.5), ("threads", 0.2), ("log", 300_000.0), ("temporary", 0.2)):
        (found,) = faults(moments(**{name: step}))
        assert found.startswith(f"{name} grew")
