"""A temporary folder inside the models folder, for one program at a time; nothing of it is ever left."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from photoface.domain.errors import DiskFull, ModelsMissing, PhotofaceError
from photoface.vision.manifest import NAME as MANIFEST

_PREFIX = ".partial-"
_FULL = {28, 27, 122}  # ENOSPC, EFBIG, EDQUOT


@contextmanager
def workspace(models: Path) -> Iterator[Path]:
    """A new folder below ``models``, gone at the end, whatever happened; so is what a killed program left there.

    DiskFull, or ModelsMissing when the folder cannot be written to or another program is installing.
    """
    try:
        models.mkdir(parents=True, exist_ok=True)
        with FileLock(models / ".install.lock", timeout=0):
            remove_leftovers(models)
            with tempfile.TemporaryDirectory(prefix=_PREFIX, dir=models, ignore_cleanup_errors=True) as folder:
                yield Path(folder)
    except Timeout as error:
        raise ModelsMissing(
            f"Another program is installing models into {models}; wait until it has finished."
        ) from error
    except OSError as error:
        raise _world(error, models) from error


def remove_leftovers(models: Path) -> None:
    """Temporary folders of a program that was killed; call it under the lock."""
    for leftover in models.glob(f"{_PREFIX}*"):
        shutil.rmtree(leftover, ignore_errors=True)


def place(files: Iterable[Path], folder: Path) -> None:
    """Moves whole files into a model's folder, the manifest last: it never speaks of bytes that are not there yet."""
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST).unlink(missing_ok=True)
    for file in sorted(files, key=lambda file: file.name == MANIFEST):
        os.replace(file, folder / file.name)
    _sync(folder)


def _sync(folder: Path) -> None:
    """The names down to the disk; Windows has no such thing for folders."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _world(error: OSError, models: Path) -> PhotofaceError:
    if error.errno in _FULL:
        return DiskFull(
            f"The disk of {models} is full. Nothing was left behind, what was installed stays; make room and try again."
        )
    return ModelsMissing(
        f"Models cannot be put into {models} ({error.strerror or error}). Set PHOTOFACE_MODELS to another folder."
    )
