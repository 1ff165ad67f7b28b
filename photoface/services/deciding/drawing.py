"""Faces that the machine missed or misplaced: a human draws, moves or removes their boxes, as decisions.

What is in such a box is looked at afterwards by an analyzer (``look``): with landmarks it is compared like any face,
but never founds a group; without, it only has the name that a human gives it.
"""

from __future__ import annotations

from photoface.domain.errors import BadRequest, ModelsMissing, NotFound
from photoface.domain.faces import FOUNDING_QUALITY, BoxAnalysis
from photoface.domain.geometry import Box, Size
from photoface.domain.people import Face, FaceState
from photoface.services.deciding import correcting
from photoface.services.deciding.naming import decide, new_person
from photoface.services.deciding.references import clean_name, somebody
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.store import drawn_faces
from photoface.store.drawn_faces import Drawn

SMALLEST = 8.0
"""Pixels along each side of a box; smaller ones are slips of the hand."""

QUALITY = FOUNDING_QUALITY - 0.01
"""What a face counts for at most that the machine found only where a human pointed at."""


def draw(library: Library, photo_id: int, box: Box, person: str = "") -> Outcome:
    """A face where the machine found none. ``face_id`` of the outcome is the new one. person: a name or #number, whom
    it is confirmed to be in the same step."""
    place = _inside(box, _size(library, photo_id))
    known = somebody(person, library.people) if person else None
    title = known.name if known else clean_name(person) if person else ""
    what, done = ("draw a box around 1 face", "a box drawn around 1 face")
    if title:
        what, done = f"{what}: {title}", f"{done}: {title}"
    with library.journal.operation("draw", what) as record:
        face_id = int(record.put("face", {"photo_id": photo_id, **_columns(place), "drawn": 1})["id"])
        person_id = known.person_id if known else new_person(record, title) if title else None
        if person_id is not None:
            decide(record, library.faces.by_ids([face_id]), FaceState.CONFIRMED, person_id)
    return Outcome(record.operation_id, done, 1, person_id, face_id=face_id)


def move(library: Library, face_id: int, box: Box) -> Outcome:
    """The face is here; from now on its box is the human's, and no indexing moves it. Who it is stays as decided."""
    face = library.faces.get(face_id)
    place = _inside(box, _size(library, face.photo_id))
    if place == face.box:
        return Outcome(None, "the box is there already; nothing was changed")
    with library.journal.operation("move", "move the box of 1 face") as record:
        record.put("face", {"id": face_id, **_columns(place), "drawn": 1})
        if place.iou(face.box) == 0 and not face.state.decided:
            library.groups.place({face_id: None}, record)  # whoever is there now, the guess was about somebody else
    return Outcome(record.operation_id, "the box of 1 face moved", 1, face.person_id)


def erase(library: Library, face_id: int) -> Outcome:
    """A box that a human drew goes; one that the machine found is marked as not a face, so that it stays away."""
    face = library.faces.get(face_id)
    if face_id not in drawn_in(library, face.photo_id).ids:
        return correcting.set_aside(library, [face], FaceState.NOT_A_FACE)
    # The row stays, as no face: so undo brings back all that is known of it, and nothing that hangs on it is lost.
    with library.journal.operation("erase", "remove the box of 1 face") as record:
        decide(record, [face], FaceState.NOT_A_FACE, None)
        library.groups.place({face_id: None}, record)
    return Outcome(record.operation_id, "the box of 1 face removed", 1)


def drawn_in(library: Library, photo_id: int) -> Drawn:
    """Which faces of a photo were drawn, and which wait to be looked at."""
    models, detector = _models(library)
    return drawn_faces.drawn_in(library.db, photo_id, models, detector)


def unread(library: Library) -> list[Face]:
    """Drawn faces of present photos that were not looked at with the present models, e.g. after a change of models."""
    with library.db.consistent():
        ids = {face for photo in drawn_faces.photos_with_drawn(library.db) for face in drawn_in(library, photo).unread}
        faces = library.faces.by_ids(sorted(ids))
        present = {photo.photo_id for photo in library.photos.list(photo_ids=[face.photo_id for face in faces])}
    return [face for face in faces if face.photo_id in present and face.state is not FaceState.NOT_A_FACE]


def _models(library: Library) -> tuple[tuple[str, ...], str]:
    """Embedders and detector; none before the first index."""
    try:
        embedding = library.embedding()
    except ModelsMissing:
        return (), ""
    return embedding.atoms, embedding.detector


def keep_seen(library: Library, face_id: int, box: Box, seen: BoxAnalysis) -> bool:
    """Keep what an analyzer saw in the box of a face. Whether the face counts as looked at now.

    It does not when its box has moved meanwhile, or the face is gone; nor when nothing is seen in a box that a detector
    found: that keeps what it has.
    """
    try:
        face = library.faces.get(face_id)
    except NotFound:  # its drawing was undone
        return False
    if face.box != box:
        return False
    library.thumbs.put(faces=[(face_id, seen.crop)])
    return _keep(library, face, seen)


def _keep(library: Library, face: Face, seen: BoxAnalysis) -> bool:
    drawn, detector = face.face_id in drawn_in(library, face.photo_id).ids, _models(library)[1]
    if seen.face is not None and drawn_faces.shows(face.box, seen.face.detection.landmarks):
        quality = min(seen.face.quality, QUALITY) if drawn else seen.face.quality
        drawn_faces.save_seen(library.db, face.face_id, seen.face, quality, detector)
        return True
    if drawn:
        drawn_faces.forget_seen(library.db, face.face_id, drawn_faces.empty_note(detector, face.box))
    return drawn


def _size(library: Library, photo_id: int) -> Size:
    found = library.photos.list(photo_ids=[photo_id], missing=True)
    if not found:
        raise NotFound("This photo is not in the library any more. Nothing was changed.")
    return Size(found[0].width, found[0].height)


def _inside(box: Box, photo: Size) -> Box:
    """The part of the box that is in the photo. Raises BadRequest where that is next to nothing."""
    left, top = max(box.x, 0.0), max(box.y, 0.0)
    right, low = min(box.x + box.width, float(photo.width)), min(box.y + box.height, float(photo.height))
    if right - left < SMALLEST or low - top < SMALLEST:
        raise BadRequest("This box is too small for a face; nothing was changed. Draw it around the whole face.")
    return Box(left, top, right - left, low - top)


def _columns(box: Box) -> dict[str, float]:
    return {"x": float(box.x), "y": float(box.y), "width": float(box.width), "height": float(box.height)}
