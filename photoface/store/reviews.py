"""How suggestions turned out: each face that the machine put with somebody and a human then looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoface.store.database import LibraryDatabase
from photoface.store.recorder import Recorder


@dataclass(frozen=True, slots=True)
class Review:
    """was: 'suggested' or 'named', before somebody looked; correct: it was that person."""

    face_id: int
    person_id: int
    was: str
    correct: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A face drawn by lot. answer: 'right', 'wrong', 'unsure' or None: not answered yet."""

    draw_id: int
    face_id: int
    answer: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A face of any draw. asked_of: how many there were to draw from; place: in the draw. answer: 'right', 'wrong',
    'unsure' or None; named: it had been named with its group when somebody looked."""

    draw_id: int
    person_id: int
    asked_of: int
    place: int
    face_id: int
    answer: str | None
    named: bool


def note_reviews(record: Recorder, reviews: Sequence[Review]) -> None:
    """As part of an operation; a face that is looked at again keeps its last answer."""
    record.put_many(
        "review",
        [
            {"face_id": each.face_id, "person_id": each.person_id, "was": each.was, "correct": int(each.correct)}
            for each in reviews
        ],
    )


def reviews_of(db: LibraryDatabase, person_id: int) -> list[Review]:
    """All faces that were suggested or named to be this person and then looked at."""
    sql = "SELECT face_id, person_id, was, correct FROM review WHERE person_id = ? ORDER BY face_id"
    return [Review(face, person, was, bool(correct)) for face, person, was, correct in db.rows(sql, [person_id])]


def mistaken_for(db: LibraryDatabase, person_id: int) -> dict[int, int]:
    """Person id -> how many faces of theirs were taken for this person, or of this person for them."""
    sql = """
        SELECT other, count(*) FROM (
            SELECT verdict.person_id AS other FROM review JOIN verdict ON verdict.face_id = review.face_id
            WHERE review.correct = 0 AND review.person_id = ?1 AND verdict.person_id <> ?1
            UNION ALL
            SELECT review.person_id FROM review JOIN verdict ON verdict.face_id = review.face_id
            WHERE review.correct = 0 AND verdict.person_id = ?1 AND review.person_id <> ?1)
        WHERE other IN (SELECT id FROM person) GROUP BY other"""
    return dict(db.rows(sql, [person_id]))


def hand_over_reviews(db: LibraryDatabase, record: Recorder, source: int, target: int) -> None:
    """What was suggested to be the source was suggested to be the target, which it becomes; so were faces drawn.

    To be called when the faces of the source are decided to be the target: who was taken for the one and turned out to
    be the other was right after all.
    """
    theirs = {face for (face,) in db.rows("SELECT face_id FROM verdict WHERE person_id = ?", [target])}
    known = {each.face_id: each for each in (*reviews_of(db, source), *reviews_of(db, target))}  # the target's count
    note_reviews(
        record,
        [Review(each.face_id, target, each.was, each.correct or each.face_id in theirs) for each in known.values()],
    )
    for (draw_id,) in db.rows("SELECT id FROM draw WHERE person_id = ?", [source]):
        record.put("draw", {"id": draw_id, "person_id": target})
    for each in drawn_of(db, target):
        if each.answer == "wrong" and each.face_id in theirs:
            answer_drawn(record, each.draw_id, each.face_id, "right")


def draw(record: Recorder, person_id: int, face_ids: Sequence[int], asked_of: int) -> int:
    """Faces drawn by lot, in this order, from so many; the number of the draw."""
    draw_id = int(record.put("draw", {"person_id": person_id, "asked_of": asked_of})["id"])
    rows = [
        {"draw_id": draw_id, "face_id": each, "place": place, "answer": None} for place, each in enumerate(face_ids)
    ]
    record.put_many("draw_face", rows)
    return draw_id


def answer_drawn(record: Recorder, draw_id: int, face_id: int, answer: str) -> None:
    """What somebody said of a drawn face."""
    record.put("draw_face", {"draw_id": draw_id, "face_id": face_id, "answer": answer})


def drawn_of(db: LibraryDatabase, person_id: int) -> list[Drawn]:
    """All faces that were ever drawn of this person, draw by draw, with what is known of them by now.

    Whoever confirmed or rejected a drawn face elsewhere has answered, too.
    """
    sql = """
        SELECT draw_id, draw_face.face_id, coalesce(answer, CASE
            WHEN verdict.state = 'confirmed' AND verdict.person_id = draw.person_id THEN 'right'
            WHEN verdict.person_id IS NOT NULL AND verdict.person_id <> draw.person_id THEN 'wrong'
            WHEN rejection.face_id IS NOT NULL THEN 'wrong' END)
        FROM draw JOIN draw_face ON draw_face.draw_id = draw.id
        LEFT JOIN verdict ON verdict.face_id = draw_face.face_id
        LEFT JOIN rejection ON rejection.face_id = draw_face.face_id AND rejection.person_id = draw.person_id
        WHERE draw.person_id = ? ORDER BY draw_id, place"""
    return [Drawn(*row) for row in db.rows(sql, [person_id])]


def all_drawn(db: LibraryDatabase) -> list[Checked]:
    """Every face that was ever drawn, draw by draw, with what became of it."""
    sql = """
        SELECT draw.id, draw.person_id, asked_of, place, draw_face.face_id,
            CASE review.correct WHEN 1 THEN 'right' WHEN 0 THEN 'wrong' ELSE answer END, coalesce(was, '') = 'named'
        FROM draw JOIN draw_face ON draw_face.draw_id = draw.id
        LEFT JOIN review ON review.face_id = draw_face.face_id AND review.person_id = draw.person_id
        ORDER BY draw.id, place"""
    return [
        Checked(draw_id, person, asked_of, place, face, answer, bool(named))
        for draw_id, person, asked_of, place, face, answer, named in db.rows(sql)
    ]
