"""Grouping under decisions: they never move, whatever is grouped anew and how often."""

import dataclasses
import logging
import random

import numpy as np
import pytest

from photoface.domain.errors import ModelRefused, PhotofaceError
from photoface.domain.people import FaceState
from photoface.matching import neighbor_graph
from photoface.services.deciding import correcting, naming
from photoface.services.groups.grouping import apply_plan, plan_regrouping
from photoface.worker.compute import in_child


def decided(w):
    return {face.face_id: (face.state, face.person_id) for face in w.library.faces.list() if face.state.decided}


def groups(w):
    return w.library.groups.memberships()


def test_new_photos_join_without_renumbering(family):
    before = groups(family)
    family.add("a9.jpg", "A")
    family.add("d.jpg", "D")
    family.index()
    after = groups(family)
    assert {face: after[face] for face in before} == before
    assert family.group_of("a9.jpg") == family.group_of("a0.jpg")
    assert family.group_of("d.jpg") not in before.values()


def test_two_faces_of_a_photo_are_two_people(w):
    for number in range(4):
        w.add(f"twins{number}.jpg", "A A")
    w.index()
    for number in range(4):
        one, other = w.faces_of(f"twins{number}.jpg")
        assert w.library.faces.get(one).cluster_id != w.library.faces.get(other).cluster_id


def test_a_plan_says_what_would_change_and_changes_nothing(family):
    naming.merge(family.library, str(family.group_of("c.jpg")), str(family.group_of("b0.jpg")))
    before = groups(family)
    plan = plan_regrouping(family.library, "dbscan", 0.05)
    assert groups(family) == before
    assert plan.contradictions == ()
    assert (plan.groups_before, plan.moving) == (2, len(plan.changes))


def test_a_regrouping_is_one_step_that_can_be_taken_back(family):
    correcting.split(family.library, tuple(family.faces_of("a0.jpg")))
    family.library.journal.undo()
    before = groups(family)
    family.library.groups.place({family.faces_of("a0.jpg")[0]: family.group_of("c.jpg")})
    moved = groups(family)
    outcome = apply_plan(family.library, plan_regrouping(family.library))
    assert outcome.faces == 1
    assert groups(family) == before
    family.library.journal.undo()
    assert groups(family) == moved


def test_nothing_to_do_leaves_no_trace(family):
    assert apply_plan(family.library, plan_regrouping(family.library)).operation_id is None
    assert family.library.journal.history() == []


def test_the_manner_is_kept_for_later(family):
    apply_plan(family.library, plan_regrouping(family.library, "dbscan", 0.03))
    plan = plan_regrouping(family.library)
    assert (plan.algorithm, plan.wrong) == ("dbscan", 0.03)


def test_decisions_that_contradict_a_photo_are_shown(family):
    one, other = family.faces_of("ab0.jpg")
    correcting.assign(family.library, (one, other), "Anna")
    (contradiction,) = plan_regrouping(family.library).contradictions
    assert (contradiction.why, set(contradiction.faces)) == ("photo", {one, other})
    assert {face.person for face in family.library.faces.by_ids([one, other])} == {"Anna"}


def test_names_survive_ten_random_regroupings(family):
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    correcting.assign(library, tuple(family.faces_of("b0.jpg")), "Ben")
    correcting.reject(library, tuple(family.faces_of("a1.jpg")), "Anna")
    correcting.set_aside(library, library.faces.by_ids(family.faces_of("c.jpg")), FaceState.IGNORED)
    before = decided(family)
    dice = random.Random(1)
    for _ in range(10):
        plan = plan_regrouping(library, dice.choice(["average", "dbscan"]), dice.choice([0.001, 0.01, 0.1]))
        apply_plan(library, plan)
        assert decided(family) == before
        assert library.faces.get(family.faces_of("a1.jpg")[0]).person != "Anna"


def test_an_unmeasured_model_groups_nothing_and_says_so(family):
    family.library.db.set_setting("pack", "centerface+sface")
    with pytest.raises(ModelRefused, match="measured"):
        plan_regrouping(family.library)


