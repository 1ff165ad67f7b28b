"""What is on a disk when the power fails, played again from a record of the system calls.

A file's bytes are safe once it was synced; of what was written since, any part may be there or not, in any order. Names
are taken to last at once, as journalling file systems order them (a rename after the sync of what is renamed).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_CALL = re.compile(r"(\w+)\((?:\d+<([\\x0-9a-f]*)>|(?:AT_FDCWD<[^>]*>, )?\"([\\x0-9a-f]*)\")(.*)\) += (-?\d+)")
_QUOTED = re.compile(r"\"((?:\\x[0-9a-f]{2})*)\"")


@dataclass(frozen=True)
class Call:
    """One call that succeeded. path: of the file; rest: the other arguments as strace prints them."""

    name: str
    path: str
    rest: str

    @property
    def data(self) -> bytes:
        found = _QUOTED.search(self.rest)
        return _bytes(found[1]) if found else b""

    @property
    def last(self) -> int:
        """The last number: an offset, a length."""
        return int(self.rest.rsplit(",", 1)[1])


def calls(record: Path) -> Iterator[Call]:
    """The calls in a record of ``strace -y -xx``."""
    with record.open() as lines:
        for line in lines:
            found = _CALL.match(line)
            if found and int(found[5]) >= 0:
                yield Call(found[1], _bytes(found[2] or found[3]).decode(), found[4])


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class File:
    """safe: what is left in any case; open: changes since, (offset, bytes) or, for a cut, (length, None)."""

    safe: bytearray = field(default_factory=bytearray)
    open: list[tuple[int, bytes | None]] = field(default_factory=list)
    size: int = 0

    def write(self, offset: int, data: bytes) -> None:
        self.open.append((offset, data))
        self.size = max(self.size, offset + len(data))

    def cut(self, length: int) -> None:
        self.open.append((length, None))
        self.size = length

    def sync(self) -> None:
        self.safe, self.open = bytearray(self.after(self.open)), []

    def after(self, changes: list[tuple[int, bytes | None]]) -> bytes:
        """The safe bytes with some of the changes."""
        data = bytearray(self.safe)
        for offset, piece in changes:
            data.extend(b"\0" * (offset - len(data)))
            if piece is None:
                del data[offset:]
            else:
                data[offset : offset + len(piece)] = piece
        return bytes(data)


class Disk:
    """The files below a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.files = {
            str(path): File(bytearray(path.read_bytes()), size=path.stat().st_size)
            for path in folder.rglob("*")
            if path.is_file()
        }

    def apply(self, call: Call) -> None:
        """What a call changes."""
        if not call.path.startswith(f"{self._folder}/"):
            return
        match call.name:
            case "openat" if "O_CREAT" in call.rest or "O_TRUNC" in call.rest:
                file = self.files.setdefault(call.path, File())
                file.cut(0) if "O_TRUNC" in call.rest else None
            case "pwrite64":
                self.files[call.path].write(call.last, call.data)
            case "write":
                self.files[call.path].write(self.files[call.path].size, call.data)
            case "ftruncate":
                self.files[call.path].cut(call.last)
            case "fsync" | "fdatasync" if call.path in self.files:
                self.files[call.path].sync()
            case "rename":
                self.files[call.data.decode()] = self.files.pop(call.path)
            case "unlink":
                del self.files[call.path]

    def after_cut(self, target: Path, dice: random.Random, share: float) -> None:
        """Writes what is there when the power is back; ``share`` of what was not synced, chosen at random."""
        for name, file in self.files.items():
            path = target / Path(name).relative_to(self._folder)
            if path.name.endswith("-shm"):
                continue  # memory that processes share: it is made anew
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.after([change for change in file.open if dice.random() < share]))
