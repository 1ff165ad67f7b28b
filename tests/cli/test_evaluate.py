"""`photoface evaluate` as a user meets it: text, JSON, plots, exit codes."""

import json

import pytest

from photoface.cli.evaluate_cells import plain

VERIFICATION = {"genuine", "impostors", "folds", "accuracy", "threshold", "auc", "eer", "val", "tar", "roc"}
GROUPING = {"how", "algorithm", "wrong", "bcubed", "pairwise", "groups", "unsorted", "precision_95", "recall_95"}


@pytest.fixture
def photos(tmp_path):
    """Photos in folders named after people: six people of five photos each, LFW's file names, four seen once."""
    folder = tmp_path / "photos"
    for person in (*(f"P{number}" for number in range(6)), *(f"S{number}" for number in range(4))):
        (folder / person).mkdir(parents=True)
        for number in range(1, 6 if person.startswith("P") else 2):
            (folder / person / f"{person}_{number:04}.jpg").write_text(f"{person}|{number}")
    return folder


def one(result):
    """The one object that was printed."""
    assert result.code == 0, result.err
    (row,) = result.rows
    return row


def test_the_key_figures_of_a_library(library, tmp_path):
    row = one(library("evaluate", "--json"))
    assert row.keys() == {
        "embedder", "source", "faces", "people", "seen_once", "names", "rate", "angle", "algorithm", "wrong", "figures",
    }  # fmt: skip
    assert (row["source"], row["people"], row["seen_once"], row["names"][:2]) == ("folders", 10, 4, ["P0", "P1"])
    assert [(each["name"], each["value"]) for each in row["figures"]] == [
        ("precision", 1), ("recall", 1), ("f", 1), ("true_match", 1), ("false_match", 0), ("rank_one", 1),
    ]  # fmt: skip
    assert row["figures"][3].keys() == {"name", "value", "sure", "of", "unit"}
    assert row["figures"][3]["of"] == 6
    assert 0.5 < row["figures"][3]["sure"][0] < 0.7  # six people prove no more
    text = library("evaluate").out
    assert "“P0”, “P1”" in text
    assert "if these folders are not people" in text


def test_names_are_the_truth_where_there_are_some(library):
    for row, name in zip(_groups(library), ("Anna", "Ben"), strict=False):
        library("name", row["cluster_id"], name)
    row = one(library("evaluate", "--json"))
    assert (row["source"], row["people"], row["names"]) == ("names", 2, [])
    assert one(library("evaluate", "--truth", "folders", "--json"))["people"] == 10
    assert "nobody looked for those it lacks" in library("evaluate").out


def test_a_library_before_the_command_is_that_of_the_command(library, tmp_path):
    result = library("evaluate", "--library", tmp_path / "none", "pairs")
    assert result.code == 3
    assert "none" in result.err


def test_other_options_stand_after_the_command(library):
    for option in (("--json",), ("--truth", "names"), ("--folder", "x")):
        result = library("evaluate", *option, "pairs")
        assert result.code == 2
        assert "photoface evaluate pairs" in result.err


def test_few_people_are_said_to_prove_little(library):
    assert "only 10 people: even 100 % here means 72 % or more" in library("evaluate", "pairs").out
    assert "only 4 people" in library("evaluate", "identify", "--repeats", 2).out
    assert "95 % sure, of the first line: P " in library("evaluate", "clusters").out


def test_pairs_of_a_library(library):
    row = one(library("evaluate", "pairs", "--json"))
    assert row.keys() == {
        "embedder", "source", "faces", "people", "figures", "absent", "without_face", "claims",
    }  # fmt: skip
    assert row["figures"].keys() == VERIFICATION
    assert row["figures"]["accuracy"] == {"value": 1.0, "standard_error": 0.0}
    assert row["figures"]["tar"][0].keys() == {"rate", "value", "false_accepts"}
    assert row["figures"]["tar"][3]["value"] is None
    assert row["claims"][0].keys() == {"rate", "angle", "far", "tar"}


def test_pairs_of_a_list_in_words(library, tmp_path):
    listed = tmp_path / "pairs.txt"
    listed.write_text("2\t2\nP0 1 2\nP1 1 2\nP0 1 P1 1\nP1 1 P2 1\nP0 1 3\nP1 1 3\nP2 1 P3 1\nP3 1 P4 1\nP0 1 9\n")
    text = library("evaluate", "pairs", listed).out
    assert "4 pairs of one person, 4 pairs of two; 2 folds" in text
    assert "100.00 ± 0.00" in text
    assert "1 pair left out" in text
    assert "too few pairs of strangers" in text


def test_clusters(library):
    row = one(library("evaluate", "clusters", "--json"))
    assert row.keys() == {
        "embedder", "source", "faces", "people", "seen_once", "grouped", "grouping", "curve",
    }  # fmt: skip
    assert row["grouping"].keys() == GROUPING
    assert row["grouping"]["bcubed"] == {"precision": 1.0, "recall": 1.0, "f": 1.0}
    assert row["curve"] == []
    assert "average, as it is" in library("evaluate", "clusters").out
    assert "dbscan, planned" in library("evaluate", "clusters", "--algorithm", "dbscan", "--wrong", "0.02").out
    assert len(one(library("evaluate", "clusters", "--curve", "--json"))["curve"]) == 7


def test_clusters_of_people_with_names(library):
    for cluster, name in ((row["cluster_id"], f"N{number}") for number, row in enumerate(_groups(library)[:3])):
        library("name", cluster, name)
    row = one(library("evaluate", "clusters", "--truth", "names", "--json"))
    assert (row["people"], row["grouping"]["how"]) == (3, "undecided")


