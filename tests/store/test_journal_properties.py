"""Random histories against a model: the decided tables are always what the model says."""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from photoface.domain.errors import Conflict
from photoface.store.journal import Change, Journal, Recorder
from photoface.store.operations import text
from photoface.store.rows import DECIDED, GUESSED, Table
from tests.store.building import add_faces, new_person, opened

Rows = dict[tuple[str, str], dict[str, Any]]

FACES = st.integers(1, 6)
SLOT = st.integers(0, 3)
STATES = st.sampled_from(["confirmed", "named", "ignored", "not_a_face"])
ACTIONS = st.one_of(
    st.tuples(st.just("person"), SLOT),
    st.tuples(st.just("rename"), SLOT, st.sampled_from("ABC")),
    st.tuples(st.just("cover"), SLOT, FACES),
    st.tuples(st.just("remove"), SLOT),
    st.tuples(st.just("verdict"), FACES, STATES, SLOT),
    st.tuples(st.just("forget"), FACES),
    st.tuples(st.just("reject"), FACES, SLOT),
    st.tuples(st.just("accept"), FACES, SLOT),
    st.tuples(st.just("separate"), FACES, FACES),
    st.tuples(st.just("bond"), FACES, FACES),
    st.tuples(st.just("group"), FACES, st.integers(1, 3)),
    st.tuples(st.just("setting"), st.sampled_from("ab"), st.sampled_from("xyz")),
)


