"""Noting how suggestions turned out, as part of the decisions that tell."""

from __future__ import annotations

from collections.abc import Iterable

from photoface.domain.people import Face, FaceState
from photoface.store.recorder import Recorder
from photoface.store.reviews import Review, note_reviews

_GUESSED = (FaceState.SUGGESTED, FaceState.NAMED)


def note_right(record: Recorder, faces: Iterable[Face], person_id: int) -> None:
    """A human looked at these faces: they are this person, whoever they were suggested to be."""
    _note(record, ((face, face.person_id == person_id) for face in faces))


def note_wrong(record: Recorder, faces: Iterable[Face], person_id: int) -> None:
    """A human looked at these faces: they are not this person."""
    _note(record, ((face, False) for face in faces if face.person_id == person_id))


def _note(record: Recorder, judged: Iterable[tuple[Face, bool]]) -> None:
    note_reviews(
        record,
        [
            Review(face.face_id, face.person_id, face.state.value, correct)
            for face, correct in judged
            if face.person_id is not None and face.state in _GUESSED
        ],
    )
