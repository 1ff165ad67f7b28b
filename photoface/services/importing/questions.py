"""Conflicts that an import raised, and what is decided about them. The file's word never counts by itself."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.domain.errors import BadRequest, Conflict
from photoface.domain.geometry import Size
from photoface.domain.people import Face, FaceState, Person
from photoface.services.deciding.naming import decide, new_person
from photoface.services.deciding.references import clean_name, somebody
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store import name_questions
from photoface.store.journal import Recorder
from photoface.store.name_questions import NameQuestion


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """question: as it is kept; path: of the photo, b'' if it is gone; face: which it is about, as it is now, or None.

    here: whom the library says the face is, or ''; choices: undecided faces of the photo, for the kind 'where'.
    size: of the upright photo, in which the question's box is; people: those of this name, for 'ambiguous'.
    """

    question: NameQuestion
    path: bytes
    face: Face | None
    here: str
    choices: tuple[int, ...]
    size: Size | None = None
    people: tuple[Person, ...] = ()

    @property
    def choosing(self) -> bool:
        """Whether the file does not say whom or which face it means."""
        return self.question.kind in ("ambiguous", "where")


def count_waiting(library: Library) -> int:
    """How many wait for an answer."""
    return name_questions.count_open(library.db)


def open_questions(library: Library) -> list[OpenQuestion]:
    """Those that wait for an answer, in the order they came."""
    with library.db.consistent():
        return [_shown(library, each) for each in name_questions.list_questions(library.db)]


def take_file(library: Library, question_id: int, *, face_id: int | None = None, person: str | None = None) -> Outcome:
    """The file is right: the face is whom it says, ``confirmed``, for a human looked. face_id: which one, for 'where'.

    person: who of several of that name, as '#7'. Raises NotFound, Conflict, BadRequest, Ambiguous.
    """
    question = _open(library, question_id)
    reference = person or clean_name(question.name)
    known = somebody(reference, library.people)
    chosen = _which(library, question, face_id)
    name = known.name if known else clean_name(question.name)
    with library.journal.operation("answer", f"the file is right: 1 face is {name}") as record:
        person_id = known.person_id if known else new_person(record, name)
        face = chosen if chosen is not None else _draw(record, question)
        _name(library, record, face, person_id)
        _settle(library, record, question, face)
    return Outcome(record.operation_id, f"1 face confirmed as {name}", 1, person_id, face_id=face)


def keep_library(library: Library, question_id: int) -> Outcome:
    """The library is right: nothing changes, and the same is not asked again."""
    question = _open(library, question_id)
    with library.journal.operation("answer", f"not {question.name}, whatever the file says") as record:
        name_questions.settle(record, question.question_id, "library")
    return Outcome(record.operation_id, f"the library is right; {question.name} is not asked for again")


def keep_library_all(library: Library) -> Outcome:
    """The same for all that are open, as one step."""
    waiting = name_questions.list_questions(library.db)
    if not waiting:
        return Outcome(None, "no question is open; nothing was changed")
    with library.journal.operation("answer", f"{len(waiting):,} questions: the library is right") as record:
        for each in waiting:
            name_questions.settle(record, each.question_id, "library")
    return Outcome(record.operation_id, f"{len(waiting):,} questions answered: the library is right")


def _shown(library: Library, question: NameQuestion) -> OpenQuestion:
    photos = library.photos.list(photo_ids=[question.photo_id], missing=True)
    faces = library.faces.list(photo_id=question.photo_id, missing=True)
    face = next((each for each in faces if each.face_id == question.face_id), None)
    choices = tuple(each.face_id for each in faces if not each.state.decided) if question.face_id is None else ()
    here = face.person if face is not None and face.state.decided else None
    path, size = (photos[0].path, Size(photos[0].width, photos[0].height)) if photos else (b"", None)
    people = tuple(library.people.named(question.name)) if question.kind == "ambiguous" else ()
    return OpenQuestion(question, path, face, here or "", choices, size, people)


def _open(library: Library, question_id: int) -> NameQuestion:
    question = name_questions.get_question(library.db, question_id)
    if question.state != "open":
        raise Conflict(f"Question {question_id} is answered already; `photoface undo` takes an answer back.")
    return question


def _which(library: Library, question: NameQuestion, face_id: int | None) -> int | None:
    """The face that is meant; None: a box is drawn where the file says."""
    if question.face_id is not None:
        return question.face_id
    if face_id is None and question.box is not None:
        return None
    faces = library.faces.list(photo_id=question.photo_id, missing=True)
    free = [each.face_id for each in faces if not each.state.decided]
    if face_id is None and len(free) == 1:
        return free[0]
    if face_id not in [each.face_id for each in faces]:
        numbers = ", ".join(map(str, free)) or "none is left"
        raise BadRequest(f"Which face of the photo is {question.name}? Give its number: {numbers}.")
    return face_id


def _draw(record: Recorder, question: NameQuestion) -> int:
    box = question.box
    assert box is not None
    place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return int(record.put("face", {"photo_id": question.photo_id, **place, "drawn": 1})["id"])


def _name(library: Library, record: Recorder, face_id: int, person_id: int) -> None:
    faces = library.faces.by_ids([face_id])
    decide(record, faces, FaceState.CONFIRMED, person_id)
    home = library.groups.home_of(person_id)
    if home is not None:
        library.groups.place({face_id: home}, record)
    elif library.groups.owners(faces[0].cluster_id) - {person_id}:
        [new] = library.groups.new(1, record)
        library.groups.place({face_id: new}, record)


def _settle(library: Library, record: Recorder, question: NameQuestion, face_id: int) -> None:
    """Who else the same face was said to be is answered with it."""
    name_questions.settle(record, question.question_id, "file")
    for other in name_questions.list_questions(library.db):
        if other.kind == "two_names" and other.face_id == face_id and other.question_id != question.question_id:
            name_questions.settle(record, other.question_id, "library")
