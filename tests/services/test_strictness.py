"""What another strictness would do is shown before it is done; a split does what was proposed."""

import threading
import time

import numpy as np
import pytest

from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming, splitting
from photoface.services.groups import strictness
from photoface.services.groups.grouping import apply_plan, plan_regrouping
from photoface.worker.compute import Stopped, in_child, stoppable


def mixed(w, family):
    """B's faces are put into A's group, as a loose grouping might."""
    group = family.group_of("a0.jpg")
    w.library.groups.place({face: group for name in ("b0.jpg", "b1.jpg") for face in family.faces_of(name)})
    return group


def test_steps_are_shares():
    assert [strictness.step_of(1 / number) for number in strictness.ONE_IN] == list(range(len(strictness.ONE_IN)))
    assert strictness.ONE_IN[strictness.step_of(0.0101)] == 100


def test_a_preview_shows_who_parts_and_applying_does_just_that(w, family):
    library, group = w.library, mixed(w, family)
    preview = strictness.preview(library)
    (part,) = preview.parts
    assert part.whole is not None
    assert (part.whole.cluster_id, part.whole.faces, part.faces) == (group, 10, 2)
    assert preview.plan.moving == 2
    assert apply_plan(library, preview.plan).faces == 2
    assert strictness.preview(library).plan.moving == 0


def test_a_preview_names_whose_groups_join(w, family):
    library = w.library
    naming.name_group(library, family.group_of("a0.jpg"), "Anna")
    a8 = w.add("a8.jpg", "A")
    w.index()
    (face,) = family.faces_of(a8.name)
    (fresh,) = library.groups.new(1)
    library.groups.place({face: fresh})
    (join,) = strictness.preview(library).joins
    assert [side.name for side in join.sides] == ["Anna", ""]
    assert join.sides[1].examples == (face,)
    assert join.whole is None


def test_the_stored_share_is_not_rounded(w, family):
    apply_plan(w.library, plan_regrouping(w.library, "average", 0.0102))
    assert strictness.preview(w.library, one_in=100).plan.wrong == 0.0102
    assert strictness.preview(w.library, one_in=10).plan.wrong == 0.1


def test_contradictions_come_with_their_faces(w, family):
    one, other = family.faces_of("ab0.jpg")
    correcting.assign(w.library, (one, other), "Anna")
    ((clash, faces),) = strictness.preview(w.library).clashes
    assert (clash.why, {face.face_id for face in faces}) == ("photo", {one, other})


def test_a_mixed_group_is_proposed_to_part(w, family):
    library, group = w.library, mixed(w, family)
    proposal = splitting.propose(library, ("group", group))[0]
    assert (proposal.staying.faces, [part.faces for part in proposal.leaving]) == (8, [2])
    (ids,) = splitting.leaving_ids(proposal.leaving, decided=False)
    outcome = correcting.split_parts(library, [ids])
    assert outcome.summary == "split off 2 faces into 1 group"
    apply_plan(library, plan_regrouping(library, "average", 0.1))
    assert family.group_of("b0.jpg") != family.group_of("a0.jpg")


def test_nobody_is_proposed_to_leave_a_clean_group(family):
    assert splitting.propose(family.library, ("group", family.group_of("c.jpg"))) == []


def test_decided_faces_leave_only_when_asked_to(w, family):
    library, group = w.library, mixed(w, family)
    naming.name_group(library, group, "Anna")
    anna = library.people.find("Anna").person_id
    (part,) = splitting.propose(library, ("person", anna))[0].leaving
    assert (part.guesses, len(part.decided)) == ((), 2)
    assert splitting.leaving_ids([part], decided=False) == []
    parts = splitting.leaving_ids([part], decided=True)
    correcting.split_parts(library, parts)
    assert {library.faces.get(face).state for face in part.decided} == {FaceState.UNASSIGNED}
    assert len(library.people.faces_of(anna)) == 8
    library.journal.undo()
    assert len(library.people.faces_of(anna)) == 10


def test_parts_of_a_split_never_meet_again(family):
    library = family.library
    parts = [tuple(family.faces_of(name)) for name in ("a0.jpg", "a1.jpg", "a2.jpg")]
    correcting.split_parts(library, [parts[0], parts[1] + parts[2]])
    apply_plan(library, plan_regrouping(library, "average", 0.1))
    groups = np.array([library.faces.get(face).cluster_id for part in parts for face in part])
    assert groups[1] == groups[2]
    assert len({groups[0], groups[1], family.group_of("a3.jpg")}) == 3
    library.journal.undo()
    library.journal.undo()
    assert family.group_of("a0.jpg") == family.group_of("a3.jpg")


def test_a_preview_that_nobody_wants_any_more_ends_its_child():
    stop = threading.Event()
    threading.Timer(1.0, stop.set).start()
    with stoppable(stop), pytest.raises(Stopped):
        in_child(time.sleep, 60)
    assert in_child(abs, -3) == 3
