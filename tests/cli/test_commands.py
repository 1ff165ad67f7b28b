"""Each command as a user meets it: what it prints, its JSON, its exit code."""

import pytest

from photoface.cli.commands import COMMANDS
from tests.world import PACK


def faces(photoface, name):
    """The rows of the faces in one photo."""
    return [row for row in photoface("faces", "--json").rows if row["photo"].endswith("/" + name)]


def group(photoface, name, at=0):
    return faces(photoface, name)[at]["cluster_id"]


def test_every_command_has_help(photoface):
    for command in COMMANDS:
        result = photoface(command, "--help")
        assert result.code == 0
        assert "Usage: photoface" in result.out


def test_help_names_all_commands(photoface):
    text = photoface("--help").out
    assert all(command in text for command in COMMANDS if command != "run")


def test_indexing_says_what_it_found_and_records_the_pack(photoface, photos):
    result = photoface("index", photos)
    assert "9 new" in result.out
    assert "Done: 9 photos, 11 faces" in result.out
    assert photoface("status", "--json").rows[0]["pack"] == PACK


def test_indexing_as_json_is_one_event_a_line(photoface, photos):
    events = photoface("index", photos, "--json").rows
    assert [row["event"] for row in events][-2:] == ["finished", "grouped"]
    indexed = [row for row in events if row["event"] == "photoindexed"]
    assert {"photo", "photo_id", "faces", "known"} <= indexed[0].keys()


def test_without_a_folder_all_folders_are_looked_through(library, photos):
    (photos / "new.jpg").write_text("A|new")
    assert "1 new, 9 known" in library("index").out
    assert group(library, "new.jpg") == group(library, "a0.jpg")


def test_people_lists_names_before_groups(library):
    library("name", group(library, "b0.jpg"), "Ben")
    rows = library("people", "--json").rows
    assert [row["kind"] for row in rows] == ["person", "group", "group"]
    assert rows[0] == {
        "kind": "person", "person_id": 1, "name": "Ben", "faces": 4, "confirmed": 0, "named": 4, "suggested": 0,
        "photos": 4, "cover_face_id": rows[0]["cover_face_id"], "hidden": False,
    }  # fmt: skip
    assert rows[1].keys() == {"kind", "cluster_id", "faces", "photos", "cover_face_id"}
    text = library("people").out
    assert "Ben" in text
    assert "1 person seen once" in text


def test_faces_json_is_as_documented(library, photos):
    row = faces(library, "ab0.jpg")[1]
    assert list(row) == [
        "face_id", "photo", "box", "score", "quality", "cluster_id", "person_id", "person", "state",
    ]  # fmt: skip
    assert row["photo"] == str(photos / "ab0.jpg")
    assert row["box"] == [100.0, 10.0, 80.0, 100.0]
    assert (row["person"], row["state"]) == (None, "unassigned")


def test_faces_can_be_filtered(library, photos):
    number = group(library, "b0.jpg")
    assert len(library("faces", "--group", number, "--json").rows) == 4
    library("name", number, "Ben")
    assert len(library("faces", "--person", "ben", "--json").rows) == 4
    assert len(library("faces", "--photo", photos / "ab0.jpg", "--json").rows) == 2
    assert len(library("faces", "--state", "named", "--json").rows) == 4
    assert len(library("faces", "--limit", "3", "--json").rows) == 3
    assert "Ben" in library("faces", "--person", "Ben").out


def test_a_path_that_is_no_utf8_comes_in_base64_as_well(photoface, photos):
    with open(bytes(photos) + b"/bad\xff.jpg", "wb") as file:
        file.write(b"A")
    photoface("index", photos)
    (row,) = [row for row in photoface("faces", "--json").rows if "photo_bytes" in row]
    assert row["photo"].endswith("bad\ufffd.jpg")
    import base64

    assert base64.b64decode(row["photo_bytes"]).endswith(b"bad\xff.jpg")


def test_naming_prints_how_many(library):
    result = library("name", group(library, "a0.jpg"), "Anna", "Maria")
    assert result.out.startswith("named 6 faces Anna Maria")
    assert library("name", group(library, "a0.jpg"), "Anna Maria").code == 1


def test_renaming_merging_and_taking_back(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "c.jpg"), "Chris")
    assert library("rename", "Chris", "Christa").code == 0
    assert library("merge", "Christa", "INTO", "Anna").out.startswith("merged Christa into Anna: 1 face")
    assert "undone: merge Christa into Anna" in library("undo").out
    assert {row["name"] for row in library("people", "--json").rows if row["kind"] == "person"} == {"Anna", "Christa"}
    assert "done again: merge" in library("redo").out


def test_a_merge_must_say_which_goes_where(library):
    library("name", group(library, "a0.jpg"), "Anna")
    assert library("merge", "Anna").code == 2
    assert library("merge", "INTO", "Anna").code == 2