class Ledgers(RuleBasedStateMachine):
    """One library, and beside it the rows that it must hold."""

    @initialize()
    def start(self) -> None:
        self.home = tempfile.TemporaryDirectory()
        self.db = opened(Path(self.home.name))
        add_faces(self.db, 6)
        with self.db.transaction():
            self.db.execute_many("INSERT INTO cluster (id, created_at) VALUES (?, 'x')", [(1,), (2,), (3,)])
        self.start_rows = self.rows()
        self.model = copy.deepcopy(self.start_rows)
        self.done: list[int] = []
        self.undone: list[int] = []

    @rule(actions=st.lists(ACTIONS, min_size=1, max_size=5))
    def operate(self, actions: list[tuple[Any, ...]]) -> None:
        before = self.rows()
        with Journal(self.db).operation("x", f"operation with {actions}") as op:
            for action in actions:
                self.act(op, action)
        self.model = self.rows()
        if op.operation_id is None:
            assert self.model == before
        else:
            assert self.model != before or self.guessed_only(op.operation_id)
            self.done.append(op.operation_id)
            self.undone = []

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        operation_id = self.done.pop()
        assert Journal(self.db).undo().operation_id == operation_id
        self.undone.append(operation_id)
        self.expect_reversed(operation_id)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        operation_id = self.undone.pop()
        assert Journal(self.db).redo().operation_id == operation_id
        self.done = sorted([*self.done, operation_id])
        for change in self.changes(operation_id):
            self.put_into_model(change, change.after)
        assert self.rows() == self.model

    @precondition(lambda self: self.done)
    @rule(data=st.data())
    def undo_selectively(self, data: st.DataObject) -> None:
        operation_id = data.draw(st.sampled_from(self.done))
        blocker = Journal(self.db).blocker(operation_id)
        if blocker is not None:
            with pytest.raises(Conflict, match=f"undo operation {blocker.operation_id} first"):
                Journal(self.db).undo(operation_id)
            assert blocker.operation_id in self.done
            assert blocker.operation_id > operation_id
        else:
            later = [each for each in self.done if each > operation_id]
            assert not self.touched(operation_id) & {key for each in later for key in self.touched(each)}
            Journal(self.db).undo(operation_id)
            self.done.remove(operation_id)
            self.undone.append(operation_id)
            self.expect_reversed(operation_id)
        assert self.rows() == self.model

    @rule()
    def restart(self) -> None:
        self.db.close()
        self.db = opened(Path(self.home.name))
        assert self.rows() == self.model

    @invariant()
    def in_order(self) -> None:
        if hasattr(self, "db"):
            assert self.rows() == self.model
            assert self.db.rows("PRAGMA foreign_key_check") == []
            states = {each.operation_id: each.state for each in Journal(self.db).history()}
            assert {each for each, state in states.items() if state == "done"} == set(self.done)
            assert {each for each, state in states.items() if state == "undone"} == set(self.undone)
            self.chain()

    def teardown(self) -> None:
        if hasattr(self, "db"):
            while self.done:
                self.undo()
            assert self.rows() == self.start_rows
            self.db.close()
            self.home.cleanup()

    def act(self, op: Recorder, action: tuple[Any, ...]) -> None:
        people = [row[0] for row in self.db.rows("SELECT id FROM person ORDER BY id")]
        match action:
            case ("person", slot):
                new_person(op, f"person {slot}")
            case ("setting", key, value):
                op.put("setting", {"key": key, "value": value})
            case ("forget", face):
                op.drop("verdict", {"face_id": face})
            case ("separate" | "bond" as kind, one, other):
                self.relate(op, kind, one, other)
            case ("group", face, cluster):
                op.put("membership", {"face_id": face, "cluster_id": cluster})
            case ("verdict", face, "ignored" | "not_a_face" as state, _):
                op.put("verdict", {"face_id": face, "state": state, "person_id": None})
            case _ if people:
                self.act_on_person(op, action, people)

    def relate(self, op: Recorder, kind: str, one: int, other: int) -> None:
        row = {"separation": "separation", "separate": "separation", "bond": "bond"}[kind]
        number = op.put(row, {"reason": "asked"})["id"]
        for side, face in enumerate({one, other}):
            values = {f"{row}_id": number, "face_id": face}
            op.put(f"{row}_face", {**values, "side": side} if row == "separation" else values)

    def act_on_person(self, op: Recorder, action: tuple[Any, ...], people: list[int]) -> None:
        match action:
            case ("rename", slot, name):
                op.put("person", {"id": people[slot % len(people)], "name": name})
            case ("cover", slot, face):
                op.put("person", {"id": people[slot % len(people)], "cover_face_id": face})
            case ("verdict", face, state, slot):
                op.put("verdict", {"face_id": face, "state": state, "person_id": people[slot % len(people)]})
            case ("reject", face, slot):
                op.put("rejection", {"face_id": face, "person_id": people[slot % len(people)]})
            case ("accept", face, slot):
                op.drop("rejection", {"face_id": face, "person_id": people[slot % len(people)]})
            case ("remove", slot):
                self.remove(op, people[slot % len(people)])

    def remove(self, op: Recorder, person_id: int) -> None:
        for table, key in (("verdict", "face_id"), ("rejection", "face_id, person_id")):
            names = key.split(", ")
            for values in self.db.rows(f"SELECT {key} FROM {table} WHERE person_id = ?", [person_id]):
                op.drop(table, dict(zip(names, values, strict=True)))
        op.drop("person", {"id": person_id})

    def rows(self) -> Rows:
        found: Rows = {}
        for name in DECIDED:
            table = Table(self.db, name)
            for values in self.db.rows(f"SELECT * FROM {name}"):
                row = dict(zip(table.columns, values, strict=True))
                found[name, text(table.named(table.key(row)))] = row
        return found

    def changes(self, operation_id: int) -> list[Change]:
        return [each for each in Journal(self.db).changes(operation_id) if each.table not in GUESSED]

    def guessed_only(self, operation_id: int) -> bool:
        return not self.changes(operation_id)

    def touched(self, operation_id: int) -> set[tuple[str, str]]:
        return {(each.table, text(each.key)) for each in self.changes(operation_id)}

    def put_into_model(self, change: Change, row: dict[str, Any] | None) -> None:
        self.model.pop((change.table, text(change.key)), None)
        if row is not None:
            self.model[change.table, text(change.key)] = row

    def expect_reversed(self, operation_id: int) -> None:
        for change in self.changes(operation_id):
            self.put_into_model(change, change.before)
        assert self.rows() == self.model

    def chain(self) -> None:
        """Along the operations that are done, each row begins as the one before left it and ends as it is now."""
        last: Rows = dict(self.start_rows)
        for operation_id in self.done:
            for change in self.changes(operation_id):
                key = change.table, text(change.key)
                assert last.pop(key, None) == change.before
                if change.after is not None:
                    last[key] = change.after
        assert last == self.rows()


TestLedgers = Ledgers.TestCase
TestLedgers.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
