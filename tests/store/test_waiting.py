"""Files between being found and being read, and their first pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from photoface.domain.geometry import Size
from photoface.domain.glances import Glance
from photoface.store.database import LibraryDatabase
from photoface.store.glances import Glances
from photoface.store.journal import Journal
from photoface.store.photos import Photos
from photoface.store.thumbs import THUMBS_NAME, Thumbs
from photoface.store.waiting import WaitingFile
from tests.store.building import add_photo, analysis, face, opened

ODD = b"/photos/bad\xff.jpg"
FOLDER = b"/photos"


@pytest.fixture
def db(tmp_path: Path):
    with opened(tmp_path) as db:
        yield db


@pytest.fixture
def glances(tmp_path: Path) -> Glances:
    return Glances(Thumbs(tmp_path))


def note(db: LibraryDatabase, *files: tuple[bytes, int, int]) -> int:
    folder_id = Photos(db).add_folder(FOLDER).folder_id
    Photos(db).note_found(folder_id, files)
    return folder_id


def names(db: LibraryDatabase) -> list[bytes]:
    return [file.path for file in Photos(db).waiting()]


def file(path: bytes, size: int = 1, mtime_ns: int = 2) -> WaitingFile:
    return WaitingFile(path, FOLDER, size, mtime_ns)


def test_what_waits_is_listed_in_pages_the_newest_first(db: LibraryDatabase) -> None:
    note(db, (b"/photos/old.jpg", 5, 100), (ODD, 6, 300), (b"/photos/new.jpg", 7, 200))
    photos = Photos(db)
    assert photos.waiting(1) == [WaitingFile(ODD, FOLDER, 6, 300)]
    assert [each.path for each in photos.waiting(5, 1)] == [b"/photos/new.jpg", b"/photos/old.jpg"]
    assert (photos.counts().waiting, photos.counts().photos) == (3, 0)


def test_found_again_with_another_size(db: LibraryDatabase) -> None:
    note(db, (ODD, 5, 100))
    note(db, (ODD, 6, 101))
    assert Photos(db).waiting() == [WaitingFile(ODD, FOLDER, 6, 101)]


def test_read_or_refused_it_waits_no_more(db: LibraryDatabase) -> None:
    folder_id = note(db, (b"/photos/a.jpg", 1, 1), (b"/photos/b.jpg", 1, 1))
    Photos(db).save_analysis(folder_id, analysis(b"/photos/a.jpg", face()), 1, 1)
    Photos(db).save_failure(folder_id, b"/photos/b.jpg", "unreadable", "cut short", 1, 1)
    assert names(db) == []
    assert len(Photos(db).list()) == 1


def test_what_is_known_of_a_path_is_not_touched(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    folder_id = note(db)
    Photos(db).save_failure(folder_id, b"/photos/b.jpg", "unreadable", "cut short", 1, 1)
    before = Photos(db).files_under(FOLDER)
    note(db, (b"/photos/a.jpg", 99, 99), (b"/photos/b.jpg", 99, 99))
    assert Photos(db).files_under(FOLDER) == before
    assert names(db) == []


def test_gone_while_it_waited_it_was_never_there(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    note(db, (ODD, 5, 100))
    Photos(db).mark_missing([ODD, b"/photos/a.jpg"])
    assert ODD not in Photos(db).files_under(FOLDER)
    assert Photos(db).counts().missing == 1


def test_in_a_folder_that_is_watched_no_more_nothing_waits(db: LibraryDatabase) -> None:
    note(db, (ODD, 5, 100))
    with Journal(db).operation("remove folder", "stop") as op:
        Photos(db).remove_folder(Photos(db).folder(FOLDER), op)
    assert names(db) == []
    assert Photos(db).counts().waiting == 0
    Journal(db).undo()
    assert names(db) == [ODD]


def test_glances_are_kept_by_path_size_and_time(glances: Glances) -> None:
    glances.save([(file(ODD), Glance(ODD, Size(4, 3), "2020-01-02T03:04:05", b"jpeg")), (file(b"b"), Glance(b"b"))])
    known = glances.facts([file(ODD), file(b"b"), file(b"c")])
    assert (known[ODD].size, known[ODD].taken, known[ODD].has_preview) == (Size(4, 3), "2020-01-02T03:04:05", True)
    assert (known[b"b"].size, known[b"b"].taken, known[b"b"].has_preview) == (None, None, False)
    assert set(known) == {ODD, b"b"}
    assert glances.previews([file(ODD), file(b"b")]) == {ODD: b"jpeg"}
    changed = replace(file(ODD), size=9)
    assert (glances.previews([changed]), glances.facts([changed])) == ({}, {})


def test_many_at_a_time(glances: Glances) -> None:
    files = [file(b"%d" % number) for number in range(1200)]
    glances.save((each, Glance(each.path, preview=each.path)) for each in files)
    assert len(glances.previews(files)) == 1200


def test_only_what_waits_is_kept(glances: Glances) -> None:
    glances.save((file(name), Glance(name)) for name in (b"a", b"b", b"c"))
    assert glances.keep([file(b"a"), replace(file(b"b"), mtime_ns=9), file(b"d")]) == {b"a"}
    assert set(glances.facts([file(name) for name in (b"a", b"b", b"c")])) == {b"a"}
    glances.drop([b"a", b"nowhere"])
    assert glances.facts([file(b"a")]) == {}


def test_looking_for_glances_makes_no_file(glances: Glances, tmp_path: Path) -> None:
    assert glances.keep([file(b"a")]) == set()
    assert glances.previews([file(b"a")]) == {}
    glances.drop([])
    assert not (tmp_path / THUMBS_NAME).exists()
