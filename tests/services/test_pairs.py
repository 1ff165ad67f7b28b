"""Several files that are one photo: raw and JPEG, live photos, notes beside them; and what happens when one goes."""

from __future__ import annotations

import pytest

from photoface.services.deciding import naming
from photoface.services.photos.pairs import pair
from photoface.services.photos.scanning import FoundFile, Kind
from photoface.store.companions import companions_of


def files(*names: str) -> list[FoundFile]:
    kinds = {"mov": Kind.OTHER, "mp": Kind.OTHER, "mp4": Kind.OTHER, "xmp": Kind.OTHER, "json": Kind.OTHER}
    return [
        FoundFile(b"/p/" + name.encode(), kinds.get(name.rpartition(".")[2].lower(), Kind.PICTURE)) for name in names
    ]


def companions(*names: str) -> set[tuple[str, str, str]]:
    found = pair(files(*names)).companions
    return {(each.path[3:].decode(), each.kind, each.photo_path[3:].decode()) for each in found}


@pytest.mark.parametrize("raw", ["a.CR2", "A.dng", "a.nef"])
def test_a_raw_file_beside_a_picture_of_its_name_is_the_same_photo(raw: str) -> None:
    assert pair(files("a.jpg", raw, "b.dng")).raw == {b"/p/" + raw.encode(): b"/p/a.jpg"}
    assert pair(files("ab.jpg", raw)).raw == {}


def test_films_and_notes_go_with_their_photo() -> None:
    assert companions("IMG_1.HEIC", "IMG_1.MOV", "b.mov") == {("IMG_1.MOV", "film", "IMG_1.HEIC")}
    assert companions("PXL_1.MP.jpg", "PXL_1.MP", "PXL_2.MP") == {("PXL_1.MP", "film", "PXL_1.MP.jpg")}
    assert companions("a.jpg", "a.jpg.xmp", "a.xmp", "b.xmp") == {
        ("a.jpg.xmp", "sidecar", "a.jpg"),
        ("a.xmp", "sidecar", "a.jpg"),
    }
    assert companions("a.dng", "a.xmp") == {("a.xmp", "sidecar", "a.dng")}
    long = "a" * 60
    assert companions(f"{long}.jpg", f"{long[:46]}.json", "x.jpg.json") == {
        (f"{long[:46]}.json", "takeout", f"{long}.jpg")
    }
    edited = ("IMG_1-edited.jpg", "IMG_1.jpg", "IMG_1(2).jpg", "IMG_1.jpg.json", "IMG_1.jpg.supplemental-met(2).json")
    assert companions(*edited) == {
        ("IMG_1.jpg.json", "takeout", "IMG_1.jpg"),
        ("IMG_1.jpg.supplemental-met(2).json", "takeout", "IMG_1(2).jpg"),
    }
    assert companions("a.jpg", "a.jpg.supplemental-metadata.json") == {
        ("a.jpg.supplemental-metadata.json", "takeout", "a.jpg")
    }


def test_notes_of_thousands_of_photos_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Google's names differ in their last letters only."""
    asked: list[str] = []
    monkeypatch.setattr(
        "photoface.services.photos.pairs.find_json", lambda photo, there: asked.append(photo) or there[0]
    )
    photos = [f"IMG_20190803_{at:06}.jpg" for at in range(300)]
    assert len(companions(*photos, *(f"{name}.supplemental-metadata.json" for name in photos))) == 300
    assert len(asked) == 300


def test_raw_and_jpeg_are_one_photo_with_two_files_and_read_once(w) -> None:
    w.add("a.jpg", "A")
    (w.photos / "a.cr2").write_text("never read")
    w.index()
    (photo,) = w.library.photos.list()
    assert (photo.files, photo.faces, photo.path) == (2, 1, bytes(w.photos / "a.jpg"))
    assert w.analyzers[-1].read == [bytes(w.photos / "a.jpg")]
    w.index()
    assert len(w.analyzers) == 1


def test_when_the_jpeg_is_deleted_the_raw_file_keeps_its_names(w) -> None:
    jpeg, raw = w.add("a.jpg", "A"), w.add("a.cr2", "A of the sensor")
    w.index()
    naming.name_group(w.library, w.group_of("a.jpg"), "Anna")
    jpeg.unlink()
    w.index()
    (photo,) = w.library.photos.list()
    assert (photo.files, photo.path, photo.people) == (1, bytes(raw), ("Anna",))
    w.index(embedder="dlib-resnet")  # other models: now it is read, and is the same photo still
    (photo,) = w.library.photos.list()
    assert photo.people == ("Anna",)


def test_a_jpeg_that_comes_to_a_raw_file_is_the_same_photo(w) -> None:
    w.add("a.dng", "A")
    w.index()
    naming.name_group(w.library, w.group_of("a.dng"), "Anna")
    w.add("a.jpg", "A")
    w.index()
    (photo,) = w.library.photos.list()
    assert (photo.files, photo.people, photo.faces) == (2, ("Anna",), 1)


def test_pairs_that_were_two_photos_stay_two(w) -> None:
    w.add("one/a.dng", "A")
    jpeg = w.add("two/a.jpg", "A")
    w.index()
    jpeg.rename(w.photos / "one" / "a.jpg")
    w.index()
    assert len(w.library.photos.list()) == 2


def test_what_lies_beside_is_known_and_a_changed_note_is_read(w) -> None:
    w.add("a.jpg", "A")
    (w.photos / "a.mov").write_bytes(b"film")
    w.index()
    (photo,) = w.library.photos.list()
    assert companions_of(w.library.db, photo.photo_id) == {"film": [bytes(w.photos / "a.mov")]}
    (w.photos / "a.xmp").write_bytes(b"note")
    w.index()
    assert w.analyzers[-1].read == [bytes(w.photos / "a.jpg")]
    w.index()
    assert len(w.analyzers) == 2
    (w.photos / "a.xmp").unlink()
    w.index()
    assert len(w.analyzers) == 3
    assert set(companions_of(w.library.db, photo.photo_id)) == {"film"}
