"""Photos that look the same are shown as one; what only resembles them, and what a human says is another, is not."""

from __future__ import annotations

import os
import random
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from photoface.domain.errors import BadRequest
from photoface.domain.geometry import Size
from photoface.services.photos import nearby, twins
from photoface.services.showing import lists
from photoface.store.journal import Journal
from photoface.store.photos import Photos
from photoface.vision.likeness import likeness
from photoface.vision.previews import THUMBNAIL_SIDE, packed, reduced
from tests.builders import astronaut, encoded, noise
from tests.store.building import analysis


def put(w, name: str, image: Image.Image, *, hashed: bool = True) -> int:
    """A photo of this picture, as indexing stores it; hashed: by this version, not by an older one."""
    photos, path = Photos(w.library.db), b"/f/" + name.encode()
    small = reduced(image.convert("RGB"), THUMBNAIL_SIDE)
    seen = replace(
        analysis(path),
        size=Size(*image.size),
        thumbnail=packed(small, None),
        likeness=likeness(small) if hashed else b"",
    )
    saved = photos.save_analysis(photos.add_folder(b"/f").folder_id, seen, 1000 + image.width, 2)
    w.library.thumbs.save(saved, seen)
    return saved.photo_id


def compressed(image: Image.Image, quality: int) -> Image.Image:
    return Image.open(BytesIO(encoded(image, quality=quality))).convert("RGB")


def moved(image: Image.Image) -> Image.Image:
    part = image.crop((150, 50, 300, 200))
    changed = image.copy()
    changed.paste(part, (170, 60))
    return changed


def groups(w) -> list[tuple[int, tuple[int, ...]]]:
    return [(group.first_id, group.others) for group in twins.twin_groups(w.library)]


@pytest.mark.parametrize("hashed", [True, False])
def test_copies_are_shown_as_the_largest(w, hashed: bool) -> None:
    face = astronaut()
    small = put(w, "small.jpg", face.resize((256, 256)), hashed=hashed)
    large = put(w, "large.jpg", face, hashed=hashed)
    poor = put(w, "poor.jpg", compressed(face, 40), hashed=hashed)
    put(w, "other.jpg", noise(300, 300), hashed=hashed)
    assert twins.find_twins(w.library)
    assert groups(w) == [(large, tuple(sorted((small, poor))))]
    assert not twins.find_twins(w.library)
    assert [each.reason for each in twins.duplicates(w.library)] == ["same"]


def test_the_next_shot_of_a_burst_is_another_photo(w) -> None:
    put(w, "a.jpg", astronaut())
    put(w, "b.jpg", moved(astronaut()))
    put(w, "wide.jpg", astronaut().resize((640, 512)))
    twins.find_twins(w.library)
    assert groups(w) == []


def test_uniform_pictures_are_not_all_the_same(w) -> None:
    for number, shade in enumerate((0, 128, 255)):
        put(w, f"{number}.jpg", Image.new("RGB", (300, 200), (shade,) * 3))
    twins.find_twins(w.library)
    assert groups(w) == []


@pytest.mark.parametrize(("original", "edited"), [("IMG_1234.HEIC", "IMG_E1234.JPG"), ("a.jpg", "a-edited.jpg")])
def test_an_edited_copy_is_shown_for_its_original_however_it_was_cut(w, original: str, edited: str) -> None:
    one = put(w, original, astronaut())
    copy = put(w, "copy of it.jpg", compressed(astronaut(), 60))
    other = put(w, edited, astronaut().crop((100, 50, 400, 300)).convert("L"))
    twins.find_twins(w.library)
    assert groups(w) == [(other, tuple(sorted((one, copy))))]
    assert [each.reason for each in twins.duplicates(w.library)] == ["edited"]


def test_a_human_says_that_they_are_two_photos(w) -> None:
    one, other = put(w, "a.jpg", astronaut()), put(w, "b.jpg", compressed(astronaut(), 60))
    twins.find_twins(w.library)
    assert groups(w) == [(one, (other,))]
    twins.keep_apart(w.library, [other, one])
    assert groups(w) == []
    twins.find_twins(w.library)
    assert groups(w) == []
    Journal(w.library.db).undo()
    twins.find_twins(w.library)
    assert groups(w) == [(one, (other,))]
    for wrong in ([one], [one, 999]):
        with pytest.raises(BadRequest):
            twins.keep_apart(w.library, wrong)


