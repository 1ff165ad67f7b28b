"""Pairs: lists as LFW has them, and all pairs of a library."""

import math

import numpy as np
import pytest

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.similarity import angles
from photoface.services.evaluation.angles import angles_between, angles_of
from photoface.services.evaluation.pair_files import ListedPair, read_pairs
from photoface.services.evaluation.pairs import pairs_of_file, pairs_of_library
from photoface.services.evaluation.truth import Truth


@pytest.fixture
def people(w):
    """Four people of three photos each, in folders of their names."""
    for name in "ABCD":
        for number in range(1, 4):
            w.add(f"{name}/{name}_{number:04}.jpg", name)
    w.index()
    return w


def listed(folder, text):
    path = folder / "pairs.txt"
    path.write_text(text, "utf-8")
    return path


def test_lines_of_a_list(tmp_path):
    found = read_pairs(listed(tmp_path, "A\t1\t4\nAnna Lee\t1\tBen\t20\n\nC 1 2\n"))
    assert found.folds is None
    assert found.pairs == (
        ListedPair(("A", 1), ("A", 4), same=True),
        ListedPair(("Anna Lee", 1), ("Ben", 20), same=False),
        ListedPair(("C", 1), ("C", 2), same=True),
    )


@pytest.mark.parametrize(("header", "folds"), [("10\t300", 10), ("1100", None)])
def test_the_first_line_may_tell_the_folds(tmp_path, header, folds):
    found = read_pairs(listed(tmp_path, f"{header}\nA 1 2\n"))
    assert (found.folds, len(found.pairs)) == (folds, 1)


def test_folds_are_the_same_whether_the_kinds_alternate_or_stand_in_blocks(tmp_path):
    same, other = [f"A {n} {n}" for n in range(1, 7)], [f"A {n} B {n}" for n in range(1, 7)]
    blocks = read_pairs(listed(tmp_path, "\n".join(same + other))).numbered(3)
    official = read_pairs(
        listed(tmp_path, "\n".join(same[:2] + other[:2] + same[2:4] + other[2:4] + same[4:] + other[4:]))
    )
    assert blocks == [0, 0, 1, 1, 2, 2] * 2
    assert official.numbered(3) == [0] * 4 + [1] * 4 + [2] * 4


@pytest.mark.parametrize(
    ("text", "words"), [("A 1 2\nA 1\n", "Line 2"), ("A x y\n", "Line 1"), ("", "no pairs"), ("A 1 ２\n", "Line 1")]
)
def test_a_line_that_is_no_pair_is_named(tmp_path, text, words):
    with pytest.raises(BadRequest, match=words):
        read_pairs(listed(tmp_path, text))


def test_lists_that_cannot_be_read(tmp_path):
    with pytest.raises(NotFound):
        read_pairs(tmp_path / "none.txt")
    with pytest.raises(BadRequest, match="cannot be read"):
        read_pairs(tmp_path)
    (tmp_path / "picture").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(BadRequest, match="cannot be read"):
        read_pairs(tmp_path / "picture")


def test_a_list_over_a_library(people, tmp_path):
    text = "A 1 2\nB 1 3\nA 1 C 1\nB 2 D 1\nC 1 D 9\n"
    report = pairs_of_file(people.library, listed(tmp_path, text), folds=2)
    assert (report.source, report.embedder) == ("file", "retail-0095")
    assert (report.figures.genuine, report.figures.impostors, report.absent, report.without_face) == (2, 2, 1, 0)
    assert (report.faces, report.people) == (7, 4)
    assert report.figures.accuracy.value == 1
    assert report.figures.auc.value == 1
    assert len(report.claims) == len(people.library.embedding().points.pairs)
    assert report.claims[0].tar == 1


def test_a_photo_without_a_face_is_nobody(people, tmp_path):
    people.add("A/A_0004.jpg", "")
    people.index()
    report = pairs_of_file(people.library, listed(tmp_path, "A 1 4\nB 1 2\nA 1 B 1\nA 4 B 1\n"), folds=2)
    assert (report.without_face, report.absent) == (2, 0)
    assert report.figures.auc.value == 2.5 / 4  # A 4 is as far from A 1 as from B 1: pi
    assert report.figures.roc[-1] == (1.0, 1.0)


def test_a_copy_of_a_photo_is_found_by_either_name(people, tmp_path):
    original = people.photos / "A" / "A_0001.jpg"
    (people.photos / "A" / "A_0007.jpg").write_bytes(original.read_bytes())
    people.index()
    report = pairs_of_file(people.library, listed(tmp_path, "A 7 1\nA 7 2\nA 1 B 1\nA 7 B 2\n"), folds=2)
    assert report.absent == 0


def test_a_list_of_other_people(people, tmp_path):
    with pytest.raises(NotFound, match="None of the photos"):
        pairs_of_file(people.library, listed(tmp_path, "X 1 2\n"))


def test_all_pairs_of_a_library(people):
    report = pairs_of_library(people.library, Truth())
    assert (report.faces, report.people) == (12, 4)
    assert (report.figures.genuine, report.figures.impostors, report.figures.folds) == (12, 54, 2)
    assert report.figures.accuracy.value == 1
    assert report.figures.tar[0].value.value == 1
    assert report.figures.tar[0].false_accepts == 5
    assert report.figures.tar[2].value is None
    assert report.charts[0].series[0].ys == (1.0,) * len(report.figures.roc)


def test_two_people_are_too_few_for_folds(w):
    for name in ("A/1.jpg", "A/2.jpg", "B/3.jpg"):
        w.add(name, name[0])
    w.index()
    figures = pairs_of_library(w.library, Truth()).figures
    assert figures.accuracy is None
    assert figures.val[0].value is None
    assert figures.auc.value == 1
    assert figures.auc.standard_error is None


def test_angles_are_exact_also_between_nearly_equal_rows():
    turn = np.array([0.0, 1e-7, 1e-3, math.pi / 2, math.pi])
    a = np.tile(np.array([[1.0, 0.0]]), (5, 1))
    b = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    assert angles_between(a, b) == pytest.approx(turn, abs=1e-12)
    assert angles_between(np.float32(a), np.float32(b)) == pytest.approx(turn, rel=1e-6)
    rows = np.stack([np.zeros(5, np.int64), np.arange(5)], axis=1)
    assert angles_of(b, rows) == pytest.approx(turn, abs=1e-12)
    assert angles_of(a, np.empty((0, 2), np.int64)).shape == (0,)
    assert angles(np.float32([0.5])) == pytest.approx(angles_between(b[:1], np.array([[0.5, 0.75**0.5]])), abs=1e-6)
