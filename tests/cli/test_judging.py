"""calibration, card and doubts on the command line."""

from __future__ import annotations

import pytest

from tests.cli.test_commands import group


@pytest.fixture(autouse=True)
def here(monkeypatch):
    for module in ("calibration.calibrating", "review.doubts"):
        monkeypatch.setattr(f"photoface.services.{module}.in_child", lambda function, *args: function(*args))


def face_of(library, name: str) -> int:
    return next(row["face_id"] for row in library("faces", "--json").rows if row["photo"].endswith(f"/{name}"))


def test_calibration_says_what_it_does_not_know(library):
    (row,) = library("calibration", "--json").rows
    assert row.keys() == {
        "model", "made_at", "faces", "angle", "known", "model_angle", "one_photo", "rows", "sources", "groups",
        "retaken",
    }  # fmt: skip
    assert row["known"] is False
    assert row["rows"][0].keys() == {"angle", "rate", "low", "high"}
    assert {each["kind"] for each in row["sources"]} == {"apart", "met", "confirmed", "together"}
    assert row["retaken"] is None
    told = library("calibration").out
    assert "not enough" in told
    assert "taken twice: nothing" in told
    assert "1 in 1,000 pairs of strangers" in told


def test_calibration_is_kept_when_it_is_asked_for(library):
    first = library("calibration", "--again", "--json").rows[0]
    assert library("calibration", "--json").rows[0] == first


def test_a_card_with_faces_drawn_by_lot(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "b0.jpg"), "Ben")
    (row,) = library("card", "Anna", "--draw", "3", "--json").rows
    assert len(row["to_check"]) == 3
    assert row["drawn"]["share"] is None
    first, second, _ = (face["face_id"] for face in row["to_check"])
    library("confirm", first)
    library("reject", second, "Anna")
    (row,) = library("card", "anna", "--json").rows
    assert (row["drawn"]["right"], row["drawn"]["wrong"], row["to_check"]) == (1, 1, [])
    assert row["reviewed_named"]["share"] == 0.5
    assert row["confused"][0]["person"] == "Ben"
    told = library("card", "Anna").out
    assert "1 of 2 right, 50.0%" in told
    assert "most like Ben" in told
    assert "reject FACE... '#1'" in library("card", "Anna", "--draw", "2").out


def test_a_card_with_nothing_to_draw(library):
    library("assign", face_of(library, "c.jpg"), "Clara")
    assert "nothing to check" in library("card", "Clara", "--draw", "5").out
    assert library("card", "Nobody").code == 3


def test_doubts_and_this_is_right(library):
    library("name", group(library, "a0.jpg"), "Anna")
    library("name", group(library, "b0.jpg"), "Ben")
    assert library("doubts", "--json").rows == []
    wrong = face_of(library, "b0.jpg")
    library("assign", wrong, "Anna")
    (row,) = library("doubts", "--json").rows
    assert (row["face_id"], row["person"], row["rival"]) == (wrong, "Anna", "Ben")
    assert "nearer" in row["reasons"]
    assert "nearer to somebody else" in library("doubts", "--person", "Anna").out
    assert library("doubts", wrong).code == 0
    assert library("doubts", "--json").rows == []
    assert library("doubts", wrong).code == 1
    assert library("undo").code == 0
    assert len(library("doubts", "--json").rows) == 1
