"""How long the event loop of the window is blocked: while it indexes, and while a large library changes under it.

    python -m benchmarks.window_indexing --photos ../shared/photos/groups
    python -m benchmarks.window_indexing --changes FOLDER

The first is a new library: real models, photos read, groups made, and somebody who goes from page to page meanwhile.
The second tells every page of a large library once a second that faces and photos have changed, as indexing does every
three. A tick of a timer is late by "wall"; "ours" is without the time in which the system gave the processor to others
(benchmarks/window_pulse.py); "cpu" is the most that the GUI thread computed between two ticks.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from benchmarks.window_pulse import HEAD, Blocks, Pulse
from benchmarks.window_tools import children, memory, opened
from photoface.gui.core.changes import Change, Touched
from photoface.gui.core.places import Place
from photoface.services.showing.people_view import crowd

PAGES = ("people", "photos", "review", "albums", "folders", "history", "search")
STAY_SECONDS = 2.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=Path, help="a folder to index")
    parser.add_argument("--changes", type=Path, metavar="FOLDER", help="a large library")
    parser.add_argument("--seconds", type=float, default=8.0, help="on each page of the large library")
    parser.add_argument("--where", action="store_true", help="say what ran in the longest blocks")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    options = parser.parse_args()
    found: dict[str, Blocks] = {}
    if options.photos:
        found |= dict(indexed(options.photos, options.where))
    if options.changes:
        found |= dict(changed(options.changes, options.seconds, options.where))
    print(f"{QApplication.platformName()}, load {os.getloadavg()[0]:.1f}\n{HEAD}")
    for title, blocks in found.items():
        print(blocks.line(title))
        for late in sorted(blocks.late, key=lambda one: -one.ours)[: 3 if options.where else 0]:
            print(f"    {late.ours:.0f} ms, cpu {late.cpu:.0f}:")
            for line in late.where:
                print("       ", line)
    if options.json:
        options.json.write_text(json.dumps({t: asdict(b) for t, b in found.items()}, indent=1), encoding="utf-8")


def indexed(photos: Path, where: bool) -> Iterator[tuple[str, Blocks]]:
    """Index a folder into a new library, from the first look to the groups."""
    with TemporaryDirectory() as folder, opened(Path(folder) / "library", empty=True) as it:
        ended: list[object] = []
        it.desk.indexer.finished.connect(ended.append)
        pulse = Pulse(where=where)
        with pulse as blocks:
            it.window.index_wanted.emit([os.fsencode(photos.absolute())])
            while not ended:
                for name in PAGES:
                    it.desk.places.go(Place(name))
                    it.run_for(STAY_SECONDS)
            it.run_for(STAY_SECONDS)
        below = sum(memory(each)["VmRSS"] for each in children())
        yield (
            f"indexing {it.desk.indexer.progress.done} photos; memory {memory()['VmHWM']:.0f}, children {below:.0f} MB",
            blocks,
        )


def changed(folder: Path, seconds: float, where: bool) -> Iterator[tuple[str, Blocks]]:
    """Each page of a large library while changes are told."""
    with opened(folder) as it:
        largest = it.read(lambda library: max(crowd(library).everybody.people, key=lambda one: one.photos))
        for place in (*map(Place, PAGES), Place("person", ("person", largest.person_id))):
            it.desk.places.go(place)
            it.run_for(STAY_SECONDS)
            pulse = Pulse(where=where)
            with pulse as blocks:
                for _ in range(round(seconds)):
                    it.desk.session.changed.emit(Change(Touched.FACES | Touched.PHOTOS | Touched.FOLDERS))
                    it.run_for(1.0)
            yield f"changes under {place.page}", blocks


if __name__ == "__main__":
    main()
