"""Twenty decisions of every kind, one after the other; what they are about is found in the library."""

from __future__ import annotations

from collections.abc import Callable

from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, naming
from photoface.services.library import Library

Step = Callable[[Library], object]


def _name(name: str) -> Step:
    """The largest group without a name gets one."""
    return lambda library: naming.name_group(library, library.groups.unnamed()[0].cluster_id, name)


def _of(library: Library, name: str, count: int) -> tuple[int, ...]:
    person = library.people.find(name).person_id
    return tuple(face.face_id for face in library.faces.list(person_id=person, missing=True) if face.state.decided)[
        :count
    ]


def _confirm(library: Library) -> object:
    return correcting.confirm(library, _of(library, "Ann", 3))


def _reject(library: Library) -> object:
    return correcting.reject(library, _of(library, "Ann", 2)[1:], "Ann")


def _assign(library: Library) -> object:
    return correcting.assign(library, _of(library, "Ben", 1), "Dee")


def _split(library: Library) -> object:
    return correcting.split(library, _of(library, "Ann", 4)[2:])


def _aside(library: Library) -> object:
    return correcting.set_aside(library, [library.faces.get(_of(library, "Ann", 1)[0])], FaceState.NOT_A_FACE)


def _merge_groups(library: Library) -> object:
    one, other = library.groups.unnamed()[:2]
    return naming.merge(library, str(other.cluster_id), str(one.cluster_id))


def _undo(library: Library) -> object:
    return library.journal.undo()


def _redo(library: Library) -> object:
    return library.journal.redo()


DECISIONS: tuple[Step, ...] = (
    _name("Ann"),
    _name("Ben"),
    _confirm,
    _assign,
    _reject,
    _name("Cid"),
    lambda library: naming.merge(library, "Cid", "Ben"),
    _undo,
    _redo,
    _split,
    _aside,
    lambda library: naming.rename(library, "Ben", "Benjamin"),
    _undo,
    _undo,
    _redo,
    _merge_groups,
    _undo,
    lambda library: naming.merge(library, "Dee", "Ann"),
    _name("Eve"),
    _undo,
)
