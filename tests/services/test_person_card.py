"""A person's card: how suggestions turned out, with whom they are confused; faces drawn by lot."""

from __future__ import annotations

import random

import numpy as np
import pytest

from photoface.domain.errors import NotFound
from photoface.matching.intervals import wilson
from photoface.services.deciding.correcting import assign, confirm, reject
from photoface.services.deciding.naming import merge, name_group
from photoface.services.review.spot_check import answer, check, start_check
from photoface.services.showing.person_card import PersonCard, person_card
from photoface.store.exemplar_faces import best_of, some_of_each
from tests.world import World


@pytest.fixture
def anna(family: World) -> World:
    """A is named Anna, B Ben; then four more photos of A come, and are suggested."""
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    name_group(family.library, family.group_of("b0.jpg"), "Ben")
    for number in range(4):
        family.add(f"new{number}.jpg", "A")
    family.index()
    return family


def person(w: World, name: str = "Anna") -> int:
    return w.library.people.find(name).person_id


def card(w: World, name: str = "Anna") -> PersonCard:
    return person_card(w.library, person(w, name))


def new(w: World, number: int) -> int:
    return w.faces_of(f"new{number}.jpg")[0]


def test_nothing_is_known_before_somebody_looks(anna: World) -> None:
    found = card(anna)
    assert (found.person.confirmed, found.person.named, found.person.suggested) == (0, 8, 4)
    assert found.suggested.share is found.named.share is found.drawn.share is None
    assert found.suggested.interval == (0.0, 1.0)


def test_what_becomes_of_suggestions_is_counted(anna: World) -> None:
    confirm(anna.library, (new(anna, 0), new(anna, 1)))
    reject(anna.library, (new(anna, 2),), "Anna")
    assign(anna.library, (new(anna, 3),), "Ben")
    found = card(anna)
    assert (found.suggested.right, found.suggested.wrong, found.rejected) == (2, 2, 1)
    low, high = found.suggested.interval
    assert low < 0.5 < high
    assert card(anna, "Ben").suggested.looked_at == 0


def test_named_faces_that_somebody_looks_at_count_by_themselves(anna: World) -> None:
    confirm(anna.library, (anna.faces_of("a0.jpg")[0],))
    reject(anna.library, (anna.faces_of("a1.jpg")[0],), "Anna")
    found = card(anna)
    assert (found.named.right, found.named.wrong, found.suggested.looked_at) == (1, 1, 0)


def test_undo_takes_back_what_was_counted(anna: World) -> None:
    confirm(anna.library, (new(anna, 0),))
    anna.library.journal.undo()
    assert card(anna).suggested.looked_at == 0
    anna.library.journal.redo()
    assert card(anna).suggested.right == 1


def test_whom_they_were_taken_for_comes_first(anna: World) -> None:
    assign(anna.library, (anna.faces_of("c.jpg")[0],), "Clara")
    assign(anna.library, (new(anna, 0),), "Clara")
    (first, *_) = card(anna).confused
    assert (first.person.name, first.faces) == ("Clara", 1)
    assert 0 < first.angle < 3.15
    assert card(anna, "Clara").confused[0].person.name == "Anna"


def figures(found: PersonCard) -> list[tuple[int, int, int]]:
    return [(each.right, each.wrong, each.unsure) for each in (found.suggested, found.named, found.drawn)]


def test_a_merge_takes_all_answers_along_and_undo_gives_them_back(anna: World) -> None:
    library = anna.library
    confirm(library, (new(anna, 0),))
    reject(library, (new(anna, 1),), "Anna")
    reject(library, (anna.faces_of("b0.jpg")[0],), "Ben")
    drawn = start_check(library, person(anna), 4, random.Random(1))
    for face, said in zip(drawn.faces, ("right", "wrong", "unsure"), strict=False):
        answer(library, drawn, face.face_id, said)
    before = figures(card(anna)), figures(card(anna, "Ben"))
    sums = [tuple(map(sum, zip(*pair, strict=True))) for pair in zip(*before, strict=True)]
    merge(library, "Anna", "Ben")
    assert figures(card(anna, "Ben")) == sums
    share = sums[0][0] / (sums[0][0] + sums[0][1])
    assert card(anna, "Ben").suggested.interval == wilson(share, sums[0][0] + sums[0][1])
    still = check(library, person(anna, "Ben"), drawn.draw_id)
    assert [face.face_id for face in still.faces] == [drawn.faces[3].face_id]  # the check goes on
    library.journal.undo()
    assert (figures(card(anna)), figures(card(anna, "Ben"))) == before
    library.journal.redo()
    assert figures(card(anna, "Ben")) == sums