def test_lists_show_one_of_them_as_long_as_it_is_there(w) -> None:
    one, other = put(w, "a.jpg", astronaut()), put(w, "b.jpg", compressed(astronaut(), 60))
    alone = put(w, "c.jpg", noise(300, 300))
    twins.find_twins(w.library)
    assert sorted(lists.photo_ids(w.library, folded=True).tolist()) == [one, alone]
    assert sorted(lists.photo_ids(w.library).tolist()) == [one, other, alone]
    assert (lists.months(w.library, folded=True), lists.months(w.library)) == ([("", 2)], [("", 3)])
    assert lists.copies(w.library, [one, alone]) == {one: 1}
    w.library.photos.mark_missing([b"/f/a.jpg"])
    assert sorted(lists.photo_ids(w.library, folded=True).tolist()) == [other, alone]


def test_files_that_are_the_same_bit_for_bit(w) -> None:
    w.add("a.jpg", "A").rename(w.photos / "b.jpg")
    (w.photos / "a.jpg").write_bytes((w.photos / "b.jpg").read_bytes())
    w.index()
    (found,) = twins.duplicates(w.library)
    assert (found.reason, found.paths) == ("copy", (bytes(w.photos / "a.jpg"), bytes(w.photos / "b.jpg")))


def test_a_second_name_of_a_file_is_no_duplicate(family) -> None:
    """Who deletes the one file of two names loses the photo."""
    photos = family.photos
    (photos / "link.jpg").symlink_to(photos / "c.jpg")
    (photos / "hard.jpg").hardlink_to(photos / "c.jpg")
    (photos / "copy.jpg").write_bytes((photos / "a0.jpg").read_bytes())
    family.index()
    told = [{os.path.basename(path) for path in each.paths} for each in twins.duplicates(family.library)]
    assert all(len(names & {b"c.jpg", b"link.jpg", b"hard.jpg"}) <= 1 for names in told)
    assert any({b"a0.jpg", b"copy.jpg"} <= names for names in told)


NAMES = ("a.jpg", "a-edited.jpg", "b.jpg", "B-edited.jpg", "IMG_1234.HEIC", "IMG_E1234.JPG", "c.jpg", "d.jpg")


class TestOnlyWhatIsNear:
    """Looking through what is near to the photos that came and went finds what looking through all finds."""

    @pytest.mark.parametrize("seed", range(12))
    def test_of_any_photos_that_come_and_go(self, w, monkeypatch, seed: int) -> None:
        # Pictures look the same or not by their numbers: what is compared is what is tested here.
        monkeypatch.setattr(twins.Pictures, "same", lambda _, one, other: (one.photo_id + other.photo_id) % 4 != 0)
        rng, photos, db = random.Random(seed), Photos(w.library.db), w.library.db
        folder_id, photo_of = photos.add_folder(b"/f").folder_id, dict[bytes, int]()
        bases = [rng.getrandbits(64) for _ in range(3)]
        assert not twins.find_twins(w.library)
        for number in range(40):
            path = b"/f/%d/%s" % (rng.randrange(2), rng.choice(NAMES).encode())
            before = photo_of.get(path)
            if before is not None and rng.random() < 0.5:
                photos.mark_missing([path])
            else:
                flips = sum(1 << rng.randrange(64) for _ in range(rng.randrange(5)))
                hashed = (rng.choice(bases) ^ flips).to_bytes(8, "little")
                size = Size(rng.choice((400, 800)), 300)
                seen = replace(analysis(path), identity=bytes([number] * 32), size=size, likeness=hashed)
                photo_of[path] = photos.save_analysis(folder_id, seen, rng.randrange(1000), number).photo_id
            if rng.random() < 0.1 and len(photo_of) > 1:
                one, other = sorted(rng.sample(sorted(set(photo_of.values())), 2))
                db.execute("INSERT OR IGNORE INTO apart VALUES (?, ?)", [one, other])
                twins.find_twins(w.library)
            twins.find_twins(w.library, {each for each in (before, photo_of[path]) if each is not None})
            assert not twins.find_twins(w.library)

    def test_of_a_run_that_was_cut_off_the_next_one_makes_up_for_it(self, w) -> None:
        put(w, "small.jpg", astronaut().resize((256, 256)))
        nearby.owe(w.library, all_compared=False)
        assert nearby.owed(w.library)
        twins.find_twins(w.library)
        assert not nearby.owed(w.library)
        w.library.photos.add_folder(b"/other")
        assert nearby.owed(w.library)

    def test_of_a_run_that_was_cut_off_the_next_one_compares_though_nothing_is_new(self, family, monkeypatch) -> None:
        compared = list[object]()
        monkeypatch.setattr(
            "photoface.services.photos.indexing.find_twins", lambda _, touched: compared.append(touched)
        )
        nearby.owe(family.library, all_compared=True)
        family.index()
        assert compared == []
        nearby.owe(family.library, all_compared=False)
        family.index()
        assert compared == [None]
