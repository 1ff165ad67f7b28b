"""A plan into the ledger: one step in the history, with all its people, boxes, verdicts and questions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Any

from photoface.domain.decisions import Decisions
from photoface.domain.people import FaceState
from photoface.services.deciding.naming import new_person
from photoface.services.decisions.searches import settings_here
from photoface.services.importing.grouping import part_groups
from photoface.services.importing.values import ImportPlan, PersonKey, Place, PlannedFace, PlannedPerson
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store import decided, name_questions
from photoface.store.clock import now
from photoface.store.journal import Recorder

_SNAPSHOT = "before an import of names"

Ids = list[int | None]
"""Face id of each planned face, None for one that is not needed."""


def apply_import(library: Library, plan: ImportPlan) -> Outcome:
    """Decide all that was planned, as one step; what somebody decided since the plan was made stays."""
    if plan.empty:
        return Outcome(None, "files tell nothing that the library does not know; nothing was changed")
    library.snapshot(_SNAPSHOT)
    summary = _summary(plan)
    with library.journal.operation("import", summary, author=plan.author) as record:
        people = _people(library, record, plan)
        faces = [_place(record, face.place) if _needed(face) else face.place.face_id for face in plan.faces]
        _decide(record, plan.faces, faces, people, decided.decided_ids(library.db, filter(None, faces)))
        _tie(library, record, plan, faces)
        record.put_many("repeat_photo", [{"photo_id": each} for each in plan.repeats])
        dates = [{"photo_id": photo, "taken": taken, "words": words} for photo, taken, words in plan.dates]
        record.put_many("dated", dates)
        record.put_many("apart", [{"photo_id": one, "other_id": other} for one, other in plan.apart])
        name_questions.ask(record, [each.question for each in plan.questions])
        for number, document in enumerate(plan.documents):
            uuids = _settings(library, record, plan, document, people)
            _Extras(library, record, _refs(plan, number, faces), uuids).take(document.extras)
        part_groups(library, record, [face for face in faces if face is not None])
    notes = (f"{len(plan.questions):,} questions wait for an answer",) if plan.questions else ()
    if record.operation_id is None:
        return Outcome(None, "the library knows all of it already; nothing was changed", notes=notes)
    return Outcome(record.operation_id, summary, len(plan.named), notes=notes)


def _summary(plan: ImportPlan) -> str:
    people = len({face.person for face in plan.named if face.person is not None})
    who = "1 person" if people == 1 else f"{people:,} people"
    faces = "1 face" if len(plan.named) == 1 else f"{len(plan.named):,} faces"
    drawn = f", {plan.drawn:,} of them drawn new" if plan.drawn else ""
    return f"{plan.author}: {faces} of {who}{drawn}"


def _people(library: Library, record: Recorder, plan: ImportPlan) -> dict[PersonKey, int]:
    """Key -> id; new people are made."""
    found: dict[PersonKey, int] = {}
    for key, person in sorted(plan.people.items(), key=lambda each: _age(each[1])):
        if person.person_id is not None:
            found[key] = person.person_id
        elif person.record is None:
            found[key] = new_person(record, person.name)
        else:
            known = person.record
            row = {"uuid": known.uuid, "name": known.name, "birth_date": known.birth_date, "notes": known.notes}
            more = {"hidden": int(known.hidden), "created_at": known.created_at or now()}
            found[key] = int(record.put("person", {**row, **more})["id"])
    return found


def _age(person: PlannedPerson) -> str:
    """People come in the order in which they came before."""
    return "" if person.record is None else person.record.created_at


def _needed(face: PlannedFace) -> bool:
    return face.place.face_id is None or face.place.moved


def _place(record: Recorder, place: Place) -> int:
    box = {"x": place.box.x, "y": place.box.y, "width": place.box.width, "height": place.box.height}
    if place.face_id is not None:
        record.put("face", {"id": place.face_id, **box, "drawn": 1})
        return place.face_id
    row = {"photo_id": place.photo_id, **box, "drawn": int(place.drawn), "retired": int(place.retired)}
    return int(record.put("face", row)["id"])


def _decide(
    record: Recorder, planned: Sequence[PlannedFace], faces: Ids, people: Mapping[PersonKey, int], meanwhile: Set[int]
) -> None:
    """meanwhile: faces that somebody decided on since the plan was made; that stays."""
    verdicts, rejections = [], []
    for face, face_id in zip(planned, faces, strict=True):
        if face.state is not None and face_id not in meanwhile:
            person = None if face.person is None else people[face.person]
            verdicts.append({"face_id": face_id, "state": face.state.value, "person_id": person})
        rejections += [{"face_id": face_id, "person_id": people[key]} for key in face.rejected]
        for key in face.covers:
            _cover(record, people[key], face_id)
    record.put_many("verdict", verdicts)
    record.put_many("rejection", rejections)


def _cover(record: Recorder, person_id: int, face_id: int | None) -> None:
    """A picture that was chosen here stays."""
    if record.put("person", {"id": person_id})["cover_face_id"] is None:
        record.put("person", {"id": person_id, "cover_face_id": face_id})


def _tie(library: Library, record: Recorder, plan: ImportPlan, faces: Ids) -> None:
    """Who was said to be different people, or one; what the library has already is not said twice."""
    apart: dict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    one: dict[str, set[int]] = defaultdict(set)
    for face, face_id in zip(plan.faces, faces, strict=True):
        assert face_id is not None
        for key, side in face.separations:
            apart[key][side].add(face_id)
        for key in face.bonds:
            one[key].add(face_id)
    reasons = plan.reasons
    there = [tuple(map(frozenset, sides)) for sides in library.ledger.separations().values()]
    for key, sides in sorted(apart.items()):
        if all(sides) and tuple(map(frozenset, sides)) not in there:
            number = record.put("separation", {"reason": reasons.get(key, "")})["id"]
            rows = [(face, side) for side, members in enumerate(sides) for face in sorted(members)]
            record.put_many(
                "separation_face", [{"separation_id": number, "face_id": face, "side": side} for face, side in rows]
            )
    bonds = [frozenset(members) for members in library.ledger.bonds().values()]
    for key, members in sorted(one.items()):
        if len(members) > 1 and frozenset(members) not in bonds:
            number = record.put("bond", {"reason": reasons.get(key, "")})["id"]
            record.put_many("bond_face", [{"bond_id": number, "face_id": face} for face in sorted(members)])


def _settings(
    library: Library, record: Recorder, plan: ImportPlan, document: Decisions, people: Mapping[PersonKey, int]
) -> dict[str, int]:
    """Settings of a whole document, where the library has none of its own; uuid -> id of everybody."""
    uuids = {row[1]: row[0] for row in decided.person_rows(library.db)}
    uuids |= {uuid: people[key] for uuid, key in plan.uuids.items() if key in people}
    mine, told = decided.settings(library.db), settings_here(document.settings, uuids)
    record.put_many("setting", [{"key": key, "value": value} for key, value in told.items() if key not in mine])
    return uuids


def _refs(plan: ImportPlan, number: int, faces: Ids) -> dict[tuple[int, int], int]:
    """(photo, face) in the document -> face id here."""
    found = {ref[1:]: faces[at] for ref, at in plan.refs.items() if ref[0] == number}
    return {(photo, face): face_id for (photo, face), face_id in found.items() if face_id is not None}


class _Extras:
    """Rows that refer to faces by place and to people by uuid; those that refer to nothing here are left out."""

    def __init__(
        self, library: Library, record: Recorder, faces: Mapping[tuple[int, int], int], people: Mapping[str, int]
    ) -> None:
        self._db, self._record = library.db, record
        self._faces, self._people = faces, people

    def take(self, extras: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
        for table, take in (("review", self._review), ("draw", self._draw), ("answer", self._answer)):
            if decided.other_rows(self._db, table):  # the library's own count
                continue
            for row in extras.get(table, ()):
                try:
                    take(row)
                except (KeyError, TypeError, ValueError, IndexError):  # of a face or person that is not here
                    continue

    def _review(self, row: Mapping[str, Any]) -> None:
        if row["was"] in (FaceState.SUGGESTED.value, FaceState.NAMED.value):
            found = {"face_id": self._face(row["face"]), "person_id": self._people[row["person"]]}
            self._record.put("review", {**found, "was": row["was"], "correct": int(bool(row["correct"]))})

    def _draw(self, row: Mapping[str, Any]) -> None:
        head = {"person_id": self._people[row["person"]], "asked_of": int(row["asked_of"])}
        faces = [(self._face(face), int(place), answer) for face, place, answer in row["faces"]]
        if all(answer in ("right", "wrong", "unsure", None) for _, _, answer in faces):
            number = self._record.put("draw", head)["id"]
            rows = [{"draw_id": number, "face_id": f, "place": place, "answer": said} for f, place, said in faces]
            self._record.put_many("draw_face", rows)

    def _answer(self, row: Mapping[str, Any]) -> None:
        if row["answer"] not in ("yes", "no", "unsure"):
            return
        found: dict[str, Any] = {"question": str(row["question"])[:40], "answer": row["answer"]}
        for prefix, person, side in zip(("", "other_"), ("person_id", "other_id"), row["sides"], strict=True):
            ids = sorted(self._face(face) for face in side["faces"])
            who = None if side["person"] is None else self._people[side["person"]]
            found |= {f"{prefix}faces": json.dumps(ids), person: who, f"{prefix}size": int(side["size"])}
        self._record.put("answer", found)

    def _face(self, place: Sequence[int]) -> int:
        return self._faces[int(place[0]), int(place[1])]
