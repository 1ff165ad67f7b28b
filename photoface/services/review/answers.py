"""Answers to questions, as decisions: each decides exactly what was asked."""

from __future__ import annotations

from collections.abc import Collection

from photoface.domain.errors import BadRequest
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming
from photoface.services.deciding.name_faces import name_faces
from photoface.services.deciding.references import faces_by_id
from photoface.services.importing.questions import keep_library, take_file
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.review.question import Kind, Question
from photoface.services.review.remembering import remember, unsure_of_all
from photoface.services.review.strangers import strangers, unsure_whether_strangers
from photoface.services.review.sweeping import finish_sweep
from photoface.services.review.who import remember_who


def yes(library: Library, question: Question) -> Outcome:
    """The face, or all of the grid, is that person, or strangers; the two sides are one person; the file is right."""
    if question.told is not None:
        return take_file(library, question.told.question.question_id)
    if question.kind is Kind.NAME:
        raise BadRequest("Say who it is: a name. Nothing was changed.")
    if question.kind is Kind.STRANGERS:
        return strangers(library, question.faces)
    if question.person is None:
        return naming.merge(library, _source(question), _target(question))
    if question.kind is Kind.SAME:
        return naming.name_group(library, int(_source(question)), f"#{question.person.person_id}")
    return somebody_else(library, question, f"#{question.person.person_id}")


def no(library: Library, question: Question) -> Outcome:
    """The face is not that person; the sides are different people; the group is several people; the file is wrong."""
    if question.told is not None:
        return keep_library(library, question.told.question.question_id)
    if question.kind is Kind.NAME:
        faces = _main_faces(question)  # one face is not several people: then it is nobody who is known
        return remember_who(library, faces, "no" if len(faces) > 1 else "unsure")
    if question.kind is Kind.STRANGERS:
        return strangers(library, question.faces, question.faces)
    if question.kind is Kind.SWEEP and question.person is not None:
        return finish_sweep(library, question.person.person_id, (), question.faces)
    if question.face is not None and question.person is not None:
        return correcting.reject(library, (question.face.face_id,), f"#{question.person.person_id}")
    return correcting.part(library, _source(question), _target(question))


def swept(library: Library, question: Question, out: Collection[int], reference: str = "") -> Outcome:
    """All faces of the grid but those taken out are the person, or this one by name; those taken out are not."""
    _refuse_told(question)
    if question.kind is Kind.STRANGERS:
        _no_name(reference)
        return strangers(library, question.faces, out)
    right = tuple(face for face in question.faces if face not in set(out))
    wrong = tuple(face for face in question.faces if face in set(out))
    if question.kind is Kind.SWEEP and question.person is not None and not reference:
        return finish_sweep(library, question.person.person_id, right, wrong)
    if not right:
        raise BadRequest("Every face was taken out, so there is nobody to name. Nothing was changed.")
    return name_faces(library, right, reference, wrong)


def unsure(library: Library, question: Question) -> Outcome:
    """Ask again when there is more to see."""
    _refuse_told(question)
    summary = "not sure: asked again when there are more faces"
    if question.kind is Kind.NAME:
        return remember_who(library, _main_faces(question), "unsure")
    if question.kind is Kind.STRANGERS:
        return unsure_whether_strangers(library, question.faces)
    if question.kind is Kind.SWEEP:
        return unsure_of_all(library, question.faces, question.person.person_id if question.person else 0, summary)
    return remember(library, question.asked, "unsure", "unsure", summary)


def somebody_else(library: Library, question: Question, reference: str) -> Outcome:
    """The face, or all faces that are asked about, are this person."""
    _refuse_told(question)
    match question.kind:
        case Kind.FACE:
            return correcting.assign(library, (question.face.face_id if question.face else 0,), reference)
        case Kind.SWEEP:
            return correcting.assign(library, question.faces, reference)
        case Kind.NAME:
            return name_faces(library, question.faces, reference)
        case Kind.STRANGERS:
            _no_name(reference)
    return naming.name_group(library, int(_source(question)), reference)


def chosen(
    library: Library, question: Question, *, face_id: int | None = None, person_id: int | None = None
) -> Outcome:
    """The file is right: this face is meant, or this person of several who are called so."""
    if question.told is None:
        raise BadRequest("Only what a file says leaves a choice. Nothing was changed.")
    person = None if person_id is None else f"#{person_id}"
    return take_file(library, question.told.question.question_id, face_id=face_id, person=person)


def set_aside(library: Library, question: Question, state: FaceState) -> Outcome:
    """The face, or all undecided ones that are asked about, are ignored or no faces; of NAME those of the group."""
    _refuse_told(question)
    if question.kind is Kind.NAME:
        ids = tuple(_main_faces(question))
    elif question.face is not None:
        ids = (question.face.face_id,)
    else:
        ids = question.faces or correcting.undecided_ids(library, int(_source(question)))
    return correcting.set_aside(library, faces_by_id(ids, library.faces), state)


def _no_name(reference: str) -> None:
    if reference:
        raise BadRequest("Take out whoever you know: their name is asked for next. Nothing was changed.")


def _main_faces(question: Question) -> list[int]:
    """Those of the group itself, without what may belong to it."""
    number = question.group.faces if question.group else 0
    return list(question.faces[:number])


def _source(question: Question) -> str:
    return str(question.group.cluster_id if question.group else 0)


def _target(question: Question) -> str:
    if question.person is not None:
        return f"#{question.person.person_id}"
    return str(question.other.cluster_id if question.other else 0)


def _refuse_told(question: Question) -> None:
    if question.told is not None:
        raise BadRequest("What a file says is right, or it is not: yes or no. Nothing was changed.")
