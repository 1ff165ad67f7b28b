"""Answers to questions, as decisions: each decides exactly what was asked."""

from __future__ import annotations

from photoface.domain.people import FaceState
from photoface.services import correcting, naming
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.questions import Question
from photoface.services.references import faces_by_id
from photoface.services.remembering import remember


def yes(library: Library, question: Question) -> Outcome:
    """The face is that person; the two sides are one person."""
    if question.face is not None and question.person is not None:
        return correcting.assign(library, (question.face.face_id,), f"#{question.person.person_id}")
    return naming.merge(library, _source(question), _target(question))


def no(library: Library, question: Question) -> Outcome:
    """The face is not that person; the two sides are different people."""
    if question.face is not None and question.person is not None:
        return correcting.reject(library, (question.face.face_id,), f"#{question.person.person_id}")
    return correcting.part(library, _source(question), _target(question))


def unsure(library: Library, question: Question) -> Outcome:
    """Ask again when there is more to see."""
    return remember(library, question.asked, "unsure", "unsure", "not sure: asked again when there are more faces")


def somebody_else(library: Library, question: Question, reference: str) -> Outcome:
    """The face, or the whole group, is this person."""
    if question.face is not None:
        return correcting.assign(library, (question.face.face_id,), reference)
    return naming.name_group(library, question.group.cluster_id if question.group else 0, reference)


def set_aside(library: Library, question: Question, state: FaceState) -> Outcome:
    """The face, or all undecided ones of the group, are ignored or no faces."""
    ids = (question.face.face_id,) if question.face else correcting.undecided_ids(library, int(_source(question)))
    return correcting.set_aside(library, faces_by_id(ids, library.faces), state)


def _source(question: Question) -> str:
    return str(question.group.cluster_id if question.group else 0)


def _target(question: Question) -> str:
    if question.person is not None:
        return f"#{question.person.person_id}"
    return str(question.other.cluster_id if question.other else 0)
