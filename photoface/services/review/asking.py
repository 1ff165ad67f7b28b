"""Questions made of what is worth asking: with the people, groups and faces that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from photoface.domain.people import Group, Person
from photoface.services.groups.manner import manner_of
from photoface.services.photos.copies import offers
from photoface.services.review.question import Kind, Question
from photoface.services.review.remembering import Asked, Subject, answered
from photoface.services.review.who import Unsure
from photoface.services.review.worth import Choice, choices, weigh
from photoface.services.showing import lists
from photoface.services.showing.portrait import likest_first, portraits_of
from photoface.services.suggestions.board import Board, board_of
from photoface.services.suggestions.resemblance import angle_of

if TYPE_CHECKING:
    from photoface.services.library import Library

MERGE = 0.5
"""What a question is worth from which no name follows, only that two groups are one: half of one that gives a name."""

MOST_CONFIRMED, MOST_SWEEPS = 200, 20
"""Guesses of one person in one sweep, a few screens; people whose guesses are offered to be looked through."""


class Asking:
    """The questions of one moment; about one person only, if one is given."""

    def __init__(self, library: Library, person_id: int | None) -> None:
        self._library, self._person_id = library, person_id
        self._board: Board = board_of(library)
        self._people = {one.person_id: one for one in self._asked_people()}
        self._unsure = Unsure(library)

    def all(self, limit: int) -> list[Question]:
        """Questions of all kinds, in no order; so many of those worth most are among them."""
        chosen = self._chosen(2 * limit)
        found = [*map(self._question, chosen), *(one for each in chosen for one in self._merges(each))]
        worths = sorted((one.worth for one in found), reverse=True)
        enough = worths[limit - 1] if len(worths) >= limit else 0.0
        return [*found, *self._confirmations(limit, enough), *self._copies()]

    def one_by_one(self, limit: int) -> list[Question]:
        """The same as questions about one face or one group each; nothing about who somebody is."""
        chosen = self._chosen(2 * limit)
        found = [one for each in chosen for one in (*self._singles(each), *self._merges(each))]
        sweeps = (*self._confirmations(limit), *self._copies())
        return [*found, *(one for each in sweeps for one in self._faces_of(each))]

    def _asked_people(self) -> list[Person]:
        everybody = self._library.people.list(hidden=False)
        return [one for one in everybody if self._person_id in (None, one.person_id)]

    def _chosen(self, most: int) -> list[Choice]:
        """What is worth asking, without what somebody was not sure about."""
        found = [
            one
            for one in choices(self._board, weigh(self._board, self._library.catalog.worth), most)
            if self._wanted(one)
        ]
        settled = answered(self._library, {asked for one in found for asked in self._pairs(one)})
        kept = (self._without(one, settled) for one in map(self._sure, found))
        return [
            one
            for one in kept
            if one.groups and (one.person is not None or not self._unsure.about(self._face_ids(one.groups[:1])))
        ]

    def _sure(self, one: Choice) -> Choice:
        """Strangers without those of whom nobody was sure who they are."""
        if not one.strangers:
            return one
        return replace(one, groups=tuple(at for at in one.groups if not self._unsure.about(self._face_ids([at]))))

    def _wanted(self, one: Choice) -> bool:
        if self._person_id is None:
            return one.person is None or one.person in self._people
        return one.person == self._person_id

    def _pairs(self, one: Choice) -> Iterator[Asked]:
        """The questions about single groups that a choice consists of."""
        for at in self._perhaps(one):
            if self._unsure.mentioned(self._face_ids([at])):
                yield self._asked(one, at)

    def _perhaps(self, one: Choice) -> tuple[int, ...]:
        """The groups of which it is asked whether they are a person, or belong to the first group."""
        return () if one.strangers else one.groups if one.person is not None else one.groups[1:]

    def _asked(self, one: Choice, at: int) -> Asked:
        other: Subject = ("person", one.person) if one.person is not None else self._subject(one.groups[0])
        return Asked("same", self._subject(at), other)

    def _subject(self, at: int) -> Subject:
        rows = self._board.loose.rows(at)
        if len(rows) == 1:
            return "face", int(self._board.standing.seen.ids[rows[0]])
        return "group", int(self._board.loose.numbers[at])

    def _without(self, one: Choice, settled: frozenset[Asked]) -> Choice:
        rest = self._perhaps(one)
        first = one.groups[: len(one.groups) - len(rest)]
        return replace(one, groups=(*first, *(at for at in rest if self._asked(one, at) not in settled)))

    def _question(self, one: Choice) -> Question:
        if one.person is not None and len(one.groups) == 1:
            return replace(next(self._singles(one)), worth=one.worth)
        faces, settles = tuple(self._face_ids(one.groups)), max(1, round(one.settled))
        person = self._people.get(one.person) if one.person is not None else None
        if one.strangers:
            return Question(Kind.STRANGERS, None, None, None, None, 0.0, settles, faces, one.worth)
        kind, group = (Kind.SWEEP, None) if person else (Kind.NAME, self._group(one.groups[0]))
        return Question(kind, person, None, group, None, self._angle(one.groups[-1]), settles, faces, one.worth)

    def _singles(self, one: Choice) -> Iterator[Question]:
        """Is this group, or this face, that person?"""
        person = self._people.get(one.person) if one.person is not None else None
        for at in one.groups if person else ():
            ids, angle = tuple(self._face_ids([at])), self._angle(at)
            if len(ids) == 1:
                face = self._library.faces.get(ids[0])
                yield Question(Kind.FACE, person, face, None, None, angle, 1, ids, one.worth)
            elif self._board.loose.whole[at]:
                yield Question(Kind.SAME, person, None, self._group(at), None, angle, len(ids), ids, one.worth)
            else:
                yield Question(Kind.SWEEP, person, None, None, None, angle, len(ids), ids, one.worth)

    def _merges(self, one: Choice) -> Iterator[Question]:
        """Are these two groups one person? Of a group without a name and those that may belong to it."""
        whole = self._board.loose.whole
        for at in self._perhaps(one) if one.person is None and whole[one.groups[0]] else ():
            if whole[at]:
                ids, right = tuple(self._face_ids([at])), 1 - float(self._board.nearest.wrong[at])
                group, other = self._group(at), self._group(one.groups[0])
                worth = MERGE * right * len(ids) * one.worth / (one.worth + one.settled)
                yield Question(Kind.SAME, None, None, group, other, self._angle(at), len(ids), ids, worth)

    def _confirmations(self, limit: int, enough: float = 0.0) -> Iterator[Question]:
        """Faces that carry a person's name as a guess, which nobody has looked at: worth what is wrong with them.
        None that cannot be worth more than ``enough``: which faces these are takes long to tell."""
        wrong = manner_of(self._library)[1]
        waiting = sorted(self._people.values(), key=lambda one: -one.suggested)
        for person in waiting[: min(limit, MOST_SWEEPS)]:
            worthy = wrong * min(person.suggested, MOST_CONFIRMED) > enough
            ids = self._likest(person)[:MOST_CONFIRMED] if person.suggested and worthy else ()
            if ids:
                yield Question(Kind.SWEEP, person, None, None, None, 0.0, len(ids), ids, wrong * len(ids))

    def _copies(self) -> Iterator[Question]:
        """Faces of copies, by who is in the photos that they look like; guesses of that person are asked about anyway.

        A yes settles all of them, and is nearly always right: nothing is worth more.
        """
        for person_id, faces in offers(self._library).items():
            person = self._people.get(person_id)
            new = [face.face_id for face in self._library.faces.by_ids(list(faces)) if face.person_id != person_id]
            ids = self._still_asked(new, person_id)[:MOST_CONFIRMED] if person else ()
            if ids:
                yield Question(Kind.SWEEP, person, None, None, None, 0.0, len(ids), ids, float(len(ids)))

    def _likest(self, person: Person) -> tuple[int, ...]:
        guesses = lists.suggestion_ids(self._library, person.person_id)
        ordered = guesses[np.argsort(-self._board.likeness(guesses, person.person_id), kind="stable")].tolist()
        return self._still_asked(ordered, person.person_id)

    def _still_asked(self, faces: Sequence[int], person_id: int) -> tuple[int, ...]:
        """Without those of which somebody was not sure whether they are this person."""
        mentioned = [face for face in faces if self._unsure.mentioned([face])]
        asked = {face: Asked("same", ("face", face), ("person", person_id)) for face in mentioned}
        settled = answered(self._library, list(asked.values()))
        return tuple(face for face in faces if face not in asked or asked[face] not in settled)

    def _faces_of(self, question: Question) -> Iterator[Question]:
        """Is this face that person? Of each face of a sweep."""
        faces = self._library.faces.by_ids(question.faces)
        decided = lists.faces(
            self._library, lists.person_face_ids(self._library, question.person.person_id if question.person else 0)
        )
        for one in likest_first(portraits_of(self._library, faces, decided or faces)):
            angle = angle_of(one.likeness)
            yield Question(Kind.FACE, question.person, one.face, None, None, angle, 1, (one.face.face_id,))

    def _group(self, at: int) -> Group:
        """A loose group, or part of one, with its sharpest face."""
        seen, rows = self._board.standing.seen, self._board.loose.rows(at)
        best = rows[np.lexsort((seen.ids[rows], -seen.quality[rows]))[0]]
        photos = len(np.unique(seen.photo[rows]))
        return Group(int(self._board.loose.numbers[at]), len(rows), photos, int(seen.ids[best]))

    def _face_ids(self, groups: Iterable[int]) -> list[int]:
        board = self._board
        return [int(face) for at in groups for face in board.standing.seen.ids[board.loose.rows(at)].tolist()]

    def _angle(self, at: int) -> float:
        return angle_of(float(self._board.nearest.cosine[at]))
