"""Sweeping: exactly what was chosen is decided, in one step that is undone in one."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from photoface.domain.errors import Conflict
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting
from photoface.services.review import sweeping
from tests.world import World, world

GUESSES = 8


@pytest.fixture
def swept(tmp_path):
    with world(tmp_path) as w:
        for at in range(GUESSES + 1):
            w.add(f"a{at}.jpg", "A")
        for at in range(3):
            w.add(f"b{at}.jpg", "B")
        w.index()
        correcting.assign(w.library, tuple(w.faces_of("b0.jpg")), "Ben")
        anna = correcting.assign(w.library, tuple(w.faces_of("a0.jpg")), "Anna").person_id
        yield w, anna


def states(w: World) -> dict[int, tuple[FaceState, int | None]]:
    return {face.face_id: (face.state, face.person_id) for face in w.library.faces.list()}


def test_whoever_has_most_guesses_comes_first_and_skipped_ones_last(swept):
    w, anna = swept
    first = sweeping.next_sweep(w.library)
    assert (first.person.name, first.waiting, len(first.guesses)) == ("Anna", GUESSES, GUESSES)
    assert first.known == tuple(w.faces_of("a0.jpg"))
    assert sweeping.next_sweep(w.library, {anna}).person.name == "Ben"
    likeness = [one.likeness for one in first.guesses]
    assert likeness == sorted(likeness, reverse=True)


def test_nothing_waits_when_all_is_swept(swept):
    w, anna = swept
    ids = [one.face.face_id for one in sweeping.sweep_of(w.library, anna).guesses]
    sweeping.finish_sweep(w.library, anna, ids, [])
    ben = sweeping.next_sweep(w.library)
    assert ben.person.name == "Ben"
    sweeping.finish_sweep(w.library, ben.person.person_id, [one.face.face_id for one in ben.guesses], [])
    assert sweeping.next_sweep(w.library) is None


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(fates=st.lists(st.sampled_from(["right", "wrong", "left"]), min_size=GUESSES, max_size=GUESSES))
def test_exactly_what_was_chosen_is_decided_and_undone_in_one_step(swept, fates):
    w, anna = swept
    before = states(w)
    ids = [one.face.face_id for one in sweeping.sweep_of(w.library, anna).guesses]
    right, wrong = ([i for i, fate in zip(ids, fates, strict=True) if fate == each] for each in ("right", "wrong"))
    outcome = sweeping.finish_sweep(w.library, anna, right, wrong)
    after = states(w)
    assert {i for i in ids if after[i] == (FaceState.CONFIRMED, anna)} == set(right)
    assert {i for i in ids if after[i] != before[i]} == {*right, *wrong}
    assert set(w.library.ledger.rejected_from(anna)) == set(wrong)
    if outcome.operation_id is None:
        assert not right
        assert not wrong
    else:
        assert outcome.faces == len(right) + len(wrong)
        w.library.journal.undo()
    assert states(w) == before
    assert not list(w.library.ledger.rejected_from(anna))


def test_what_was_decided_meanwhile_is_refused_whole(swept):
    w, anna = swept
    ids = [one.face.face_id for one in sweeping.sweep_of(w.library, anna).guesses]
    correcting.assign(w.library, (ids[3],), "Clara")
    before = states(w)
    with pytest.raises(Conflict, match="decided meanwhile"):
        sweeping.finish_sweep(w.library, anna, ids, [])
    assert states(w) == before
