"""A merge does what its preview said; several groups get one name in one step."""

import pytest

from photoface.domain.errors import Conflict, NotFound
from photoface.services.deciding import naming
from photoface.services.deciding.merging import preview_merge


def test_the_preview_counts_what_the_merge_moves(family):
    library = family.library
    anna = naming.name_group(library, family.group_of("a0.jpg"), "Anna").person_id
    ben = naming.name_group(library, family.group_of("b0.jpg"), "Ben").person_id
    preview = preview_merge(library, f"#{ben}", f"#{anna}")
    assert (preview.source.name, preview.target.name, preview.moving) == ("Ben", "Anna", 5)
    assert (preview.together, len(preview.target.examples)) == (3, 8)
    outcome = naming.merge(library, preview.source.reference, preview.target.reference)
    assert outcome.faces == preview.moving
    library.journal.undo()
    assert {person.name: person.named for person in library.people.list()} == {"Anna": 8, "Ben": 5}


def test_a_person_cannot_go_into_a_group(family):
    library = family.library
    anna = naming.name_group(library, family.group_of("a0.jpg"), "Anna").person_id
    group = str(family.group_of("b0.jpg"))
    assert not preview_merge(library, f"#{anna}", group).allowed
    other_way = preview_merge(library, group, f"#{anna}")
    assert other_way.allowed
    assert not other_way.can_turn
    assert naming.merge(library, group, f"#{anna}").faces == other_way.moving == 5


def test_two_groups(family):
    library = family.library
    source, target = str(family.group_of("c.jpg")), str(family.group_of("b0.jpg"))
    preview = preview_merge(library, source, target)
    assert (preview.moving, preview.together, preview.can_turn) == (1, 0, True)
    assert naming.merge(library, source, target).faces == 1


def test_nobody_to_merge(family):
    with pytest.raises(NotFound):
        preview_merge(family.library, "#9", "1")


def test_several_groups_are_named_in_one_step(family):
    library = family.library
    groups = [family.group_of("a0.jpg"), family.group_of("c.jpg")]
    outcome = naming.name_groups(library, groups, "Anna")
    assert (outcome.faces, outcome.summary) == (9, "named 9 faces of 2 groups Anna")
    library.journal.undo()
    assert library.people.list() == []
    naming.name_group(library, groups[0], "Ben")
    with pytest.raises(Conflict, match="Ben"):
        naming.name_groups(library, groups, "Anna")
