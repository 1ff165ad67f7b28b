"""Scrolling through People, Photos and a person's faces with the wheel and by dragging the bar: how long a frame takes.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.window_scrolling FOLDER
    xvfb-run python -m benchmarks.window_scrolling FOLDER

A frame is one turn of the wheel, or one jump of the bar, and the painting that follows; pictures come in meanwhile as
they do for a user. Then the memory of the process, and of its children beside it. FOLDER: see window_start.py.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.window_pulse import HEAD, Blocks, Pulse
from benchmarks.window_tools import Opened, Paints, children, memory, opened, wheel
from photoface.gui.core.places import Place
from photoface.gui.widgets.tile_view import TileView
from photoface.services.showing.people_view import crowd

FRAME_LIMIT_MS, MEMORY_LIMIT_MB = 50, 600
FRAME_SECONDS = 1 / 60


@dataclass(frozen=True, slots=True)
class Frames:
    """CPU milliseconds of the GUI thread for each frame: the middle one, the longest, how many were over the limit."""

    title: str
    count: int
    middle: float
    longest: float
    over: int

    def __str__(self) -> str:
        missed = "  MISSED" if self.over else ""
        return f"{self.title:44} {self.count:7} {self.middle:8.1f} {self.longest:8.1f} {self.over:6}{missed}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--frames", type=int, default=400, help="of each way to scroll")
    parser.add_argument("--where", action="store_true", help="say what ran in the longest blocks")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    options = parser.parse_args()
    found: list[Frames] = []
    late: dict[str, Blocks] = {}
    with opened(options.folder) as it:
        print(f"{QApplication.platformName()}, load {os.getloadavg()[0]:.1f}")
        print(f"{'CPU ms of the GUI thread for a frame':44} {'frames':>7} {'middle':>8} {'longest':>8} {'> 50':>6}")
        for place, title in places(it):
            view = it.go(place)
            for way, steps in (("wheel", wheels), ("bar", jumps)):
                pulse = Pulse(where=options.where)
                with pulse as blocks:
                    found.append(scrolled(it, view, f"{title}, {way}", steps(view, options.frames)))
                late[f"{title}, {way}"] = blocks
                print(found[-1], flush=True)
        used, below = memory(), [memory(each)["VmRSS"] for each in children()]
    print(f"\nthe event loop meanwhile\n{HEAD}")
    for title, blocks in late.items():
        print(blocks.line(title))
        for line in blocks.longest().where:
            print("      ", line)
    missed = "  MISSED" if used["VmHWM"] > MEMORY_LIMIT_MB else ""
    print(f"\nmemory: {used['VmRSS']:.0f} MB, at most {used['VmHWM']:.0f} MB{missed}; children {sum(below):.0f} MB")
    if options.json:
        figures = {"frames": [asdict(each) for each in found], "blocks": {t: asdict(b) for t, b in late.items()}}
        options.json.write_text(json.dumps({**figures, "memory": used, "children": below}, indent=1), encoding="utf-8")


def places(it: Opened) -> Iterator[tuple[Place, str]]:
    """People, photos, and the faces of whoever has most."""
    found = it.read(lambda library: max(crowd(library).everybody.people, key=lambda one: one.photos))
    yield Place("people"), "People"
    yield Place("photos"), "Photos"
    yield Place("person", ("person", found.person_id)), f"{found.confirmed + found.named:,} faces of a person"


def wheels(view: TileView, count: int) -> Iterator[Callable[[], object]]:
    """Down from the top, and up again."""
    view.verticalScrollBar().setValue(0)
    for at in range(count):
        yield lambda at=at: QApplication.sendEvent(view.viewport(), wheel(view.viewport(), -1 if 2 * at < count else 1))  # type: ignore[misc]


def jumps(view: TileView, count: int) -> Iterator[Callable[[], object]]:
    """From the top to the end as fast as a hand drags the bar."""
    bar = view.verticalScrollBar()
    for at in range(count):
        yield lambda at=at: bar.setValue(bar.maximum() * (at + 1) // count)  # type: ignore[misc]


def scrolled(it: Opened, view: TileView, title: str, steps: Iterator[Callable[[], object]]) -> Frames:
    """Each step, and what is painted for it, at no more than sixty a second."""
    paints, taken = Paints(view.viewport()), list[float]()
    for step in steps:
        began, cpu, before, at = time.monotonic(), time.thread_time(), paints.count, view.verticalOffset()
        step()
        if view.verticalOffset() != at:
            it.until(lambda before=before: paints.count > before)  # type: ignore[misc]
        taken.append(1000 * (time.thread_time() - cpu))
        it.run_for(max(0.0, FRAME_SECONDS - (time.monotonic() - began)))
    taken.sort()
    over = sum(each > FRAME_LIMIT_MS for each in taken)
    return Frames(title, len(taken), taken[len(taken) // 2], taken[-1], over)


if __name__ == "__main__":
    main()
