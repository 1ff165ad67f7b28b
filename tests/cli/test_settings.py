"""Commands about settings and data, as a user meets them."""

import pytest

from photoface.config.settings import load_settings


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("photoface.config.settings.data_folder", lambda: tmp_path / "data")


def test_settings_are_listed_and_changed(photoface):
    names = [row["name"] for row in photoface("settings", "--json").rows]
    assert names == ["theme", "language", "threads", "wrong"]
    assert photoface("settings", "theme", "dark").code == 0
    assert photoface("settings", "theme", "--json").rows == [{"name": "theme", "value": "dark"}]
    assert load_settings().theme == "dark"


def test_a_value_that_makes_no_sense_changes_nothing(photoface):
    result = photoface("settings", "threads", "many")
    assert result.code == 2
    assert "Nothing was changed" in result.err
    assert photoface("settings", "colour", "red").code == 2
    assert load_settings().threads == 0


def test_the_usual_strictness_counts_until_a_library_has_its_own(library, photoface):
    photoface("settings", "wrong", "0.02")
    assert library("status", "--json").rows[0]["wrong"] == 0.02
    library("recluster", "--wrong", "0.005")
    assert library("status", "--json").rows[0]["wrong"] == 0.005


def test_what_is_left_out_leaves_at_the_next_index(library):
    before = len(library("photos", "--json").rows)
    said = library("leave-out", "A0.*")
    assert said.code == 0
    assert "1 file leave" in said.out
    assert library("leave-out", "--json").rows == [{"pattern": "A0.*"}]
    library("index")
    assert len(library("photos", "--json").rows) == before - 1
    assert library("leave-out", "A0.*").code == 1
    library("leave-out", "--nothing")
    library("index")
    assert len(library("photos", "--json").rows) == before


def test_forgetting_tells_first_and_deletes_when_asked(library):
    told = library("forget")
    assert "photoface forget --yes" in told.out
    assert library("faces", "--json").rows
    gone = library("forget", "--yes", "--snapshots", "--json").rows[0]
    assert gone["deleted"] is True
    assert gone["faces"] > 0
    assert library("faces", "--json").rows == []
    assert library("folders", "--json").rows == []


def test_places_of_data(library, photoface):
    rows = {row["what"]: row for row in photoface("data", "--json").rows}
    assert rows["library"]["bytes"] > 0
    assert {"library", "pictures", "snapshots", "models", "log", "settings"} == rows.keys()
