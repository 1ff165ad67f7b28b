"""Somebody who knows everybody and answers what review asks, counted in keys and clicks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from photoface.domain.people import FaceState
from photoface.services.library import Library
from photoface.services.review import answers
from photoface.services.review.question import Kind, Question
from photoface.services.review.strangers import groups_of

FEW = 2
"""More faces of other people than these are not taken out one by one: the answer is "several people"."""


@dataclass(frozen=True, slots=True)
class Said:
    """One answer. kind: 'name', 'yes', 'sweep', 'somebody else', 'ignore', 'several people', 'strangers' or 'no'; name:
    who it is, where that was said; out: faces that were taken out."""

    kind: str
    name: str = ""
    out: tuple[int, ...] = ()


class Truthful:
    """What somebody says who knows everybody. names: of faces whose person is known, by face; known: people worth a
    name, others are strangers. A face without a name in ``names`` is nobody's: it is neither right nor wrong anywhere.
    """

    def __init__(self, names: Mapping[int, str], known: frozenset[str]) -> None:
        self._names, self._known = names, known

    def who(self, faces: Sequence[int], size: int) -> Said:
        """Who are the first ``size`` of these faces, and which of the others are they?"""
        main = Counter(self.of_interest(faces[:size]))
        if not main:
            return Said("ignore")
        name = max(main, key=lambda each: (main[each], each))
        out = self._others(faces[:size], name)
        if len(out) > FEW:
            return Said("several people")
        return Said("name", name, (*out, *self._others(faces[size:], name, strict=True)))

    def is_it(self, faces: Sequence[int], name: str, *, grid: bool) -> Said:
        """Are these that person? If they are somebody else as a whole, that name is typed, but not of a grid."""
        out, mine = self._others(faces, name, strict=True), set(self.of_interest(faces))
        if len(out) < len(faces):
            return Said("sweep" if grid else "yes", name, tuple(out))
        if grid or len(mine) > 1:
            return Said("no")
        return Said("somebody else", mine.pop()) if mine else Said("ignore")

    def strangers(self, groups: Iterable[Sequence[int]]) -> Said:
        """Are all these groups strangers? One face of each that is not is taken out."""
        out = tuple(faces[0] for faces in groups if self.of_interest(faces))
        return Said("strangers", out=out)

    def of_interest(self, face_ids: Sequence[int]) -> list[str]:
        """The names of those that are worth one."""
        return [name for face in face_ids if (name := self._names.get(face)) in self._known and name is not None]

    def _others(self, face_ids: Sequence[int], name: str, *, strict: bool = False) -> list[int]:
        """Faces that are somebody else; strict: also those that nobody knows, where a face has to be that person."""
        return [face for face in face_ids if self._names.get(face, "" if strict else name) != name]


class Oracle:
    """Answers questions truthfully. One answer is one key or click that decides one question: a typed name counts 1, a
    sweep 1 and 1 for each face that is taken out."""

    def __init__(self, names: Mapping[int, str], known: frozenset[str]) -> None:
        self._truth = Truthful(names, known)
        self.given = Counter[str]()
        self._person_of: dict[str, int] = {}

    @property
    def count(self) -> int:
        """Answers so far."""
        return self.given.total()

    def answer(self, library: Library, question: Question) -> frozenset[int]:
        """Answers truthfully; the faces that the answer was about."""
        said = self._said(library, question)
        self.given[said.kind] += 1
        if said.out:
            self.given["taken out"] += len(said.out)
        self._give(library, question, said)
        return frozenset(question.faces)

    def _said(self, library: Library, question: Question) -> Said:
        if question.kind is Kind.NAME:
            return self._truth.who(question.faces, question.group.faces if question.group else 0)
        if question.kind is Kind.STRANGERS:
            return self._truth.strangers(groups_of(library, question.faces))
        if question.person is not None:
            return self._truth.is_it(question.faces, question.person.name, grid=question.kind is Kind.SWEEP)
        other = library.groups.members(question.other.cluster_id if question.other else 0)
        sides = [set(self._truth.of_interest(ids)) for ids in (question.faces, other)]
        return Said("yes" if len(sides[0]) == 1 and sides[0] == sides[1] else "no")

    def _give(self, library: Library, question: Question, said: Said) -> None:
        match said.kind:
            case "ignore":
                answers.set_aside(library, question, FaceState.IGNORED)
            case "name":
                found = answers.swept(library, question, said.out, self._reference(said.name))
                if found.person_id is not None:
                    self._person_of[said.name] = found.person_id
            case "yes" | "sweep" | "strangers" if said.out:
                answers.swept(library, question, said.out)
            case "yes" | "sweep" | "strangers":
                answers.yes(library, question)
            case "somebody else":
                answers.somebody_else(library, question, self._reference(said.name))
            case _:
                answers.no(library, question)

    def _reference(self, name: str) -> str:
        return f"#{self._person_of[name]}" if name in self._person_of else name
