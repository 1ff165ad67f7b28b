"""Runs pip: from the locks, with the user's own index and certificates, and one line that tells how far it is."""

from __future__ import annotations

import os
import subprocess
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from setup_parts.say import SetupProblem, Status

INSTALL = ["-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--no-build-isolation"]
# Wheels only, so that nothing is compiled unasked; hnswlib has none, and its tools are locked: no build isolation.
LOCKED = ["--require-hashes", "--only-binary", ":all:", "--no-binary", "hnswlib"]
ELSEWHERE = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIRE_VIRTUALENV"}


def install_lock(python: Path, lock: Path, announce: str) -> None:
    """Installs exactly what the lock names, hash by hash. Raises SetupProblem."""
    _run([str(python), *INSTALL, *LOCKED, "-r", str(lock)], announce)


def install_checkout(python: Path, checkout: Path) -> None:
    """Installs photoface itself so that it runs from the checkout. Raises SetupProblem."""
    _run([str(python), *INSTALL, "--no-deps", "--no-index", "--editable", str(checkout)], "Installing photoface")


def environment() -> dict[str, str]:
    """The user's environment, less what would make pip install elsewhere; hnswlib is built for any processor."""
    kept = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return {**kept, "PIP_USER": "0", "HNSWLIB_NO_NATIVE": "1", "PYTHONUNBUFFERED": "1"}


@dataclass(slots=True)
class Progress:
    """Reads what pip says and tells it in a few words."""

    announce: str
    packages: int = 0
    now: str = field(default="")

    def read(self, line: str) -> None:
        first, _, rest = line.strip().partition(" ")
        if first == "Collecting":
            self.packages += 1
            self.now = ""
        elif first in ("Downloading", "Building", "Installing"):
            self.now = self._activity(first, rest)

    @property
    def text(self) -> str:
        count = f" ({self.packages} packages)" if self.packages else ""
        return f"{self.announce}{count} {self.now}".strip()

    def _activity(self, verb: str, rest: str) -> str:
        if verb == "Downloading":
            name, _, size = rest.partition(" ")
            return f"downloading {name.split('/')[-1].split('-')[0]} {size}".strip()
        if verb == "Building":
            return "compiling hnswlib, about a minute" if "hnswlib" in rest else self.now
        return "unpacking"


def _run(command: Sequence[str], announce: str) -> None:
    status, progress, tail = Status(), Progress(announce), deque[str](maxlen=40)
    status.show(announce, announce)
    with _started(command) as process:
        for line in _lines(process):
            tail.append(line)
            progress.read(line)
            status.show(progress.text, announce)
    status.clear()
    if process.returncode:
        raise SetupProblem(_failure(announce, tail))


def _started(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, env=environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace",
    )  # fmt: skip


def _lines(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line.rstrip()


def _failure(announce: str, tail: Sequence[str]) -> str:
    return (
        "\n".join(tail)
        + f"\n\n{announce}: pip did not succeed (its last lines are above). What was begun is removed again. "
        "If the network or the disk was the reason, type the same command again."
    )
