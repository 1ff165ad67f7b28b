"""How far a look goes: through a whole indexed folder, or into one folder below it in which something changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from photoface.domain.paths import SLASH, within


@dataclass(frozen=True, slots=True)
class Changed:
    """What is to be looked at. folders: something changed among their files or folders; through: indexed folders to be
    looked through whole; unsettled: files, and folders, that are still being written: not to be read yet.
    """

    folders: tuple[bytes, ...] = ()
    through: tuple[bytes, ...] = ()
    unsettled: frozenset[bytes] = frozenset()

    def __or__(self, later: Changed) -> Changed:
        """Both; what is unsettled is what the later one says."""
        folders = tuple(dict.fromkeys((*self.folders, *later.folders)))
        through = tuple(dict.fromkeys((*self.through, *later.through)))
        return Changed(folders, through, later.unsettled)


@dataclass
class Reach:
    """root: an indexed folder; top: where the look begins, the root or a folder below it.

    A whole look covers all below. Else it goes into folders below the top only where nothing is known: a folder of
    which files are known is left alone, for it would have told of a change itself. paused: folders that no look goes
    into, nor misses anything in.
    """

    root: bytes
    top: bytes
    whole: bool = True
    unsettled: frozenset[bytes] = frozenset()
    paused: frozenset[bytes] = frozenset()
    left_alone: set[bytes] = field(default_factory=set)
    _known: frozenset[bytes] = frozenset()

    def know(self, present: Iterable[bytes]) -> None:
        """Paths of files that are known and were there."""
        if not self.whole:
            self._known = frozenset(below for path in present if (below := self._below(path)) is not None)

    @property
    def not_into(self) -> frozenset[bytes]:
        """Folders below the top that the walk does not go into; those that are there become ``left_alone``."""
        return self.unsettled | self._known | self.paused

    def covers(self, path: bytes) -> bool:
        """Whether a file that was not seen would have been, were it there. Once the walk is over."""
        below = path
        while len(below := os.path.dirname(below)) > len(self.top):
            if below in self.left_alone or below in self.paused:  # a paused one may be gone by now
                return False
        return True

    def _below(self, path: bytes) -> bytes | None:
        """The folder in the top that a path is in; None for a file of the top's own."""
        first, slash, _ = path[len(within(self.top)) :].partition(SLASH)
        return os.path.join(self.top, first) if slash else None


def looks(
    changed: Changed,
    roots: Sequence[bytes],
    top_of: Callable[[bytes, bytes], bytes | None],
    paused: frozenset[bytes] = frozenset(),
) -> list[Reach]:
    """The looks at what changed, whole ones first, none twice. top_of: of a root and a folder in it where the look
    begins (see where_missed); None: no walk of the root gets there.
    """
    through = [root for root in roots if root in changed.through]
    found = [Reach(root, root, unsettled=changed.unsettled, paused=paused) for root in through]
    tops = dict[bytes, bytes]()
    for folder in changed.folders:
        root = next((each for each in roots if folder == each or folder.startswith(within(each))), None)
        if root is not None and root not in through:
            top = top_of(root, folder)
            if top is not None:
                tops[top] = root
    unsettled = changed.unsettled
    return found + [Reach(root, top, False, unsettled, paused) for top, root in sorted(tops.items())]


def where_missed(root: bytes, folder: bytes) -> bytes:
    """The folder, or where it is gone the one above that is there: that is where it is missed."""
    while len(folder) > len(root) and not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder
