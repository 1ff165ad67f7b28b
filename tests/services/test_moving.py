"""A folder that was moved as a whole: faces, names and decisions go along, nothing is read again, undo goes back."""

from __future__ import annotations

import os

import pytest

from photoface.domain.errors import BadRequest, Conflict, NoAnswer, NotFound
from photoface.domain.events import PhotoIndexed
from photoface.services.deciding import correcting, naming
from photoface.services.places import moving
from photoface.services.places.exclusions import exclusions_of, set_exclusions
from photoface.services.places.folders import Standing, overview
from photoface.services.places.moving import around, look_there, move
from tests.world import World


def all_of(w: World) -> list[object]:
    faces = w.library.faces.list()
    return [[(face.face_id, face.person, face.state, face.cluster_id) for face in faces], w.library.ledger.rejections()]


def folder_of(w: World) -> bytes:
    return bytes(w.photos)


@pytest.fixture
def named(family: World) -> World:
    family.add("deep/er/d.jpg", "D")
    family.index()
    naming.name_group(family.library, family.group_of("a0.jpg"), "Ann")
    correcting.reject(family.library, tuple(family.faces_of("b0.jpg")), "Ann")
    return family


def moved(w: World, name: str = "elsewhere/pictures") -> tuple[bytes, bytes]:
    old, new = w.photos, w.photos.parent / name
    new.parent.mkdir(parents=True, exist_ok=True)
    w.photos = old.rename(new)
    return bytes(old), bytes(new)


def test_all_that_is_known_goes_along_and_nothing_is_read(named: World) -> None:
    before = all_of(named)
    old, new = moved(named)
    assert overview(named.library)[0].standing is Standing.NOT_FOUND
    found = look_there(named.library, old, new)
    assert (found.found, found.total) == (12, 12)
    move(named.library, old, new)
    (folder,) = overview(named.library)
    assert (folder.path, folder.standing, folder.photos, folder.gone) == (new, Standing.THERE, 12, 0)
    assert all(face.path.startswith(new + b"/") for face in named.library.faces.list())
    assert all_of(named) == before
    read = len(named.analyzers)
    events = named.index()
    assert not [event for event in events if isinstance(event, PhotoIndexed)]
    assert [path for each in named.analyzers[read:] for path in each.read] == []
    assert all_of(named) == before


def test_it_is_one_step_that_is_undone_and_done_again_even_after_other_decisions(named: World) -> None:
    old, new = moved(named)
    step = move(named.library, old, new).operation_id
    correcting.assign(named.library, tuple(named.faces_of("c.jpg")), "Cleo")
    before = all_of(named)
    named.library.journal.undo(step)
    assert all(face.path.startswith(old + b"/") for face in named.library.faces.list())
    assert all_of(named) == before
    named.library.journal.redo()
    assert all(face.path.startswith(new + b"/") for face in named.library.faces.list())
    assert all_of(named) == before
    assert overview(named.library)[0].standing is Standing.THERE


def test_what_is_not_there_is_told_in_numbers_and_nothing_changes(named: World) -> None:
    old, new = moved(named)
    os.remove(new + b"/a0.jpg")
    with open(new + b"/a1.jpg", "ab") as file:
        file.write(b"another photo")
    with pytest.raises(Conflict, match="10 of 12 files"):
        move(named.library, old, new)
    assert overview(named.library)[0].path == old
    move(named.library, old, new, anyway=True)
    named.index()
    (folder,) = overview(named.library)
    assert (folder.path, folder.gone) == (new, 1)  # the other one was edited


def test_another_folder_is_refused(named: World, tmp_path) -> None:
    old = folder_of(named)
    (tmp_path / "empty").mkdir()
    with pytest.raises(Conflict, match="still in"):
        move(named.library, old, bytes(tmp_path / "empty"))
    with pytest.raises(BadRequest, match="inside one another"):
        move(named.library, old, old + b"/deep")
    moved(named)
    with pytest.raises(BadRequest, match="is no folder"):
        move(named.library, old, bytes(tmp_path / "nowhere"))
    with pytest.raises(Conflict, match="0 of 12 files"):
        move(named.library, old, bytes(tmp_path / "empty"), anyway=True)
    with pytest.raises(NotFound):
        move(named.library, bytes(tmp_path / "nowhere"), bytes(tmp_path / "empty"))


def test_where_the_files_are_known_in_the_new_place_names_have_followed_them(named: World) -> None:
    before = all_of(named)
    old, new = moved(named)
    named.index()  # the new place is indexed as well
    with pytest.raises(Conflict, match="known already"):
        move(named.library, old, new)
    assert [row[:3] for row in all_of(named)[0]] == [row[:3] for row in before[0]]


def test_a_folder_inside_goes_along_and_one_around_stays(named: World) -> None:
    library = named.library
    around, inside = bytes(named.photos.parent), folder_of(named) + b"/deep"
    library.photos.add_folder(around)
    library.photos.add_folder(inside)
    old, new = moved(named, "../moved pictures")
    new = os.path.normpath(new)
    move(library, old, new)
    assert {each.path for each in overview(library)} == {around, new, new + b"/deep"}
    counts = {each.path: each.photos for each in overview(library)}
    assert counts == {around: 0, new: 12, new + b"/deep": 1}
    library.journal.undo()
    assert {each.path for each in overview(library)} == {around, old, inside}


def test_what_is_left_out_is_left_out_in_the_new_place_too(named: World) -> None:
    old = folder_of(named)
    named.add("private/e.jpg", "E")
    patterns = ("*.gif", f"{named.photos}/private", f"{named.photos}er/private")
    set_exclusions(named.library, patterns)
    named.index()
    old, new = moved(named, "else[where]")
    move(named.library, old, new)
    read = len(named.analyzers)
    named.index()
    assert [path for each in named.analyzers[read:] for path in each.read] == []
    assert not any(b"private" in path for path in named.library.photos.files_under(new))
    named.library.journal.undo()
    assert exclusions_of(named.library).patterns == patterns


def test_a_share_that_does_not_answer_keeps_nobody_waiting(named: World, monkeypatch) -> None:
    old, new = moved(named)
    assert around(old) == os.path.dirname(old)
    assert around(b"/photos") is None

    def silent(root: bytes, *_: object) -> None:
        raise NoAnswer(root)

    monkeypatch.setattr(moving, "ask", silent)
    assert around(old) is None
    monkeypatch.setattr(os.path, "isdir", pytest.fail)  # who asks is a child
    with pytest.raises(NoAnswer):
        look_there(named.library, old, new)
