"""Who a face is, whose a group is, what binds a grouping."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoface.domain.errors import Ambiguous, NotFound
from photoface.domain.people import FaceState
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.ledger import Ledger
from photoface.store.people import People
from photoface.store.photos import Photos
from tests.store.building import add_faces, add_photo, decide, face, opened

S = FaceState


@pytest.fixture
def db(tmp_path: Path):
    with opened(tmp_path) as db:
        yield db


def _group(db: LibraryDatabase, *face_ids: int) -> int:
    [cluster_id] = Groups(db).new(1)
    Groups(db).place(dict.fromkeys(face_ids, cluster_id))
    return cluster_id


def _put(db: LibraryDatabase, table: str, **row: object) -> int:
    with Journal(db).operation("x", "x") as op:
        return int(op.put(table, row).get("id", 0))


def _states(db: LibraryDatabase, **filters: object) -> list[tuple[FaceState, str | None]]:
    return [(each.state, each.person) for each in Faces(db).list(**filters)]  # type: ignore[arg-type]


def test_a_decided_face_makes_its_group_a_suggestion(db: LibraryDatabase) -> None:
    faces = add_faces(db, 4)
    _group(db, *faces[:3])
    assert _states(db) == [(S.UNASSIGNED, None)] * 4
    decide(db, "A", faces[:1])
    assert _states(db) == [(S.CONFIRMED, "A"), (S.SUGGESTED, "A"), (S.SUGGESTED, "A"), (S.UNASSIGNED, None)]


def test_rejected_ignored_and_no_faces_are_not_suggested(db: LibraryDatabase) -> None:
    faces = add_faces(db, 4)
    _group(db, *faces)
    person_id = decide(db, "A", faces[:1], "named")
    _put(db, "rejection", face_id=faces[1], person_id=person_id)
    _put(db, "verdict", face_id=faces[2], state="ignored", person_id=None)
    _put(db, "verdict", face_id=faces[3], state="not_a_face", person_id=None)
    assert _states(db) == [(S.NAMED, "A"), (S.UNASSIGNED, None), (S.IGNORED, None), (S.NOT_A_FACE, None)]
    [person] = People(db).list()
    assert (person.confirmed, person.named, person.suggested) == (0, 1, 0)


def test_of_several_people_in_a_group_the_majority_suggests_if_there_is_one(db: LibraryDatabase) -> None:
    faces = add_faces(db, 4)
    _group(db, *faces)
    decide(db, "A", faces[:1])
    decide(db, "B", faces[1:2])
    assert _states(db)[2:] == [(S.UNASSIGNED, None)] * 2
    assert [person.suggested for person in People(db).list()] == [0, 0]
    decide(db, "C", faces[2:3])
    _put(db, "verdict", face_id=faces[0], state="confirmed", person_id=People(db).find("C").person_id)
    assert _states(db)[3:] == [(S.SUGGESTED, "C")]
    assert {person.name: person.suggested for person in People(db).list()} == {"A": 0, "B": 0, "C": 1}


def test_filters_of_faces(db: LibraryDatabase) -> None:
    faces = add_faces(db, 5)
    mine, other = _group(db, *faces[:3]), _group(db, *faces[3:])
    person_id = decide(db, "A", [faces[0], faces[4]])
    decide(db, "B", [faces[3]])
    ids = {
        name: [each.face_id for each in Faces(db).list(**how)]
        for name, how in {
            "group": {"cluster_id": mine},
            "other group": {"cluster_id": other},
            "person": {"person_id": person_id},
            "confirmed": {"person_id": person_id, "states": [S.CONFIRMED]},
            "photo": {"photo_id": Faces(db).get(faces[2]).photo_id},
            "suggested": {"states": {S.SUGGESTED}},
        }.items()
    }  # type: ignore[arg-type]
    assert ids == {
        "group": faces[:3],
        "other group": faces[3:],
        "person": [*faces[:3], faces[4]],
        "confirmed": [faces[0], faces[4]],
        "photo": [faces[2]],
        "suggested": faces[1:3],
    }


def test_faces_by_ids_come_in_order_and_unknown_ones_are_named(db: LibraryDatabase) -> None:
    faces = add_faces(db, 3)
    wanted = [faces[2], faces[0], faces[2]]
    assert [each.face_id for each in Faces(db).by_ids(wanted)] == [faces[2], faces[0]]
    with pytest.raises(NotFound, match="no face 999"):
        Faces(db).by_ids([faces[0], 999])
    assert Faces(db).by_ids([]) == []


def test_absent_ids_and_qualities(db: LibraryDatabase) -> None:
    one = add_photo(db, "a.jpg", face(quality=0.25))
    two = add_photo(db, "b.jpg", face(quality=0.75))
    Photos(db).mark_missing([b"/photos/a.jpg"])
    assert Faces(db).absent_ids().tolist() == one
    assert Faces(db).qualities(np.array([*one, *two])).tolist() == [0.25, 0.75]


def test_counts_of_a_person_are_of_what_is_present(db: LibraryDatabase) -> None:
    a, b = add_photo(db, "a.jpg", face(100, quality=0.2), face(500, quality=0.3))
    [c] = add_photo(db, "b.jpg", face(quality=0.8))
    [d] = add_photo(db, "c.jpg", face(quality=0.9))
    _group(db, a, b, c, d)
    decide(db, "A", [a, b, c], "named")
    [person] = People(db).list()
    assert (person.named, person.suggested, person.photos, person.cover_face_id) == (3, 1, 2, c)
    Photos(db).mark_missing([b"/photos/b.jpg", b"/photos/c.jpg"])
    [person] = People(db).list()
    assert (person.named, person.suggested, person.photos, person.cover_face_id) == (2, 0, 1, b)
    assert People(db).get(person.person_id) == person
    Photos(db).mark_missing([b"/photos/a.jpg"])
    assert People(db).list()[0].cover_face_id is None
    _put(db, "person", id=person.person_id, cover_face_id=a)
    assert People(db).list()[0].cover_face_id == a


def test_people_of_photos(db: LibraryDatabase) -> None:
    a, b, c = add_photo(db, "a.jpg", face(100), face(300), face(500))
    [d] = add_photo(db, "b.jpg", face())
    one, other = decide(db, "B", [a, d]), decide(db, "A", [b])
    _put(db, "verdict", face_id=c, state="not_a_face", person_id=None)
    assert [(photo.faces, photo.people) for photo in Photos(db).list()] == [(2, ("A", "B")), (1, ("B",))]
    assert [photo.path for photo in Photos(db).list(person_id=other)] == [b"/photos/a.jpg"]
    assert Photos(db).shared(one, other) == 1
    counts = Photos(db).counts()
    assert (counts.photos, counts.faces, counts.decided, counts.people) == (2, 3, 4, 2)


@pytest.mark.parametrize("typed", ["Zoë", " Zoë ", "ZOË", "Zoe\u0308", "zoe\u0308"])
def test_a_name_is_found_however_it_is_typed(db: LibraryDatabase, typed: str) -> None:
    person_id = decide(db, "Zoë", [])
    assert People(db).find(typed).person_id == person_id
    assert People(db).find(f"#{person_id}").name == "Zoë"


def test_an_exact_name_goes_before_other_cases_and_doubt_is_said(db: LibraryDatabase) -> None:
    lower, upper = decide(db, "anna", []), decide(db, "Anna", [])
    assert People(db).find("Anna").person_id == upper
    with pytest.raises(Ambiguous, match=f"#{lower}, #{upper}"):
        People(db).find("ANNA")
    decide(db, "Anna", [])
    with pytest.raises(Ambiguous):
        People(db).find("Anna")
    assert len(People(db).named("Anna")) == 2


def test_unknown_names(db: LibraryDatabase) -> None:
    assert People(db).find_or_none("A") is None
    for text in ("A", "#7", ""):
        with pytest.raises(NotFound):
            People(db).find(text)


def test_unnamed_groups_by_size_with_their_best_face(db: LibraryDatabase) -> None:
    small = add_photo(db, "s.jpg", face(quality=0.4))
    big = add_photo(db, "a.jpg", face(100, quality=0.4), face(300, quality=0.7)) + add_photo(db, "b.jpg", face())
    named = add_faces(db, 2)
    groups = [_group(db, *each) for each in (small, big, named)]
    decide(db, "A", named[:1])
    assert [(each.cluster_id, each.faces, each.photos, each.cover_face_id) for each in Groups(db).unnamed()] == [
        (groups[1], 3, 2, big[2]),
        (groups[0], 1, 1, small[0]),
    ]
    assert [each.cluster_id for each in Groups(db).unnamed(at_least=2)] == [groups[1]]
    assert Groups(db).get(groups[0]).faces == 1
    with pytest.raises(NotFound):
        Groups(db).get(groups[2])
    _put(db, "verdict", face_id=small[0], state="ignored", person_id=None)
    assert len(Groups(db).unnamed()) == 1


def test_owners_and_homes_of_groups(db: LibraryDatabase) -> None:
    faces = add_faces(db, 5)
    first, second = _group(db, *faces[:2]), _group(db, *faces[2:])
    a, b = decide(db, "A", faces[1:4]), decide(db, "B", faces[4:])
    assert (Groups(db).owners(first), Groups(db).owners(second), Groups(db).owners(None)) == ({a}, {a, b}, set())
    assert (Groups(db).home_of(a), Groups(db).home_of(b), Groups(db).home_of(99)) == (second, second, None)
    assert (Groups(db).exists(first), Groups(db).exists(99), Groups(db).count()) == (True, False, 2)


def test_neighbours_come_back_as_they_were(db: LibraryDatabase) -> None:
    faces = add_faces(db, 3)
    both = np.array(faces[:2]), np.array([2, 1]), np.array([*faces[1:], faces[2]]), np.array([0.5, 1.25, 1], np.float32)
    only = np.array(faces[1:2]), np.array([1]), np.array(faces[:1]), np.array([0.5], np.float32)
    Groups(db).save_neighbors("m", both)
    Groups(db).save_neighbors("n", only)
    Groups(db).save_neighbors("m", only)
    loaded = [each.tolist() for each in Groups(db).neighbors("m")]
    assert loaded == [faces[:2], [2, 1], [*faces[1:], faces[0]], [0.5, 1.25, 0.5]]
    Groups(db).forget_neighbors("m")
    assert [len(Groups(db).neighbors(model)[0]) for model in ("m", "n")] == [0, 1]


def test_constraints_hold_every_decision(db: LibraryDatabase) -> None:
    a, b = add_photo(db, "a.jpg", face(100), face(500))
    c, d = add_photo(db, "mirror.jpg", face(100), face(500))
    e, f, g = add_faces(db, 3)
    person_id = decide(db, "A", [a, e])
    _put(db, "rejection", face_id=f, person_id=person_id)
    _put(db, "repeat_photo", photo_id=Faces(db).get(c).photo_id)
    with Journal(db).operation("x", "x") as op:
        separation, bond = op.put("separation", {})["id"], op.put("bond", {})["id"]
        op.put("separation_face", {"separation_id": separation, "face_id": c, "side": 0})
        op.put("separation_face", {"separation_id": separation, "face_id": g, "side": 1})
        op.put_many("bond_face", [{"bond_id": bond, "face_id": each} for each in (d, f, g)])
    found = Ledger(db).constraints()
    photo = Faces(db).get(a).photo_id
    assert set(found.must) == {(a, e), (d, f, g)}
    assert found.owner == {a: person_id, e: person_id}
    assert found.marks == {
        a: {("photo", photo), ("person", person_id)},
        b: {("photo", photo)},
        e: {("person", person_id)},
        c: {("separation", 2 * separation)},
        g: {("separation", 2 * separation + 1)},
    }
    assert found.bans == {
        a: {("photo", photo)},
        b: {("photo", photo)},
        f: {("person", person_id)},
        c: {("separation", 2 * separation + 1)},
        g: {("separation", 2 * separation)},
    }
    assert Ledger(db).separations() == {separation: ((c,), (g,))}
    assert Ledger(db).rejected_from(person_id) == [f]
    assert Ledger(db).decided_as(person_id) == [a, e]


def test_who_is_set_aside_keeps_nobody_company(db: LibraryDatabase) -> None:
    a, b = add_photo(db, "a.jpg", face(100), face(500))
    _put(db, "verdict", face_id=b, state="not_a_face", person_id=None)
    assert Ledger(db).constraints().marks == {}
    assert Ledger(db).excluded() == {b}
    _put(db, "verdict", face_id=b, state="ignored", person_id=None)
    assert Ledger(db).constraints().marks == {}
    assert Ledger(db).excluded() == {b}
    decide(db, "A", [b])
    assert set(Ledger(db).constraints().marks) == {a, b}
