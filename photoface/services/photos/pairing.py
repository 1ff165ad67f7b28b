"""A scan of a folder, and in it the files that are one photo with others, compared with what was known of them."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from photoface.domain.paths import within
from photoface.services.photos.pairs import Companion, pair
from photoface.services.photos.scanning import FoundFile
from photoface.store.companions import Row, save_companions
from photoface.store.database import LibraryDatabase
from photoface.store.photos import FileRow


@dataclass
class Scan:
    """The result for one folder. new: files to read; refused: pictures of kinds that are not read.

    unsure: files and folders of which nothing can be told now. drives: folders at which another drive begins. raw: raw
    files and the picture that each lies beside: they are files of its photo, and not read. gone: files were missed, or
    are back; back: so many. silent: the drive does not answer; what was seen until then is not acted on. touched: known
    photos whose files came, went or changed.
    """

    folder_id: int
    new: list[FoundFile] = field(default_factory=list)
    refused: list[FoundFile] = field(default_factory=list)
    closed: list[FoundFile] = field(default_factory=list)
    drives: list[bytes] = field(default_factory=list)
    unsure: set[bytes] = field(default_factory=set)
    seen: set[bytes] = field(default_factory=set)
    raw: dict[bytes, tuple[FoundFile, bytes]] = field(default_factory=dict)
    companions: dict[bytes, Companion] = field(default_factory=dict)
    known: int = 0
    other: int = 0
    gone: bool = False
    back: int = 0
    silent: bool = False
    touched: set[int] = field(default_factory=set)

    @cached_property
    def _hidden(self) -> tuple[bytes, ...]:
        return tuple(within(each) for each in (*(found.path for found in self.closed), *self.unsure))

    def hides(self, path: bytes) -> bool:
        """Once all was seen: whether a file may be there all the same, for its folder could not be opened."""
        return path in self.unsure or path.startswith(self._hidden)


def pair_up(
    files: list[FoundFile], scan: Scan, before: Mapping[bytes, FileRow], noted: Mapping[bytes, Row]
) -> set[bytes]:
    """What belongs together in a folder; paths of photos whose notes changed: they are read again."""
    pairs = pair(files)
    raws = {raw: home for raw, home in pairs.raw.items() if _is_one(before.get(raw), before.get(home))}
    by_home = defaultdict[bytes, list[bytes]](list)
    for raw, home in raws.items():
        by_home[home].append(raw)
    for at, found in enumerate(files):
        if found.path in raws:
            scan.raw[found.path] = found, raws[found.path]
        elif found.path in by_home:
            files[at] = replace(found, partners=tuple(by_home[found.path]))
    scan.companions |= {each.path: each for each in pairs.companions}
    now = {each.path for each in pairs.companions}
    folder = os.path.dirname(files[0].path)
    gone = (row for path, row in noted.items() if path not in now and os.path.dirname(path) == folder)
    changed = (each for each in pairs.companions if noted.get(each.path) != _row(each))
    return {each.photo_path for each in changed if each.kind != "film"} | {row[1] for row in gone if row[2] != "film"}


def _is_one(raw: FileRow | None, home: FileRow | None) -> bool:
    """A raw file is one photo with its picture unless either was read otherwise before: nothing is taken apart."""
    if home is not None and home.failure_kind is not None:
        return False
    return raw is None or raw.photo_id is None or home is None or raw.photo_id == home.photo_id


def _row(companion: Companion) -> Row:
    return companion.path, companion.photo_path, companion.kind, companion.size, companion.mtime_ns


def write_companions(db: LibraryDatabase, scan: Scan, noted: Mapping[bytes, Row]) -> None:
    """What lies beside photos now; nothing is forgotten of folders that could not be opened."""
    gone = [path for path in noted if path not in scan.companions and not scan.hides(path)]
    found = [_row(each) for each in scan.companions.values() if noted.get(each.path) != _row(each)]
    with db.transaction():
        save_companions(db, found, gone)
