"""Libraries of older versions took whole files for the identity of some formats: nothing of theirs is lost."""

from __future__ import annotations

from dataclasses import replace

from photoface.domain.dates import DateSource, Taken
from photoface.domain.faces import PhotoKnown
from photoface.store.faces import Faces
from photoface.store.photos import Photos
from photoface.store.said import to_reread
from tests.store.building import add_photo, analysis, decide, face, opened


def test_a_known_photo_gets_the_present_identity_and_keeps_its_names(tmp_path) -> None:
    with opened(tmp_path) as db:
        faces = add_photo(db, "a.heic", face())
        decide(db, "Zoë", faces)
        photos, old = Photos(db), analysis(b"/photos/a.heic").identity
        folder = photos.folder(b"/photos").folder_id
        new = analysis(b"another").identity
        db.execute("INSERT INTO reread SELECT id FROM photo")
        taken = Taken("2019-08-03T12:13:14", DateSource.SIDECAR)
        photos.link_file(folder, PhotoKnown(b"/photos/a.heic", new, (old,), taken), 10, 20)
        assert to_reread(db) == frozenset()
        assert photos.analysed("d", ["m"]) == {new + b"\x01"}
        # names written into the file changed all of it but its pixels
        photos.link_file(folder, PhotoKnown(b"/photos/a.heic", new, (analysis(b"rewritten").identity,)), 11, 21)
        [photo] = photos.list()
        assert (photo.people, photo.files) == (("Zoë",), 1)


def test_read_anew_by_other_models_too(tmp_path) -> None:
    with opened(tmp_path) as db:
        faces = add_photo(db, "a.heic", face())
        decide(db, "Zoë", faces)
        seen = analysis(b"/photos/a.heic", face(), content=b"pixels", detector="other")
        former = analysis(b"/photos/a.heic").identity
        saved = Photos(db).save_analysis(1, replace(seen, former=(former,)), 10, 20)
        assert saved.new_face_ids == ()
        assert [each.person for each in Faces(db).list()] == ["Zoë"]


def test_two_old_photos_of_one_picture_stay_two(tmp_path) -> None:
    with opened(tmp_path) as db:
        for name in ("a.heic", "b.heic"):
            decide(db, name, add_photo(db, name, face()))
        photos, new = Photos(db), analysis(b"pixels").identity
        for name in (b"/photos/a.heic", b"/photos/b.heic"):
            photos.link_file(1, PhotoKnown(name, new, (analysis(name).identity,)), 10, 20)
        assert {face.person for face in Faces(db).list()} == {"a.heic", "b.heic"}


def test_a_number_for_which_way_up_that_older_versions_noted_otherwise_turns_nothing(tmp_path) -> None:
    """They took HEIC for upright, as the decoder shows it; now what its properties say is noted."""
    with opened(tmp_path) as db:
        faces = add_photo(db, "a.heic", face())
        decide(db, "Zoë", faces)
        before = Faces(db).get(faces[0]).box
        former = analysis(b"/photos/a.heic").identity
        seen = analysis(b"/photos/a.heic", face(), content=b"pixels", detector="other")
        saved = Photos(db).save_analysis(1, replace(seen, former=(former,), orientation=6), 10, 20)
        assert (saved.new_face_ids, Faces(db).get(faces[0]).box) == ((), before)
        assert db.value("SELECT orientation FROM photo WHERE id = ?", [saved.photo_id]) == 6
