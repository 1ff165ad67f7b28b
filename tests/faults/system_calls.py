"""Death between two system calls, inside a commit or a checkpoint too: strace kills at the n-th call of a kind.

https://man7.org/linux/man-pages/man1/strace.1.html, option --inject
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tests.faults.victims import Order

PROJECT = Path(__file__).resolve().parents[2]
# What changes a disk; of names, by whichever of the calls that exist for it on this kind of processor.
WRITING = ["write", "pwrite64", "fsync", "fdatasync", "ftruncate"]
WRITING += ["?rename", "?renameat", "?renameat2", "?unlink", "?unlinkat", "?mkdir", "?mkdirat"]


@cache
def possible() -> bool:
    """Whether strace is here and may trace."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def count(order: Order, log: Path) -> list[tuple[str, int]]:
    """Every call of a victim that lives: its name, and the how-manieth of that name it is."""
    assert _strace(order, "-o", os.fspath(log)) == 0
    counted, calls = Counter[str](), []
    for line in log.read_text(errors="replace").splitlines():
        name = line.split("(")[0]
        if name.isidentifier():
            counted[name] += 1
            calls.append((name, counted[name]))
    return calls


def kill(order: Order, calls: list[tuple[str, int]], dice: random.Random) -> str:
    """Runs a victim and kills it just before one of these calls; which one."""
    name, number = dice.choice(calls)
    ended = _strace(order, "-o", os.devnull, "-e", f"inject={name}:signal=KILL:when={number}")
    assert ended in {-signal.SIGKILL, 0}, ended  # 0: a run of fewer calls, for batches are made by the clock
    return f"{name} {number}: {'killed' if ended else 'ran to its end'}"


def record(order: Order, log: Path) -> None:
    """Every call of a victim that lives, with all it writes; for tests/faults/power.py."""
    assert _strace(order, "-o", os.fspath(log), "-y", "-xx", "-s", "10000000", also=["openat"]) == 0


def _strace(order: Order, *options: str, also: Sequence[str] = ()) -> int:
    wanted = ",".join([*WRITING, *also])
    command = ["strace", "-qq", "-s", "0", "-e", "signal=none", *options, "-e", f"trace={wanted}"]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    victim = [sys.executable, "-m", "tests.faults.victims", order.text()]
    return subprocess.run([*command, *victim], cwd=PROJECT, env=environment, check=False).returncode
