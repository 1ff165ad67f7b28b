"""Small groups looked through at once: strangers are ignored, who is none is asked about by name next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from photoface.domain.errors import Conflict
from photoface.domain.people import Face, FaceState
from photoface.services.deciding.naming import decide
from photoface.services.deciding.references import faces_by_id
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.services.suggestions.loose_groups import STRANGER
from photoface.store.answers import Answer, Answered, Side, keep
from photoface.store.recorder import Recorder

_NOBODY = Side(None, frozenset(), 0)


def strangers(library: Library, face_ids: Sequence[int], out: Collection[int] = ()) -> Outcome:
    """Ignores the groups of these faces, but for those of which a face was taken out: these are no strangers, which is
    remembered. One step. Raises Conflict where somebody has decided on a face meanwhile.
    """
    faces = faces_by_id(tuple(face_ids), library.faces)
    _refuse_decided(faces)
    groups = _by_group(faces)
    known = [each for each in groups if not {face.face_id for face in each}.isdisjoint(out)]
    others = [face for each in groups if each not in known for face in each]
    if not others:
        summary = f"{_number(len(faces))}: no strangers"
        with library.journal.operation("known", summary) as record:
            _remember(record, known, "no")
        return Outcome(record.operation_id, summary, len(faces))
    with library.journal.operation(FaceState.IGNORED.value, f"{_number(len(others))} ignored") as record:
        decide(record, others, FaceState.IGNORED, None)
        library.groups.place({face.face_id: None for face in others}, record)
        _remember(record, known, "no")
    return Outcome(record.operation_id, f"{_number(len(others))} ignored", len(others))


def unsure_whether_strangers(library: Library, face_ids: Sequence[int]) -> Outcome:
    """They are not asked about in this way again, but one by one."""
    summary = "not sure: asked about one by one"
    with library.journal.operation("unsure", summary) as record:
        _remember(record, _by_group(faces_by_id(tuple(face_ids), library.faces)), "unsure")
    return Outcome(record.operation_id, summary)


def groups_of(library: Library, face_ids: Sequence[int]) -> list[list[int]]:
    """The faces by the groups that they are in."""
    return [[face.face_id for face in each] for each in _by_group(library.faces.by_ids(face_ids))]


def _by_group(faces: Sequence[Face]) -> list[list[Face]]:
    found = defaultdict[int | None, list[Face]](list)
    for face in faces:
        found[face.cluster_id].append(face)
    return list(found.values())


def _remember(record: Recorder, groups: Sequence[Sequence[Face]], answer: Answer) -> None:
    for group in groups:
        ids = frozenset(face.face_id for face in group)
        keep(record, Answered(STRANGER, answer, (Side(None, ids, len(ids)), _NOBODY)))


def _refuse_decided(faces: Sequence[Face]) -> None:
    for face in faces:
        if face.state.decided:
            raise Conflict(f"Face {face.face_id} has been decided meanwhile; nothing was changed.")


def _number(faces: int) -> str:
    return f"{faces:,} face" if faces == 1 else f"{faces:,} faces"
