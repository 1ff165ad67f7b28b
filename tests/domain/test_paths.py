"""Folders around files, with the slash of each system."""

import pytest

from photoface.domain import paths


@pytest.mark.parametrize(
    ("folder", "inside", "beside", "root"),
    [
        (b"/home/anna", b"/home/anna/a.jpg", b"/home/anna2/a.jpg", b"/"),
        (rb"C:\Users\anna", rb"C:\Users\anna\a.jpg", rb"C:\Users\anna2\a.jpg", b"\\"),
    ],
)
def test_a_folder_reaches_what_is_in_it_and_nothing_beside(monkeypatch, folder, inside, beside, root):
    monkeypatch.setattr(paths, "SLASH", root)
    first, last = paths.reach(folder)
    assert first <= inside < last
    assert not first <= beside < last
    assert not first <= folder < last
    assert inside.startswith(paths.within(folder))
    assert not beside.startswith(paths.within(folder))
    assert paths.within(folder + root) == paths.within(folder)
    assert paths.trimmed(folder + root) == folder
    assert paths.trimmed(root) == root
    assert paths.within(root) == root
