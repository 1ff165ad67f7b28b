"""Folders, snapshots, models and what went wrong, as a user of the commands meets them."""

import json
import os
from pathlib import Path

from photoface.store.database import LibraryDatabase
from photoface.store.photos import Photos
from tests.cli.test_commands import faces, group


def test_status_lists_failures_with_reasons(photoface, photos):
    (photos / "bad.jpg").write_text("broken")
    photoface("index", photos)
    (row,) = photoface("status", "--json").rows
    assert row["failures"] == [
        {
            "photo": str(photos / "bad.jpg"),
            "kind": "unreadable",
            "reason": "this is not a picture that photoface can read",
        }
    ]
    assert "bad.jpg" in photoface("status").out


def test_folders_can_be_left_without_losing_names(library, photos):
    library("name", group(library, "a0.jpg"), "Anna")
    there = {"online": True, "standing": "there", "away": [], "gone": 0, "gone_people": []}
    assert library("folders", "--json").rows == [{"folder": str(photos), "photos": 9, "paused": False, **there}]
    assert library("folders", "--remove", photos).code == 0
    assert library("faces", "--json").rows == []
    library("index", photos)
    assert faces(library, "a0.jpg")[0]["person"] == "Anna"


def test_a_folder_is_paused_and_resumed(library, photos):
    (photos / "later.jpg").write_text("A|later.jpg")
    assert "is paused" in library("folders", "--pause", photos).out
    assert "--resume FOLDER" in library("folders").out
    said = library("index")
    assert (said.code, "is paused and was not looked at" in said.out) == (0, True)
    assert faces(library, "later.jpg") == []
    assert library("index", photos).code == 2
    assert library("folders", "--pause", photos, "--resume", photos).code == 2
    library("folders", "--resume", photos)
    library("index")
    assert len(faces(library, "later.jpg")) == 1


def test_restoring_a_snapshot(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "c.jpg"), "Chris")
    library("merge", "Chris", "INTO", "Anna")
    (row,) = library("restore", "--json").rows
    assert library("restore", row["snapshot"]).code == 0
    assert {row["name"] for row in library("people", "--json").rows if row["kind"] == "person"} == {"Anna", "Chris"}
    assert library("restore", "nothing").code == 3


def test_the_library_option_works_on_both_sides(library, tmp_path):
    other = tmp_path / "other"
    assert library("--library", other, "people").code == library("people", "--library", other).code == 3


def test_a_new_library_needs_models(photoface, photos, installed):
    installed.packs = ()
    result = photoface("index", photos)
    assert result.code == 5
    assert "photoface models install" in result.err


def test_a_library_whose_models_went_away(library, installed):
    installed.packs = ("basic",)
    result = library("index")
    assert result.code == 5
    assert "models install standard" in result.err


def test_another_pack_keeps_the_names(library, installed):
    installed.packs = ("standard", "basic")
    library("name", group(library, "a0.jpg"), "Anna")
    assert library("models", "use", "best").code == 5
    assert library("models", "use", "nothing").code == 3
    assert library("models", "use", "standard").code == 1


def test_a_busy_library_names_the_other_program(library, tmp_path):
    from photoface.store.database import LibraryDatabase

    with LibraryDatabase.create_or_open(tmp_path / "library", write=True):
        result = library("undo")
        assert result.code == 4
        assert library("people").code == 0  # looking is always allowed
    assert str(__import__("os").getpid()) in result.err


def test_a_bug_is_said_and_its_trace_is_kept(photoface, monkeypatch, tmp_path):
    monkeypatch.setattr("photoface.services.keeping.upkeep.status", lambda _: 1 / 0)
    monkeypatch.setattr("photoface.cli.status.open_library", lambda *_, **__: __import__("contextlib").nullcontext())
    result = photoface("status")
    assert result.code == 70
    assert "bug" in result.err
    assert "ZeroDivisionError" in (tmp_path / "data" / "photoface" / "photoface.log").read_text()


def test_usage_errors_are_code_2(photoface):
    assert photoface("frobnicate").code == 2
    assert photoface("name").code == 2
    assert photoface("assign", "Anna").code == 2
    assert photoface("split").code == 2


def test_json_is_utf8_and_one_object_per_line(library):
    library("name", group(library, "a0.jpg"), '李小龍 "ñ"')
    line = library("people", "--json").out.splitlines()[0]
    assert json.loads(line)["name"] == '李小龍 "ñ"'
    assert "李小龍" in line


def test_doctor_looks_at_everything(library):
    result = library("doctor", "--json")
    checks = {row["check"]: row["ok"] for row in result.rows}
    assert checks["library"]
    assert checks["usage data"]


def test_run_prints_people_and_what_to_type_next(photoface, photos):
    result = photoface("run", "--photos", photos)
    assert result.code == 0
    assert "photoface name" in result.out
    assert photoface("run", "--photos", photos / "nowhere").code == 3


def test_status_tells_what_a_stopped_run_left_to_read(photoface, photos, monkeypatch):
    photoface("index", photos)
    (photos / "new.jpg").write_text("C")
    with LibraryDatabase.create_or_open(Path(os.environ["PHOTOFACE_LIBRARY"]), write=True) as db:
        folder = Photos(db).folders()[0]
        Photos(db).note_found(folder.folder_id, [(bytes(photos / "new.jpg"), 1, 1)])
    assert photoface("status", "--json").rows[0]["waiting"] == 1
    assert "1 still to be read" in photoface("status").out
    photoface("index")
    assert photoface("status", "--json").rows[0]["waiting"] == 0


def test_the_history_keeps_why_all_was_grouped_anew(library):
    library("recluster", "--algorithm", "dbscan", "--wrong", "0.05", "--reason", "too many groups")
    assert library("history", "--json").rows[0]["reason"] == "too many groups"


def test_a_box_is_drawn_and_named_in_one_step(library, installed, photos):
    installed.packs = ()  # what is in the box is looked at as soon as there are models
    said = library("draw", photos / "c.jpg", "--box", 500, 20, 100, 120, "Dora")
    assert (said.code, "a box drawn around 1 face: Dora" in said.out, "note: " in said.out) == (0, True, True)
    drawn = faces(library, "c.jpg")[-1]
    assert (drawn["person"], drawn["state"]) == ("Dora", "confirmed")
    number = next(row["photo_id"] for row in library("photos", "--json").rows if row["photo"].endswith("c.jpg"))
    assert library("draw", number, "--box", 300, 20, 100, 120).code == 0
    assert len(faces(library, "c.jpg")) == 3
    library("undo")
    library("undo")
    assert [row["person"] for row in faces(library, "c.jpg")] == [None]


def test_a_box_that_is_no_face_is_not_drawn(library, photos):
    assert library("draw", photos / "c.jpg", "--box", 500, 20, 1, 1).code == 2
    assert library("draw", "4711", "--box", 500, 20, 90, 90).code == 3
    assert library("draw", photos / "nowhere.jpg", "--box", 500, 20, 90, 90).code == 3


def test_a_folder_that_was_moved(library, photos):
    new = photos.rename(photos.with_name("pictures elsewhere"))
    assert "--moved OLD NEW" in library("folders").out
    (photos.parent / "empty").mkdir()
    refused = library("folders", "--moved", photos, photos.parent / "empty", "--anyway")
    assert (refused.code, "0 of 9 files" in refused.err) == (3, True)
    assert library("folders", "--moved", photos, new).code == 0
    assert library("folders", "--json").rows[0]["folder"] == str(new)
    assert "9 known" in library("index").out
    library("undo")
    assert library("folders", "--json").rows[0]["folder"] == str(photos)
