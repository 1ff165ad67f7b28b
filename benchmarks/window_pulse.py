"""How long the event loop of a window is blocked, and by what: its own work, a wait for a lock, or the system.

A timer ticks every few milliseconds; where a tick is late, the loop was blocked. Linux tells how long the thread waited
for a processor meanwhile (/proc/thread-self/schedstat): that is the machine's doing, on a busy one. What is left is
ours, as far as this process computed meanwhile: the thread itself, or another one that held the interpreter's lock. A
thread that holds it and waits for a processor computes nothing; on an idle machine it would not wait.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 4
LIMIT_MS = 50.0
_DEPTH = 7


@dataclass(frozen=True, slots=True)
class Block:
    """Milliseconds. wall: how late a tick was; cpu: of the GUI thread meanwhile; system: it waited for a processor;
    process: CPU of all threads.

    where: lines of code that it was seen at.
    """

    at: float
    wall: float
    cpu: float
    system: float
    process: float
    where: tuple[str, ...] = ()

    @property
    def ours(self) -> float:
        return min(max(0.0, self.wall - self.system), self.process)


@dataclass(slots=True)
class Blocks:
    """All late ticks of a run. seconds: how long it was."""

    seconds: float = 0.0
    ticks: int = 0
    late: list[Block] = field(default_factory=list)

    def longest(self) -> Block:
        """The longest by what is ours."""
        return max(self.late, key=lambda one: one.ours, default=Block(0, 0, 0, 0, 0))

    def over(self, limit: float = LIMIT_MS) -> list[Block]:
        """Those in which what is ours took longer than the limit."""
        return [one for one in self.late if one.ours > limit]

    def line(self, title: str) -> str:
        """One row of a table."""
        worst, wall = self.longest(), max((one.wall for one in self.late), default=0.0)
        cpu = max((one.cpu for one in self.late), default=0.0)
        return (
            f"{title:44} {self.seconds:7.1f} {cpu:8.1f} {worst.ours:8.1f} {wall:8.1f} {len(self.over()):6}"
            f"{'  MISSED' if self.over() else ''}"
        )


HEAD = f"{'':44} {'s':>7} {'cpu ms':>8} {'ours ms':>8} {'wall ms':>8} {'> 50':>6}"


class Pulse(QObject):
    """Ticks while it is used as a context; then ``blocks`` tells. where: sample what runs in a block."""

    def __init__(self, *, where: bool = False) -> None:
        super().__init__()
        self.blocks = Blocks()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._watch = _Watch() if where else None
        self._last = (0.0, 0.0, 0.0, 0.0)
        self._begun = 0.0

    def __enter__(self) -> Blocks:
        self.blocks, self._begun = Blocks(), time.perf_counter()
        self._last = _clocks()
        self._timer.start()
        if self._watch is not None:
            self._watch.start()
        return self.blocks

    def __exit__(self, *_: object) -> None:
        self._tick()
        self._timer.stop()
        self.blocks.seconds = time.perf_counter() - self._begun
        if self._watch is not None:
            self._watch.stop()

    def _tick(self) -> None:
        now, before = _clocks(), self._last
        self._last = now
        self.blocks.ticks += 1
        wall, cpu, system, process = (1000 * (one - other) for one, other in zip(now, before, strict=True))
        seen = self._watch.seen() if self._watch is not None else ()
        if wall - TICK_MS > LIMIT_MS / 5:
            self.blocks.late.append(Block(now[0] - self._begun, wall - TICK_MS, cpu, system, process, tuple(seen)))


def _clocks() -> tuple[float, float, float, float]:
    """Seconds: wall, CPU of this thread, how long it has waited for a processor, CPU of the process."""
    waited = Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]
    return time.perf_counter(), time.thread_time(), int(waited) / 1e9, time.process_time()


class _Watch:
    """Looks at the GUI thread every few milliseconds."""

    def __init__(self) -> None:
        self._gui = threading.get_ident()
        self._end = threading.Event()
        self._lines: list[str] = []
        self._thread = threading.Thread(target=self._look, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._end.set()
        self._thread.join()

    def seen(self) -> Iterable[str]:
        """What was seen since the last call."""
        lines, self._lines = self._lines, []
        return lines

    def _look(self) -> None:
        while not self._end.wait(0.005):
            self._lines.append(self._line())

    def _line(self) -> str:
        """The innermost calls; no frame is kept, or what it holds, e.g. a painter, would live on."""
        frame, names = sys._current_frames().get(self._gui), list[str]()
        while frame is not None and len(names) < _DEPTH:
            names.append(f"{Path(frame.f_code.co_filename).stem}:{frame.f_lineno}:{frame.f_code.co_name}")
            frame = frame.f_back
        return " < ".join(names)
