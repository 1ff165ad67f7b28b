"""What is written about a person can be taken back like every decision."""

import pytest

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming, person_facts
from photoface.services.finding.completion import completions
from photoface.services.showing.people_view import PeopleOrder, arranged, crowd
from photoface.services.showing.portrait import Order, people_around, view_group, view_person
from tests.world import World


@pytest.fixture
def anna(family):
    return naming.name_group(family.library, family.group_of("a0.jpg"), "Anna").person_id


def test_a_cover_is_a_decided_face(family, anna):
    library = family.library
    (face,) = family.faces_of("a3.jpg")
    person_facts.set_cover(library, anna, face)
    assert library.people.get(anna).cover_face_id == face
    with pytest.raises(Conflict, match="Anna"):
        person_facts.set_cover(library, anna, family.faces_of("c.jpg")[0])
    library.journal.undo()
    assert library.people.get(anna).cover_face_id != face


def test_a_face_that_is_somebody_else_by_now_is_no_cover(family, anna):
    (face,) = family.faces_of("a3.jpg")
    person_facts.set_cover(family.library, anna, face)
    correcting.assign(family.library, (face,), "Ben")
    assert family.library.people.get(anna).cover_face_id not in (face, None)


def test_birth_date_and_notes(family, anna):
    library = family.library
    person_facts.set_facts(library, anna, "2015-03-21", " likes cake\n")
    notes = library.people.notes(anna)
    assert (notes.birth_date, notes.notes) == ("2015-03-21", "likes cake")
    assert person_facts.set_facts(library, anna, "2015-03-21", "likes cake").operation_id is None
    person_facts.set_facts(library, anna, None, "")
    assert library.people.notes(anna).birth_date is None
    with pytest.raises(BadRequest, match="2015-02-30"):
        person_facts.set_facts(library, anna, "2015-02-30", "")


@pytest.mark.parametrize(
    ("born", "year", "age"),
    [
        ("2015-03-21", "2019", 4),
        ("2015-03-21", "2015", 0),
        ("2015-03-21", "2014", None),
        (None, "2019", None),
        ("2015-03-21", "", None),
    ],
)
def test_age(born, year, age):
    assert person_facts.age_in(born, year) == age


def test_not_this_person_is_listed_and_can_be_taken_back(family, anna):
    library = family.library
    faces = [family.faces_of(name)[0] for name in ("a0.jpg", "a1.jpg")]
    correcting.reject(library, tuple(faces), "Anna")
    view = view_person(library, anna)
    assert {one.face.face_id for one in view.rejected} == set(faces)
    assert len(view.decided) == 6
    assert person_facts.accept(library, faces[:1], anna).faces == 1
    assert [one.face.face_id for one in view_person(library, anna).rejected] == faces[1:]
    assert person_facts.accept(library, faces[:1], anna).operation_id is None


def test_a_view_is_in_the_order_that_is_asked_for(family, anna):
    library = family.library
    correcting.reject(library, tuple(family.faces_of("a0.jpg")), "Anna")
    for order in Order:
        view = view_person(library, anna, order)
        assert len(view.decided) == 7
        assert not view.guessed
    likeness = [one.likeness for one in view_person(library, anna, Order.SIMILARITY).decided]
    assert likeness == sorted(likeness, reverse=True)
    numbers = [one.face.face_id for one in view_person(library, anna, Order.DATE).decided]
    assert numbers == sorted(numbers)


def test_a_view_of_a_group_shows_who_is_in_the_same_photos(family, anna):
    view = view_group(family.library, family.group_of("b0.jpg"))
    assert (len(view.guessed), view.together) == (5, (anna,))
    assert {one.face.state for one in view.guessed} == {FaceState.UNASSIGNED}


def test_a_nickname_finds_the_person(family, anna):
    library = family.library
    person_facts.set_facts(library, anna, None, "", nickname="  Granny  Ann ")
    person = library.people.get(anna)
    assert person.nickname == "Granny Ann"
    assert completions("gran", library.people.list())[0] == person
    assert arranged(crowd(library), "granny").people == [person]
    library.journal.undo()
    assert library.people.get(anna).nickname == ""
    library.journal.redo()
    person_facts.set_facts(library, anna, None, "note")
    assert library.people.get(anna).nickname == "Granny Ann"
    person_facts.set_facts(library, anna, None, "note", nickname="")
    assert library.people.get(anna).nickname == ""


def test_favourites_come_first(family, anna):
    library = family.library
    before = [one.person_id for one in arranged(crowd(library), order=PeopleOrder.NAME).people]
    last = before[-1]
    person_facts.set_favourite(library, [last], favourite=True)
    for order in PeopleOrder:
        assert arranged(crowd(library), order=order).people[0].person_id == last
    assert person_facts.set_favourite(library, [last], favourite=True).operation_id is None
    library.journal.undo()
    assert [one.person_id for one in arranged(crowd(library), order=PeopleOrder.NAME).people] == before


def test_who_is_merged_leaves_nickname_and_stays_a_favourite(family, anna):
    library = family.library
    correcting.assign(library, (family.faces_of("b1.jpg")[0],), "Benny")
    ben = library.people.find("Benny").person_id
    person_facts.set_facts(library, ben, None, "", nickname="Bee")
    person_facts.set_favourite(library, [ben], favourite=True)
    naming.merge(library, f"#{ben}", f"#{anna}")
    assert (library.people.get(anna).nickname, library.people.get(anna).favourite) == ("Bee", True)
    library.journal.undo()
    assert (library.people.get(anna).nickname, library.people.get(anna).favourite) == ("", False)
    assert (library.people.get(ben).nickname, library.people.get(ben).favourite) == ("Bee", True)


def test_people_of_the_same_photos_come_first_and_then_those_of_the_same_days(family: World) -> None:
    library = family.library
    for name, photo in (("Bea", "b0.jpg"), ("Cleo", "c.jpg"), ("Dora", "a4.jpg"), ("Anna", "ab0.jpg")):
        correcting.assign(library, tuple(family.faces_of(photo)[:1]), name)
    photos = {file: library.faces.get(family.faces_of(file)[0]).photo_id for file in ("ab0.jpg", "c.jpg", "a4.jpg")}
    days = {"ab0.jpg": "2024-05-01T10:00:00", "c.jpg": "2024-05-01T22:00:00", "a4.jpg": "2024-05"}
    with library.db.transaction():
        library.db.execute_many("UPDATE photo SET taken = ? WHERE id = ?", [(days[f], photos[f]) for f in photos])
    around = people_around(library, [photos["ab0.jpg"]])
    found = completions("", library.people.list(), [], around)
    assert [person.name for person in found][:2] == ["Anna", "Cleo"]
    assert {person.name for person in found[2:]} == {"Bea", "Dora"}
