"""Names of other programs come in on the right faces, go out, and come in again, by the real program."""

import json
import shutil
import subprocess

import pytest

from tests.end_to_end.conftest import SHARED

CURIES = SHARED / "photos" / "formats" / "immich-test-assets" / "metadata" / "faces"
LIBREPHOTOS = SHARED / "photos" / "formats" / "librephotos"


@pytest.fixture
def tagged(photos):
    """Marie and Pierre Curie upright and with orientation 6, and one with a sidecar; as other programs left them."""
    if not CURIES.is_dir():
        pytest.skip("the shared photos are not here")
    for path in (*CURIES.glob("*.jpg"), *LIBREPHOTOS.iterdir()):
        (photos / path.name).write_bytes(path.read_bytes())
    return photos


def people(program):
    """Photo -> who is in it, from left to right."""
    rows = sorted(program("faces", "--json").rows, key=lambda row: row["box"][0])
    names = {row["photo"].rpartition("/")[2]: [] for row in rows}
    for row in rows:
        names[row["photo"].rpartition("/")[2]].append((row["person"], row["state"]))
    return names


RIGHT = {
    "portrait.jpg": [("Marie Curie", "named"), ("Pierre Curie", "named")],
    "portrait-orientation-6.jpg": [("Marie Curie", "named"), ("Pierre Curie", "named")],
    "niaz.jpg": [("Niaz Faridani-Rad", "named")],
}


def test_the_curies_come_in_and_go_out_and_come_in_again(program, tagged):
    assert program("index", tagged).code == 0
    [plan] = program("import-names", "--dry-run", "--json").rows
    assert (plan["people"], plan["matched"], plan["drawn"], plan["conflicts"]) == (3, 5, 0, 0)
    assert program("import-names").code == 0
    assert people(program) == RIGHT
    [step] = program("history", "--json").rows
    assert step["author"] == "import digiKam"
    before = {path.name: path.read_bytes() for path in tagged.iterdir()}
    assert program("export-names", "--dry-run").code == 0
    assert {path.name: path.read_bytes() for path in tagged.iterdir()} == before
    assert "4 files written" in program("export-names").out
    assert "3 known" in program("index").out, "what was written by photoface itself is not read again"
    shutil.rmtree(program.library)
    assert program("index", tagged).code == 0
    assert program("import-names").code == 0
    assert people(program) == RIGHT
    assert program("undo").code == 0
    assert {person for faces in people(program).values() for person, _ in faces} == {None}


def test_exiftool_reads_them_in_the_photos(program, tagged):
    if shutil.which("exiftool") is None:
        pytest.skip("exiftool writes into photos; it is not installed")
    program("index", tagged)
    program("import-names")
    rows = program("faces", "--person", "Marie Curie", "--json").rows
    program("rename", "Marie Curie", "Marie Skłodowska-Curie")
    assert "3 files written" in program("export-names", "--into-files", "--names-only").out
    asked = ["exiftool", "-j", "-struct", "-PersonInImage", "-RegionInfo", tagged / "portrait-orientation-6.jpg"]
    told = subprocess.run(asked, capture_output=True, text=True, check=True)
    [found] = json.loads(told.stdout)
    assert set(found["PersonInImage"]) == {"Marie Skłodowska-Curie", "Pierre Curie"}
    assert {each["Name"] for each in found["RegionInfo"]["RegionList"]} == {"Marie Skłodowska-Curie", "Pierre Curie"}
    assert "3 known" in program("index").out, "what was written by photoface itself is not read again"
    assert [row["face_id"] for row in program("faces", "--person", "Marie Skłodowska-Curie", "--json").rows] == [
        row["face_id"] for row in rows
    ]
