"""Operations, undo and redo: exact for what was decided, lenient for what is only guessed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from photoface.domain.errors import Conflict, NotFound
from photoface.domain.people import FaceState
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.people import People
from photoface.store.rows import DECIDED, GUESSED
from tests.store.building import add_faces, decide, dump, new_person, opened


@pytest.fixture
def db(tmp_path: Path):
    with opened(tmp_path) as db:
        yield db


def _assign(db: LibraryDatabase, face_id: int, person_id: int, summary: str = "assign") -> int | None:
    with Journal(db).operation("assign", summary) as op:
        op.put("verdict", {"face_id": face_id, "state": "confirmed", "person_id": person_id})
    return op.operation_id


def test_undo_and_redo_across_restarts(tmp_path: Path) -> None:
    with opened(tmp_path) as db:
        [face_id] = add_faces(db, 1)
        before = dump(db, DECIDED)
        decide(db, "A", [face_id])
        after = dump(db, DECIDED)
    with opened(tmp_path) as db:
        assert Journal(db).undo().summary == "name A"
        assert dump(db, DECIDED) == before
    with opened(tmp_path) as db:
        assert Journal(db).redo().state == "done"
        assert dump(db, DECIDED) == after


def test_put_sets_only_the_given_columns_and_returns_the_row(db: LibraryDatabase) -> None:
    person_id = decide(db, "A", [])
    with Journal(db).operation("note", "note on A") as op:
        row = op.put("person", {"id": person_id, "notes": "ä"})
    assert (row["name"], row["notes"]) == ("A", "ä")
    Journal(db).undo()
    assert People(db).notes(person_id).notes == ""


def test_an_operation_without_changes_leaves_no_trace_and_keeps_redo(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    person_id = decide(db, "A", [face_id])
    decide(db, "B", [])
    Journal(db).undo()
    assert _assign(db, face_id, person_id) is None
    with Journal(db).operation("x", "there and back") as op:
        op.put("rejection", {"face_id": face_id, "person_id": person_id})
        op.drop("rejection", {"face_id": face_id, "person_id": person_id})
        op.drop("rejection", {"face_id": 77, "person_id": 77})
    assert op.operation_id is None
    assert [each.summary for each in Journal(db).history()] == ["name B", "name A"]
    assert Journal(db).redo().summary == "name B"


def test_several_touches_of_a_row_are_one_change(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    with Journal(db).operation("x", "twice") as op:
        first, second = new_person(op, "A"), new_person(op, "B")
        for person_id in (first, second):
            op.put("verdict", {"face_id": face_id, "state": "named", "person_id": person_id})
    changes = Journal(db).changes(op.operation_id or 0)
    [verdict] = [each for each in changes if each.table == "verdict"]
    assert verdict.before is None
    assert verdict.after == {"face_id": face_id, "state": "named", "person_id": second}


def test_a_failure_takes_back_everything(db: LibraryDatabase) -> None:
    before = dump(db, (*DECIDED, "operation", "change"))
    with pytest.raises(ZeroDivisionError):
        _fail(db)
    assert dump(db, (*DECIDED, "operation", "change")) == before


def _fail(db: LibraryDatabase) -> None:
    with Journal(db).operation("x", "x") as op:
        new_person(op, "A")
        raise ZeroDivisionError


def test_operations_do_not_nest(db: LibraryDatabase) -> None:
    with Journal(db).operation("x", "outer"), pytest.raises(RuntimeError), Journal(db).operation("x", "inner"):
        pass


def test_only_tables_of_decisions_and_guesses_are_journalled(db: LibraryDatabase) -> None:
    with pytest.raises(ValueError, match="photo"), Journal(db).operation("x", "x") as op:
        op.drop("photo", {"id": 1})


def test_a_verdict_on_a_face_that_is_not_there_is_a_bug(db: LibraryDatabase) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        decide(db, "A", [12345])
    assert People(db).list() == []


def test_a_new_operation_drops_what_redo_could_bring_back(db: LibraryDatabase) -> None:
    decide(db, "A", [])
    Journal(db).undo()
    decide(db, "B", [])
    assert [(each.summary, each.state) for each in Journal(db).history()] == [("name B", "done"), ("name A", "dropped")]
    with pytest.raises(NotFound):
        Journal(db).redo()


def test_nothing_to_undo_and_unknown_and_undone_operations(db: LibraryDatabase) -> None:
    journal = Journal(db)
    for wrong in (journal.undo, journal.redo, lambda: journal.undo(5)):
        with pytest.raises(NotFound):
            wrong()
    decide(db, "A", [])
    journal.undo(1)
    with pytest.raises(NotFound, match="undone"):
        journal.undo(1)


def test_selective_undo_keeps_what_came_after(db: LibraryDatabase) -> None:
    one, other = add_faces(db, 2)
    decide(db, "A", [one])
    decide(db, "B", [other])
    undone = Journal(db).undo(1)
    assert (undone.summary, undone.state) == ("name A", "undone")
    assert [person.name for person in People(db).list()] == ["B"]
    assert Journal(db).redo().summary == "name A"


def test_a_conflict_names_the_later_operation_and_changes_nothing(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    decide(db, "A", [face_id])
    person_id = decide(db, "B", [])
    later = _assign(db, face_id, person_id, "assign 1 face to B")
    before = dump(db, (*DECIDED, "operation", "change"))
    blocker = Journal(db).blocker(1)
    assert blocker is not None
    assert blocker.operation_id == later
    with pytest.raises(Conflict, match=f'"name A".*"assign 1 face to B".*undo operation {later} first'):
        Journal(db).undo(1)
    assert dump(db, (*DECIDED, "operation", "change")) == before


def test_a_value_that_came_back_is_still_a_later_touch(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    one = decide(db, "A", [face_id])
    other = decide(db, "B", [])
    for person_id in (other, one):
        _assign(db, face_id, person_id)
    with pytest.raises(Conflict):
        Journal(db).undo(1)


def test_a_person_that_later_faces_point_to_is_not_taken_away(db: LibraryDatabase) -> None:
    one, other = add_faces(db, 2)
    person_id = decide(db, "A", [one])
    later = _assign(db, other, person_id, "assign a second face")
    with pytest.raises(Conflict, match="assign a second face"):
        Journal(db).undo(1)
    Journal(db).undo(later)
    Journal(db).undo(1)
    assert People(db).list() == []


def test_a_person_that_a_later_undo_would_point_to_is_not_taken_away(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    one, other = decide(db, "A", []), decide(db, "B", [])
    _assign(db, face_id, one, "assign to A")
    _assign(db, face_id, other, "assign to B")
    with pytest.raises(Conflict, match="assign to B"):
        Journal(db).undo(1)
    for _ in range(4):
        Journal(db).undo()


def test_a_face_does_not_go_back_to_a_person_that_is_gone(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    source = decide(db, "A", [face_id])
    target = decide(db, "B", [])
    moved = _assign(db, face_id, target, "assign to B")
    with Journal(db).operation("remove", "remove A") as op:
        op.drop("person", {"id": source})
    with pytest.raises(Conflict, match="remove A"):
        Journal(db).undo(moved)


def test_a_change_from_outside_the_journal_is_a_conflict(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    decide(db, "A", [face_id])
    db.execute("UPDATE verdict SET state = 'named'")
    with pytest.raises(Conflict, match="no longer fits"):
        Journal(db).undo()
    assert Journal(db).history()[0].state == "done"


def test_undo_and_redo_in_the_reverse_order_of_undoing(db: LibraryDatabase) -> None:
    for name in "ABC":
        decide(db, name, [])
    journal = Journal(db)
    for operation_id in (2, None, None):
        journal.undo(operation_id)
    assert [journal.redo().summary for _ in range(3)] == ["name A", "name C", "name B"]


def _group(db: LibraryDatabase, face_ids: list[int]) -> int:
    [cluster_id] = Groups(db).new(1)
    Groups(db).place(dict.fromkeys(face_ids, cluster_id))
    return cluster_id


def test_membership_in_an_operation_is_put_back(db: LibraryDatabase) -> None:
    faces = add_faces(db, 4)
    old = _group(db, faces)
    before = dump(db, GUESSED)
    with Journal(db).operation("split", "split") as op:
        [new] = Groups(db).new(1, op)
        Groups(db).place({faces[0]: new, faces[1]: None}, op)
    assert Groups(db).memberships() == {faces[0]: new, faces[2]: old, faces[3]: old}
    Journal(db).undo()
    assert dump(db, GUESSED) == before
    Journal(db).redo()
    assert Groups(db).memberships() == {faces[0]: new, faces[2]: old, faces[3]: old}


def test_a_later_guess_is_no_reason_to_refuse_and_stays(db: LibraryDatabase) -> None:
    faces = add_faces(db, 3)
    _group(db, faces)
    with Journal(db).operation("split", "split") as op:
        [new] = Groups(db).new(1, op)
        Groups(db).place({faces[0]: new, faces[1]: new}, op)
        op.put("separation", {"reason": "split"})
    moved = _group(db, [faces[0]])
    Journal(db).undo()
    memberships = Groups(db).memberships()
    assert memberships[faces[0]] == moved
    assert memberships[faces[1]] == memberships[faces[2]]


def test_a_group_that_is_gone_comes_back_for_its_faces(db: LibraryDatabase) -> None:
    faces = add_faces(db, 2)
    old = _group(db, faces)
    with Journal(db).operation("aside", "aside") as op:
        Groups(db).place({faces[0]: None}, op)
    _group(db, [faces[1]])
    assert db.value("SELECT count(*) FROM cluster WHERE id = ?", [old]) == 0
    Journal(db).undo()
    assert Groups(db).memberships()[faces[0]] == old
    assert db.problems() == []


def test_a_group_of_the_operation_stays_while_later_faces_are_in_it(db: LibraryDatabase) -> None:
    faces = add_faces(db, 2)
    with Journal(db).operation("split", "split") as op:
        [new] = Groups(db).new(1, op)
        Groups(db).place({faces[0]: new}, op)
    Groups(db).place({faces[1]: new})
    Journal(db).undo()
    assert Groups(db).memberships() == {faces[1]: new}
    assert db.problems() == []


def test_group_numbers_are_never_given_twice(db: LibraryDatabase) -> None:
    faces = add_faces(db, 1)
    first = _group(db, faces)
    Groups(db).place({faces[0]: None})
    assert _group(db, faces) > first


def test_ids_of_undone_people_are_not_given_to_others(db: LibraryDatabase) -> None:
    first = decide(db, "A", [])
    Journal(db).undo()
    assert decide(db, "B", []) > first


def test_a_drawn_face_can_be_undone_and_redone(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    photo_id = Faces(db).get(face_id).photo_id
    box = {"x": 1.0, "y": 2.0, "width": 30.5, "height": 40.0}
    with Journal(db).operation("draw", "draw a face") as op:
        drawn = op.put("face", {"photo_id": photo_id, **box, "drawn": 1})["id"]
    with db.transaction():
        db.execute("UPDATE face SET quality = 0.5, landmarks = ? WHERE id = ?", [bytes(40), drawn])
        db.execute("INSERT INTO embedding (model, face_id, vector) VALUES ('m', ?, ?)", [drawn, bytes(128)])
    Groups(db).place({drawn: _group(db, [face_id])})
    Journal(db).undo()
    assert [each.face_id for each in Faces(db).list()] == [face_id]
    assert db.problems() == []
    Journal(db).redo()
    assert Faces(db).get(drawn).state is FaceState.UNASSIGNED
    assert Faces(db).get(drawn).box.width == 30.5


def test_a_drawn_face_that_was_decided_later_stays(db: LibraryDatabase) -> None:
    [face_id] = add_faces(db, 1)
    with Journal(db).operation("draw", "draw a face") as op:
        row = {"photo_id": Faces(db).get(face_id).photo_id, "x": 1.0, "y": 2.0, "width": 3.0, "height": 4.0, "drawn": 1}
        drawn = op.put("face", row)["id"]
    decide(db, "A", [drawn])
    with pytest.raises(Conflict, match="name A"):
        Journal(db).undo(1)


def test_history_is_latest_first_and_says_who_and_why(tmp_path: Path) -> None:
    with LibraryDatabase.create_or_open(tmp_path / "library", write=True, author="B") as db:
        with Journal(db).operation("name", "name A", reason="from a list") as op:
            new_person(op, "A")
        decide(db, "C", [])
        second, first = Journal(db).history()
        assert (first.kind, first.author, first.reason, first.state) == ("name", "B", "from a list", "done")
        assert second.at >= first.at
        assert Journal(db).history(1) == [second]
