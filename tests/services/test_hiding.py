"""Hidden people and strangers: out of sight, all at once taken back, and no grouping brings them back."""

from photoface.domain.people import FaceState
from photoface.services.deciding import hiding, naming
from photoface.services.groups.grouping import apply_plan, group_new_faces, plan_regrouping
from photoface.services.showing import views
from photoface.services.showing.portrait import Order, view_aside


def test_a_hidden_person_keeps_name_and_faces(family):
    library = family.library
    anna = naming.name_group(library, family.group_of("a0.jpg"), "Anna").person_id
    assert "Anna" in hiding.hide_people(library, [anna]).summary
    assert [each.name for each in views.everybody(library, hidden=False).people] == []
    (shown,) = views.everybody(library, hidden=True).people
    assert (shown.hidden, shown.named) == (True, 8)
    hiding.hide_people(library, [anna], hidden=False)
    assert not library.people.get(anna).hidden


def test_hiding_who_is_hidden_leaves_no_trace(family):
    anna = naming.name_group(family.library, family.group_of("a0.jpg"), "Anna").person_id
    hiding.hide_people(family.library, [anna])
    assert hiding.hide_people(family.library, [anna]).operation_id is None


def test_strangers_are_counted_by_groups_and_faces(family):
    groups = family.library.groups.unnamed()
    assert [group.faces for group in groups] == [8, 5, 1]
    assert hiding.strangers(groups, 6) == hiding.Strangers((groups[1].cluster_id, groups[2].cluster_id), 6)
    assert hiding.strangers(groups, 1).cluster_ids == ()


def test_hidden_strangers_do_not_come_back_and_are_one_step(family):
    library = family.library
    found = hiding.strangers(library.groups.unnamed(), 6)
    outcome = hiding.hide_groups(library, found.cluster_ids)
    assert (outcome.summary, outcome.faces) == ("2 groups with 6 faces hidden", 6)
    apply_plan(library, plan_regrouping(library, "dbscan", 0.1))
    family.add("b9.jpg", "B")
    family.index()
    states = {library.faces.get(face).state for face in family.faces_of("b0.jpg")}
    assert states == {FaceState.IGNORED}
    library.journal.undo()
    library.journal.undo(outcome.operation_id)
    assert library.faces.get(family.faces_of("b0.jpg")[0]).state is FaceState.UNASSIGNED


def test_named_groups_are_not_hidden_with_strangers(family):
    naming.name_group(family.library, family.group_of("b0.jpg"), "Ben")
    assert hiding.hide_groups(family.library, [family.group_of("b0.jpg")]).operation_id is None


def test_ignored_faces_can_be_brought_back(family):
    library, group = family.library, family.group_of("b0.jpg")
    hiding.hide_groups(library, [group])
    aside = sorted(one.face.face_id for one in view_aside(library).guessed)
    assert len(aside) == 5
    assert hiding.bring_back(library, aside[:4]).faces == 4
    group_new_faces(library)
    back = {library.faces.get(face).cluster_id for face in aside[:4]}
    assert len(back) == 1
    assert None not in back
    assert library.faces.get(aside[4]).state is FaceState.IGNORED
    assert hiding.bring_back(library, aside[:4]).operation_id is None
    assert all(len(view_aside(library, order).guessed) == 1 for order in Order)
