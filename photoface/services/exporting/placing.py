"""Files into a folder of the user's: whole or not at all, inside it, and nothing overwritten."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from photoface.domain.errors import BadRequest, DiskFull, PhotofaceError
from photoface.services.exporting.file_names import folded, free_name, safe_name
from photoface.store.files import is_full, sync_folder

_PART = ".photoface-part"
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EACCES, errno.EMLINK)


class Place:
    """A folder that gets files. Raises BadRequest, DiskFull, PhotofaceError in words."""

    def __init__(self, folder: str) -> None:
        try:
            os.makedirs(folder, exist_ok=True)
            self._taken = {folded(name) for name in os.listdir(folder)}
        except FileExistsError as error:
            raise BadRequest(f"{folder} is a file; give a folder. Nothing was changed.") from error
        except OSError as error:
            raise PhotofaceError(f"{folder} cannot be used ({error.strerror}). Nothing was changed.") from error
        self.folder = os.path.realpath(folder)

    def put(self, name: str, make: Callable[[str], None], *, in_place: bool = False) -> str:
        """The path of a new file of this name, or of one like it; ``make`` writes it at the path that it is given.

        in_place: ``make`` itself makes a whole file or none, and none where there is one: a link.
        """
        wanted = safe_name(name)
        while True:
            target = os.path.join(self.folder, free_name(wanted, self._taken))
            assert os.path.dirname(target) == self.folder, "a name that leaves its folder"
            self._taken.add(folded(os.path.basename(target)))
            try:
                make(target) if in_place else self._whole(target, make)
            except FileExistsError:  # since we looked
                continue
            except OSError as error:
                if is_full(error):
                    raise DiskFull(f"There is no room in {self.folder}; what was put there before is whole.") from error
                raise PhotofaceError(f"{target} cannot be written ({error.strerror}).") from error
            return target

    def write(self, name: str, data: bytes) -> str:
        """A new file with this content."""
        return self.put(name, lambda part: _write(part, data))

    def copy(self, name: str, source: bytes) -> str:
        """A copy with its time of change."""
        return self.put(name, lambda part: _copy(source, part))

    def _whole(self, target: str, make: Callable[[str], None]) -> None:
        part = os.path.join(self.folder, f".{os.getpid()}{_PART}")
        with suppress(FileNotFoundError):
            os.unlink(part)
        try:
            make(part)
            _sync(part)
            _move_if_free(part, target)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(part)


def _move_if_free(part: str, target: str) -> None:
    """A rename would replace what is there; a link never does. Where there are no links, a look has to do."""
    try:
        os.link(part, target)
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(target):
            raise
        os.rename(part, target)
    sync_folder(Path(target).parent)


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as file:
        file.write(data)


def _copy(source: bytes, path: str) -> None:
    shutil.copyfile(source, path)
    with suppress(OSError):
        status = os.stat(source)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _sync(path: str) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
