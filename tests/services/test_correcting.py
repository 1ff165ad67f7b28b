"""Corrections: one face never drags others along, and what was said stays said."""

import pytest

from photoface.domain.errors import Conflict, NotFound
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming
from photoface.services.groups.grouping import apply_plan, plan_regrouping


def state(world, face_id):
    face = world.library.faces.get(face_id)
    return face.state, face.person


def regroup(world):
    apply_plan(world.library, plan_regrouping(world.library))


def test_assigning_confirms_just_these_faces(family):
    (face,) = family.faces_of("c.jpg")
    outcome = correcting.assign(family.library, (face,), "Chris")
    assert outcome.notes == ("Chris is new here",)
    assert state(family, face) == (FaceState.CONFIRMED, "Chris")
    assert sum(person.confirmed for person in family.library.people.list()) == 1


def test_an_assigned_face_leaves_the_group_of_somebody_else(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    (face,) = family.faces_of("a0.jpg")
    correcting.assign(family.library, (face,), "Ben")
    assert state(family, face) == (FaceState.CONFIRMED, "Ben")
    assert family.group_of("a0.jpg") != family.group_of("a1.jpg")
    assert state(family, family.faces_of("a1.jpg")[0]) == (FaceState.NAMED, "Anna")
    regroup(family)
    assert state(family, face) == (FaceState.CONFIRMED, "Ben")


def test_group_mates_of_an_assigned_face_are_suggested_only(family):
    (face,) = family.faces_of("b0.jpg")
    correcting.assign(family.library, (face,), "Ben")
    assert state(family, family.faces_of("b1.jpg")[0]) == (FaceState.SUGGESTED, "Ben")


def test_confirming_suggestions(family):
    correcting.assign(family.library, tuple(family.faces_of("b0.jpg")), "Ben")
    waiting = correcting.waiting_ids(family.library, family.library.people.find("Ben").person_id)
    assert len(waiting) == 4
    correcting.confirm(family.library, waiting)
    assert family.library.people.find("Ben").confirmed == 5


def test_there_must_be_somebody_to_confirm(family):
    with pytest.raises(Conflict):
        correcting.confirm(family.library, tuple(family.faces_of("c.jpg")))


def test_a_rejected_face_never_comes_back(family):
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    (face,) = family.faces_of("a0.jpg")
    correcting.reject(library, (face,), "Anna")
    assert state(family, face) == (FaceState.UNASSIGNED, None)
    for algorithm in ("average", "dbscan"):
        apply_plan(library, plan_regrouping(library, algorithm, 0.1))
        assert state(family, face) == (FaceState.UNASSIGNED, None)
    library.journal.undo()
    library.journal.undo()
    library.journal.undo()
    assert state(family, face) == (FaceState.NAMED, "Anna")


def test_naming_somebody_takes_back_the_rejection(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    faces = tuple(family.faces_of("a0.jpg"))
    correcting.reject(family.library, faces, "Anna")
    correcting.assign(family.library, faces, "Anna")
    assert family.library.ledger.rejections() == []
    assert state(family, faces[0]) == (FaceState.CONFIRMED, "Anna")


def test_a_split_stays_split(family):
    group = family.group_of("a0.jpg")
    faces = (*family.faces_of("a0.jpg"), *family.faces_of("a1.jpg"))
    outcome = correcting.split(family.library, faces)
    assert family.group_of("a2.jpg") == group
    assert family.group_of("a0.jpg") == family.group_of("a1.jpg") == outcome.cluster_id
    regroup(family)
    assert family.group_of("a0.jpg") != family.group_of("a2.jpg")
    family.index()
    assert family.group_of("a0.jpg") != family.group_of("a2.jpg")


def test_a_split_from_a_person_is_a_rejection(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    faces = tuple(family.faces_of("a0.jpg"))
    correcting.split(family.library, faces)
    assert state(family, faces[0]) == (FaceState.UNASSIGNED, None)
    regroup(family)
    assert state(family, faces[0]) == (FaceState.UNASSIGNED, None)


@pytest.mark.parametrize("kind", [FaceState.IGNORED, FaceState.NOT_A_FACE])
def test_faces_set_aside_stay_away(family, kind):
    library = family.library
    (face,) = family.faces_of("a0.jpg")
    correcting.set_aside(library, [library.faces.get(face)], kind)
    assert library.faces.get(face).cluster_id is None
    regroup(family)
    family.index()
    assert state(family, face) == (kind, None)
    assert library.faces.get(face).cluster_id is None
    library.journal.undo()
    assert state(family, face) == (FaceState.UNASSIGNED, None)
    assert library.faces.get(face).cluster_id is not None


def test_unknown_faces(family):
    with pytest.raises(NotFound):
        correcting.assign(family.library, (1, 999), "Anna")
    assert family.library.people.list() == []
