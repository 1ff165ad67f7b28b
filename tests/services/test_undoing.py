"""What follows from an undo outside the ledger."""

from __future__ import annotations

import pytest

from photoface.services.ledger import undoing
from photoface.services.photos.twins import copies_of, find_twins, keep_apart
from tests.builders import encoded, quarters
from tests.world import World, world


@pytest.fixture
def alike(tmp_path, monkeypatch):
    """Three photos with one picture."""
    monkeypatch.setattr("tests.world.JPEG", encoded(quarters()))
    with world(tmp_path) as w:
        for name in ("a.jpg", "b.jpg", "c.jpg"):
            w.add(name, "A")
        w.index()
        find_twins(w.library)
        yield w


def ids_of(w: World) -> list[int]:
    return [photo.photo_id for photo in sorted(w.library.photos.list(), key=lambda photo: photo.path)]


def test_photos_told_apart_are_one_again_after_undo_and_apart_after_redo(alike: World) -> None:
    library, (a, b, c) = alike.library, ids_of(alike)
    assert len(copies_of(library, b)) == 3
    keep_apart(library, [c], [a, b])
    assert [photo.photo_id for photo in copies_of(library, c)] == [c]
    assert {photo.photo_id for photo in copies_of(library, b)} == {a, b}
    undoing.undo(library)
    assert len(copies_of(library, c)) == 3
    undoing.redo(library)
    assert len(copies_of(library, c)) == 1


def test_one_photo_alone_cannot_be_told_apart(alike: World) -> None:
    with pytest.raises(Exception, match="two or more"):
        keep_apart(alike.library, ids_of(alike)[:1])
