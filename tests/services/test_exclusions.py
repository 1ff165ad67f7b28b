"""What a library leaves out: by name and by path, told before, and back again with all names."""

from __future__ import annotations

import os

import pytest

from photoface.services.deciding import naming
from photoface.services.places import exclusions
from photoface.services.places.exclusions import Exclusions
from tests.world import world


@pytest.mark.parametrize(
    ("pattern", "path", "out"),
    [
        ("Screenshots", b"/p/Screenshots", True),
        ("screenshots", b"/p/x/Screenshots", True),
        ("Screenshots", b"/p/Screenshots2", False),
        ("*.gif", b"/p/A.GIF", True),
        ("*.gif", b"/p/\xff.gif", True),
        ("/p/desk", b"/p/desk", True),
        ("/p/desk/", b"/p/desk", True),
        ("/p/desk", b"/p/desktop", False),
        ("/p/*/raw", b"/p/2026/raw", True),
        ("[", b"/p/[", True),
    ],
)
def test_patterns(pattern: str, path: bytes, out: bool) -> None:
    assert Exclusions([pattern]).leaves_out(path) is out


def test_folders_above_the_indexed_one_do_not_count() -> None:
    assert not Exclusions(["home"]).leaves_out_below(b"/home/photos", b"/home/photos/a.jpg")
    assert Exclusions(["raw"]).leaves_out_below(b"/home/photos", b"/home/photos/raw/a.jpg")


def test_what_is_left_out_leaves_and_comes_back_with_its_names(tmp_path) -> None:
    with world(tmp_path) as w:
        for number in range(3):
            w.add(f"a{number}.jpg", "A")
            w.add(f"raw/r{number}.jpg", "A")
        w.index()
        naming.name_group(w.library, w.group_of("a0.jpg"), "Anna")
        leaving = exclusions.preview(w.library, ["raw"])
        assert (leaving.files, leaving.named) == (3, 3)
        assert exclusions.set_exclusions(w.library, ["raw"]).operation_id is not None
        w.index()
        assert sorted(w.who()) == ["a0.jpg", "a1.jpg", "a2.jpg"]
        w.library.journal.undo()
        w.index()
        assert len(w.who()) == 6
        assert all(names == ["Anna"] for names in w.who().values())


def test_leaving_everything_out_is_no_unplugged_drive(tmp_path) -> None:
    with world(tmp_path) as w:
        w.add("a.jpg", "A")
        w.index()
        exclusions.set_exclusions(w.library, ["*.jpg"])
        w.index()
        assert w.who() == {}


def test_the_same_again_is_no_step(tmp_path) -> None:
    with world(tmp_path) as w:
        exclusions.set_exclusions(w.library, ["raw"])
        assert exclusions.set_exclusions(w.library, exclusions.parsed(" raw \n\nraw\n")).operation_id is None
        assert exclusions.exclusions_of(w.library).patterns == ("raw",)
        assert os.sep not in exclusions.exclusions_of(w.library).patterns[0]
