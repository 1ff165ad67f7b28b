"""Contradictions, reasons and steps back as a user meets them in the terminal."""

from tests.cli.test_commands import faces, group


def ids(photoface, name):
    return [row["face_id"] for row in faces(photoface, name)]


def test_a_contradiction_is_told_before_it_is_made_and_shown_after(library):
    library("name", group(library, "a0.jpg"), "Anna")
    other = ids(library, "ab0.jpg")[1]
    refused = library("assign", other, "Anna")
    assert refused.code == 3
    assert "this would contradict" in refused.err
    assert "ab0.jpg" in refused.err
    assert "what you are about to say" in refused.err
    assert library("conflicts").out == "No decisions contradict one another.\n"
    assert library("assign", other, "Anna", "--anyway", "--reason", "a mirror").code == 0
    shown = library("conflicts").out
    assert "1 contradiction." in shown
    assert "because: a mirror" in shown
    (row,) = library("conflicts", "--json").rows
    assert {claim["operation"]["kind"] for claim in row["together"]} == {"name", "assign"}
    assert row["apart"][0]["said"] == "photo"


def test_each_way_out_is_one_step(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("assign", ids(library, "ab0.jpg")[1], "Anna", "--anyway")
    ways = [way["key"] for way in library("conflicts", "--json").rows[0]["ways"]]
    assert {key.split(":")[0] for key in ways} == {"mirror", "leave", "undo"}
    for key in ways:
        assert library("conflicts", "--settle", key).code == 0
        assert library("conflicts", "--json").rows == []
        library("redo" if key.startswith("undo") else "undo")
    assert library("conflicts", "--settle", "mirror:77").code == 3


def test_reclustering_counts_contradictions(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("assign", ids(library, "ab0.jpg")[1], "Anna", "--anyway")
    said = library("recluster", "--dry-run").out
    assert "0 decided ones to somebody else, 1 contradiction (see both sides: photoface conflicts)." in said


def test_different_people(library):
    a, b, c = (group(library, f"{name}.jpg") for name in ("a0", "b0", "c"))
    assert library("different", a, c).code == 0
    library("name", a, "Anna")
    library("name", b, "Ben")
    assert library("different", c, "Ben").code == 0
    assert library("different", "Anna", "Ben", "--reason", "cousins").code == 0
    assert library("different", "Ben", "Anna").code == 1
    assert library("different", "Ben", "Ben").code == 2
    refused = library("merge", "Ben", "Anna")
    assert (refused.code, "different people" in refused.err) == (3, True)
    assert library("merge", "Ben", "Anna", "--anyway").code == 0
    assert library("history", "--json").rows[1]["reason"] == "cousins"


def test_a_birth_date_and_a_mirror_are_steps_in_the_history(library):
    library("name", group(library, "a0.jpg"), "Anna")
    assert library("born", "Anna", "2015-03-21").code == 0
    assert library("born", "Anna", "2015-02-31").code == 2
    photo = library("photos", "--json").rows[0]["photo_id"]
    assert library("mirror", photo).code == 0
    assert library("mirror", photo).code == 1
    assert library("mirror", photo, "--not").code == 0
    assert library("mirror", 99999).code == 3
    assert [row["kind"] for row in library("history", "--json").rows] == ["repeat", "repeat", "facts", "name"]


def test_a_dry_undo_says_what_would_change(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "b0.jpg"), "Ben")
    library("merge", "Ben", "Anna", "--anyway")
    said = library("undo", "--dry-run").out
    assert "4 faces: Anna (named) -> Ben (named)" in said
    assert "Ben would be there again" in said
    assert library("undo", "--dry-run", "--json").rows[0]["people_back"] == ["Ben"]
    assert library("history", "--json").rows[0]["state"] == "done"
    library("assign", ids(library, "b0.jpg")[0], "Dora")
    refused = library("undo", 3, "--dry-run")
    assert refused.code == 3
    assert "assign 1 face to Dora" in refused.out
    assert library("undo", 3).code == 3
