"""Faces that were taken twice, in copies and shots within seconds: told, and no evidence for any rate."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from photoface.domain.dates import DateSource, Taken
from photoface.domain.faces import Detection, FaceAnalysis
from photoface.domain.geometry import Box, Size
from photoface.services.calibration import calibrating
from photoface.services.calibration.calibrating import calibrated, known_faces, last_calibration
from photoface.services.calibration.retaking import again, moments
from photoface.services.deciding.correcting import assign
from photoface.services.photos import twins
from photoface.services.photos.twins import keep_apart
from photoface.store.photos import Photos
from photoface.vision.likeness import likeness
from photoface.vision.previews import THUMBNAIL_SIDE, packed, reduced
from tests.builders import astronaut, encoded, noise
from tests.store.building import analysis
from tests.world import JPEG, World, person_vector

PLACES = (Box(0.1, 0.2, 0.3, 0.4), Box(0.6, 0.5, 0.3, 0.4))


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "in_child", lambda function, *args: function(*args))


def put(w: World, name: str, image: Image.Image, people: str = "A B", taken: str | None = None, **looks: float) -> int:
    """A photo of this picture and people, as indexing stores it. looks: spread, how far a shot strays; quality."""
    photos, path = Photos(w.library.db), bytes(w.photos / name)
    small = reduced(image.convert("RGB"), THUMBNAIL_SIDE)
    faces = [(who, name, box) for who, box in zip(people.split(), PLACES, strict=False)]
    seen = replace(
        analysis(path, *(_face(*each, image.size, **looks) for each in faces)),
        size=Size(*image.size),
        taken=None if taken is None else Taken(taken, DateSource.EXIF),
        embedders=("retail-0095",),
        thumbnail=packed(small, None),
        likeness=likeness(small),
    )
    saved = photos.save_analysis(photos.add_folder(bytes(w.photos)).folder_id, seen, 1000 + image.width, 2)
    w.library.thumbs.save(saved, seen)
    return saved.photo_id


def _face(
    who: str, shot: str, box: Box, size: tuple[int, int], *, spread: float = 0.1, quality: float = 0.9
) -> FaceAnalysis:
    width, height = size
    where = Box(box.x * width, box.y * height, box.width * width, box.height * height)
    vector = person_vector(who, shot, 256, spread)
    return FaceAnalysis(Detection(where, np.zeros((5, 2), np.float32), 0.9), quality, {"retail-0095": vector}, JPEG)


def moved(image: Image.Image) -> Image.Image:
    """The next shot: part of the picture is somewhere else."""
    changed = image.copy()
    changed.paste(image.crop((150, 50, 300, 200)), (170, 60))
    return changed


def compressed(image: Image.Image, quality: int) -> Image.Image:
    return Image.open(BytesIO(encoded(image, quality=quality))).convert("RGB")


def found(w: World):
    twins.find_twins(w.library)
    return calibrated(w.library).retaken


def test_faces_of_copies_are_pairs_for_nothing(w: World) -> None:
    assert found(w) is None
    put(w, "large.jpg", astronaut())
    put(w, "small.jpg", astronaut().resize((256, 256)))
    put(w, "poor.jpg", compressed(astronaut(), 40))
    put(w, "other.jpg", noise(512, 512))
    told = found(w)
    assert (told.photos, told.faces, told.found, told.pairs) == (2, 8, 8, 4)
    assert 0 < told.median <= told.most < 0.3
    assert told.missed == told.low == 0
    assert not told.poor


def test_shots_within_seconds_are_too_where_they_look_alike(w: World) -> None:
    first = put(w, "1.jpg", astronaut(), taken="2020-01-02T03:04:05")
    second = put(w, "2.jpg", moved(astronaut()), taken="2020-01-02T03:04:07")
    put(w, "3.jpg", noise(512, 512), taken="2020-01-02T03:04:07")
    put(w, "later.jpg", moved(astronaut()).resize((256, 256)), taken="2020-01-02T03:04:11")
    twins.find_twins(w.library)
    assert (first, second) in moments(w.library.db)
    assert not twins.twin_groups(w.library) or first not in {each.first_id for each in twins.twin_groups(w.library)}
    assert found(w).pairs >= 2


@pytest.mark.parametrize("taken", ["2020-01-02", "2020-01-02T03:04:08", None])
def test_other_shots_are_other_moments(w: World, taken: str | None) -> None:
    put(w, "1.jpg", astronaut(), taken="2020-01-02T03:04:05")
    put(w, "2.jpg", moved(astronaut()), taken=taken)
    assert found(w) is None


def test_who_was_found_once_only_counts_against_the_detector(w: World) -> None:
    put(w, "large.jpg", astronaut(), "A B")
    put(w, "small.jpg", astronaut().resize((256, 256)), "A")
    told = found(w)
    assert (told.faces, told.found, told.pairs) == (3, 2, 1)


def test_poor_faces_are_not_judged(w: World) -> None:
    put(w, "large.jpg", astronaut(), "A B")
    put(w, "small.jpg", astronaut().resize((256, 256)), "A B", quality=0.1)
    told = found(w)
    assert (told.faces, told.found, told.pairs) == (2, 2, 0)
    assert (told.low, told.high) == (0, 1)


def test_two_people_by_a_humans_word_are_no_pair(w: World) -> None:
    put(w, "large.jpg", astronaut(), "A B")
    put(w, "small.jpg", astronaut().resize((256, 256)), "A B")
    assign(w.library, (w.faces_of("large.jpg")[0],), "Anna")
    assign(w.library, (w.faces_of("small.jpg")[0],), "Ben")
    assert found(w).pairs == 1


def test_photos_that_a_human_told_apart_are_no_copies(w: World) -> None:
    one, other = put(w, "large.jpg", astronaut()), put(w, "small.jpg", astronaut().resize((256, 256)))
    keep_apart(w.library, [one, other])
    assert found(w) is None


def test_a_library_whose_copies_are_strangers_says_so(w: World) -> None:
    for number in range(8):
        picture = noise(300, 200, seed=number)
        put(w, f"{number}.png", picture, spread=3.0)
        put(w, f"{number}.jpg", compressed(picture, 95), spread=3.0)
    told = found(w)
    assert told.pairs >= 8
    assert told.missed > 0.5
    assert told.poor


def test_copies_move_no_rate(w: World) -> None:
    for number in range(6):
        put(w, f"{number}.png", noise(300, 200, seed=number), "A B" if number % 2 else "C D")
    before = known_faces(w.library.db, w.library.embedding().parts)
    plain = calibrated(w.library)
    for number in range(3):
        put(w, f"{number} copy.jpg", compressed(noise(300, 200, seed=number), 95), spread=0.01)
    told = found(w)
    assert told.pairs == 6
    twice = again(moments(w.library.db))
    after = known_faces(w.library.db, w.library.embedding().parts, twice)
    assert np.array_equal(before.vectors, after.vectors)
    assert np.array_equal(before.photo, after.photo)
    assert last_calibration(w.library).rates == plain.rates
    assert last_calibration(w.library).faces == plain.faces + 6


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] != pair[1])))
def test_of_each_moment_exactly_one_photo_counts(pairs: list[tuple[int, int]]) -> None:
    twice, moment = again(pairs), {photo: photo for pair in pairs for photo in pair}
    for _ in moment:
        for one, other in pairs:
            moment[one] = moment[other] = min(moment[one], moment[other])
    assert set(moment) - twice == set(moment.values())


def test_an_estimate_of_an_older_version_is_read(w: World) -> None:
    put(w, "large.jpg", astronaut())
    calibrated(w.library)
    (text,) = w.library.db.row("SELECT content FROM calibration")
    older = {key: value for key, value in json.loads(text).items() if key != "retaken"}
    with w.library.db.transaction():
        w.library.db.execute("UPDATE calibration SET content = ?", [json.dumps(older)])
    assert last_calibration(w.library).retaken is None
