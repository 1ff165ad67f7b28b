"""People, groups, photos and faces as docs/cli.md describes them: JSON objects, and cells of a table."""

from __future__ import annotations

from photoface.cli.common import path_fields, shown
from photoface.domain.people import Face, Group, Person, Photo


def face_row(face: Face) -> dict[str, object]:
    """A face as docs/cli.md describes it."""
    return {
        "face_id": face.face_id,
        **path_fields(face.path),
        "box": [round(value, 1) for value in (face.box.x, face.box.y, face.box.width, face.box.height)],
        "score": round(face.score, 4),
        "quality": round(face.quality, 4),
        "cluster_id": face.cluster_id,
        "person_id": face.person_id,
        "person": face.person,
        "state": face.state.value,
    }


def face_cells(face: Face) -> tuple[object, ...]:
    group = "" if face.cluster_id is None else face.cluster_id
    return face.face_id, group, face.person or "", face.state.value, f"{face.quality:.2f}", shown(face.path)


def person_row(person: Person) -> dict[str, object]:
    return {
        "kind": "person",
        "person_id": person.person_id,
        "name": person.name,
        "faces": person.confirmed + person.named + person.suggested,
        "confirmed": person.confirmed,
        "named": person.named,
        "suggested": person.suggested,
        "photos": person.photos,
        "cover_face_id": person.cover_face_id,
        "hidden": person.hidden,
    }


def group_row(group: Group) -> dict[str, object]:
    return {
        "kind": "group",
        "cluster_id": group.cluster_id,
        "faces": group.faces,
        "photos": group.photos,
        "cover_face_id": group.cover_face_id,
    }


def photo_row(photo: Photo) -> dict[str, object]:
    return {
        "photo_id": photo.photo_id,
        **path_fields(photo.path),
        "files": photo.files,
        "width": photo.width,
        "height": photo.height,
        "taken": photo.taken,
        "faces": photo.faces,
        "people": list(photo.people),
        "damaged": photo.damaged,
    }
