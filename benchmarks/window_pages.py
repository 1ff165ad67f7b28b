"""From asking for a page to its being painted, on a library with 5,000 people and their groups.

    python -m benchmarks.window_pages FOLDER

"rows": the first painting with rows in it, nothing being known before; "pictures": all tiles in sight have theirs;
"all": the last row is there, on People the groups too. CPU: of the GUI thread until the rows, and of the whole process
until all is there, in which reading threads work at once. The least of some rounds. FOLDER: see window_start.py.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.window_tools import Opened, Paints, grid, opened
from photoface.gui.core.places import Place
from photoface.gui.models.roles import Role
from photoface.gui.pages.people.page import PeoplePage
from photoface.gui.widgets.tile_view import TileView

PEOPLE_LIMIT_MS = 300
PAGES = ("people", "photos", "albums")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, help="write the figures of all rounds there too")
    options = parser.parse_args()
    figures: dict[str, list[dict[str, float]]] = {}
    with opened(options.folder) as it:
        print(f"{QApplication.platformName()}, load {os.getloadavg()[0]:.1f}")
        print(f"{f'ms, least of {options.rounds}':20} {'rows':>8} {'pictures':>9} {'all':>8} {'CPU GUI':>8} {'CPU':>8}")
        for name in PAGES:
            figures[name] = [asked(it, name) for _ in range(options.rounds)]
            best = {key: min(each[key] for each in figures[name]) for key in figures[name][0]}
            missed = "  MISSED" if name == "people" and best["rows"] > PEOPLE_LIMIT_MS else ""
            print(
                "{:20} {rows:8.0f} {pictures:9.0f} {all:8.0f} {gui:8.0f} {cpu:8.0f}{}".format(name, missed, **best),
                flush=True,
            )
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def asked(it: Opened, name: str) -> dict[str, float]:
    """Milliseconds of one round: nothing is known beforehand, neither rows nor pictures."""
    page = it.window.pages[name]
    it.desk.places.go(Place("history"))
    it.run_for(0.3)
    view = page.view  # type: ignore[attr-defined]
    view.model().show([])
    if isinstance(page, PeoplePage):
        page.crowd = None
    it.desk.images.forget()
    page.invalidate()
    paints, began = Paints(view.viewport()), (time.perf_counter(), time.thread_time(), time.process_time())
    it.desk.places.go(Place(name))
    it.until(lambda: grid(page) is not None)
    before = paints.count
    it.until(lambda: paints.count > before)
    rows = _since(began)
    it.until(lambda: _complete(it, view))
    it.application.processEvents()
    pictures = _since(began)[0]
    it.until(lambda: it.desk.session.resting)
    last = _since(began)
    return {"rows": rows[0], "pictures": pictures, "all": last[0], "gui": rows[1], "cpu": last[2]}


def _since(began: tuple[float, float, float]) -> tuple[float, ...]:
    now = time.perf_counter(), time.thread_time(), time.process_time()
    return tuple(1000 * (one - other) for one, other in zip(now, began, strict=True))


def _complete(it: Opened, view: TileView) -> bool:
    keys = [view.model().index(row, 0).data(Role.PICTURE) for row in view.visible_rows()]
    return all(keys) and all(it.desk.images.get(key) is not None for key in keys)


if __name__ == "__main__":
    main()
