"""Everything that photoface does leaves the photos as they are: content, times, permissions, folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.originals import Home, differences, killed, read_only, sessions, state
from tests.builders import astronaut, encoded
from tests.end_to_end.conftest import real_models  # noqa: F401 - a fixture


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Two people's worth of faces, a damaged file, something else, a link; some read-only."""
    folder = tmp_path / "photos"
    (folder / "below").mkdir(parents=True)
    for number, angle in enumerate((0, 4, 8)):
        (folder / f"{number}.jpg").write_bytes(encoded(astronaut().rotate(angle)))
        (folder / "below" / f"{number}.png").write_bytes(encoded(astronaut().resize((300, 300 + 9 * number)), "PNG"))
    (folder / "damaged.jpg").write_bytes(encoded(astronaut())[:9000])
    (folder / "notes.txt").write_text("not a photo")
    (folder / "link.jpg").symlink_to(folder / "0.jpg")
    (folder / "1.jpg").chmod(0o400)
    (folder / "below").chmod(0o500)
    return folder


@pytest.fixture
def home(tmp_path: Path, real_models: Path) -> Home:  # noqa: F811
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home", real_models)


# The rest is for the benchmark, which takes minutes: each of these writes to the library, or reads photos again.
CHOSEN = {"index", "search", "name", "confirm", "merge", "undo", "recluster", "folders"}


def test_every_command_leaves_the_photos_as_they_are(photos: Path, home: Home) -> None:
    before = state(photos)
    killed(home, photos, 1.5)
    assert differences(before, state(photos)) == []
    codes = []
    for arguments in sessions(photos, photos / "0.jpg"):
        if arguments[0] in CHOSEN and "--retry" not in arguments:
            codes.append(home.run([], arguments))
            assert differences(before, state(photos)) == [], arguments
    assert codes.count(0) > len(CHOSEN) // 2
    for _ in range(2):
        home.run([], ["restore", "latest"])
        assert differences(before, state(photos)) == []


def test_photos_on_a_read_only_mount_are_indexed(photos: Path, home: Home) -> None:
    mounted = read_only(photos)
    if mounted is None:
        pytest.skip("no folder can be mounted read-only here")
    before = state(photos)
    assert home.run(mounted, ["index", os.fspath(photos)]) == 0
    assert home.run([], ["find", "count >= 1"]) == 0
    assert differences(before, state(photos)) == []


@pytest.mark.parametrize("change", ["content", "time", "mode", "new", "gone"])
def test_a_change_would_be_seen(photos: Path, change: str) -> None:
    before, file = state(photos), photos / "0.jpg"
    if change == "content":
        kept = file.stat()
        file.write_bytes(file.read_bytes()[:-1] + b"x")
        os.utime(file, ns=(kept.st_atime_ns, kept.st_mtime_ns))
    elif change == "time":
        os.utime(file, ns=(0, 0))
    elif change == "mode":
        file.chmod(0o600)
        file.chmod(0o644)
    elif change == "new":
        (photos / "0.jpg.xmp").touch()
        (photos / "0.jpg.xmp").unlink()
    else:
        file.unlink()
    assert differences(before, state(photos)) != []
