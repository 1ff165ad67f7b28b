"""Photos, files and faces through scans, moves, re-analyses and turned pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoface.domain.errors import NotFound
from photoface.domain.faces import PhotoKnown
from photoface.domain.geometry import Box
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.journal import Journal
from photoface.store.photos import Photos
from photoface.store.vectors import Vectors
from tests.store.building import add_photo, analysis, decide, face, opened, vector, with_embedding

ODD = b"/photos/bad\xff\xfe.jpg"


@pytest.fixture
def db(tmp_path: Path):
    with opened(tmp_path) as db:
        yield db


def test_paths_need_not_be_text(db: LibraryDatabase) -> None:
    photos = Photos(db)
    folder = photos.add_folder(b"/photos\xff/")
    photos.save_analysis(folder.folder_id, analysis(ODD, face()), 1, 2)
    assert folder.path == b"/photos\xff"
    assert photos.list()[0].path == ODD
    assert Faces(db).list()[0].path == ODD
    assert photos.id_of_path(ODD) == photos.list()[0].photo_id


def test_a_moved_file_keeps_photo_faces_and_names(db: LibraryDatabase) -> None:
    [face_id] = add_photo(db, "a.jpg", face())
    decide(db, "A", [face_id])
    photos = Photos(db)
    folder = photos.folder(b"/photos")
    identity = analysis(b"/photos/a.jpg").identity
    photos.link_file(folder.folder_id, PhotoKnown(b"/photos/moved.jpg", identity), 10, 20)
    photos.mark_missing([b"/photos/a.jpg"])
    [found] = Faces(db).list()
    assert (found.face_id, found.path, found.person) == (face_id, b"/photos/moved.jpg", "A")
    [photo] = photos.list()
    assert (photo.files, photo.path) == (1, b"/photos/moved.jpg")


def test_a_photo_without_a_file_is_kept_but_not_shown(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    photos = Photos(db)
    photos.mark_missing([b"/photos/a.jpg"])
    assert photos.list() == []
    assert Faces(db).list() == []
    assert len(photos.list(missing=True)) == len(Faces(db).list(missing=True)) == 1
    assert (photos.counts().photos, photos.counts().missing) == (0, 1)
    photos.mark_present([b"/photos/a.jpg"])
    assert len(photos.list()) == 1


def test_other_content_at_the_same_path_is_another_photo(db: LibraryDatabase) -> None:
    [old] = add_photo(db, "a.jpg", face())
    photos = Photos(db)
    folder = photos.folder(b"/photos")
    saved = photos.save_analysis(folder.folder_id, analysis(b"/photos/a.jpg", face(), content=b"other"), 11, 21)
    assert saved.new_face_ids == saved.face_ids != (old,)
    assert [photo.photo_id for photo in photos.list()] == [saved.photo_id]
    assert {each.face_id for each in Faces(db).list(missing=True)} == {old, *saved.face_ids}


def test_a_folder_that_is_watched_no_more_hides_its_photos_until_undo(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    photos, journal = Photos(db), Journal(db)
    with journal.operation("remove folder", "stop") as op:
        photos.remove_folder(photos.folder(b"/photos"), op)
    assert photos.folders() == []
    assert photos.list() == []
    assert len(photos.folders(removed=True)) == 1
    journal.undo()
    assert len(photos.list()) == 1


def test_a_scan_between_does_not_stand_in_the_way_of_undo(db: LibraryDatabase) -> None:
    photos, journal = Photos(db), Journal(db)
    folder = photos.add_folder(b"/photos")
    with journal.operation("remove folder", "stop") as op:
        photos.remove_folder(folder, op)
    photos.note_scan(folder.folder_id, offline=True)
    journal.undo()
    assert photos.folder(b"/photos").active
    assert photos.folder(b"/photos").offline_since is not None


def test_files_of_a_removed_inner_folder_stay_with_the_outer_one(db: LibraryDatabase) -> None:
    photos = Photos(db)
    photos.add_folder(b"/photos")
    add_photo(db, "a.jpg", face(), folder=b"/photos/inner")
    assert set(photos.files_under(b"/photos")) == {b"/photos/inner/a.jpg"}
    with Journal(db).operation("remove folder", "stop") as op:
        photos.remove_folder(photos.folder(b"/photos/inner"), op)
    assert len(photos.list()) == 1


def test_files_under_looks_at_whole_names(db: LibraryDatabase) -> None:
    for folder in (b"/photos", b"/photos2", b"/photos-old", b"/photo"):
        add_photo(db, "a.jpg", face(), folder=folder)
    assert set(Photos(db).files_under(b"/photos")) == {b"/photos/a.jpg"}
    assert len(Photos(db).files_under(b"/")) == 4
    assert Photos(db).count_under(b"/photos/") == 1


def test_a_failure_of_an_unchanged_file_keeps_its_photo(db: LibraryDatabase) -> None:
    add_photo(db, "a.jpg", face())
    photos = Photos(db)
    folder_id = photos.folder(b"/photos").folder_id
    photos.save_failure(folder_id, b"/photos/a.jpg", "slow", "took too long", 10, 20)
    assert len(photos.list()) == 1
    photos.save_failure(folder_id, b"/photos/a.jpg", "unreadable", "cut short", 11, 20)
    assert photos.list() == []
    assert [(each.path, each.kind) for each in photos.failures()] == [(b"/photos/a.jpg", "unreadable")]
    photos.save_analysis(folder_id, analysis(b"/photos/a.jpg", face()), 12, 20)
    assert photos.failures() == []


def test_analysed_means_this_detector_all_embedders_and_this_orientation(db: LibraryDatabase) -> None:
    photos = Photos(db)
    folder_id = photos.add_folder(b"/photos").folder_id
    one = analysis(b"/photos/a.jpg", with_embedding(face(), m=vector(1), n=vector(2)), orientation=6)
    photo_id = photos.save_analysis(folder_id, one, 1, 2).photo_id
    assert photos.analysed("d", ["m"]) == photos.analysed("d", ["n", "m"]) == {one.identity + b"\x06"}
    assert photos.analysed_ids("d", ["m", "n"]) == {photo_id}
    assert not photos.analysed("d", ["m", "other"])
    assert not photos.analysed("other", ["m"])


def test_going_back_to_an_earlier_detector_reads_again(db: LibraryDatabase) -> None:
    photos = Photos(db)
    folder_id = photos.add_folder(b"/photos").folder_id
    for detector in ("d", "e"):
        photos.save_analysis(folder_id, analysis(b"/photos/a.jpg", face(), detector=detector), 1, 2)
    assert not photos.analysed_ids("d", ["m"])
    assert photos.analysed_ids("e", ["m"])


def test_faces_found_again_keep_their_ids_and_others_retire(db: LibraryDatabase) -> None:
    first, second = add_photo(db, "a.jpg", face(100), face(400))
    photos = Photos(db)
    folder_id = photos.folder(b"/photos").folder_id
    again = analysis(b"/photos/a.jpg", face(700), face(105), detector="e")
    saved = photos.save_analysis(folder_id, again, 10, 20)
    assert saved.face_ids[1] == first
    assert saved.new_face_ids == saved.face_ids[:1]
    assert {each.face_id for each in Faces(db).list()} == set(saved.face_ids)
    assert Faces(db).get(first).box == Box(105, 50, 80, 80)
    back = photos.save_analysis(folder_id, analysis(b"/photos/a.jpg", face(100), face(400)), 10, 20)
    assert back.face_ids == (first, second)
    assert back.new_face_ids == ()


def test_a_decided_face_never_disappears_with_a_detector(db: LibraryDatabase) -> None:
    kept, gone = add_photo(db, "a.jpg", face(100), face(400))
    decide(db, "A", [kept])
    photos = Photos(db)
    photos.save_analysis(photos.folder(b"/photos").folder_id, analysis(b"/photos/a.jpg", detector="e"), 10, 20)
    assert [(each.face_id, each.person) for each in Faces(db).list()] == [(kept, "A")]
    assert not len(Vectors(db).load([("m", 1.0)])[0])
    assert Faces(db).get(gone).person is None


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photo_shown_another_way_keeps_its_faces(db: LibraryDatabase, orientation: int) -> None:
    from photoface.domain.geometry import reorient_box

    [face_id] = add_photo(db, "a.jpg", face(100, 50))
    photos = Photos(db)
    turned = analysis(b"/photos/a.jpg", orientation=orientation, content=b"/photos/a.jpg")
    photos.save_analysis(photos.folder(b"/photos").folder_id, turned, 10, 20)
    expected = reorient_box(Box(100, 50, 80, 80), analysis(b"x").size, 1, orientation)
    shown = Faces(db).get(face_id).box
    assert (shown.x, shown.y, shown.width, shown.height) == pytest.approx(
        (expected.x, expected.y, expected.width, expected.height)
    )
    found = face(expected.x, expected.y, expected.width)
    saved = photos.save_analysis(photos.folder(b"/photos").folder_id, _with(turned, found), 10, 20)
    assert saved.face_ids == (face_id,)


def _with(given, *faces):
    from dataclasses import replace

    return replace(given, faces=faces)


def test_landmarks_stay_named_by_their_side_of_the_picture(db: LibraryDatabase) -> None:
    [face_id] = add_photo(db, "a.jpg", face(100, 50))
    photos = Photos(db)
    mirrored = analysis(b"/photos/a.jpg", orientation=2, content=b"/photos/a.jpg")
    photos.save_analysis(photos.folder(b"/photos").folder_id, mirrored, 10, 20)
    blob = db.value("SELECT landmarks FROM face WHERE id = ?", [face_id])
    points = np.frombuffer(blob, np.float32).reshape(5, 2)
    assert points[0, 0] < points[2, 0] < points[1, 0]
    assert points[3, 0] < points[4, 0]


def test_embeddings_of_other_models_stay_beside(db: LibraryDatabase) -> None:
    [face_id] = add_photo(db, "a.jpg", face(seed=1))
    photos = Photos(db)
    again = analysis(b"/photos/a.jpg", with_embedding(face(), n=vector(2)))
    photos.save_analysis(photos.folder(b"/photos").folder_id, again, 10, 20)
    assert Vectors(db).models() == {"m": 1, "n": 1}
    ids, joined = Vectors(db).load([("m", 2.0), ("n", 1.0)])
    assert ids.tolist() == [face_id]
    expected = np.concatenate([2 * vector(1), vector(2)]) / np.sqrt(5)
    assert joined[0] == pytest.approx(expected, abs=0.01)


def test_a_link_to_an_unknown_photo_is_refused(db: LibraryDatabase) -> None:
    folder_id = Photos(db).add_folder(b"/photos").folder_id
    with pytest.raises(NotFound):
        Photos(db).link_file(folder_id, PhotoKnown(b"/photos/x.jpg", bytes(32)), 1, 2)
