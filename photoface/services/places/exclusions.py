"""Files and folders that a library leaves out, by patterns, one a line.

``Screenshots`` or ``*.gif``: everything of that name, wherever it is below an indexed folder; ``/photos/work``: that
folder, or file. * and ? stand for any letters. Capital and small letters count as the same.
"""

from __future__ import annotations

import fnmatch
import glob
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from photoface.domain.people import FaceState
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.journal import Recorder

_KEY = "exclude"


class Exclusions:
    """What is left out. Paths are bytes; bytes that are no UTF-8 match * and ?."""

    def __init__(self, patterns: Sequence[str] = ()) -> None:
        self.patterns = tuple(patterns)
        self._names = _any_of(each for each in patterns if os.sep not in each)
        self._paths = _any_of(each.rstrip(os.sep) for each in patterns if os.sep in each)

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def leaves_out(self, path: bytes) -> bool:
        """Whether this file or folder itself is left out, when those above it are not."""
        text = _plain(path)
        return bool(self._names.fullmatch(os.path.basename(text)) or self._paths.fullmatch(text))

    def leaves_out_below(self, root: bytes, path: bytes) -> bool:
        """Whether a path below an indexed folder is left out, by its own name or that of a folder in between."""
        while len(path) > len(root):
            if self.leaves_out(path):
                return True
            path = os.path.dirname(path)
        return False


@dataclass(frozen=True, slots=True)
class Leaving:
    """What other patterns would do: how many files leave, and how many photos among them have somebody with a name."""

    files: int
    named: int


def exclusions_of(library: Library) -> Exclusions:
    """What this library leaves out."""
    return Exclusions(parsed(library.setting(_KEY) or ""))


def parsed(text: str) -> tuple[str, ...]:
    """The patterns of a text, one a line; empty lines do not count."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def preview(library: Library, patterns: Sequence[str]) -> Leaving:
    """What would leave with these patterns, of what is there now."""
    wanted, leaving = Exclusions(patterns), set[int]()
    files = 0
    for folder in library.photos.folders():
        for path, row in library.photos.files_under(folder.path).items():
            if row.missing_since is None and wanted.leaves_out_below(folder.path, path):
                files += 1
                leaving |= {row.photo_id} if row.photo_id is not None else set()
    named = library.faces.list(states=[FaceState.CONFIRMED, FaceState.NAMED]) if leaving else []
    return Leaving(files, len({face.photo_id for face in named} & leaving))


def set_exclusions(library: Library, patterns: Sequence[str]) -> Outcome:
    """The library leaves these out from the next look at its folders on; one step in the history."""
    text = "\n".join(patterns)
    if (library.setting(_KEY) or "") == text:
        return Outcome(None, "the same is left out as before; nothing was changed")
    summary = f"leave out {', '.join(patterns)}" if patterns else "leave nothing out"
    with library.journal.operation("exclude", summary) as record:
        record.put("setting", {"key": _KEY, "value": text})
    notes = ("files that are left out leave all views; names in them are kept and come back with them",)
    return Outcome(record.operation_id, summary, notes=notes)


def take_along(library: Library, record: Recorder, old: bytes, new: bytes) -> None:
    """What was left out below a folder that is somewhere else now is left out there; part of the running operation."""
    before = exclusions_of(library).patterns
    after = tuple(_moved(each, os.fsdecode(old), os.fsdecode(new)) for each in before)
    if after != before:
        record.put("setting", {"key": _KEY, "value": "\n".join(after)})


def _moved(pattern: str, old: str, new: str) -> str:
    for stem in (old, glob.escape(old)):
        begins, rest = pattern[: len(stem)], pattern[len(stem) :]
        if begins.casefold() == stem.casefold() and rest[:1] in ("", os.sep):
            return glob.escape(new) + rest
    return pattern


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return _compiled(tuple(patterns))


@lru_cache(maxsize=16)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(fnmatch.translate(each.casefold()) for each in patterns) or r"(?!)")


def _plain(path: bytes) -> str:
    return os.fsdecode(path).casefold()
