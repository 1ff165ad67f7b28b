"""Two families of errors: the world's fault (PhotofaceError) and ours (everything else).

A PhotofaceError is one sentence for a person: what happened, to which file, what was kept, what to do.
It carries the exit code of the command line. Any other exception is a bug: logged with its traceback.
"""

from __future__ import annotations

import struct

# What parsers of metadata raise on a damaged block: it says nothing then, and the picture is still good.
DAMAGED_BLOCK = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    struct.error,
)


class PhotofaceError(Exception):
    """The world's fault. ``str(error)`` is the sentence that a user reads.

    place: which letters of what was typed are meant (from, to), where that is known.
    """

    exit_code = 1
    place: tuple[int, int] | None = None


class BadRequest(PhotofaceError):
    """What was asked for makes no sense as it was written."""

    exit_code = 2


class NotFound(PhotofaceError):
    """A name or a number that the library does not know."""

    exit_code = 3


class Ambiguous(PhotofaceError):
    """A name that fits more than one thing."""

    exit_code = 3


class Conflict(PhotofaceError):
    """A decision that stands against another one; nothing was changed."""

    exit_code = 3


class LibraryUnavailable(PhotofaceError):
    """The library is busy, newer than this program, or damaged; it was left untouched."""

    exit_code = 4


class LibraryBusy(LibraryUnavailable):
    """Another program has the library open for writing."""


class LibraryNewer(LibraryUnavailable):
    """A newer program wrote this library."""


class LibraryDamaged(LibraryUnavailable):
    """The database fails its own checks."""


class DiskFull(PhotofaceError):
    """No space left; what was committed before is safe."""


class NoAnswer(PhotofaceError):
    """A drive, or the computer that a shared folder is on, does not answer: neither yes nor no."""

    def __init__(self, folder: bytes) -> None:
        name = folder.decode("utf-8", "replace")
        super().__init__(f"{name} does not answer. Its photos and names are kept as they were; try again when it does.")
        self.folder = folder

    def __reduce__(self) -> tuple[type[NoAnswer], tuple[bytes]]:
        return type(self), (self.folder,)


class ModelsMissing(PhotofaceError):
    """The models that this library works with are not installed."""

    exit_code = 5


class ModelRefused(PhotofaceError):
    """A model file that is not what the catalogue says, or cannot be used."""

    exit_code = 5


class PhotoUnreadable(PhotofaceError):
    """One file that cannot be used as a photo; shown as a row, never the end of a run.

    kind: one of those of domain.faces.PhotoFailed.
    """

    def __init__(self, path: bytes, reason: str, kind: str = "unreadable") -> None:
        super().__init__(f"{path.decode('utf-8', 'replace')}: {reason}")
        self.path = path
        self.reason = reason
        self.kind = kind

    def __reduce__(self) -> tuple[type[PhotoUnreadable], tuple[bytes, str, str]]:
        return type(self), (self.path, self.reason, self.kind)