def test_another_model_keeps_every_decision(family):
    library = family.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    correcting.assign(library, tuple(family.faces_of("b0.jpg")), "Ben")
    before, members = decided(family), groups(family)
    library.db.set_setting("pack", "basic")
    family.index(embedder="dlib-resnet")
    assert decided(family) == before
    assert len(library.faces.list()) == len(members)
    apply_plan(library, plan_regrouping(library))
    assert decided(family) == before
    assert groups(family) == members


def test_undoing_everything_leaves_an_empty_ledger(family):
    library = family.library
    start = {face.face_id: face for face in library.faces.list()}
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    correcting.reject(library, tuple(family.faces_of("a1.jpg")), "Anna")
    correcting.split(library, tuple(family.faces_of("a2.jpg")))
    naming.merge(library, str(family.group_of("c.jpg")), "Anna")
    apply_plan(library, plan_regrouping(library, "dbscan", 0.05))
    for _ in range(5):
        library.journal.undo()
    assert {face.face_id: face for face in library.faces.list()} == start
    assert library.people.list() == []


def test_the_child_reads_the_library_itself_while_it_is_open_for_writing(family, monkeypatch):
    before = groups(family)
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", in_child)
    family.add("a9.jpg", "A")
    family.add("d.jpg", "D")
    family.index()
    assert {face: groups(family)[face] for face in before} == before
    assert family.group_of("a9.jpg") == family.group_of("a0.jpg")
    assert plan_regrouping(family.library).moving == 0


def test_what_moved_since_the_plan_was_made_stays_where_it_is(family):
    library = family.library
    (stray, other), home = (family.faces_of(f"a{number}.jpg")[0] for number in range(2)), family.group_of("a2.jpg")
    library.groups.place(dict.fromkeys((stray, other), family.group_of("c.jpg")))
    plan = plan_regrouping(library)
    assert plan.changes == {stray: home, other: home}
    library.groups.place({stray: family.group_of("b0.jpg")})
    assert apply_plan(library, plan).faces == 1
    assert (groups(family)[stray], groups(family)[other]) == (family.group_of("b0.jpg"), home)


def test_a_group_that_went_since_the_plan_was_made_takes_nobody_in(family):
    library, face = family.library, family.faces_of("c.jpg")[0]
    gone = family.group_of("c.jpg")
    plan = dataclasses.replace(plan_regrouping(library), before=np.full(14, family.group_of("a0.jpg")))
    library.groups.place({face: family.group_of("a0.jpg")})
    assert gone not in groups(family).values()
    assert apply_plan(library, plan).operation_id is None
    assert groups(family)[face] == family.group_of("a0.jpg")


def test_stored_neighbours_are_extended_not_searched_anew(family, monkeypatch):
    library = family.library
    whole = library.groups.neighbors(library.embedding().key)
    monkeypatch.setattr(neighbor_graph, "build_neighbors", lambda *_: pytest.fail("searched anew"))
    family.add("a9.jpg", "A")
    family.index()
    faces, sizes, others, _ = library.groups.neighbors(library.embedding().key)
    (new,) = set(faces.tolist()) - set(whole[0].tolist())
    assert (sizes == len(faces) - 1).all()
    assert (others == new).sum() == len(faces) - 1


def test_a_compute_child_that_dies_is_said_and_nothing_is_lost():
    with pytest.raises(PhotofaceError, match="safe"):
        in_child(_die)


def test_the_compute_child_gives_back_what_the_function_gives():
    assert in_child(np.add, 2, 3) == 5


def test_what_the_compute_child_logs_is_logged(caplog):
    with caplog.at_level(logging.INFO, "photoface"):
        in_child(_say, "counted 3")
    assert [(each.name, each.getMessage()) for each in caplog.records] == [("photoface.child", "counted 3")]


def _say(text):
    logging.getLogger("photoface.child").info(text)
    logging.getLogger("photoface.child").debug("nobody is told")


def _die():
    import os
    import signal

    os.kill(os.getpid(), signal.SIGKILL)
