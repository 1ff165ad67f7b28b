"""Runs pip, with the user's own configuration, for downloads only: nothing is installed and nothing of it is run."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import math
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

from photoface.vision.fetching.offer import SourceFailed
from photoface.vision.fetching.pip_environment import pip_environment

_TICK = 1.0
_ALWAYS = ("--no-input", "--disable-pip-version-check")


def pip_command(*arguments: str) -> list[str]:
    """The command line; SourceFailed where this Python has no pip."""
    if getattr(sys, "frozen", False) or importlib.util.find_spec("pip") is None:
        raise SourceFailed("needs pip, which this Python does not have")
    return [sys.executable, "-m", "pip", *arguments, *_ALWAYS]


def knows_raw_progress() -> bool:
    """``--progress-bar raw`` came with pip 24.1."""
    found = re.match(r"(\d+)\.(\d+)", importlib.metadata.version("pip"))
    return found is not None and (int(found[1]), int(found[2])) >= (24, 1)


def run_pip(command: list[str], workspace: Path, silence: float, limit: float = math.inf) -> Iterator[str]:
    """The lines that pip prints, as they come, and "" once a second in between.

    SourceFailed when it fails (with its last error line), takes longer than ``limit`` seconds, or gives no sign of
    life for ``silence`` seconds: no line, and no byte more below the workspace. OSError when the disk is full.
    """
    process = subprocess.Popen(
        command, env=pip_environment(workspace), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    lines: list[str] = []
    try:
        for line in _lines(process, workspace, silence, limit):
            lines.append(line)
            yield line
        if process.wait() != 0:
            raise _failure(lines)
    finally:
        process.kill()
        process.wait()


def _lines(process: subprocess.Popen[str], workspace: Path, silence: float, limit: float) -> Iterator[str]:
    queue: Queue[str | None] = Queue()
    threading.Thread(target=_read, args=(process, queue), daemon=True).start()
    alive, size = time.monotonic(), 0
    end = alive + limit
    while (line := _next(queue, min(_TICK, silence))) is not None:
        yield line.rstrip()
        now, before, size = time.monotonic(), size, bytes_below(workspace)
        alive = now if line or size != before else alive
        if now - alive >= silence or now >= end:
            raise SourceFailed(f"did not answer within {min(silence, limit):g} s")


def _next(queue: Queue[str | None], wait: float) -> str | None:
    try:
        return queue.get(timeout=wait)
    except Empty:
        return ""


def _read(process: subprocess.Popen[str], queue: Queue[str | None]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        queue.put(line)
    queue.put(None)


def bytes_below(folder: Path) -> int:
    """The size of all files in a folder that another process is writing to."""
    total = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            total += os.path.getsize(path) if os.path.exists(path) else 0
    return total


def _failure(lines: list[str]) -> SourceFailed | OSError:
    full = re.search(r"\[Errno (\d+)\] (No space left|File too large|Disk quota)", "\n".join(lines))
    if full:
        return OSError(int(full[1]), full[2])
    errors = [line.removeprefix("ERROR:").strip() for line in lines if line.startswith("ERROR:")]
    return SourceFailed(f"cannot be had; pip says: {(errors or [line for line in lines if line] or ['nothing'])[-1]}")
