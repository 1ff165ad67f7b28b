"""Random histories in a real library, judged by rules written down once more: whatever the machine does, they hold.

Between the decisions of a user the machine groups anew (either algorithm, any threshold), indexes one photo more, finds
files elsewhere, reads everything again, changes its model; steps are undone in any order and done again.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from photoface.domain.errors import Conflict, PhotofaceError
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming, person_facts, repeats
from photoface.services.groups.grouping import apply_plan, plan_regrouping
from photoface.services.ledger.conflicts import conflicts, take
from photoface.services.ledger.foretelling import foretell
from photoface.services.ledger.history import preview_undo
from photoface.services.review import answers
from photoface.services.review.questions import questions
from photoface.services.review.remembering import Asked
from tests.world import MODELS, world

NUMBER = st.integers(0, 40)
NAME = st.sampled_from(["Ann", "Ben", "Cleo"])
PACKS = {"retail-0095": "standard", "dlib-resnet": "basic"}

Pair = tuple[int, int]


class Histories(RuleBasedStateMachine):
    """A library of ten photos: two people, often together, and some others."""

    @initialize()
    def start(self) -> None:
        self.home = Path(tempfile.mkdtemp())
        self.world = world(self.home)
        self.w = self.world.__enter__()
        self.library = self.w.library
        for number in range(8):
            self.w.add(f"{number}.jpg", "A B" if number % 2 else "A")
        for number in range(3):
            self.w.add(f"c{number}.jpg", "C")
        self.w.index()
        self.embedder, self.added, self.folder = "retail-0095", 0, self.w.photos
        self.answered: dict[Asked, tuple[int, int]] = {}

    def teardown(self) -> None:
        if hasattr(self, "world"):
            self.world.__exit__(None, None, None)
            shutil.rmtree(self.home)

    # What a user does. A sentence to the user means that nothing was changed.

    @rule(one=NUMBER, name=NAME)
    def name(self, one: int, name: str) -> None:
        groups = sorted({*self.library.groups.memberships().values()})
        self.decide(lambda: naming.name_group(self.library, groups[one % len(groups)], name))

    @rule(one=NUMBER, name=NAME)
    def assign(self, one: int, name: str) -> None:
        self.decide(lambda: correcting.assign(self.library, (self.face(one),), name))

    @rule(one=NUMBER, name=NAME)
    def reject(self, one: int, name: str) -> None:
        self.decide(lambda: correcting.reject(self.library, (self.face(one),), name))

    @rule(one=NUMBER, name=NAME)
    def accept(self, one: int, name: str) -> None:
        self.decide(
            lambda: person_facts.accept(self.library, [self.face(one)], self.library.people.find(name).person_id)
        )

    @rule(one=NUMBER, other=NUMBER)
    def split(self, one: int, other: int) -> None:
        self.decide(lambda: correcting.split(self.library, (self.face(one), self.face(other))))

    @rule(one=NUMBER, other=NUMBER)
    def part_or_join_groups(self, one: int, other: int) -> None:
        groups = sorted({*self.library.groups.memberships().values()})
        sides = str(groups[one % len(groups)]), str(groups[other % len(groups)])
        act = naming.merge if one % 2 else correcting.part
        self.decide(lambda: act(self.library, *sides))

    @rule(one=NAME, other=NAME)
    def merge(self, one: str, other: str) -> None:
        self.decide(lambda: naming.merge(self.library, one, other))

    @rule(one=NUMBER, state=st.sampled_from([FaceState.IGNORED, FaceState.NOT_A_FACE]))
    def set_aside(self, one: int, state: FaceState) -> None:
        self.decide(lambda: correcting.set_aside(self.library, self.library.faces.by_ids([self.face(one)]), state))

    @rule(one=NUMBER, repeat=st.booleans())
    def mirror(self, one: int, repeat: bool) -> None:
        photo = self.library.faces.get(self.face(one)).photo_id
        self.decide(lambda: repeats.set_repeat(self.library, photo, repeat=repeat))

    @rule(one=NUMBER, answer=st.sampled_from(["yes", "no", "unsure"]))
    def answer(self, one: int, answer: str) -> None:
        asked = questions(self.library)
        if asked:
            question = asked[one % len(asked)]
            getattr(answers, answer)(self.library, question)
            assert question.asked not in {each.asked for each in questions(self.library)}
            self.answered[question.asked] = self.library.journal.history(1)[0].operation_id, len(self.decided())

    @rule(one=NUMBER)
    def settle(self, one: int) -> None:
        ways = [way for clash in conflicts(self.library) for way in clash.ways]
        if ways:
            before = set(conflicts(self.library))
            self.decide(lambda: take(self.library, ways[one % len(ways)]))
            assert before - set(conflicts(self.library))

    @rule(one=NUMBER)
    def undo(self, one: int) -> None:
        done = [each for each in self.library.journal.history() if each.state == "done"]
        if not done:
            return
        chosen = done[one % len(done)]
        told, before = preview_undo(self.library, chosen.operation_id), self.decided()
        try:
            self.library.journal.undo(chosen.operation_id)
        except Conflict:
            assert told.blockers
            assert self.decided() == before
            return
        assert told.allowed
        turned = {face for turn in told.turns for face in turn.faces}
        after = self.decided()
        assert {face for face in before.keys() | after.keys() if before.get(face) != after.get(face)} <= turned

    @rule()
    def redo(self) -> None:
        with suppress(PhotofaceError):
            self.library.journal.redo()

    @rule(one=NUMBER)
    def undo_and_redo(self, one: int) -> None:
        """All is as it was, the groups too; and the other way round."""
        done = [each for each in self.library.journal.history() if each.state == "done"]
        before = self.decisions(), self.library.groups.memberships()
        with suppress(Conflict, IndexError):
            self.library.journal.undo(done[one % len(done or [0])].operation_id)
            undone = self.decisions(), self.library.groups.memberships()
            self.library.journal.redo()
            assert (self.decisions(), self.library.groups.memberships()) == before
            self.library.journal.undo(done[one % len(done)].operation_id)
            assert (self.decisions(), self.library.groups.memberships()) == undone
            self.library.journal.redo()

    # What the machine does.

    @rule(algorithm=st.sampled_from(["average", "dbscan"]), wrong=st.floats(0.001, 0.1))
    def regroup(self, algorithm: str, wrong: float) -> None:
        before, members = self.decisions(), self.clusters()
        plan = plan_regrouping(self.library, algorithm, wrong)
        assert len(plan.contradictions) == len(conflicts(self.library))
        outcome = apply_plan(self.library, plan)
        assert self.decisions() == before
        self.keep_ids(members)
        self.apart(self.pairs_together() & self.forbidden())
        if outcome.operation_id is not None:
            assert self.library.journal.get(outcome.operation_id).kind == "recluster"

    @precondition(lambda self: self.added < 4)
    @rule(people=st.sampled_from(["A", "B", "A B", "D"]))
    def one_more_photo(self, people: str) -> None:
        self.added += 1
        self.w.add(f"more{self.added}.jpg", people)
        self.index()

    @rule()
    def move_the_files(self) -> None:
        self.folder = self.folder.rename(self.home / f"moved {len(self.folder.name)} {self.folder.name[:9]}")
        self.w.photos = self.folder
        self.index()

    @rule()
    def read_everything_again(self) -> None:
        with self.library.db.transaction():
            self.library.db.execute("DELETE FROM analysis")
        self.index()

    @rule(embedder=st.sampled_from(sorted(MODELS)))
    def change_the_model(self, embedder: str) -> None:
        self.embedder = embedder
        self.library.db.set_setting("pack", PACKS[embedder])
        self.index()

    # What must be true.

    @invariant()
    def nobody_is_suggested_against_a_decision(self) -> None:
        """Unless another decision says that they are together: a contradiction, which is shown."""
        if not hasattr(self, "w"):
            return
        forbidden, owner = self.forbidden_people(), self.library.ledger.owners()
        for face in self.library.faces.list():
            if face.state is FaceState.SUGGESTED and (face.face_id, face.person_id) in forbidden:
                held = self.library.ledger.held_with([face.face_id])
                assert face.person_id in {owner.get(other) for other in held}

    @invariant()
    def no_answered_question_is_asked_again(self) -> None:
        if not hasattr(self, "w"):
            return
        done = {each.operation_id for each in self.library.journal.history() if each.state == "done"}
        decided = len(self.decided())
        for asked in {question.asked for question in questions(self.library)} & self.answered.keys():
            operation, then = self.answered[asked]
            assert operation not in done or decided >= 2 * then  # so much is new to see where nobody was sure

    def index(self) -> None:
        before, members, faces = self.decisions(), self.clusters(), self.library.groups.memberships()
        together = self.pairs_together()
        self.w.index(embedder=self.embedder)
        assert self.decisions() == before
        self.keep_ids(members)
        self.apart((self.pairs_together() - together) & self.forbidden())
        after = self.library.groups.memberships()
        assert {face: after.get(face) for face in faces} == faces or self.many_new(faces)

    def many_new(self, before: dict[int, int]) -> bool:
        """Of so small a library a few faces are so large a part that everything may be grouped anew."""
        now = self.library.groups.memberships()
        return len(now.keys() - before.keys()) > 0.1 * len(now)

    def decide(self, act: Callable[[], object]) -> None:
        """Nothing that a decision would contradict is left untold; who takes an answer back may be asked again."""
        before, said = self.contradictions(), self.apart_by_word()
        with suppress(PhotofaceError):
            told = foretell(self.library, lambda _: act())  # type: ignore[arg-type, return-value]
            act()
            assert self.contradictions() - before <= {(each.why, each.subject) for each in told.clashes}
        if said - self.apart_by_word():
            self.answered.clear()

    def contradictions(self) -> set[tuple[str, int]]:
        return {(each.why, each.subject) for each in conflicts(self.library)}

    def apart_by_word(self) -> set[tuple[str, int, int]]:
        sides = self.library.ledger.separations().items()
        parted = {("separation", number, face) for number, both in sides for side in both for face in side}
        return parted | {("rejection", *pair) for pair in self.library.ledger.rejections()}

    def face(self, number: int) -> int:
        faces = self.library.faces.list()
        return faces[number % len(faces)].face_id

    def decided(self) -> dict[int, tuple[FaceState, int | None]]:
        faces = self.library.faces.list(missing=True)
        return {face.face_id: (face.state, face.person_id) for face in faces if face.state.decided}

    def decisions(self) -> list[object]:
        ledger = self.library.ledger
        return [self.decided(), sorted(ledger.rejections()), ledger.separations(), ledger.bonds()]

    def clusters(self) -> dict[int, frozenset[int]]:
        found: dict[int, set[int]] = {}
        for face, cluster in self.library.groups.memberships().items():
            found.setdefault(cluster, set()).add(face)
        return {cluster: frozenset(faces) for cluster, faces in found.items()}

    def keep_ids(self, before: dict[int, frozenset[int]]) -> None:
        """Groups of the same faces are the same groups."""
        now = {faces: cluster for cluster, faces in self.clusters().items()}
        assert all(now.get(faces, cluster) == cluster for cluster, faces in before.items())

    def pairs_together(self) -> set[Pair]:
        return {pair for faces in self.clusters().values() for pair in itertools.combinations(sorted(faces), 2)}

    def apart(self, pairs: Iterable[Pair]) -> None:
        """These pairs, forbidden and together, are so by decisions alone: somebody holds them together."""
        assert all(other in self.library.ledger.held_with([one]) for one, other in pairs)

    def forbidden(self) -> set[Pair]:
        """Pairs of faces that decisions or the rule of photos keep apart."""
        found = set(self.in_one_photo())
        for one, other in self.library.ledger.separations().values():
            found |= {(min(pair), max(pair)) for pair in itertools.product(one, other)}
        owner = self.library.ledger.owners()
        found |= {
            (min(face, other), max(face, other))
            for face, person in self.library.ledger.rejections()
            for other, whose in owner.items()
            if whose == person and other != face
        }
        known = itertools.combinations(sorted(owner), 2)
        return found | {(one, other) for one, other in known if owner[one] != owner[other]}

    def forbidden_people(self) -> set[Pair]:
        """(face, person) where the face was rejected, or may not be with somebody who was decided to be that person."""
        owner = self.library.ledger.owners()
        near = self.forbidden() | {(b, a) for a, b in self.forbidden()}
        found = {(face, owner[other]) for face, other in near if other in owner}
        return found | set(self.library.ledger.rejections())

    def in_one_photo(self) -> Iterable[Pair]:
        photos: dict[int, list[int]] = {}
        for face in self.library.faces.list(missing=True):
            if face.state is not FaceState.NOT_A_FACE and not repeats.is_repeat(self.library.db, face.photo_id):
                photos.setdefault(face.photo_id, []).append(face.face_id)
        for faces in photos.values():
            yield from itertools.combinations(sorted(faces), 2)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Snapshots and durability have tests of their own."""
    monkeypatch.setattr("photoface.services.library.Library.snapshot", lambda *_: None)


class TestHistories(Histories.TestCase):  # type: ignore[misc, name-defined]
    settings = settings(
        max_examples=30,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
