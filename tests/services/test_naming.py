"""Naming: exactly the faces that are said, and nothing else."""

import pytest

from photoface.domain.errors import Ambiguous, BadRequest, Conflict, NotFound
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming


def names(world):
    return sorted(person.name for person in world.library.people.list())


def test_a_group_gets_a_name(family):
    outcome = naming.name_group(family.library, family.group_of("a0.jpg"), "  Anna   Maria ")
    assert outcome.faces == 8
    assert names(family) == ["Anna Maria"]
    face = family.library.faces.get(family.faces_of("a0.jpg")[0])
    assert (face.state, face.person) == (FaceState.NAMED, "Anna Maria")


def test_newcomers_are_suggested_until_the_group_is_named_again(family):
    group = family.group_of("a0.jpg")
    naming.name_group(family.library, group, "Anna")
    family.add("new.jpg", "A")
    family.index()
    face = family.library.faces.get(family.faces_of("new.jpg")[0])
    assert (face.state, face.person, face.cluster_id) == (FaceState.SUGGESTED, "Anna", group)
    assert naming.name_group(family.library, group, "Anna").faces == 1


def test_the_same_name_is_the_same_person(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    naming.name_group(family.library, family.group_of("c.jpg"), "anna")
    assert names(family) == ["Anna"]


def test_two_people_may_share_a_name_when_asked(family):
    first = naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    naming.name_group(family.library, family.group_of("b0.jpg"), "Anna", new=True)
    assert names(family) == ["Anna", "Anna"]
    with pytest.raises(Ambiguous):
        naming.name_group(family.library, family.group_of("c.jpg"), "Anna")
    naming.name_group(family.library, family.group_of("c.jpg"), f"#{first.person_id}")
    assert family.library.people.get(first.person_id).named == 9


def test_a_group_of_somebody_is_not_renamed_by_accident(family):
    group = family.group_of("a0.jpg")
    naming.name_group(family.library, group, "Anna")
    with pytest.raises(Conflict):
        naming.name_group(family.library, group, "Ben")
    assert names(family) == ["Anna"]


@pytest.mark.parametrize("wrong", ["", "   ", "12", "#3", "a\x00b", "x" * 201])
def test_what_is_no_name(family, wrong):
    with pytest.raises((BadRequest, NotFound)):
        naming.name_group(family.library, family.group_of("a0.jpg"), wrong)
    assert names(family) == []


def test_unknown_groups_and_people(family):
    with pytest.raises(NotFound):
        naming.name_group(family.library, 999, "Anna")
    with pytest.raises(NotFound):
        naming.rename(family.library, "Nobody", "Anna")


def test_renaming_touches_no_face(family):
    person = naming.name_group(family.library, family.group_of("a0.jpg"), "Anna").person_id
    naming.rename(family.library, "Anna", "Änne")
    assert family.library.people.get(person).name == "Änne"
    assert family.library.people.get(person).named == 8
    assert naming.rename(family.library, "Änne", "Änne").operation_id is None


def test_merging_people_and_taking_it_back(family):
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    naming.name_group(library, family.group_of("c.jpg"), "Chris")
    before = family.who()
    outcome = naming.merge(library, "Chris", "Anna")
    assert outcome.faces == 1
    assert names(family) == ["Anna"]
    library.journal.undo()
    assert family.who() == before
    library.journal.redo()
    assert names(family) == ["Anna"]


def test_a_merge_says_that_both_are_in_a_photo(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    naming.name_group(family.library, family.group_of("b0.jpg"), "Ben")
    (note,) = naming.merge(family.library, "Ben", "Anna").notes
    assert "3 photos" in note


def test_a_merge_hands_over_what_they_are_not(family):
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    chris = naming.name_group(library, family.group_of("c.jpg"), "Chris").person_id
    (face,) = family.faces_of("b0.jpg")
    correcting.reject(library, (face,), "Anna")
    naming.merge(library, "Anna", "Chris")
    assert library.ledger.rejections() == [(face, chris)]


def test_merging_groups_is_remembered(family):
    library = family.library
    outcome = naming.merge(library, str(family.group_of("c.jpg")), str(family.group_of("b0.jpg")))
    assert family.group_of("c.jpg") == family.group_of("b0.jpg") == outcome.cluster_id
    assert len(library.ledger.bonds()) == 1
    library.journal.undo()
    assert family.group_of("c.jpg") != family.group_of("b0.jpg")


def test_a_group_goes_into_a_person_but_not_the_other_way(family):
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    group = str(family.group_of("c.jpg"))
    with pytest.raises(BadRequest):
        naming.merge(library, "Anna", group)
    assert naming.merge(library, group, "Anna").faces == 1


def test_a_merge_takes_a_snapshot_first(family):
    from photoface.store.backup import snapshots

    naming.merge(family.library, str(family.group_of("c.jpg")), str(family.group_of("b0.jpg")))
    assert len(snapshots(family.library.folder)) == 1
