"""Processes that are killed. One server imports everything and forks a victim for each order; or one victim alone.

    python -m tests.faults.victims            orders as JSON on standard input, one line each; answers as they end
    python -m tests.faults.victims ORDER      one victim, for strace

What a victim acknowledges goes to a file, line by line, by one write each: a killed process takes none of it along.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from photoface.services.groups import grouping
from tests.faults.jobs import JOBS
from tests.faults.points import Points

SAID, PASSED = "said.txt", "points.json"


@dataclass(frozen=True)
class Order:
    """Run a job's steps from ``start`` on, in ``folder``; die at a point, or after so many seconds, or not at all.

    counted: its points are counted, which takes time. children: computations run in child processes, which die with
    their parent.
    """

    job: str
    folder: str
    start: int = 0
    kind: str | None = None
    number: int = 0
    seconds: float | None = None
    counted: bool = False
    children: bool = False

    def text(self) -> str:
        return json.dumps(asdict(self))


def serve() -> None:
    """Answers each order with how its victim ended: {"status": ..., as subprocess tells it}."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        victim = os.fork()
        if victim == 0:
            os.setsid()
            os._exit(_live(order))
        _kill_later(victim, order)
        _, status = os.waitpid(victim, 0)
        print(json.dumps({"status": os.waitstatus_to_exitcode(status)}), flush=True)


def _kill_later(victim: int, order: Order) -> None:
    if order.seconds is not None:
        time.sleep(order.seconds)
        for kill in (os.killpg, os.kill):  # its group first, children included; it may have had no time to make one
            try:
                kill(victim, signal.SIGKILL)
            except ProcessLookupError:
                continue


def _live(order: Order) -> int:
    try:
        _work(order)
    except BaseException:
        import traceback

        traceback.print_exc()
        return 1
    return 0


def _work(order: Order) -> None:
    folder = Path(order.folder)
    said = os.open(folder / SAID, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    if not order.children:
        grouping.in_child = _here  # type: ignore[assignment]
    points = Points(order.kind, order.number)
    if order.kind is not None or order.counted:
        points.install()
    for step in JOBS[order.job].run(folder, order.start):
        os.write(said, f"{step}\n".encode())
    (folder / PASSED).write_text(json.dumps(points.passed))


def _here(function: Any, *args: Any) -> Any:
    return function(*args)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(_live(Order(**json.loads(sys.argv[1]))))
    serve()
