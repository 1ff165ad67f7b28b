"""From what files say to what would be decided. Nothing that a human decided here is touched: that is asked instead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from photoface.domain.decisions import Decisions, FaceRecord, PhotoRecord
from photoface.domain.errors import BadRequest
from photoface.domain.geometry import Box, Size
from photoface.domain.people import FaceState
from photoface.domain.tags import NameTag, tag_name
from photoface.services.deciding.references import clean_name
from photoface.services.importing.matching import match_boxes
from photoface.services.importing.people_index import PeopleIndex
from photoface.services.importing.photo_plan import PhotoPlan
from photoface.services.importing.values import ImportPlan, PersonKey, Place, PlannedFace, PlannedQuestion
from photoface.services.importing.wheres import worth_asking
from photoface.services.library import Library
from photoface.store import decided
from photoface.store.decided import StoredPhoto
from photoface.store.name_questions import NameQuestion, list_questions

SMALLEST = 8.0
"""Pixels along each side of a box that is drawn, as in services.drawing."""

FOLDER = "folder"
"""Origin of a name that is a folder's: said of all photos in it, and not of each."""

PHOTOFACE = "photoface"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one photo. record: photoface's own; source: numbers of its document, and of the photo in it."""

    photo_id: int
    tags: tuple[NameTag, ...] = ()
    record: PhotoRecord | None = None
    source: tuple[int, int] = (-1, -1)


