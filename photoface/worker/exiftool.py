"""ExifTool, where it is installed: the only program that puts a packet into every kind of photo and leaves the rest.

It is asked for one thing: to write a copy of a photo with another XMP packet. One process serves many photos
(https://exiftool.org/exiftool_pod.html, -stay_open).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from types import TracebackType
from typing import IO

LEAST = (12, 15)
"""The first version that writes HEIC and AVIF well, and knows -stay_open with -execute numbers."""

_READY = re.compile(rb"\{ready(\d+)\}\r?\n")


class ExifToolFailed(Exception):
    """It did not write; its reason, in its words."""


def find_exiftool() -> str | None:
    """Where it is, or None: names can then be written beside photos only."""
    return shutil.which("exiftool")


def exiftool_version(program: str) -> tuple[int, ...]:
    """E.g. (12, 57); (0,) where it does not tell."""
    try:
        told = subprocess.run([program, "-ver"], capture_output=True, text=True, timeout=30, check=False).stdout
        return tuple(int(part) for part in told.strip().split("."))
    except (OSError, ValueError, subprocess.SubprocessError):
        return (0,)


class ExifTool:
    """A context manager around one process; started with the first photo."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._number = 0

    def write_copy(self, source: bytes, target: bytes, packet: bytes | None) -> None:
        """``target`` becomes ``source`` with this packet (None: without any). Raises ExifToolFailed, OSError."""
        with tempfile.NamedTemporaryFile(prefix="photoface-", suffix=".xmp", delete=False) as file:
            file.write(packet or b"")
        try:
            change = b"-XMP<=" + os.fsencode(file.name) if packet else b"-XMP="
            shutil.copyfile(source, target)  # -o would do it too, but not for WebP
            self._run([b"-q", b"-m", b"-overwrite_original", change, target])
        finally:
            os.unlink(file.name)
        complaint = self._complaint()
        if complaint.startswith("Error"):
            raise ExifToolFailed(complaint.removeprefix("Error: "))

    def close(self) -> None:
        """End it."""
        process, self._process = self._process, None
        if process is not None and process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()  # then it is told to end
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
        if self._said is not None:
            self._said.close()
            self._said = None

    def __enter__(self) -> ExifTool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, arguments: list[bytes]) -> None:
        self._listen_anew()
        # An argument is a line there, so such a name would be two.
        if _TOLD_TO_END is None or any(b"\n" in each or b"\r" in each for each in arguments):
            self._run_alone(arguments)
            return
        process = self._started()
        self._number += 1
        lines = [*arguments, b"-execute%d" % self._number, b""]
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"\n".join(lines))
        process.stdin.flush()
        while line := process.stdout.readline():
            found = _READY.search(line)
            if found and int(found[1]) == self._number:
                return
        self.close()
        raise ExifToolFailed("it ended")

    def _run_alone(self, arguments: list[bytes]) -> None:
        assert self._said is not None
        subprocess.run([os.fsencode(self._program), *_QUIET, *arguments], stderr=self._said, check=False, timeout=300)

    def _listen_anew(self) -> None:
        if self._said is None:
            self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._said.seek(0)
        self._said.truncate()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            assert _TOLD_TO_END is not None
            kept_open = [b"-stay_open", b"True", b"-@", b"-"]
            command = [b"sh", b"-c", _TOLD_TO_END, os.fsencode(self._program), *_QUIET, *kept_open]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._said)
        return self._process

    def _complaint(self) -> str:
        assert self._said is not None
        self._said.seek(0)
        lines = self._said.read(4000).decode("utf-8", "replace").strip().splitlines()
        return next((line.partition(" - ")[0] for line in lines if line.startswith("Error")), "")


_SHELL = b"""exec 3<&0
{ cat <&3; printf "\\n-stay_open\\nFalse\\n"; } | "$0" "$@" 3<&- &
exec >&- 3<&-
wait"""
_TOLD_TO_END = _SHELL if os.name == "posix" else None
"""exiftool goes on for ever when whoever started it is killed: the end of its orders is no end for it. So a shell adds
the order to end; nothing of a user's goes through it. The shell lets go of what exiftool says, so that its death is
heard at once. Elsewhere each photo has a process of its own."""

_QUIET = (b"-config", b"", b"-charset", b"filename=utf8")
"""No configuration of the user's own, which may do anything; must come first."""
