"""Counting by taking away gives what looking at each face gives."""

import pytest

from photoface.store.census import census
from photoface.store.fragments import present
from photoface.store.overview import named_people, overview
from photoface.store.owners import winners
from photoface.store.people_pages import unnamed_sizes
from photoface.store.presence import absent_faces, absent_photos
from photoface.store.tallies import largest_first, tallies
from tests.large import made


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with made(tmp_path_factory.mktemp("census") / "made", write=True) as library:
        library.db.execute("DELETE FROM file WHERE photo_id % 23 = 0")
        folders = library.db.rows("SELECT id FROM folder ORDER BY id")
        library.db.execute("UPDATE folder SET state = 'removed' WHERE id = ?", folders[-1])
        yield library


def test_absent_photos_are_those_without_a_present_file(library):
    slow = library.db.rows(f"SELECT id FROM photo WHERE NOT {present('photo.id')} ORDER BY id")
    assert sorted(absent_photos(library.db)) == [row[0] for row in slow]
    faces = library.db.rows(f"SELECT id FROM face WHERE NOT {present('face.photo_id')} ORDER BY id")
    assert absent_faces(library.db) == [row[0] for row in faces]
    assert faces


def test_sizes_and_order_of_groups(library):
    counted, each = census(library.db), tallies(library.db)
    assert counted.sizes == {cluster: group.faces for cluster, group in each.items()}
    groups = largest_first(each, counted.owners)
    assert counted.unnamed() == [group.cluster_id for group in groups]
    ids, sizes = unnamed_sizes(library.db)
    assert list(zip(ids, sizes, strict=True)) == [(group.cluster_id, group.faces) for group in groups]


def test_people_all_at_once_are_those_one_by_one(library):
    people = library.people.list()
    assert people == [library.people.get(person.person_id) for person in people]
    assert people == overview(library.db)[0]
    assert [person.photos for person in named_people(library.db)] == [person.photos for person in people]


def test_who_has_most_votes_owns_a_group_and_nobody_where_two_have_as_many():
    votes = [
        (1, 7, 2),
        (1, 8, 3),
        (2, 7, 2),
        (2, 8, 2),
        (3, None, 9),
        (3, 7, 1),
        (4, None, 2),
        (5, 7, 2),
        (5, 8, 2),
        (5, 9, 3),
    ]
    assert winners(votes) == {1: 8, 3: 7, 5: 9}
