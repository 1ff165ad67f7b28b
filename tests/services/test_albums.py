"""Albums of people and of saved searches, over a real library."""

from __future__ import annotations

import json

import pytest

from photoface.domain.errors import BadRequest, NotFound
from photoface.services.deciding import naming
from photoface.services.finding import saved_searches
from photoface.services.finding.albums import albums, find_ids, find_photos


@pytest.fixture
def named(family):
    naming.name_group(family.library, family.group_of("a0.jpg"), "Anna")
    naming.name_group(family.library, family.group_of("b0.jpg"), "Ben")
    for at, photo in enumerate(sorted(family.library.photos.list(), key=lambda one: one.path)):
        family.library.db.execute(
            "UPDATE photo SET taken = ? WHERE id = ?", [f"{2010 + at}-05-06T07:08:09", photo.photo_id]
        )
    return family


def names_of(photos) -> list[str]:
    return sorted(photo.path.decode().rsplit("/", 1)[1] for photo in photos)


def test_people_dates_and_folders_together(named) -> None:
    assert names_of(find_photos(named.library, "Anna AND Ben")) == ["ab0.jpg", "ab1.jpg", "ab2.jpg"]
    assert names_of(find_photos(named.library, "Anna until 2011")) == ["a0.jpg", "a1.jpg"]
    assert names_of(find_photos(named.library, "only Ben in photos")) == ["b0.jpg", "b1.jpg"]
    assert find_photos(named.library, "Anna in library") == []
    assert len(find_photos(named.library, f"in {named.photos}")) == 11


def test_the_newest_come_first(named) -> None:
    found = named.library.photos.list(photo_ids=find_ids(named.library, "Anna").tolist())
    assert [photo.photo_id for photo in found] == find_ids(named.library, "Anna").tolist()
    assert found[0].taken > found[-1].taken


def test_one_album_for_each_person_and_each_saved_search(named) -> None:
    saved_searches.save(named.library, "Both", "Anna AND Ben")
    found = albums(named.library)
    assert [(person.name, person.photos) for person in found.people] == [("Anna", 8), ("Ben", 5)]
    (both,) = found.searches
    assert (both.search.name, both.photos, both.problem) == ("Both", 3, "")
    assert both.cover_photo_id == find_ids(named.library, "Anna AND Ben")[0]


def test_a_saved_search_outlives_a_renaming(named) -> None:
    saved_searches.save(named.library, "Both", "Anna and NOT ben")
    naming.rename(named.library, "Anna", "Not Anna")
    (search,) = saved_searches.saved_searches(named.library)
    assert search.query == '"Not Anna" and NOT Ben'
    assert len(find_ids(named.library, search.query)) == 5


def test_a_saved_search_for_somebody_who_is_gone_says_so(named) -> None:
    saved_searches.save(named.library, "Ben's", "Ben")
    naming.merge(named.library, "Ben", "Anna")
    (album,) = albums(named.library).searches
    assert album.photos == 0
    assert album.problem


def test_saving_renaming_and_deleting_can_be_undone(named) -> None:
    library = named.library
    saved_searches.save(library, "Both", "Anna AND Ben")
    (search,) = saved_searches.saved_searches(library)
    saved_searches.rename(library, search.search_id, "The two")
    saved_searches.delete(library, search.search_id)
    assert saved_searches.saved_searches(library) == []
    library.journal.undo()
    assert saved_searches.get(library, search.search_id).name == "The two"
    library.journal.undo()
    assert saved_searches.get(library, search.search_id).name == "Both"
    library.journal.undo()
    with pytest.raises(NotFound):
        saved_searches.get(library, search.search_id)


def test_saving_under_the_same_name_replaces(named) -> None:
    saved_searches.save(named.library, "Both", "Anna AND Ben")
    saved_searches.save(named.library, "both", "Anna OR Ben")
    assert [each.query for each in saved_searches.saved_searches(named.library)] == ["Anna OR Ben"]


def test_what_cannot_be_read_is_not_saved(named) -> None:
    with pytest.raises(NotFound):
        saved_searches.save(named.library, "X", "Zoe")
    with pytest.raises(BadRequest):
        saved_searches.save(named.library, " \n ", "Anna")
    assert saved_searches.saved_searches(named.library) == []


def test_a_setting_that_is_no_search_is_left_alone(named) -> None:
    named.library.db.set_setting("search:broken", json.dumps({"name": "no query"}))
    assert saved_searches.saved_searches(named.library) == []
