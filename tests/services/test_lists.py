"""A list in parts is the whole list, whatever is in the library."""

from itertools import pairwise

import numpy as np
import pytest

from photoface.domain.people import FaceState
from photoface.services.deciding import correcting
from photoface.services.finding.albums import find_photos
from photoface.services.finding.query import parse
from photoface.services.finding.query_facts import PhotoFaces
from photoface.services.showing import lists, views
from photoface.services.showing.photo_view import view_photo
from photoface.store.face_ids import FaceOrder, of_group
from photoface.store.looks import save_twins
from photoface.store.overview import overview
from tests.large import made


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with made(tmp_path_factory.mktemp("made") / "library") as opened:
        yield opened


def _paged(page, limit):
    """All rows, page by page."""
    rows = page(limit, None)
    while more := page(limit, rows[-1]):
        assert len(more) <= limit
        rows += more
    return rows


@pytest.mark.parametrize("limit", [1, 7, 60, 10_000])
def test_pages_of_photos(library, limit):
    whole = library.photos.list()
    assert _paged(lambda limit, after: lists.photo_page(library, limit, after), limit) == whole
    assert None in [photo.taken for photo in whole]


@pytest.mark.parametrize("limit", [1, 7, 10_000])
@pytest.mark.parametrize("hidden", [True, False])
def test_pages_of_people(library, limit, hidden):
    whole = [person for person in library.people.list() if hidden or not person.hidden]
    paged = _paged(lambda limit, after: lists.people_page(library, limit, after, hidden=hidden), limit)
    assert paged == whole
    assert lists.people(library, lists.person_ids(library, hidden=hidden)) == whole


def test_photos_by_ids(library):
    ids = lists.photo_ids(library)
    assert lists.photos(library, ids) == library.photos.list()
    assert lists.photos(library, ids[[30, 3, 7]]) == [library.photos.list()[at] for at in (30, 3, 7)]
    assert lists.photos(library, np.array([10**9, int(ids[4])])) == [library.photos.list()[4]]


def test_photos_of_a_person_and_of_a_folder_by_ids(library):
    person = max(library.people.list(), key=lambda person: person.photos)
    for only in ({"person_id": person.person_id}, {"folder": b"/made/phone"}):
        whole = library.photos.list(**only)
        assert 0 < len(whole) < len(library.photos.list())
        assert lists.photos(library, lists.photo_ids(library, **only)) == whole


def test_a_page_goes_on_behind_a_photo_that_is_gone(tmp_path):
    with made(tmp_path / "library", write=True, faces=60) as library:
        first = lists.photo_page(library, 5)
        rest = library.photos.list()[5:]
        library.photos.mark_missing([first[-1].path])
        assert lists.photo_page(library, 1000, first[-1]) == rest


def test_groups_by_size(library):
    ids, sizes = lists.group_sizes(library)
    whole = library.groups.unnamed()
    assert lists.groups(library, ids) == whole
    assert sizes.tolist() == [group.faces for group in whole]
    assert lists.groups(library, ids[[5, 2]]) == [whole[5], whole[2]]


def test_everybody_at_once(library):
    people, groups = overview(library.db)
    assert people == library.people.list()
    assert groups == library.groups.unnamed()
    shown = views.everybody(library, hidden=False)
    assert shown.people == [person for person in people if not person.hidden] != people
    assert shown.groups == groups


def test_one_is_counted_like_all(library):
    assert all(library.people.get(person.person_id) == person for person in library.people.list())
    assert all(library.groups.get(group.cluster_id) == group for group in library.groups.unnamed()[:50])


def test_people_are_counted_as_their_faces_are_listed(library):
    for person in library.people.list():
        states = [face.state for face in library.faces.list(person_id=person.person_id)]
        counted = person.confirmed, person.named, person.suggested
        assert counted == tuple(
            states.count(state) for state in (FaceState.CONFIRMED, FaceState.NAMED, FaceState.SUGGESTED)
        )


@pytest.mark.parametrize("order", FaceOrder)
def test_faces_of_everybody_by_ids(library, order):
    for person in library.people.list():
        listed = library.faces.list(person_id=person.person_id)
        decided = lists.faces(library, lists.person_face_ids(library, person.person_id, order))
        suggested = lists.faces(library, lists.suggestion_ids(library, person.person_id, order))
        assert sorted(decided + suggested, key=lambda face: face.face_id) == listed
        assert all(face.state is FaceState.SUGGESTED for face in suggested)
        for some in (decided, suggested):
            assert all(a <= b for a, b in pairwise(_key(library, order, face) for face in some))


def _key(library, order, face):
    if order is FaceOrder.NUMBER:
        return face.face_id
    if order is FaceOrder.QUALITY:
        return -face.quality, face.face_id
    places = {photo: at for at, photo in enumerate(lists.photo_ids(library).tolist())}
    return places[face.photo_id], face.face_id


