"""The life of a library in use: photos come, move and go, somebody decides, others look and search."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np
from PIL import Image

from benchmarks.faults.monsters import portrait
from photoface import app
from photoface.domain.errors import PhotofaceError
from photoface.domain.events import PhotoIndexed, PhotoRefused
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming
from photoface.services.deciding.references import faces_by_id
from photoface.services.finding import search
from photoface.services.groups.grouping import apply_plan, group_new_faces, plan_regrouping
from photoface.services.library import Library
from photoface.services.showing import views

ROOT = Path(__file__).resolve().parents[2]
MOST_FILES = 120
NAMES = ("Anna", "Ben", "Chris", "Dora", "Emil")


class Folder:
    """Photos that change all the time: a re-encoded one is new to the program, a moved one is known."""

    def __init__(self, path: Path, sources: Sequence[Path], seed: int = 1) -> None:
        path.mkdir()
        self.path, self._sources, self._chance, self._number = path, sources, random.Random(seed), 0

    def change(self) -> None:
        """Three photos come, three move, and as many go as are too many; now and then rubbish comes along."""
        for _ in range(3):
            self._come()
        there = sorted(self.path.rglob("*.jpg"))
        for file in self._chance.sample(there, min(3, len(there))):
            below = self.path / f"folder {self._chance.randrange(5)}"
            below.mkdir(exist_ok=True)
            file.rename(below / file.name)
        there = sorted(self.path.rglob("*.jpg"))
        for file in self._chance.sample(there, max(len(there) - MOST_FILES, 0)):
            file.unlink()

    def _come(self) -> None:
        self._number += 1
        target = self.path / f"{self._number:06}.jpg"
        if self._chance.random() < 0.1:
            target.write_bytes(self._chance.randbytes(5000))
            return
        image = Image.open(self._chance.choice(self._sources)).convert("RGB")
        image.thumbnail((600, 600))
        image.save(target, quality=self._chance.randrange(60, 95))


class Life:
    """All of it in threads. ``with`` starts and ends it; broken: what went wrong that must not."""

    def __init__(self, home: Path, photos: Path | None) -> None:
        self.folder = home / "library"
        self.broken: list[str] = []
        self.counts: Counter[str] = Counter()
        self.latencies: dict[str, list[float]] = defaultdict(list)
        self.searcher_pid = 0
        self._photos = Folder(home / "photos", _sources(home, photos))
        self._end = threading.Event()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Life:
        self._opened = app.open_library(self.folder, write=True)
        self._library = self._opened.__enter__()
        app.models_ready(self._library)
        self._index()
        jobs: dict[str, Callable[[], None]] = {
            "indexing": self._indexing,
            "deciding": self._deciding,
            "looking 1": self._looking,
            "looking 2": self._looking,
            "searching": self._searching,
            "other processes": self._others,
        }
        self._threads = [threading.Thread(target=self._guarded, args=(job,), name=name) for name, job in jobs.items()]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()
        self._opened.__exit__(None, None, None)

    def _guarded(self, job: Callable[[], None]) -> None:
        try:
            job()
        except Exception:
            self.broken.append(f"{threading.current_thread().name}: {traceback.format_exc()}")

    def _indexing(self) -> None:
        while not self._end.wait(2.0):
            self._index()

    def _index(self) -> None:
        self._photos.change()
        for event in app.indexing(self._library).run([bytes(self._photos.path)], self._end):
            self.counts["photos read"] += isinstance(event, PhotoIndexed) and not event.known
            self.counts["photos found again"] += isinstance(event, PhotoIndexed) and event.known
            self.counts["files refused"] += isinstance(event, PhotoRefused)
        group_new_faces(self._library)
        self.counts["runs of the indexing"] += 1

    def _deciding(self) -> None:
        person = Person(self._library)
        while not self._end.wait(0.3):
            began = time.monotonic()
            name = person.decide()
            self.counts[name] += 1
            self.latencies["re-clustering" if name.startswith("recluster") else "decision"].append(
                time.monotonic() - began
            )

    def _looking(self) -> None:
        with app.open_library(self.folder, write=False) as library:
            while not self._end.wait(0.1):
                began = time.monotonic()
                look(library)
                self.latencies["look at everything"].append(time.monotonic() - began)
                self.counts["looks"] += 1

    def _searching(self) -> None:
        probe = bytes(next(iter(self._photos._sources)))
        with app.open_library(self.folder, write=False) as library, app.looking_at(library) as looked:
            while not self._end.wait(3.0):
                began = time.monotonic()
                search.search(library, looked(probe), 20)
                self.latencies["search"].append(time.monotonic() - began)
                self.searcher_pid = self.searcher_pid or _largest_child()
                self.counts["searches"] += 1

    def _others(self) -> None:
        commands = (["people"], ["status", "--json"], ["faces", "--json"], ["find", "count >= 1"])
        while not self._end.wait(8.0):
            arguments = commands[self.counts["commands of other processes"] % len(commands)]
            call = [sys.executable, "-m", "photoface", "--library", str(self.folder), *arguments]
            done = subprocess.run(call, cwd=ROOT, capture_output=True, check=False)
            self.counts["commands of other processes"] += 1
            if done.returncode:
                self.broken.append(f"{arguments}: {done.returncode} {done.stderr.decode()}")


class Person:
    """Somebody who names, corrects, and changes their mind."""

    def __init__(self, library: Library, seed: int = 2) -> None:
        self._library, self._chance = library, random.Random(seed)

    def decide(self) -> str:
        """One thing; its name, with a question mark where it was refused."""
        name, act = self._chance.choice(self._acts())
        try:
            act()
        except PhotofaceError:
            return f"{name}?"
        return name

    def _acts(self) -> list[tuple[str, Callable[[], object]]]:
        library, chance = self._library, self._chance
        faces = library.faces.list()
        some = tuple(face.face_id for face in chance.sample(faces, min(2, len(faces))))
        group = next((face.cluster_id for face in faces if face.face_id in some and face.cluster_id), 1)
        one, other = chance.sample(NAMES, 2)
        acts: list[tuple[str, Callable[[], object]]] = [
            ("name", lambda: naming.name_group(library, group, one)),
            ("confirm", lambda: correcting.confirm(library, some)),
            ("reject", lambda: correcting.reject(library, some, one)),
            ("assign", lambda: correcting.assign(library, some[:1], one)),
            ("split", lambda: correcting.split(library, some)),
            (
                "set aside",
                lambda: correcting.set_aside(library, faces_by_id(some[:1], library.faces), FaceState.IGNORED),
            ),
            ("merge", lambda: naming.merge(library, one, other)),
            ("undo", library.journal.undo),
            ("undo", library.journal.undo),
            ("undo", library.journal.undo),
            ("redo", library.journal.redo),
        ]
        if chance.random() < 0.02:
            return [
                ("recluster", lambda: apply_plan(library, plan_regrouping(library, wrong=chance.choice((0.005, 0.02)))))
            ]
        return acts


def look(library: Library) -> None:
    """What a window shows: people, groups, photos, faces with their pictures, history, numbers."""
    views.everybody(library, hidden=True)
    library.groups.unnamed()
    faces = library.faces.list()
    library.thumbs.faces([face.face_id for face in faces[:200]])
    library.photos.list()
    library.photos.counts()
    library.journal.history(20)


def percentile(seconds: Sequence[float], share: float) -> float:
    """In seconds; 0 without any."""
    return float(np.percentile(seconds, share)) if seconds else 0.0


def _largest_child() -> int:
    """The child of the search: it lives on, and no other one has its size for long."""
    import multiprocessing

    children = [child.pid for child in multiprocessing.active_children() if child.name == "analyzer" and child.pid]
    return min(children, default=0)


def _sources(home: Path, photos: Path | None) -> list[Path]:
    """Photos with faces to make others of."""
    if photos is not None:
        return sorted(path for path in photos.rglob("*") if path.suffix.lower() in (".jpg", ".png"))
    from skimage import data

    folder = home / "sources"
    folder.mkdir()
    for number, size in enumerate((512, 480, 440)):
        Image.fromarray(data.astronaut()).resize((size, size)).save(folder / f"{number}.png")
    portrait().save(folder / "nobody.png")
    return sorted(folder.iterdir())