def _groups(photoface):
    return [row for row in photoface("people", "--json").rows if row["kind"] == "group"]


def test_identify(library):
    row = one(library("evaluate", "identify", "--repeats", 2, "--json"))
    assert row.keys() == {
        "embedder", "source", "faces", "people", "repeats", "gallery", "probes", "strangers", "held_out", "rank_one",
        "open_set", "named", "trained", "tested", "classifiers",
    }  # fmt: skip
    assert row["rank_one"][0]["value"]["value"] == 1
    assert [each["method"] for each in row["classifiers"]] == ["nearest neighbour", "kNN", "SVM"]
    text = library("evaluate", "identify", "--repeats", 2).out
    assert "people kept out of the gallery" in text
    assert "too few strangers" in text


def test_detect(library, photos, tmp_path):
    boxes = {"images": [{"file": "P0/P0_0001.jpg", "boxes": [[0, 10, 80, 100]]}]}
    (tmp_path / "true.json").write_text(json.dumps(boxes))
    row = one(library("evaluate", "detect", tmp_path / "true.json", "--photos", photos, "--json"))
    assert row.keys() == {"detector", "photos", "absent", "failed", "true", "overlaps"}
    assert row["overlaps"][0].keys() == {
        "overlap", "found", "wrong", "ignored", "recall", "precision", "sizes", "curve",
    }  # fmt: skip
    assert row["overlaps"][0]["recall"] == row["overlaps"][0]["precision"] == 1
    assert row["overlaps"][0]["sizes"][3] == {"width": 80, "below": 160, "true": 1, "found": 1, "wrong": 0}
    text = library("evaluate", "detect", tmp_path / "true.json", "--photos", photos).out
    assert "80 to 159 px" in text


def test_robustness(library, monkeypatch):
    def no_copies(function, originals, levels, folder):
        for original in originals:
            for level in levels:
                with open(original.path) as source:
                    (folder / f"{original.name}-{level.kind}-{level.value}.png").write_text(f"{source.read()} {level}")
        return []

    monkeypatch.setattr("photoface.services.evaluation.robustness.in_child", no_copies)
    monkeypatch.setattr("photoface.services.evaluation.robustness._face_of", lambda analysis: analysis.faces[0])
    row = one(library("evaluate", "robustness", "--sample", 12, "--json"))
    assert row.keys() == {"embedder", "source", "sample", "people", "unreadable", "levels"}
    assert row["levels"][0].keys() == {
        "level", "faces", "detected", "accuracy", "val", "found_pairs", "drift",
    }  # fmt: skip
    assert row["levels"][0]["level"] == {"kind": "full", "value": 0}
    assert "face width 14" in library("evaluate", "robustness", "--sample", 12).out


def test_embeddings(library):
    row = one(library("evaluate", "embeddings", "--sample", 20, "--json"))
    assert row.keys() == {
        "embedder", "source", "sample", "faces", "people", "lost", "bytes_float32", "bytes_int8", "error_mean",
        "error_99", "error_most", "errors", "float32", "int8",
    }  # fmt: skip
    assert row["float32"].keys() == row["int8"].keys() == VERIFICATION
    assert row["error_most"] < 0.01
    assert "256 as stored" in library("evaluate", "embeddings", "--sample", 20).out


@pytest.mark.parametrize("command", ["pairs", "clusters", "identify", "embeddings"])
@pytest.mark.parametrize("ending", [".svg", ".png"])
def test_plots(library, tmp_path, command, ending):
    plot = tmp_path / f"plot{ending}"
    assert "drawn" in library("evaluate", command, "--plot", plot).out
    assert plot.read_bytes()[:5] == {".svg": b"<?xml", ".png": b"\x89PNG\r"}[ending]
    first = plot.read_bytes()
    one(library("evaluate", command, "--plot", plot, "--json"))
    assert plot.read_bytes() == first


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["pairs", "--plot", "plot.gif"], 2, ".svg or .png"),
        (["pairs", "--plot", "nowhere/plot.svg"], 3, "nowhere"),
        (["pairs", "no-such-file.txt"], 3, "no-such-file.txt"),
        (["pairs", "--folds", "1"], 2, "folds"),
        (["pairs", "--folder", "/nowhere"], 3, "/nowhere"),
        (["clusters", "--truth", "names"], 1, "--truth folders"),
        (["detect", "no-such-file.xml"], 3, "no-such-file.xml"),
        (["robustness", "--sample", "1"], 2, "sample"),
    ],
)
def test_what_cannot_be_measured_is_said_in_one_sentence(library, arguments, code, words):
    result = library("evaluate", *arguments)
    assert result.code == code
    assert words in result.err
    assert result.out == ""


def test_an_empty_library_says_what_to_do(photoface):
    result = photoface("evaluate", "pairs")
    assert result.code in (3, 5)
    assert "photoface index" in result.err


def test_missing_models_are_said_before_pictures_are_copied(library, installed, monkeypatch):
    monkeypatch.setattr("photoface.services.evaluation.robustness.in_child", lambda *_: pytest.fail("copied"))
    installed.packs = ()
    assert library("evaluate", "robustness").code == 5


def test_a_library_stays_as_it_is(library, tmp_path):
    before = (tmp_path / "library" / "library.db").read_bytes()
    for command in ("pairs", "clusters", "identify", "embeddings"):
        library("evaluate", command)
    library("evaluate", "clusters", "--curve", "--algorithm", "dbscan")
    assert (tmp_path / "library" / "library.db").read_bytes() == before
    assert library("history", "--json").rows == []


def test_numbers_that_are_none_are_null():
    assert plain((float("nan"), 1.5, [float("inf")])) == [None, 1.5, [None]]
