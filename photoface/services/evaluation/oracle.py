"""Somebody who knows everybody and answers what review asks, counted in keys and clicks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from photoface.domain.people import FaceState
from photoface.services import answers
from photoface.services.library import Library
from photoface.services.question import Kind, Question

FEW = 2
"""More faces of other people than these are not taken out one by one: the answer is "several people"."""


class Oracle:
    """names: of faces whose person is known, by face; known: people worth a name, others are strangers.

    A face without a name in ``names`` is nobody's: it is neither right nor wrong anywhere. One answer is one key or
    click that decides one question: a typed name counts 1, a sweep 1 and 1 for each face that is taken out.
    """

    def __init__(self, names: Mapping[int, str], known: frozenset[str]) -> None:
        self._names, self._known = names, known
        self.given = Counter[str]()
        self._person_of: dict[str, int] = {}

    @property
    def count(self) -> int:
        """Answers so far."""
        return self.given.total()

    def answer(self, library: Library, question: Question) -> frozenset[int]:
        """Answers truthfully; the faces that the answer was about."""
        if question.kind is Kind.NAME:
            self._who(library, question)
        elif question.person is not None:
            self._is_it(library, question, question.person.name)
        else:
            self._one_person(library, question)
        return frozenset(question.faces)

    def _who(self, library: Library, question: Question) -> None:
        size = question.group.faces if question.group else 0
        main = Counter(self._of_interest(question.faces[:size]))
        if not main:
            self._say("ignore")
            answers.set_aside(library, question, FaceState.IGNORED)
            return
        name = max(main, key=lambda each: (main[each], each))
        out = self._others(question.faces[:size], name)
        if len(out) > FEW:
            self._say("several people")
            answers.no(library, question)
            return
        self._name(library, question, name, [*out, *self._others(question.faces[size:], name, strict=True)])

    def _is_it(self, library: Library, question: Question, name: str) -> None:
        """Is it that person? If it is somebody else as a whole, that name is typed."""
        out = self._others(question.faces, name, strict=True)
        mine = Counter(self._of_interest(question.faces))
        if len(out) < len(question.faces):
            kind = "yes" if question.kind is not Kind.SWEEP else "sweep"
            self._say(kind, out)
            answers.yes(library, question) if not out else answers.swept(library, question, out)
        elif len(mine) == 1 and question.kind is not Kind.SWEEP:
            self._say("somebody else")
            answers.somebody_else(library, question, self._reference(next(iter(mine))))
        elif not mine and question.kind is not Kind.SWEEP:
            self._say("ignore")
            answers.set_aside(library, question, FaceState.IGNORED)
        else:
            self._say("no")
            answers.no(library, question)

    def _one_person(self, library: Library, question: Question) -> None:
        """Are these two groups one person?"""
        other = question.other.cluster_id if question.other else 0
        sides = [set(self._of_interest(ids)) for ids in (question.faces, library.groups.members(other))]
        same = len(sides[0]) == 1 and sides[0] == sides[1]
        self._say("yes" if same else "no")
        answers.yes(library, question) if same else answers.no(library, question)

    def _name(self, library: Library, question: Question, name: str, out: Sequence[int]) -> None:
        self._say("name", out)
        found = answers.swept(library, question, out, self._reference(name))
        if found.person_id is not None:
            self._person_of[name] = found.person_id

    def _reference(self, name: str) -> str:
        return f"#{self._person_of[name]}" if name in self._person_of else name

    def _say(self, kind: str, out: Sequence[int] = ()) -> None:
        self.given[kind] += 1
        if out:
            self.given["taken out"] += len(out)

    def _of_interest(self, face_ids: Sequence[int]) -> list[str]:
        return [name for face in face_ids if (name := self._names.get(face)) in self._known and name is not None]

    def _others(self, face_ids: Sequence[int], name: str, *, strict: bool = False) -> list[int]:
        """Faces that are somebody else; strict: also those that nobody knows, where a face has to be that person."""
        return [face for face in face_ids if self._names.get(face, "" if strict else name) != name]
