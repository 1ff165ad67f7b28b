"""Who the People page shows, in which order, for a filter."""

import pytest

from photoface.services.deciding import correcting, hiding, naming
from photoface.services.showing.people_view import PeopleOrder, arranged, crowd


@pytest.fixture
def library(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Zoë Park")
    naming.name_group(family.library, family.group_of("b0.jpg"), "anna")
    return family.library


def names(library, *args, **how):
    return [person.name for person in arranged(crowd(library), *args, **how).people]


def test_named_groups_and_seen_once(library):
    rows = arranged(crowd(library))
    assert [person.photos for person in rows.people] == [8, 5]
    assert (list(rows.groups), [group.faces for group in rows.once]) == ([], [1])
    assert rows.total == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [("zoe", ["Zoë Park"]), ("PARK", ["Zoë Park"]), ("pa zo", ["Zoë Park"]), ("nn", ["anna"]), ("x", []), (" ", None)],
)
def test_a_filter_finds_words_and_parts_whatever_case_and_accents(library, text, found):
    assert names(library, text) == (found if found is not None else ["Zoë Park", "anna"])
    assert bool(arranged(crowd(library), text).once) is (found is None)


def test_orders(library, family):
    assert names(library, order=PeopleOrder.PHOTOS) == ["Zoë Park", "anna"]
    assert names(library, order=PeopleOrder.NAME) == ["anna", "Zoë Park"]
    assert names(library, order=PeopleOrder.RECENT) == ["anna", "Zoë Park"]
    correcting.confirm(library, tuple(family.faces_of("a0.jpg")))
    assert names(library, order=PeopleOrder.RECENT) == ["Zoë Park", "anna"]


def test_hidden_people_are_apart(library):
    hiding.hide_people(library, [library.people.find("anna").person_id])
    assert names(library) == ["Zoë Park"]
    assert arranged(crowd(library)).hidden == []
    rows = arranged(crowd(library), hidden=True)
    assert ([person.name for person in rows.hidden], rows.total) == (["anna"], 1)
