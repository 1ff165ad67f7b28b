"""Names of files into the ledger: planned first, asked where they stand against a decision, one step to undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from threading import Event

import pytest

from photoface.domain.errors import BadRequest
from photoface.domain.geometry import Box
from photoface.domain.people import FaceState
from photoface.domain.tags import NameTag, PhotoTags
from photoface.services.deciding import correcting, drawing, naming
from photoface.services.decisions.codec import decode
from photoface.services.decisions.files import as_json
from photoface.services.decisions.gathering import gather
from photoface.services.finding import saved_searches
from photoface.services.importing import questions, wheres
from photoface.services.importing.applying import apply_import
from photoface.services.importing.service import ImportOptions, NameImport, plan_decisions
from photoface.services.importing.values import ImportPlan
from photoface.services.ledger import undoing
from photoface.store.rows import DECIDED
from tests.store.building import dump
from tests.world import World, world

A, B = Box(0.0, 0.02, 0.08, 0.2), Box(0.1, 0.02, 0.08, 0.2)
"""Where the fake analyzer sees the first and the second face of a photo."""


class Tags:
    """What files say, by name of the file."""

    def __init__(self, said: dict[str, list[NameTag]]) -> None:
        self._said = said

    def read(self, paths: Iterable[bytes]) -> Iterator[PhotoTags]:
        for path in paths:
            yield PhotoTags(path, tuple(self._said.get(path.rpartition(b"/")[2].decode(), ())))


def _tag(name: str, box: Box | None = A, tool: str = "digiKam") -> NameTag:
    return NameTag(name, box, "MWG region" if box else "keyword", tool)


def _plan(w: World, said: dict[str, list[NameTag]], **options: bytes) -> ImportPlan:
    service = NameImport(w.library, lambda _contacts: nullcontext(Tags(said)))
    *_, plan = service.plan(ImportOptions(**options), Event())
    assert isinstance(plan, ImportPlan)
    return plan


def test_names_come_to_the_faces_in_their_place(family: World) -> None:
    w = family
    plan = _plan(w, {"ab0.jpg": [_tag("Berta", B), _tag("Anna")]})
    assert (plan.matched, plan.drawn, plan.new_people, len(plan.questions)) == (2, 0, 2, 0)
    outcome = apply_import(w.library, plan)
    assert outcome.faces == 2
    assert w.who()["ab0.jpg"] == ["Anna", "Berta"]
    faces = w.library.faces.by_ids(w.faces_of("ab0.jpg"))
    assert {face.state for face in faces} == {FaceState.NAMED}
    assert w.library.journal.history(1)[0].author == "import digiKam"


def test_imported_names_seed_the_recognition_of_everyone_else(family: World) -> None:
    apply_import(family.library, _plan(family, {"ab0.jpg": [_tag("Berta", B), _tag("Anna")]}))
    who = family.who()
    assert all(who[f"a{number}.jpg"] == ["Anna"] for number in range(5))
    assert who["b0.jpg"] == ["Berta"]
    assert who["c.jpg"] == [None]


def test_a_human_decision_is_never_overwritten(family: World) -> None:
    w = family
    [face] = w.faces_of("a0.jpg")
    [other] = w.faces_of("c.jpg")
    [third] = w.faces_of("b0.jpg")
    correcting.assign(w.library, (face,), "Zoë")
    correcting.set_aside(w.library, w.library.faces.by_ids([other]), FaceState.IGNORED)
    correcting.assign(w.library, (w.faces_of("b1.jpg")[0],), "Berta")
    correcting.reject(w.library, (third,), "Berta")
    before = dump(w.library.db, ("verdict", "rejection", "person"))
    plan = _plan(w, {"a0.jpg": [_tag("Anna")], "c.jpg": [_tag("Carla")], "b0.jpg": [_tag("Berta")]})
    assert [each.question.kind for each in plan.questions] == ["other", "rejected", "set_aside"]
    apply_import(w.library, plan)
    assert dump(w.library.db, ("verdict", "rejection", "person")) == before
    assert [each.here for each in questions.open_questions(w.library)] == ["Zoë", "", ""]
    assert _plan(w, {"a0.jpg": [_tag("Anna")]}).empty, "the same is not asked twice"


def test_what_was_decided_since_the_plan_was_made_stays(family: World) -> None:
    w = family
    plan = _plan(w, {"a0.jpg": [_tag("Anna")], "a1.jpg": [_tag("Anna")]})
    correcting.assign(w.library, (w.faces_of("a0.jpg")[0],), "Zoë")
    apply_import(w.library, plan)
    assert (w.who()["a0.jpg"], w.who()["a1.jpg"]) == (["Zoë"], ["Anna"])


def test_the_answer_to_a_question_is_a_decision_that_can_be_undone(family: World) -> None:
    w = family
    [face] = w.faces_of("a0.jpg")
    correcting.assign(w.library, (face,), "Zoë")
    apply_import(w.library, _plan(w, {"a0.jpg": [_tag("Anna")]}))
    [asked] = questions.open_questions(w.library)
    questions.take_file(w.library, asked.question.question_id)
    assert w.library.faces.get(face).person == "Anna"
    assert questions.open_questions(w.library) == []
    w.library.journal.undo()
    assert w.library.faces.get(face).person == "Zoë"
    questions.keep_library(w.library, asked.question.question_id)
    assert questions.open_questions(w.library) == []
    assert w.library.faces.get(face).person == "Zoë"


def test_everything_of_an_import_is_one_step_to_undo(family: World) -> None:
    w = family
    before = dump(w.library.db, DECIDED)
    said = {"a0.jpg": [_tag("Anna"), _tag("Somebody", Box(0.6, 0.4, 0.2, 0.3))], "ab0.jpg": [_tag("Berta", None)]}
    plan = _plan(w, said)
    assert (plan.matched, plan.drawn, len(plan.questions)) == (1, 1, 1)
    apply_import(w.library, plan)
    assert w.who()["a0.jpg"] == ["Anna", "Somebody"]
    w.library.journal.undo()
    assert dump(w.library.db, DECIDED) == before
    w.library.journal.redo()
    assert w.who()["a0.jpg"] == ["Anna", "Somebody"]


def test_equal_names_are_one_person_whatever_the_case(family: World) -> None:
    w = family
    correcting.assign(w.library, (w.faces_of("a0.jpg")[0],), "Ñandú")
    apply_import(w.library, _plan(w, {"a1.jpg": [_tag("ñandú")], "a2.jpg": [_tag("N\u0303ANDU\u0301")]}))
    assert [(person.name, person.confirmed, person.named) for person in w.library.people.list()] == [("Ñandú", 1, 2)]


def test_a_name_without_a_place_is_the_only_face_s(family: World) -> None:
    w = family
    plan = _plan(w, {"a0.jpg": [_tag("Anna", None)], "ab0.jpg": [_tag("Anna", None)], "b0.jpg": []})
    assert (plan.matched, [each.question.kind for each in plan.questions]) == (1, ["where"])
    apply_import(w.library, plan)
    [asked] = questions.open_questions(w.library)
    assert set(asked.choices) == set(w.faces_of("ab0.jpg"))
    questions.take_file(w.library, asked.question.question_id, face_id=w.faces_of("ab0.jpg")[0])
    assert w.library.faces.get(w.faces_of("ab0.jpg")[0]).state is FaceState.CONFIRMED


def test_where_somebody_is_is_not_asked_any_more_when_it_is_known(family: World) -> None:
    w = family
    apply_import(w.library, _plan(w, {f"ab{at}.jpg": [_tag("Anna", None)] for at in range(3)}))
    assert questions.count_waiting(w.library) == len(questions.open_questions(w.library)) == 3
    correcting.assign(w.library, (w.faces_of("ab0.jpg")[0],), "anna")
    correcting.assign(w.library, w.faces_of("ab1.jpg"), "Zoë")
    [left] = questions.open_questions(w.library)
    assert left.path.endswith(b"ab2.jpg")
    assert questions.count_waiting(w.library) == 1
    undoing.undo(w.library)
    assert questions.count_waiting(w.library) == 2, "nobody is named there any more"


def test_of_many_names_without_a_place_the_easiest_are_asked_person_by_person(
    family: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    w = family
    monkeypatch.setattr(wheres, "MOST_ASKED", 2)
    correcting.assign(w.library, (w.faces_of("ab2.jpg")[0],), "Zoë")  # one face left there
    said = {f"ab{at}.jpg": [_tag("Eve", None), _tag("Anna", None)] for at in range(3)}
    plan = _plan(w, said)
    names = [each.question.name for each in plan.questions]
    assert names == ["Eve", "Eve", "Anna", "Anna"]
    assert [plan.questions[at].choices for at in (0, 2)] == [1, 1]
    assert plan.later == 2
    apply_import(w.library, plan)
    again = _plan(w, said)
    assert (again.questions, again.later) == ((), 2), "those that are open count"
    questions.keep_library_all(w.library)
    assert len(_plan(w, said).questions) == 2


def test_two_names_in_one_place_are_asked(family: World) -> None:
    w = family
    plan = _plan(w, {"a0.jpg": [_tag("Anna"), _tag("Eve", tool="Picasa")]})
    assert (plan.named, [each.question.kind for each in plan.questions]) == ((), ["two_names", "two_names"])
    apply_import(w.library, plan)
    first, _ = questions.open_questions(w.library)
    questions.take_file(w.library, first.question.question_id)
    assert questions.open_questions(w.library) == []


def test_a_folder_of_folders_named_after_people(w: World) -> None:
    w.add("Anna_M/one.jpg", "A")
    w.add("Anna_M/summer/two.jpg", "A B")
    w.add("loose.jpg", "C")
    w.index()
    apply_import(w.library, _plan(w, {}, people_folder=bytes(w.photos)))
    assert w.library.faces.get(w.faces_of("one.jpg")[0]).state is FaceState.NAMED
    assert {person.name for person in w.library.people.list()} == {"Anna M"}
    assert questions.open_questions(w.library) == []


def test_hostile_names_are_harmless(family: World) -> None:
    w = family
    names = ["<b>bold</b>", "../..", "CON", "x" * 300, "evil\u202egnp.exe", "a\0b\x1b[31m", "#7", "12", "   ", "=1+1"]
    said = {f"a{at}.jpg": [_tag(name)] for at, name in enumerate(names[:5])}
    said |= {f"ab{at}.jpg": [_tag(name)] for at, name in enumerate(names[5:8])}
    said |= {f"b{at}.jpg": [_tag(name)] for at, name in enumerate(names[8:])}
    plan = _plan(w, said)
    assert plan.refused == {"#7", "12", "   "}
    apply_import(w.library, plan)
    assert all(len(person.name) <= 200 and person.name.isprintable() for person in w.library.people.list())


def _decided(w: World) -> None:
    """Something of every kind."""
    library = w.library
    correcting.assign(library, (w.faces_of("a0.jpg")[0], w.faces_of("ab0.jpg")[0]), "Anna")
    correcting.assign(library, (w.faces_of("b0.jpg")[0],), "anna ")  # the same one
    correcting.reject(library, (w.faces_of("a1.jpg")[0],), "Anna")
    correcting.set_aside(library, library.faces.by_ids(w.faces_of("c.jpg")), FaceState.NOT_A_FACE)
    correcting.split(library, (w.faces_of("a2.jpg")[0],))
    drawing.draw(library, library.faces.get(w.faces_of("a3.jpg")[0]).photo_id, Box(600, 200, 90, 80))
    drawing.move(library, w.faces_of("a4.jpg")[0], Box(3.25, 12.5, 81, 99))
    naming.name_group(library, w.group_of("b1.jpg"), "Anna", new=True)
    saved_searches.save(library, "both", '"#1" AND NOT #2')
    with library.journal.operation("note", "a note") as record:
        record.put("person", {"id": 1, "birth_date": "1970-01-02", "notes": "a\nnote", "cover_face_id": 1})
        record.put("repeat_photo", {"photo_id": 2})
        bond = record.put("bond", {"reason": "one"})["id"]
        record.put_many("bond_face", [{"bond_id": bond, "face_id": each} for each in (3, 4)])
        record.put("review", {"face_id": 2, "person_id": 1, "was": "suggested", "correct": 0})
        draw = record.put("draw", {"person_id": 1, "asked_of": 9})["id"]
        record.put("draw_face", {"draw_id": draw, "face_id": 4, "place": 0, "answer": "right"})


def test_all_decisions_as_json_rebuild_an_identical_ledger(family: World, tmp_path) -> None:
    _decided(family)
    told = gather(family.library)
    read = decode(as_json(told), "the file")
    assert read == told
    with world(tmp_path, "other") as other:
        other.photos = family.photos
        other.index()
        apply_import(other.library, plan_decisions(other.library, read))
        assert gather(other.library) == told
        assert not plan_decisions(other.library, read).named, "twice is once"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"photoface": "decisions", "version": 99}', "[" * 10_000, "null"])
def test_a_file_that_is_none_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadRequest, match="Nothing was changed"):
        decode(text, "the file")
