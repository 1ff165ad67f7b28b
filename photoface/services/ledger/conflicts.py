"""Decisions that contradict one another, with both sides and what can be done about it. Never resolved silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from photoface.domain.errors import NotFound
from photoface.domain.ledger import Contradiction
from photoface.domain.people import Face
from photoface.services.deciding import correcting, naming, person_facts, repeats
from photoface.services.ledger import claims, lifting
from photoface.services.ledger.claims import Claim, Said
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store.journal import Operation

SINGLE = 4
"""Faces that may be taken out one by one; of more, whole decisions are taken back."""


class Act(StrEnum):
    """UNDO: take back this operation. MIRROR: the photo is a mirror or collage. MERGE: the first person is the second.
    LEAVE: this face is not this person. ACCEPT: the faces may be this person after all. UNITE: they were not different
    people after all. LOOSEN: nobody knows any more that they are one person."""

    UNDO = "undo"
    MIRROR = "mirror"
    MERGE = "merge"
    LEAVE = "leave"
    ACCEPT = "accept"
    UNITE = "unite"
    LOOSEN = "loosen"


@dataclass(frozen=True, slots=True)
class Way:
    """One way out, a step that can be undone. subject: the ids it is about: of an operation, of a photo, of two people,
    of a person and faces, of a separation, of a bond. operation: that it would take back; person: its name."""

    act: Act
    subject: tuple[int, ...]
    operation: Operation | None = None
    person: str | None = None

    @property
    def key(self) -> str:
        """Names it for ``settle``, e.g. ``mirror:12``."""
        return f"{self.act}:{':'.join(map(str, self.subject))}"


@dataclass(frozen=True, slots=True)
class Clash:
    """why, subject: as of a Contradiction. together: what holds the faces together; apart: what keeps them apart."""

    why: str
    subject: int
    faces: tuple[Face, ...]
    together: tuple[Claim, ...]
    apart: tuple[Claim, ...]
    ways: tuple[Way, ...]


def conflicts(library: Library) -> list[Clash]:
    """All of the library, as it is now."""
    with library.db.consistent():
        return clashes(library, contradictions_of(library))


def contradictions_of(library: Library, faces: Iterable[int] | None = None) -> tuple[Contradiction, ...]:
    """Those that these faces have a part in, or all."""
    from photoface.matching.contradictions import contradictions

    on = None if faces is None else library.ledger.held_with(faces)
    return contradictions(library.ledger.constraints(on))


def clashes(library: Library, found: Iterable[Contradiction], *, ways: bool = True) -> list[Clash]:
    """Contradictions with their decisions, and with ways out unless nobody asks for them."""
    return [_clash(library, each, ways=ways) for each in found]


def settle(library: Library, key: str) -> Outcome:
    """Takes one way out of a clash that there is now. Raises NotFound where no clash has such a way."""
    ways = {way.key: way for clash in conflicts(library) for way in clash.ways}
    if key not in ways:
        raise NotFound(f"No contradiction has the way out “{key}”; nothing was changed. See them: photoface conflicts")
    return take(library, ways[key])


def take(library: Library, way: Way) -> Outcome:
    """One step in the history (or one less)."""
    first, *more = way.subject
    if way.act is Act.UNDO:
        undone = library.journal.undo(first)
        return Outcome(undone.operation_id, f"undone: {undone.summary}")
    steps: dict[Act, Callable[[], Outcome]] = {
        Act.MIRROR: lambda: repeats.set_repeat(library, first, repeat=True),
        Act.MERGE: lambda: naming.merge(library, f"#{first}", f"#{more[0]}"),
        Act.LEAVE: lambda: correcting.reject(library, tuple(more), f"#{first}"),
        Act.ACCEPT: lambda: person_facts.accept(library, more, first),
        Act.UNITE: lambda: lifting.unite(library, first),
        Act.LOOSEN: lambda: lifting.loosen(library, first),
    }
    return steps[way.act]()


def _clash(library: Library, found: Contradiction, *, ways: bool) -> Clash:
    one, other, apart = _sides(library, found)
    together = claims.holding(library, one, other)
    out = _ways(library, found, together, apart) if ways else []
    faces = tuple(library.faces.by_ids(found.faces))
    return Clash(found.why, found.subject, faces, tuple(together), tuple(apart), tuple(out))


def _sides(library: Library, found: Contradiction) -> tuple[list[int], list[int], list[Claim]]:
    """The faces of both sides, and what keeps them apart."""
    faces, subject = found.faces, found.subject
    if found.why == "photo":
        return [faces[0]], list(faces[1:]), [Claim(Said.PHOTO, faces, subject)]
    if found.why == "rejected":
        out = sorted(face for face, person in library.ledger.rejections(faces) if person == subject)
        return _without(faces, out), out, claims.who_is_not(library, out, subject)
    if found.why == "person":
        owner = library.ledger.owners(faces)
        one = [face for face in faces if owner[face] == subject]
        people = sorted({*owner.values()})
        apart = [
            claim
            for person in people
            for claim in claims.who_is(library, (face for face in faces if owner[face] == person), person)
        ]
        return one, _without(faces, one), apart
    sides = library.ledger.separations(faces)[subject]
    return list(sides[0]), list(sides[1]), [claims.are_different(library, subject, sides)]


def _without(faces: Sequence[int], out: Sequence[int]) -> list[int]:
    return [face for face in faces if face not in set(out)]


def _ways(library: Library, found: Contradiction, together: Sequence[Claim], apart: Sequence[Claim]) -> list[Way]:
    ways = [*_by_rule(found, apart), *(way for claim in together for way in _out_of(claim, found))]
    operations = {claim.operation: None for claim in (*together, *apart) if claim.operation is not None}
    free = (each for each in operations if library.journal.blocker(each.operation_id) is None)
    return [*ways, *(Way(Act.UNDO, (each.operation_id,), each) for each in free)]


def _by_rule(found: Contradiction, apart: Sequence[Claim]) -> list[Way]:
    """The faces are one person after all."""
    match found.why:
        case "photo":
            return [Way(Act.MIRROR, (found.subject,))]
        case "rejected":
            faces = tuple(face for claim in apart for face in claim.faces)
            return [Way(Act.ACCEPT, (found.subject, *faces), person=apart[0].person)]
        case "person":
            target = apart[0]
            others = {claim.subject: None for claim in apart if claim.subject != target.subject}
            return [Way(Act.MERGE, (other, target.subject), person=target.person) for other in others]
        case _:
            return [Way(Act.UNITE, (found.subject,))]


def _out_of(claim: Claim, found: Contradiction) -> list[Way]:
    """The faces are not one person after all."""
    if claim.said is Said.SAME:
        return [Way(Act.LOOSEN, (claim.subject,))]
    faces = [face for face in claim.faces if face in found.faces]
    return [Way(Act.LEAVE, (claim.subject, face), person=claim.person) for face in faces if len(found.faces) <= SINGLE]