class Planner:
    """Takes one photo after the other; ``plan`` is what came out."""

    def __init__(self, library: Library, documents: Sequence[Decisions] = ()) -> None:
        self._db = library.db
        self.people = PeopleIndex(library, documents)
        self._photos = decided.stored_photos(library.db)
        self._waiting = list_questions(library.db)
        self._asked = {each.subject for each in list_questions(library.db, answered=True)}
        self._faces: list[PlannedFace] = []
        self._questions: list[PlannedQuestion] = []
        self._refs: dict[tuple[int, int, int], int] = {}
        self._reasons = {key: reason for each in documents for key, reason in each.reasons.items()}
        self._repeats: list[int] = []
        self._dates: list[tuple[int, str, str]] = []
        self._apart: list[tuple[int, int]] = []
        self._ids, self._known_apart = (
            decided.photo_ids_by_identity(library.db),
            frozenset(decided.told_apart(library.db)),
        )
        self._refused: set[str] = set()
        self._unplaced = self._told = self._kept = 0
        self._same: set[tuple[int, int | PersonKey]] = set()  # photo, and its face or somebody in it

    def take(self, told: Told) -> None:
        """One photo; each only once."""
        stored = self._photos.get(told.photo_id)
        if stored is None or not (told.tags or told.record):
            return
        self._told += 1
        photo = PhotoPlan.of(stored, decided.people_in_photo(self._db, told.photo_id))
        told_as = self._take_record(photo, told.record) if told.record is not None else {}
        self._take_boxes(photo, [tag for tag in told.tags if tag.box is not None])
        self._take_names(photo, [tag for tag in told.tags if tag.box is None])
        positions = {index: len(self._faces) + at for at, index in enumerate(photo.planned)}
        self._faces += photo.planned.values()
        for at, index in told_as.items():
            self._refs[(*told.source, at)] = positions[index]

    def plan(self, photos: int, doubts: Mapping[bytes, str], whole: Sequence[Decisions] = ()) -> ImportPlan:
        """photos: how many were asked; whole: documents of which also settings, answers and reviews count."""
        used = {face.person for face in self._faces}
        used |= {key for face in self._faces for key in (*face.rejected, *face.covers)}
        if whole:
            self.people.everybody()
            used |= set(self.people.planned)
        questions, later = worth_asking(self._questions, self._waiting)
        return ImportPlan(
            {key: person for key, person in self.people.planned.items() if key in used},
            tuple(self._faces),
            tuple(questions),
            tuple(self._repeats),
            tuple(self._dates),
            tuple(self._apart),
            tuple(whole),
            self._refs,
            self._reasons,
            self.people.uuids(),
            photos,
            self._told,
            len(self._same),
            self._kept,
            self._unplaced,
            later,
            refused=frozenset(self._refused),
            doubts=doubts,
        )

    def _take_record(self, photo: PhotoPlan, record: PhotoRecord) -> dict[int, int]:
        """Index of a face in the record -> its index in the photo."""
        boxes = [_scaled(face.box, record.size, photo.photo.size) for face in record.faces]
        found = match_boxes(boxes, photo.faces, loosely=False)
        for at, face in enumerate(record.faces):
            if at not in found and _means_something(face):
                found[at] = photo.draw(boxes[at], drawn=face.drawn, retired=face.retired)
            if at in found:
                self._take_face(photo, found[at], face, boxes[at])
        self._take_whole(photo.photo, record)
        return found

    def _take_whole(self, photo: StoredPhoto, record: PhotoRecord) -> None:
        """What was said of the photo itself; a date that a human gave here stays."""
        if record.repeat and not photo.repeat:
            self._repeats.append(photo.photo_id)
        if record.taken is not None and photo.taken is None:
            self._dates.append((photo.photo_id, record.taken, record.words))
        others = (self._ids.get(each) for each in record.apart)
        pairs = [(min(photo.photo_id, other), max(photo.photo_id, other)) for other in others if other is not None]
        self._apart += [pair for pair in pairs if pair not in self._known_apart and pair[0] != pair[1]]

    def _take_face(self, photo: PhotoPlan, index: int, face: FaceRecord, box: Box) -> None:
        known = photo.faces[index]
        before = photo.planned.get(index) or PlannedFace(photo.place(index))
        if face.drawn and not known.drawn:  # a human said where it is, and here nobody did
            before = replace(before, place=Place(photo.photo.photo_id, known.face_id, box, drawn=True, moved=True))
        rejected = [key for uuid in face.rejected if (key := self.people.of_uuid(uuid)) is not None]
        covers = [key for uuid in face.covers if (key := self.people.of_uuid(uuid)) is not None]
        photo.planned[index] = replace(
            before,
            rejected=tuple(key for key in rejected if self._may_reject(photo, index, key)),
            covers=tuple(covers),
            separations=face.separations,
            bonds=face.bonds,
        )
        person = None if face.person is None else self.people.of_uuid(face.person)
        if person is not None or face.state in (FaceState.IGNORED, FaceState.NOT_A_FACE):
            name = "" if person is None else self.people.name_of(person)
            self._decide(photo, index, (FaceState(str(face.state)), person), NameTag(name, box, PHOTOFACE, PHOTOFACE))

    def _may_reject(self, photo: PhotoPlan, index: int, person: PersonKey) -> bool:
        person_id, verdict = self.people.planned[person].person_id, photo.verdict(index)
        return not photo.rejects(index, person_id) and (verdict is None or verdict[1] != person_id or person_id is None)

    def _take_boxes(self, photo: PhotoPlan, tags: Sequence[NameTag]) -> None:
        boxes = [_pixels(tag.box, photo.photo.size) for tag in tags if tag.box is not None]
        found, said = match_boxes(boxes, photo.faces), defaultdict[int, list[NameTag]](list)
        for at, tag in enumerate(tags):
            rival = next((o for o in range(at) if boxes[o].iou(boxes[at]) >= 0.5 and o in found), None)  # one place
            if at in found:
                said[found[at]].append(tag)
            elif rival is not None:
                said[found[rival]].append(tag)
            elif min(boxes[at].width, boxes[at].height) >= SMALLEST:
                found[at] = photo.draw(boxes[at])
                said[found[at]].append(tag)
            else:
                self._take_names(photo, [replace(tag, box=None)])
        for index, names in said.items():
            self._take_face_tags(photo, index, names)

    def _take_face_tags(self, photo: PhotoPlan, index: int, tags: Sequence[NameTag]) -> None:
        people = {key: tag for tag in tags if (key := self._person(photo, index, tag)) is not None}
        if len(people) == 1:
            [(person, tag)] = people.items()
            self._decide(photo, index, (FaceState.NAMED, person), tag)
        for tag in people.values() if len(people) > 1 else ():
            self._ask("two_names", photo, index, tag)
        if photo.face_id(index) is None and photo.planned[index].state is None:
            photo.planned.pop(index)  # nobody can be told yet: the box is drawn when it is

    def _take_names(self, photo: PhotoPlan, tags: Sequence[NameTag]) -> None:
        """A name without a place is that of the only face, if it is the only name; else somebody has to say."""
        here = self._who_is_here(photo)
        people = [(tag, self._person(photo, None, tag)) for tag in tags]
        missing = [tag for tag, key in people if key is not None and key not in here]
        told = {key for key in here if not any(face.person == key for face in photo.planned.values())}
        self._same |= {(photo.photo.photo_id, key) for _, key in people if key is not None and key in told}
        free = list(photo.undecided())
        if len(missing) == 1 and len(free) == 1 and photo.in_sight() == 1:
            key = self._person(photo, free[0], missing[0])
            assert key is not None
            self._decide(photo, free[0], (FaceState.NAMED, key), missing[0])
            return
        for tag in missing:
            if free and tag.origin != FOLDER:
                self._ask("where", photo, None, tag)
            else:
                self._unplaced += 1

    def _who_is_here(self, photo: PhotoPlan) -> set[PersonKey]:
        decided_here = {f"#{person}" for _, person in photo.people.verdicts.values() if person is not None}
        return decided_here | {face.person for face in photo.planned.values() if face.person is not None}

    def _decide(self, photo: PhotoPlan, index: int, wanted: tuple[FaceState, PersonKey | None], tag: NameTag) -> None:
        """Unless a human decided otherwise here, or another file says so."""
        (state, person), verdict, planned = wanted, photo.verdict(index), photo.planned.get(index)
        person_id = None if person is None else self.people.planned[person].person_id
        if planned is not None and planned.state is not None:
            if planned.person != person and person is not None:
                self._ask("two_names" if planned.person else "set_aside", photo, index, tag, self._name(planned.person))
        elif verdict is None and photo.rejects(index, person_id):
            self._ask("rejected", photo, index, tag)
        elif verdict is None:
            photo.decide(index, state, person, tag.origin, tag.tool)
        elif (verdict[1] is not None and verdict[1] == person_id) or (person is None and verdict[0] is state):
            self._same.add((photo.photo.photo_id, index))
        elif person is None:
            self._kept += 1
        else:
            here = self._name(None if verdict[1] is None else self.people.known(verdict[1]))
            self._ask("set_aside" if verdict[1] is None else "other", photo, index, tag, here)

    def _name(self, person: PersonKey | None) -> str:
        return "" if person is None else self.people.name_of(person)

    def _person(self, photo: PhotoPlan, index: int | None, tag: NameTag) -> PersonKey | None:
        """Who is meant; None where that has to be asked, or where the text can be no name."""
        try:
            name = clean_name(tag_name(tag.name))
        except BadRequest:
            self._refused.add(tag.name)
            return None
        found = self.people.of_name(name)
        if found is None:
            self._ask("ambiguous", photo, index, tag)
        return found

    def _ask(self, kind: str, photo: PhotoPlan, index: int | None, tag: NameTag, here: str = "") -> None:
        face_id = None if index is None else photo.face_id(index)
        box = None if tag.box is None else _pixels(tag.box, photo.photo.size)
        if tag.origin == PHOTOFACE:
            box = tag.box
        name, who = tag_name(tag.name), tag.tool or tag.origin
        asked = NameQuestion(0, kind, photo.photo.photo_id, face_id, box, name, None, who)
        if asked.subject not in self._asked:
            self._asked.add(asked.subject)
            self._questions.append(PlannedQuestion(asked, here, sum(1 for _ in photo.undecided())))


def _means_something(face: FaceRecord) -> bool:
    return face != FaceRecord(face.box, retired=face.retired)


def _pixels(box: Box | None, photo: Size) -> Box:
    assert box is not None
    return Box(box.x * photo.width, box.y * photo.height, box.width * photo.width, box.height * photo.height)


def _scaled(box: Box, told: Size, here: Size) -> Box:
    """A box of the same photo in another size; exactly the same in the same one."""
    if told == here:
        return box
    across, down = here.width / told.width, here.height / told.height
    return Box(box.x * across, box.y * down, box.width * across, box.height * down)
