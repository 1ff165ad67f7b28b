"""Writes what comes in, and lets only the bytes pass that the catalogue names."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from photoface.vision.fetching.offer import Amount, SourceFailed
from photoface.vision.model import ModelFile


def write_checked(chunks: Iterable[bytes], target: Path, file: ModelFile) -> Iterator[Amount]:
    """Writes the chunks and tells how far it is; SourceFailed when they are not the file, OSError on a full disk."""
    digest, done = hashlib.sha256(), 0
    with target.open("wb") as out:
        for chunk in chunks:
            done += len(chunk)
            if done > file.bytes:
                raise SourceFailed(f"gives another file under the name {file.name}: it is too large")
            digest.update(chunk)
            out.write(chunk)
            yield Amount(done, file.bytes)
        _flush(out)
    if done != file.bytes or digest.hexdigest() != file.sha256:
        raise SourceFailed(
            f"gives another file under the name {file.name}: its sha256 is not the one that was measured"
        )


def write_whole(path: Path, data: bytes) -> None:
    """Writes bytes that are known to be right, down to the disk."""
    with path.open("wb") as out:
        out.write(data)
        _flush(out)


def _flush(out: BinaryIO) -> None:
    """A file that is moved into place must have its bytes on the disk first."""
    out.flush()
    os.fsync(out.fileno())
