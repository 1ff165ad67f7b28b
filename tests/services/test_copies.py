"""Copies that were edited or exported anew: who is in them is offered by the photo they look like, never guessed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoface.domain.faces import Detection, FaceAnalysis
from photoface.domain.geometry import Box, Size
from photoface.services.deciding import correcting, naming
from photoface.services.photos import copies, twins
from photoface.services.review import answers
from photoface.services.review.question import Kind, Question
from photoface.services.review.questions import review
from photoface.store.photos import Photos
from photoface.vision.likeness import likeness
from photoface.vision.previews import THUMBNAIL_SIDE, packed, reduced
from tests.builders import astronaut
from tests.store.building import analysis
from tests.world import JPEG, World, person_vector

PLACE = Box(0.2, 0.2, 0.3, 0.4)
ELSEWHERE = Box(0.6, 0.5, 0.3, 0.4)


def put(w: World, name: str, image: Image.Image, *people: str, places: tuple[Box, ...] = (PLACE, ELSEWHERE)) -> int:
    """A photo of this picture with these people in it, as indexing stores it; its first face."""
    photos, path = Photos(w.library.db), bytes(w.photos / name)
    small = reduced(image.convert("RGB"), THUMBNAIL_SIDE)
    faces = [_face(who, name, place, image.size) for who, place in zip(people, places, strict=False)]
    seen = replace(
        analysis(path, *faces, detector="centerface"),
        size=Size(*image.size),
        embedders=("retail-0095",),
        thumbnail=packed(small, None),
        likeness=likeness(small),
    )
    saved = photos.save_analysis(photos.add_folder(bytes(w.photos)).folder_id, seen, 1000, 2)
    w.library.thumbs.save(saved, seen)
    return saved.face_ids[0]


def _face(who: str, shot: str, place: Box, size: tuple[int, int]) -> FaceAnalysis:
    box = Box(place.x * size[0], place.y * size[1], place.width * size[0], place.height * size[1])
    vector = person_vector(who, shot, 256, 0.1)
    return FaceAnalysis(Detection(box, np.zeros((5, 2), np.float32), 0.9), 0.9, {"retail-0095": vector}, JPEG)


def gone(w: World, name: str) -> None:
    w.library.photos.mark_missing([bytes(w.photos / name)])


def look(w: World) -> None:
    """What a run does at its end."""
    twins.find_twins(w.library)
    copies.find_originals(w.library)


def asked(w: World) -> list[Question]:
    return [one for one in review(w.library) if one.kind is Kind.SWEEP]


def lighter(image: Image.Image) -> Image.Image:
    return image.point([min(255, round(value * 1.08)) for value in range(256)] * 3)


@pytest.fixture
def original(w: World) -> int:
    """Anna's face in a photo."""
    face = put(w, "original.jpg", astronaut(), "A")
    correcting.assign(w.library, (face,), "Anna")
    return face


@pytest.mark.parametrize("stays", [True, False])
def test_who_is_in_a_copy_is_asked_and_one_answer_settles_it(w: World, original: int, stays: bool) -> None:
    copy = put(w, "export.jpg", lighter(astronaut()).resize((300, 300)), "A")
    if not stays:
        gone(w, "original.jpg")
    look(w)
    assert w.library.faces.get(copy).person is None
    (question,) = asked(w)
    assert (question.person.name, question.faces) == ("Anna", (copy,))
    answers.yes(w.library, question)
    assert w.library.faces.get(copy).person == "Anna"
    assert copies.offers(w.library) == {}
    assert not asked(w)


def test_what_was_said_is_not_asked_again(w: World, original: int) -> None:
    copy = put(w, "export.jpg", lighter(astronaut()), "A")
    look(w)
    answers.no(w.library, asked(w)[0])
    assert not asked(w)
    w.library.journal.undo()
    assert asked(w)[0].faces == (copy,)
    answers.unsure(w.library, asked(w)[0])
    assert not asked(w)


def test_another_face_in_that_place_or_the_person_elsewhere_is_not_offered(w: World, original: int) -> None:
    put(w, "retouched.jpg", lighter(astronaut()), "B")
    put(w, "moved.jpg", lighter(astronaut()).resize((400, 400)), "A", places=(ELSEWHERE,))
    look(w)
    assert copies.offers(w.library) == {}


def test_in_an_edited_copy_that_was_cut_a_face_is_offered_wherever_it_is(w: World, original: int) -> None:
    cut = put(w, "original-edited.jpg", astronaut().crop((100, 50, 400, 300)), "B", "A")
    look(w)
    (question,) = asked(w)
    assert (question.person.name, question.faces) == ("Anna", (cut + 1,))


def test_where_two_originals_say_two_people_both_are_asked(w: World, original: int) -> None:
    other = put(w, "other.jpg", astronaut().resize((400, 400)), "A")
    correcting.assign(w.library, (other,), "Hanna")
    copy = put(w, "export.jpg", lighter(astronaut()).resize((300, 300)), "A")
    look(w)
    anna, hanna = (w.library.people.find(name).person_id for name in ("Anna", "Hanna"))
    assert copies.offers(w.library) == {anna: (copy,), hanna: (copy,)}
    assert w.library.faces.get(copy).person is None


def test_photos_that_were_told_apart_offer_nothing(w: World, original: int) -> None:
    copy = put(w, "export.jpg", lighter(astronaut()), "A")
    look(w)
    twins.keep_apart(w.library, [w.library.faces.get(each).photo_id for each in (original, copy)])
    gone(w, "original.jpg")
    look(w)
    assert copies.offers(w.library) == {}


def test_a_photo_that_is_replaced_keeps_its_names_for_when_it_is_back(family: World, tmp_path: Path) -> None:
    naming.name_group(family.library, family.group_of("c.jpg"), "Chris")
    was = (family.photos / "c.jpg").read_bytes()
    before = family.faces_of("c.jpg")
    (family.photos / "c.jpg").write_text("B|another photo altogether")
    family.index()
    assert family.faces_of("c.jpg") != before
    assert family.who()["c.jpg"] != ["Chris"]
    (family.photos / "found again.jpg").write_bytes(was)
    family.index()
    assert family.faces_of("found again.jpg") == before
    assert family.who()["found again.jpg"] == ["Chris"]
