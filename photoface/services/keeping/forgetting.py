"""Deleting all face data of a library, for good: the one thing that cannot be undone, and says so before."""

from __future__ import annotations

from dataclasses import dataclass

from photoface.services.library import Library
from photoface.store import erasing
from photoface.store.backup import remove_all, snapshots


@dataclass(frozen=True, slots=True)
class FaceData:
    """What there is to forget. people: named ones; decisions: steps of the history; snapshots: whole copies."""

    faces: int
    people: int
    groups: int
    decisions: int
    snapshots: int


def face_data(library: Library) -> FaceData:
    """How much of it there is."""
    faces, people, groups, decisions = erasing.count(library.db)
    return FaceData(faces, people, groups, decisions, len(snapshots(library.folder)))


def forget_faces(library: Library, *, with_snapshots: bool) -> FaceData:
    """Deletes faces, embeddings, pictures, groups, people, corrections and the history; what it was.

    The folders are not indexed any more, or all of it would be back after the next start. The photos are not touched.
    The files are written anew without what was deleted. Snapshots hold it still, unless they are deleted too.
    """
    gone = face_data(library)
    erasing.erase_faces(library.db)
    library.thumbs.erase()
    if with_snapshots:
        remove_all(library.folder)
    return gone
