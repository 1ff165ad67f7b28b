"""import-names, export-names, the whole of the decisions, and albums, as a user meets them."""

import json

import pytest

from photoface.services.exporting.names import NameExport
from photoface.services.importing.service import NameImport
from photoface.worker.name_writing import name_writer
from photoface.worker.neighbours import names_in
from photoface.worker.tagging import tag_reader
from tests.builders import encoded, noise
from tests.pictures_world import SameProcess, picture_world


@pytest.fixture
def pictures(photoface, tmp_path, monkeypatch):
    """Three real pictures, indexed: A, A and B, C."""

    def importing(library):
        names_in.cache_clear()
        return NameImport(library, lambda contacts: SameProcess(tag_reader(contacts)))

    monkeypatch.setattr("photoface.cli.names_in.importing", importing)
    monkeypatch.setattr("photoface.cli.names_out.exporting",
                        lambda library: NameExport(library, lambda _: SameProcess(name_writer())))  # fmt: skip
    monkeypatch.setattr("photoface.services.decisions.files.in_child", lambda function, *args: function(*args))
    monkeypatch.setattr("photoface.services.exporting.albums.in_child", lambda function, *args: function(*args))
    with picture_world(tmp_path) as world:
        for people in ("A", "A B", "C"):
            world.add(people)
        world.index()
    return tmp_path / "photos"


def named(photoface):
    return sorted(row["person"] or "" for row in photoface("faces", "--json").rows)


def test_out_and_in_again(photoface, pictures):
    face = photoface("faces", "--json").rows[0]["face_id"]
    photoface("assign", face, "Anna")
    assert "2 files would be written" in photoface("export-names", "--dry-run").out
    assert not list(pictures.glob("*.xmp"))
    result = photoface("export-names")
    assert "export-names --undo 1 puts everything back" in result.out
    assert len(list(pictures.glob("*.xmp"))) == 1
    assert photoface("export-names").code == 1
    assert [row["event"] for row in photoface("export-names", "--json").rows] == ["namesunchanged", "namesfinished"]
    photoface("undo")
    assert "Anna" not in named(photoface)
    assert "1 name for faces that are known" in photoface("import-names", "--dry-run").out
    assert "Anna" not in named(photoface)
    assert photoface("import-names").code == 0
    assert "Anna" in named(photoface)
    assert photoface("history", "--json").rows[0]["author"] == "import photoface"
    assert photoface("import-names").code == 1
    assert "2 files put back" in photoface("export-names", "--undo").out
    assert not list(pictures.glob("*.xmp"))
    assert photoface("export-names", "--runs", "--json").rows[0]["undone_at"]


def test_a_conflict_waits_for_an_answer(photoface, pictures):
    face = photoface("faces", "--json").rows[0]["face_id"]
    photoface("assign", face, "Anna")
    photoface("export-names", "--names-only")
    photoface("undo")
    photoface("assign", face, "Berta")
    assert "1 conflict to be decided by you" in photoface("import-names").out
    assert "Berta" in named(photoface)
    [asked] = photoface("import-names", "--questions", "--json").rows
    assert (asked["kind"], asked["name"], asked["here"], asked["face_id"]) == ("other", "Anna", "Berta", face)
    assert "the library says Berta" in photoface("import-names", "--questions").out
    refused = photoface("import-names", "--answer", asked["question"])
    assert (refused.code, "Who is right?" in refused.err) == (2, True)
    assert photoface("import-names", "--answer", asked["question"], "--file-is-right").code == 0
    assert "Anna" in named(photoface)
    assert photoface("import-names", "--questions").code == 1
    assert photoface("import-names", "--answer", 99, "--library-is-right").code == 3


def test_all_decisions_in_a_file(photoface, pictures, tmp_path):
    face = photoface("faces", "--json").rows[0]["face_id"]
    photoface("assign", face, "Anna")
    assert photoface("export-decisions", tmp_path / "all.json").code == 0
    assert json.loads((tmp_path / "all.json").read_text())["version"] == 1
    again = photoface("export-decisions", tmp_path / "all.json")
    assert (again.code, "--replace" in again.err) == (3, True)
    photoface("undo")
    assert photoface("import-decisions", tmp_path / "all.json", "--dry-run", "--json").rows[0]["matched"] == 1
    assert "Anna" not in named(photoface)
    assert photoface("import-decisions", tmp_path / "all.json").code == 0
    assert "Anna" in named(photoface)
    (tmp_path / "all.json").write_text("{}")
    wrong = photoface("import-decisions", tmp_path / "all.json")
    assert (wrong.code, "holds no decisions" in wrong.err) == (2, True)
    assert photoface("import-decisions", tmp_path / "none.json").code == 3


def test_albums(photoface, pictures, tmp_path):
    face = photoface("faces", "--json").rows[0]["face_id"]
    photoface("assign", face, "Anna")
    out = tmp_path / "album"
    for how in ("copy", "hardlink", "symlink", "csv", "html", "contact-sheet"):
        assert "written to" in photoface("export-album", "Anna", "--to", out / how, "--how", how, "--certain").out
        assert len(list((out / how).iterdir())) == 1
    assert photoface("export-album", "--query", "Anna NOT Anna", "--to", out).code == 3
    assert photoface("export-album", "--to", out).code == 2
    assert photoface("export-album", "Anna", "--query", "Anna", "--to", out).code == 2


def test_names_need_indexed_photos(photoface, tmp_path, pictures):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.jpg").write_bytes(encoded(noise()))
    result = photoface("import-names", tmp_path / "elsewhere")
    assert (result.code, "Index the folder first" in result.err) == (3, True)