def test_who_was_taken_for_one_and_is_the_other_was_right_after_all(anna: World) -> None:
    library = anna.library
    assign(library, (new(anna, 0), anna.faces_of("c.jpg")[0]), "Anne")
    drawn = start_check(library, person(anna), 1, random.Random(1))
    face = drawn.faces[0].face_id
    answer(library, drawn, face, "wrong")
    assign(library, (face,), "Anne")
    reject(library, (next(new(anna, each) for each in (1, 2) if new(anna, each) != face),), "Anna")
    for source, target in (("Anne", "Anna"), ("Anna", "Anne")):
        merge(library, source, target)
        found = card(anna, target)
        assert found.suggested.right + found.named.right == 2  # each face once
        assert found.suggested.wrong + found.named.wrong == 1
        assert (found.drawn.right, found.drawn.wrong) == (1, 0)
        assert {each.person.name for each in found.confused if each.faces} == set()
        library.journal.undo()
        assert card(anna).drawn.wrong == 1


def test_whom_they_are_like_is_told_by_the_nearest_two_faces(anna: World) -> None:
    assign(anna.library, (anna.faces_of("c.jpg")[0],), "Clara")
    owners, parts = anna.library.ledger.owners(), anna.library.embedding().parts
    ids, vectors = anna.library.vectors.load(parts, sorted(owners))
    people = np.array([owners[face] for face in ids.tolist()])
    cosines = vectors[people == person(anna)] @ vectors.T
    for each in card(anna).confused:
        nearest = float(cosines[:, people == each.person.person_id].max())
        assert each.angle == pytest.approx(np.arccos(nearest), abs=1e-5)
    assert {each.person.name for each in card(anna).confused} == {"Ben", "Clara"}


def test_of_many_faces_a_few_stand_for_a_person_and_the_confirmed_ones_first(anna: World) -> None:
    ben = person(anna, "Ben")
    confirmed = anna.faces_of("b1.jpg")[0]
    confirm(anna.library, (confirmed,))
    some = some_of_each(anna.library.db, 2, 0.4)
    assert list(some.values()).count(ben) == list(some.values()).count(person(anna)) == 2
    assert confirmed in some
    best = best_of(anna.library.db, [ben], 3, 0.4)
    assert len(best) == 3
    assert set(best.values()) == {ben}
    assert not some_of_each(anna.library.db, 2, 0.95)


def test_poor_faces_are_counted_on_the_card(anna: World) -> None:
    assert card(anna).too_poor == ()
    poor = new(anna, 0), anna.faces_of("a0.jpg")[0], anna.faces_of("b0.jpg")[0]
    with anna.library.db.transaction():
        anna.library.db.execute_many("UPDATE face SET quality = 0.1 WHERE id = ?", [(face,) for face in poor])
    assert {face.face_id for face in card(anna).too_poor} == set(poor[:2])


def test_faces_are_drawn_from_all_that_nobody_looked_at(anna: World) -> None:
    confirm(anna.library, (new(anna, 0),))
    waiting = {new(anna, number) for number in (1, 2, 3)} | {
        face.face_id for face in anna.library.faces.list(person_id=person(anna)) if face.state.value == "named"
    }
    drawn = start_check(anna.library, person(anna), 20)
    assert {face.face_id for face in drawn.faces} == waiting
    times = dict.fromkeys(sorted(waiting), 0)
    for seed in range(40):
        for face in start_check(anna.library, person(anna), 3, random.Random(seed)).faces:
            times[face.face_id] += 1
    assert min(times.values()) > 0


def test_answers_are_decisions_and_give_a_precision(anna: World) -> None:
    drawn = start_check(anna.library, person(anna), 4, random.Random(0))
    for face, said in zip(drawn.faces, ("right", "wrong", "unsure"), strict=False):
        answer(anna.library, drawn, face.face_id, said)
    now = check(anna.library, person(anna))
    assert [face.face_id for face in now.faces] == [drawn.faces[3].face_id]
    assert (now.precision.right, now.precision.wrong, now.precision.unsure) == (1, 1, 1)
    states = [anna.library.faces.get(face.face_id).state.value for face in drawn.faces[:2]]
    assert states[0] == "confirmed"
    assert drawn.faces[1].face_id in anna.library.ledger.rejected_from(person(anna))
    assert card(anna).drawn == now.precision
    anna.library.journal.undo()
    assert check(anna.library, person(anna)).precision.unsure == 0


def test_who_answers_elsewhere_has_answered(anna: World) -> None:
    drawn = start_check(anna.library, person(anna), 3, random.Random(0))
    confirm(anna.library, (drawn.faces[0].face_id,))
    reject(anna.library, (drawn.faces[1].face_id,), "Anna")
    now = check(anna.library, person(anna), drawn.draw_id)
    assert (now.precision.right, now.precision.wrong, len(now.faces)) == (1, 1, 1)


def test_without_faces_to_look_at_nothing_is_drawn(anna: World) -> None:
    assign(anna.library, (anna.faces_of("c.jpg")[0],), "Clara")
    assert start_check(anna.library, person(anna, "Clara")) is None
    with pytest.raises(NotFound):
        check(anna.library, person(anna, "Clara"))
