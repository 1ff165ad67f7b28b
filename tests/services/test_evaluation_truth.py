"""Who the faces really are: by folders, by names; and which of them are drawn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from photoface.domain.errors import BadRequest, NotFound
from photoface.domain.people import FaceState
from photoface.services.deciding.correcting import assign, set_aside
from photoface.services.deciding.naming import name_group
from photoface.services.evaluation.all_pairs import all_pairs, sampled
from photoface.services.evaluation.splits import Draw, draw_mates, draw_named, draw_split
from photoface.services.evaluation.truth import TooLittle, Truth, labelled


def by_photo(known):
    """File name -> the name that its labelled face has."""
    return {
        face.path.split(b"/")[-1].decode(): known.names[person]
        for face, person in zip(known.faces, known.people, strict=True)
    }


def test_the_folder_names_the_face_nearest_to_the_centre(w):
    # Faces of the fake photos stand from left to right, the photo is 1000 wide: the last is nearest to its middle.
    w.add("Anna/1.jpg", "B A")
    w.add("Ben/2.jpg", "B")
    w.index()
    known = labelled(w.library, Truth())
    assert by_photo(known) == {"1.jpg": "Anna", "2.jpg": "Ben"}
    assert [face.face_id for face in known.faces] == [w.faces_of("1.jpg")[1], *w.faces_of("2.jpg")]
    assert known.counts.tolist() == [1, 1]
    assert known.vectors.shape == (2, 256)


def test_loose_photos_beside_the_folders_of_people_are_of_nobody(w):
    w.add("Anna/1.jpg", "A")
    w.add("Ben/2.jpg", "B")
    w.add("loose.jpg", "C")
    w.index()
    assert by_photo(labelled(w.library, Truth())) == {"1.jpg": "Anna", "2.jpg": "Ben"}


def test_faces_set_aside_are_not_labelled(w):
    w.add("Anna/1.jpg", "A B")
    w.add("Ben/2.jpg", "B")
    w.index()
    beside, middle = w.faces_of("1.jpg")
    set_aside(w.library, w.library.faces.by_ids([middle]), FaceState.NOT_A_FACE)
    assert [face.face_id for face in labelled(w.library, Truth()).faces] == [beside, *w.faces_of("2.jpg")]


def test_names_are_truth_where_a_human_gave_them(family):
    assign(family.library, tuple(family.faces_of("c.jpg")), "Chris")
    assign(family.library, tuple(family.faces_of("b0.jpg")), "Ben")
    known = labelled(family.library, Truth("names"))
    assert by_photo(known).keys() == {"c.jpg", "b0.jpg"}  # the rest of Ben's group is only suggested
    assert len(known.names) == 2


def test_people_of_one_name_are_two(family):
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    name_group(family.library, family.group_of("b0.jpg"), "Anna", new=True)
    assert len(labelled(family.library, Truth("names")).names) == 2


def test_only_photos_below_a_folder(w):
    for name in ("x/Anna/1.jpg", "x/Ben/2.jpg", "y/Chris/3.jpg"):
        w.add(name, name.split("/")[1])
    w.index()
    assert labelled(w.library, Truth(folder=bytes(w.photos / "x"))).names == ("Anna", "Ben")
    with pytest.raises(NotFound, match="below"):
        labelled(w.library, Truth(folder=bytes(w.photos / "z")))


@pytest.mark.parametrize("source", ["folders", "names"])
def test_one_person_is_too_little(w, source):
    w.add("Anna/1.jpg", "A")
    w.index()
    with pytest.raises(TooLittle, match=r"ewer than two"):
        labelled(w.library, Truth(source))


def test_an_unknown_source(w):
    with pytest.raises(BadRequest):
        labelled(w.library, Truth("stars"))


@given(st.lists(st.integers(0, 5), max_size=40), st.integers(1, 4))
def test_a_sample_has_at_most_so_many_of_each_person(people, most):
    rows = sampled(np.array(people, np.int64), most, np.random.default_rng(0))
    counts = np.bincount(np.array(people, np.int64)[rows], minlength=6)
    assert rows.tolist() == sorted(set(rows.tolist()))
    assert counts.tolist() == [min(most, people.count(person)) for person in range(6)]


@given(st.lists(st.integers(0, 5), max_size=25), st.integers(2, 10))
def test_all_pairs_are_all_pairs_and_folds_are_of_people(people, folds):
    who = np.array(people, np.int64)
    vectors = np.eye(max(1, len(people)), dtype=np.float32)[: len(people)]
    pairs = all_pairs(vectors, who, folds)
    same = sum(people.count(person) * (people.count(person) - 1) // 2 for person in set(people))
    assert int(pairs.same.sum()) == same
    assert len(pairs.same) == len(people) * (len(people) - 1) // 2
    assert (pairs.folds[pairs.same, 0] == pairs.folds[pairs.same, 1]).all()
    assert np.allclose(pairs.angles, np.pi / 2)
    for fold in pairs.fold_numbers if len(set(people)) >= 2 else []:
        assert len(set(pairs.fold_numbers)) <= max(1, len(set(people)) // 2)
        assert (pairs.inside & (pairs.folds[:, 0] == fold)).any()


def test_very_many_pairs_are_sampled(monkeypatch):
    monkeypatch.setattr("photoface.services.evaluation.all_pairs.MOST_PAIRS", 100)
    pairs = all_pairs(np.eye(60, dtype=np.float32), np.arange(60) // 10, 3)
    assert pairs.same.sum() == 100
    assert 50 <= (~pairs.same).sum() <= 100


@given(st.lists(st.integers(0, 30), min_size=4, max_size=80), st.integers(0, 9))
def test_a_split_has_everybody_in_one_part(people, seed):
    _, who = np.unique(people, return_inverse=True)
    if np.bincount(who).max() < 2:
        return
    split = draw_split(who, np.random.default_rng(seed))
    assert len(set(who[split.gallery])) == len(split.gallery)
    assert (who[split.gallery][split.mates] == who[split.probes]).all()
    assert not set(who[split.strangers]) & set(who[split.gallery])
    parts = [*split.gallery, *split.probes, *split.strangers]
    assert len(parts) == len(set(parts))


def test_strangers_are_held_out_where_few_people_are_seen_once():
    people = np.repeat(np.arange(9), 3)
    split = draw_split(people, np.random.default_rng(0))
    assert split.held_out
    assert (len(split.gallery), len(split.probes), len(split.strangers)) == (6, 12, 9)


def test_learning_takes_half_of_the_faces_of_those_who_have_four():
    people = np.array([0] * 4 + [1] * 5 + [2] * 3 + [3] * 50)
    faces = draw_named(people, np.random.default_rng(0))
    assert np.bincount(people[faces.train], minlength=4).tolist() == [2, 3, 0, 10]
    assert np.bincount(people[faces.test], minlength=4).tolist() == [2, 2, 0, 10]
    assert not set(faces.train) & set(faces.test)
    assert draw_named(people[:8], np.random.default_rng(0)) is not None
    assert draw_named(people[:7], np.random.default_rng(0)) is None


def test_mates_are_drawn_two_by_two():
    people = np.array([0] * 5 + [1] + [2] * 2 + [3] * 9)
    rows = draw_mates(people, Draw(4))
    assert np.bincount(people[rows])[np.bincount(people[rows]) > 0].tolist() == [2, 2]
    assert np.bincount(people[draw_mates(people, Draw(12))], minlength=4).tolist() == [4, 0, 2, 4]
