"""From files to people with the real pipeline: one face in every format and orientation is one person."""

import hashlib

import pytest
from PIL import Image

from photoface.services.photos.scanning import PICTURES
from tests.builders import astronaut, encoded, oriented
from tests.end_to_end.conftest import SHARED

FORMATS = {
    "png": "PNG", "webp": "WEBP", "avif": "AVIF", "tif": "TIFF",
    "bmp": "BMP", "gif": "GIF", "ppm": "PPM", "heic": "HEIF",
}  # fmt: skip


def hashes(folder):
    return {path: (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_every_format_and_orientation_is_the_same_person(program, photos):
    for ending, kind in FORMATS.items():
        assert f".{ending}".encode() in PICTURES
        (photos / f"a.{ending}").write_bytes(encoded(astronaut(), kind))
    for orientation in range(1, 9):
        (photos / f"turned{orientation}.jpg").write_bytes(oriented(astronaut(), orientation))
    (photos / "grey.pgm").write_bytes(encoded(astronaut().convert("L"), "PPM"))
    before = hashes(photos)
    assert program("index", photos).code == 0
    rows = program("faces", "--json").rows
    assert len(rows) == len(FORMATS) + 9
    assert len({row["cluster_id"] for row in rows}) == 1
    for row in rows:
        x, y, width, height = row["box"]
        assert abs(x + width / 2 - 225) < 15
        assert abs(y + height / 2 - 115) < 20
        assert 0.5 < row["score"] <= 1
    assert hashes(photos) == before


def test_copies_of_a_photo_are_told_as_taken_twice(program, photos):
    (photos / "large.png").write_bytes(encoded(astronaut(), "PNG"))
    (photos / "small.png").write_bytes(encoded(astronaut().resize((256, 256)), "PNG"))
    (photos / "poor.jpg").write_bytes(encoded(astronaut(), quality=40))
    assert program("index", photos).code == 0
    (row,) = program("calibration", "--again", "--json").rows
    told = row["retaken"]
    assert (told["photos"], told["faces"], told["found"], told["pairs"], told["missed"]) == (2, 4, 4, 2, 0)
    assert told["median"] <= told["most"] < row["angle"] / 2
    assert "2 pairs of copies" in program("calibration").out


def test_name_search_and_compare(program, photos):
    (photos / "a.jpg").write_bytes(encoded(astronaut()))
    program("index", photos)
    (row,) = program("faces", "--json").rows
    assert program("name", row["cluster_id"], "Eileen").code == 0
    probe = program.home / "probe.png"
    astronaut().transpose(Image.Transpose.FLIP_LEFT_RIGHT).crop((200, 0, 420, 260)).save(probe)
    (found,) = program("search", probe, "--json").rows
    assert found["matches"][0]["person"] == "Eileen"
    assert found["matches"][0]["false_match_rate"] < 1e-3
    (same,) = program("compare", probe, photos / "a.jpg", "--json").rows
    assert same["angle"] == pytest.approx(found["matches"][0]["angle"], abs=0.02)


def test_rotating_by_a_flag_keeps_the_face_and_its_name(program, photos):
    (photos / "a.jpg").write_bytes(oriented(astronaut(), 1))
    program("index", photos)
    (before,) = program("faces", "--json").rows
    program("name", before["cluster_id"], "Eileen")
    upright = (photos / "a.jpg").read_bytes()
    turned = oriented(astronaut(), 1).replace(
        b"\x12\x01\x03\x00\x01\x00\x00\x00\x01", b"\x12\x01\x03\x00\x01\x00\x00\x00\x06"
    )
    if turned == upright:
        turned = upright.replace(
            b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01", b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06"
        )
    assert turned != upright
    (photos / "a.jpg").write_bytes(turned)
    program("index")
    rows = [row for row in program("faces", "--json").rows if row["person"] == "Eileen"]
    assert [row["face_id"] for row in rows] == [before["face_id"]]
    assert rows[0]["box"] != before["box"]


def test_a_name_written_into_the_file_changes_neither_photo_nor_face(program, photos):
    (photos / "a.jpg").write_bytes(encoded(astronaut()))
    program("index", photos)
    (before,) = program("faces", "--json").rows
    image = Image.Exif()
    image[0x010E] = "Eileen"
    tagged = encoded(astronaut(), exif=image.tobytes())
    (photos / "b.jpg").write_bytes(tagged)
    (photos / "a.jpg").unlink()
    result = program("index")
    assert result.code == 0
    assert [row["face_id"] for row in program("faces", "--json").rows] == [before["face_id"]]


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/photos is not there")
def test_people_of_a_series_are_found_in_its_group_photos(program):
    people = SHARED / "photos" / "faces" / "bbt-faceapi"
    assert program("index", people, SHARED / "photos" / "groups" / "face-api.js").code == 0
    for row in program("faces", "--json").rows:
        folder = row["photo"].split("/")[-2]
        if folder in ("sheldon", "penny") and row["photo"].endswith("1.png"):
            program("assign", row["face_id"], folder)
    for name in ("sheldon", "penny"):
        (found, *_) = program("search", people / name / f"{name}3.png", "--json").rows
        known = [match["person"] for match in found["matches"] if match["person"]]
        assert known[0] == name
