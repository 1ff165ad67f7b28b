"""Review by worth: what is asked, what an answer settles and what follows from it; nothing is asked twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from photoface.domain.people import FaceState
from photoface.services.deciding.naming import name_group
from photoface.services.deciding.repeats import set_repeat
from photoface.services.groups.grouping import apply_plan, plan_regrouping
from photoface.services.library import Library
from photoface.services.review import answers
from photoface.services.review.question import Kind, Question
from photoface.services.review.questions import forecast, review
from photoface.services.suggestions.board import board_of
from photoface.store.database import LibraryDatabase
from photoface.store.suggestions import suggestions
from tests.world import World, world


@pytest.fixture
def town(w: World) -> World:
    """A in eight photos, B in six, C in four, each alone; one group each."""
    for name, shots in (("A", 8), ("B", 6), ("C", 4)):
        for shot in range(shots):
            w.add(f"{name.lower()}{shot}.jpg", name)
    w.index()
    return w


def torn(w: World, *photos: str) -> int:
    """The first faces of these photos in a group of their own, as when the grouping was too strict."""
    faces = [w.faces_of(photo)[0] for photo in photos]
    with w.library.db.transaction():
        (apart,) = w.library.groups.new(1)
        w.library.groups.place(dict.fromkeys(faces, apart))
    return apart


def state_of(w: World, photo: str) -> tuple[FaceState, str | None]:
    face = w.library.faces.get(w.faces_of(photo)[0])
    return face.state, face.person


def test_who_the_largest_group_is_comes_first(town) -> None:
    found = review(town.library)
    assert [one.kind for one in found] == [Kind.NAME] * 3
    assert [one.settles for one in found] == [8, 6, 4]
    assert forecast(found, 2) == 14


def test_what_is_open_is_laid_out_once_until_something_changes(town) -> None:
    name_group(town.library, town.group_of("a0.jpg"), "Anna")
    board = board_of(town.library)
    assert board_of(town.library) is board  # what follows was worked out on the very same
    name_group(town.library, town.group_of("b0.jpg"), "Ben")
    assert board_of(town.library).people.tolist() == [1, 2]
    with town.library.db.rehearsal():
        name_group(town.library, town.group_of("c0.jpg"), "Cleo")
        assert len(board_of(town.library).people) == 3
    assert len(board_of(town.library).people) == 2


def test_who_only_reads_lays_out_once_what_nobody_has_changed(town) -> None:
    name_group(town.library, town.group_of("a0.jpg"), "Anna")
    with LibraryDatabase.create_or_open(town.library.folder, write=False) as db:
        reader = Library(db, town.library.catalog)
        with db.consistent():
            board = board_of(reader)
            name_group(town.library, town.group_of("b0.jpg"), "Ben")
            assert board_of(reader) is board  # as it was when this began
        with db.consistent():
            assert board_of(reader).people.tolist() == [1, 2]
            assert board_of(reader) is board_of(reader)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_fewer_questions_are_the_first_of_many(town, limit) -> None:
    torn(town, "a0.jpg", "a1.jpg")
    torn(town, "b0.jpg")
    name_group(town.library, town.group_of("a5.jpg"), "Anna")
    assert review(town.library, limit=limit) == review(town.library)[:limit]


def test_what_probably_belongs_to_a_group_is_named_with_it(town) -> None:
    torn(town, "a0.jpg", "a1.jpg")
    first = review(town.library)[0]
    assert (first.group.faces, len(first.faces)) == (6, 8)
    answers.swept(town.library, first, (), "Anna")
    assert town.who()["a0.jpg"] == town.who()["a7.jpg"] == ["Anna"]


def test_who_was_taken_out_is_somebody_else(town) -> None:
    torn(town, "a0.jpg")
    with town.library.db.transaction():  # b0 was taken for A
        town.library.groups.place({town.faces_of("b0.jpg")[0]: town.group_of("a1.jpg")})
    first = next(one for one in review(town.library) if town.faces_of("b0.jpg")[0] in one.faces)
    answers.swept(town.library, first, town.faces_of("b0.jpg"), "Anna")
    assert state_of(town, "a2.jpg") == (FaceState.NAMED, "Anna")
    assert state_of(town, "b0.jpg") == (FaceState.UNASSIGNED, None)
    assert town.group_of("b0.jpg") != town.group_of("a2.jpg")
    town.library.journal.undo()
    assert state_of(town, "a2.jpg") == (FaceState.UNASSIGNED, None)


def test_what_follows_from_a_name_is_suggested_at_once_and_keeps_its_group(town) -> None:
    apart = torn(town, "a0.jpg", "a1.jpg")
    name_group(town.library, town.group_of("a5.jpg"), "Anna")
    assert state_of(town, "a0.jpg") == (FaceState.SUGGESTED, "Anna")
    assert town.group_of("a0.jpg") == apart
    assert town.library.people.find("Anna").suggested == 2
    assert {group: person for group, (person, _) in suggestions(town.library.db).items()} == {apart: 1}
    town.library.journal.undo()
    assert state_of(town, "a0.jpg") == (FaceState.UNASSIGNED, None)
    town.library.journal.redo()
    assert state_of(town, "a0.jpg") == (FaceState.SUGGESTED, "Anna")


def test_nobody_is_suggested_who_was_rejected(town) -> None:
    apart = torn(town, "a0.jpg", "a1.jpg")
    name_group(town.library, town.group_of("a5.jpg"), "Anna")
    confirming = next(one for one in review(town.library) if one.kind is Kind.SWEEP)
    assert set(confirming.faces) == {town.faces_of("a0.jpg")[0], town.faces_of("a1.jpg")[0]}
    answers.no(town.library, confirming)
    assert state_of(town, "a0.jpg") == (FaceState.UNASSIGNED, None)
    assert apart not in suggestions(town.library.db)
    assert not [one for one in review(town.library) if one.person is not None]


def test_two_in_one_photo_are_two_people_unless_it_is_a_mirror(w) -> None:
    for shot in range(5):
        w.add(f"a{shot}.jpg", "A")
    w.add("mirror.jpg", "A A")
    w.index()
    faces = w.faces_of("mirror.jpg")
    with w.library.db.transaction():
        (apart,) = w.library.groups.new(1)
        w.library.groups.place({faces[0]: w.group_of("a0.jpg"), faces[1]: apart})
    name_group(w.library, w.group_of("a0.jpg"), "Anna")
    assert w.library.faces.get(faces[1]).person is None
    set_repeat(w.library, w.library.faces.get(faces[1]).photo_id, repeat=True)
    assert w.library.faces.get(faces[1]).person == "Anna"


def test_nobody_is_in_photos_from_before_the_birth(town) -> None:
    from photoface.services.deciding.person_facts import set_facts

    torn(town, "a0.jpg")
    name_group(town.library, town.group_of("a5.jpg"), "Anna")
    with town.library.db.transaction():
        town.library.db.execute("UPDATE photo SET taken = '2001-05-05T10:00:00'")
    set_facts(town.library, 1, "2010-01-01", "")
    assert state_of(town, "a0.jpg") == (FaceState.UNASSIGNED, None)
    set_facts(town.library, 1, "2000-01-01", "")
    assert state_of(town, "a0.jpg") == (FaceState.SUGGESTED, "Anna")


def test_several_people_are_asked_about_in_parts(town) -> None:
    with town.library.db.transaction():
        mixed = town.group_of("a0.jpg")
        town.library.groups.place({town.faces_of(f"b{shot}.jpg")[0]: mixed for shot in range(6)})
    first = review(town.library)[0]
    assert len(first.faces) == 14
    answers.no(town.library, first)
    parts = review(town.library)[:2]
    assert sorted(len(one.faces) for one in parts) == [6, 8]
    larger = max(parts, key=lambda one: len(one.faces))
    answers.swept(town.library, larger, (), "Anna")
    assert {state_of(town, f"a{shot}.jpg")[1] for shot in range(8)} == {"Anna"}
    assert {state_of(town, f"b{shot}.jpg")[1] for shot in range(6)} == {None}


def test_who_is_not_known_is_asked_again_with_half_as_many_faces_again(town) -> None:
    first = review(town.library)[0]
    answers.unsure(town.library, first)
    assert first.key not in {one.key for one in review(town.library)}
    for shot in range(4):
        town.add(f"more{shot}.jpg", "A")
    town.index()
    assert any(town.faces_of("a0.jpg")[0] in one.faces for one in review(town.library))


def test_a_sweep_nobody_was_sure_about_is_not_asked_again(town) -> None:
    torn(town, "a0.jpg", "a1.jpg")
    name_group(town.library, town.group_of("a5.jpg"), "Anna")
    confirming = next(one for one in review(town.library) if one.kind is Kind.SWEEP)
    answers.unsure(town.library, confirming)
    assert not [one for one in review(town.library) if one.kind is Kind.SWEEP]


ANSWERS = st.lists(st.sampled_from(["name", "yes", "no", "unsure", "ignore", "out", "regroup", "undo"]), max_size=12)


def give(w: World, question: Question, how: str) -> None:
    match how:
        case "yes" if question.kind is not Kind.NAME:
            answers.yes(w.library, question)
        case "no":
            answers.no(w.library, question)
        case "unsure":
            answers.unsure(w.library, question)
        case "ignore":
            answers.set_aside(w.library, question, FaceState.IGNORED)
        case "out" if len(question.faces) > 1:
            answers.swept(w.library, question, question.faces[-1:], "" if question.person else f"P{question.faces[0]}")
        case _:
            answers.somebody_else(w.library, question, f"P{min(question.faces)}")


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(hows=ANSWERS)
@example(hows=["name", "out", "no", "name"])  # one face was said to be several people, and asked about for ever
@example(hows=["unsure", "name", "no", "name"])
@example(hows=["no", "no", "regroup", "name"])
def test_no_question_is_asked_twice(tmp_path_factory, hows: list[str]) -> None:
    with world(tmp_path_factory.mktemp("world")) as w:
        for name in ("A", "A", "A", "A", "B", "B", "B", "A B"):
            w.add(f"{len(w.faces_of('.jpg'))}-{name.replace(' ', '')}-{len(list(w.photos.iterdir()))}.jpg", name)
        w.index()
        torn(w, *[path.name for path in sorted(w.photos.iterdir())[:1]])
        answered: list[str] = []
        for how in hows:
            if how == "regroup":
                apply_plan(w.library, plan_regrouping(w.library))
                continue
            if how == "undo":
                if answered:
                    w.library.journal.undo()
                    answered.pop() if w.library.journal.latest_undone() else None
                    break
                continue
            found = review(w.library)
            assert not {one.key for one in found} & set(answered)
            if found:
                give(w, found[0], how)
                answered.append(found[0].key)