def test_faces_of_groups_by_ids(library):
    for cluster_id in set(library.groups.memberships().values()):
        listed = library.faces.list(cluster_id=cluster_id)
        assert of_group(library.db, cluster_id).tolist() == [face.face_id for face in listed]
        undecided = [face.face_id for face in listed if not face.state.decided]
        assert sorted(lists.group_face_ids(library, cluster_id).tolist()) == undecided


def test_the_likest_faces_first(library):
    person = max(library.people.list(), key=lambda person: person.suggested)
    ids = lists.suggestion_ids(library, person.person_id)
    mine = lists.person_face_ids(library, person.person_id)
    ordered = lists.likest_first(library, ids, mine)
    known, vectors = library.vectors.load(library.embedding().parts)
    near = dict(zip(known.tolist(), vectors @ vectors[np.isin(known, mine)].sum(axis=0), strict=True))
    assert ordered.tolist() == sorted(ids.tolist(), key=lambda face: -near[face])
    assert ordered.tolist() != ids.tolist()


def test_without_exemplars_the_order_stays(library):
    ids = lists.within(library)[:20]
    assert lists.likest_first(library, ids, np.empty(0, np.int64)).tolist() == ids.tolist()


def test_faces_within_a_folder_and_a_time(library):
    photos = {photo.photo_id: photo for photo in library.photos.list()}
    faces = library.faces.list()
    assert lists.within(library).tolist() == [face.face_id for face in faces]
    wanted = [face.face_id for face in faces if "2010" <= (photos[face.photo_id].taken or "") < "2015"]
    assert lists.within(library, since="2010", until="2015").tolist() == wanted
    below = [face.face_id for face in faces if face.path.startswith(b"/made/phone/")]
    assert lists.within(library, folder=b"/made/phone").tolist() == below


def test_the_first_faces_and_photos(library):
    for limit in (1, 20, 100_000):
        assert views.faces(library, views.FaceFilter(limit=limit)) == library.faces.list()[:limit]
        assert views.photos(library, None, limit) == library.photos.list()[:limit]


@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("query", ["A", "NOT A", "COUNT = 0", "COUNT >= 2 NOT A", "ONLY A", "A OR COUNT >= 3"])
def test_photos_by_who_is_in_them(library, query, certain):
    person = max(library.people.list(), key=lambda person: person.suggested)
    query = query.replace("A", f"#{person.person_id}", 1) if query != "NOT A" else f"NOT #{person.person_id}"
    query = query.replace("NOT A", f"NOT #{person.person_id}").replace("ONLY A", f"ONLY #{person.person_id}")
    test = parse(query, lambda name: int(name[1:]))
    expected = [photo for photo in library.photos.list() if test(_in_photo(library, photo.photo_id, certain))]
    assert find_photos(library, query, certain=certain) == expected


def _in_photo(library, photo_id, certain):
    faces = [face for face in library.faces.list(photo_id=photo_id) if face.state is not FaceState.NOT_A_FACE]
    known = [face.person_id for face in faces if face.person_id and (face.state.decided or not certain)]
    return PhotoFaces(frozenset(known), len(faces) - len(known), len(faces))


def test_counts_are_those_of_the_lists(library):
    counts, faces = library.photos.counts(), library.faces.list()
    assert counts.photos == len(library.photos.list())
    assert counts.faces == sum(face.state is not FaceState.NOT_A_FACE for face in faces)
    assert counts.decided == sum(face.state.decided for face in faces)
    assert counts.people == len(library.people.list())
    assert counts.failed == len(library.photos.failures()) > 0
    assert counts.missing > 0


def test_who_goes_through_photos_meets_one_of_those_that_look_the_same(family) -> None:
    library = family.library
    ids = {
        name: family.library.faces.get(family.faces_of(name)[0]).photo_id for name in ("a0.jpg", "a1.jpg", "ab0.jpg")
    }
    save_twins(library.db, dict.fromkeys(ids.values(), (ids["a0.jpg"], "same")))
    every = lists.photo_ids(library).tolist()
    through = lists.photos_to_go_through(library, None).tolist()
    assert through == [each for each in every if each not in (ids["a1.jpg"], ids["ab0.jpg"])]
    assert lists.photos_to_go_through(library, None, apart=True).tolist() == every
    bea = correcting.assign(library, (family.faces_of("ab0.jpg")[1],), "Bea").person_id
    assert lists.photos_to_go_through(library, bea).tolist() == [ids["ab0.jpg"]]  # the first one does not show her
    assert [photo.photo_id for photo in view_photo(library, ids["a1.jpg"]).copies] == sorted(ids.values())