def test_correcting_single_faces(library):
    library("name", group(library, "a0.jpg"), "Anna")
    number = faces(library, "a0.jpg")[0]["face_id"]
    assert library("reject", number, "Anna").code == 0
    assert faces(library, "a0.jpg")[0]["person"] is None
    assert library("assign", number, "Zoe").code == 0
    assert faces(library, "a0.jpg")[0]["state"] == "confirmed"
    assert library("split", number).code == 0
    assert library("ignore", number).code == 0
    assert faces(library, "a0.jpg")[0]["state"] == "ignored"
    assert library("not-a-face", number).code == 0
    assert library("confirm", faces(library, "a1.jpg")[0]["face_id"]).code == 0
    assert faces(library, "a1.jpg")[0]["state"] == "confirmed"


def test_confirming_all_of_a_person_and_ignoring_a_group(library):
    library("name", group(library, "a0.jpg"), "Anna")
    assert "confirmed 6 faces as Anna" in library("confirm", "--person", "Anna").out
    assert "4 faces ignored" in library("ignore", "--group", group(library, "b0.jpg")).out


def test_history_shows_newest_first_and_any_can_be_undone(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "c.jpg"), "Chris")
    rows = library("history", "--json").rows
    assert [row["kind"] for row in rows] == ["name", "name"]
    assert rows[0]["operation_id"] == 2
    assert library("undo", 1).code == 0
    assert {row["name"] for row in library("people", "--json").rows if row["kind"] == "person"} == {"Chris"}
    assert "undone" in library("history").out


def test_an_undo_that_later_work_stands_on_is_refused_with_its_name(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("rename", "Anna", "Änne")
    result = library("undo", 1)
    assert result.code == 3
    assert "rename Anna to Änne" in result.err


def test_nothing_to_undo(library):
    assert library("undo").code == 3
    assert library("redo").code == 3


def test_find_and_photos(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "b0.jpg"), "Ben")
    assert len(library("find", "Anna AND Ben", "--json").rows) == 2
    assert len(library("find", "Anna", "NOT", "Ben", "--json").rows) == 4
    assert len(library("find", "only Ben", "--json").rows) == 2
    assert "3 photos" not in library("find", "Anna").out
    rows = library("photos", "--person", "Ben", "--json").rows
    assert len(rows) == 4
    assert set(rows[0]) == {"photo_id", "photo", "files", "width", "height", "taken", "faces", "people", "damaged"}
    assert library("find", "Nobody").code == 3
    assert library("find", "(Anna").code == 2


def test_searching_brings_the_person_first(library, tmp_path):
    library("name", group(library, "a0.jpg"), "Anna")
    probe = tmp_path / "probe.jpg"
    probe.write_text("B A|probe")
    rows = library("search", probe, "--json").rows
    assert [row["matches"][0]["person"] for row in rows] == [None, "Anna"]
    assert rows[1]["matches"][0].keys() == {
        "person", "person_id", "cluster_id", "face_id", "photo", "state", "angle", "false_match_rate",
    }  # fmt: skip
    found = [match["angle"] for match in rows[1]["matches"]]
    assert found == sorted(found)
    assert "Anna" in library("search", probe).out


def test_comparing_two_pictures(library, photos, tmp_path):
    other = tmp_path / "other.jpg"
    other.write_text("A|other")
    (same,) = library("compare", photos / "a0.jpg", other, "--json").rows
    (different,) = library("compare", photos / "b0.jpg", other, "--json").rows
    assert same["angle"] < different["angle"]
    assert same["false_match_rate"] < 0.001 < different["false_match_rate"]
    assert "rad" in library("compare", photos / "a0.jpg", other).out


@pytest.mark.parametrize("content", ["|nobody", "broken"])
def test_a_probe_without_a_face_or_picture(library, tmp_path, content):
    probe = tmp_path / "probe.jpg"
    probe.write_text(content)
    result = library("search", probe)
    assert result.code != 0
    assert "probe.jpg" in result.err
    assert result.err.count("\n") == 1


def test_a_probe_that_is_not_there(library, tmp_path):
    assert "no such file" in library("search", tmp_path / "nowhere.jpg").err


def test_reclustering_prints_the_difference_first(library):
    library("name", group(library, "a0.jpg"), "Anna")
    (row,) = library("recluster", "--algorithm", "dbscan", "--wrong", "0.05", "--dry-run", "--json").rows
    assert row["decided_moving"] == 0
    assert row["algorithm"] == "dbscan"
    assert len(library("history", "--json").rows) == 1
    assert "would move" in library("recluster", "--algorithm", "dbscan", "--wrong", "0.05").out
    assert library("recluster").code == 1
    assert "undone" in library("undo").out
