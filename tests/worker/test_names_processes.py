"""The children that read and write names: hostile files end them at most, and are told with the reason."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoFailed
from photoface.domain.geometry import Box
from photoface.domain.tags import PhotoTags
from photoface.domain.writing import Commit, Compose, NamedBox, Wanted
from photoface.worker.tag_process import TagProcess
from photoface.worker.write_process import WriteProcess
from tests.builders import encoded, noise

WANTED = Wanted((NamedBox("Anna", Box(0.1, 0.2, 0.3, 0.4)),), record="{}")


def test_written_by_one_child_and_read_by_another(tmp_path: Path) -> None:
    photo, broken = tmp_path / "a.jpg", tmp_path / "b.jpg"
    photo.write_bytes(encoded(noise()))
    broken.write_bytes(b"nothing")
    Path(f"{broken}.xmp").write_bytes(b"<x")
    with WriteProcess() as writer:
        plan = writer.compose(bytes(photo), Compose(WANTED, "sidecar"))
        writer.commit(bytes(photo), Commit("sidecar", plan.target_path, plan.before, plan.after))
        assert not writer.compose(bytes(photo), Compose(WANTED, "sidecar")).changed
        with pytest.raises(PhotoUnreadable, match="not a picture"):
            writer.compose(bytes(broken), Compose(WANTED, "sidecar"))
        with pytest.raises(PhotoUnreadable, match="exiftool"):
            writer.compose(bytes(photo), Compose(WANTED, "file"))
    with TagProcess() as reader:
        answers = {answer.path: answer for answer in reader.read([bytes(photo), bytes(broken)])}
    found = answers[bytes(photo)]
    assert isinstance(found, PhotoTags)
    assert [tag.name for tag in found.tags] == ["Anna"]
    assert len(found.decisions) == 1
    assert isinstance(answers[bytes(broken)], PhotoFailed)


@pytest.mark.parametrize("beside", ["a.xmp", "a.jpg.XMP", ".picasa.ini", "a.jpg.json"])
def test_odd_files_beside_a_photo_are_told_or_silent(tmp_path: Path, beside: str) -> None:
    from photoface.worker.neighbours import names_in
    from photoface.worker.tagging import tag_reader

    names_in.cache_clear()
    photo = tmp_path / "a.jpg"
    photo.write_bytes(encoded(noise()))
    (tmp_path / beside).write_bytes(b"<!DOCTYPE x [<!ENTITY a 'b'>]>\xff\0[a.jpg]\nfaces=rect64(zz),1;;;\n{{{")
    found = tag_reader().read(bytes(photo))
    assert found.tags == ()
    assert bool(found.doubts) == beside.lower().endswith("xmp")


def test_a_new_sidecar_does_not_take_that_of_a_raw_file(tmp_path: Path) -> None:
    """photo.xmp belongs to photo.cr2 then, and is drawn on another picture."""
    from photoface.worker.name_writing import name_writer

    for name in ("a.jpg", "a.cr2", "b.jpg"):
        (tmp_path / name).write_bytes(encoded(noise()))
    (tmp_path / "a.xmp").write_bytes(b"<x/>")
    targets = {}
    for name, long in (("a.jpg", True), ("a.jpg", False), ("b.jpg", True), ("b.jpg", False)):
        plan = name_writer().carry_out(bytes(tmp_path / name), Compose(WANTED, "sidecar", long))
        targets[name, long] = Path(plan.target_path.decode()).name
    assert targets == {
        ("a.jpg", True): "a.jpg.xmp",
        ("a.jpg", False): "a.jpg.xmp",
        ("b.jpg", True): "b.jpg.xmp",
        ("b.jpg", False): "b.xmp",
    }


@pytest.mark.skipif(shutil.which("exiftool") is None or not Path("/proc").is_dir(), reason="exiftool is not installed")
def test_exiftool_ends_with_whoever_started_it(tmp_path: Path) -> None:
    """Its -stay_open takes the end of its input for a pause."""
    photo = tmp_path / "a.jpg"
    photo.write_bytes(encoded(noise()))
    with WriteProcess(into_files=True) as writer:
        plan = writer.compose(bytes(photo), Compose(WANTED, "file"))
        writer.commit(bytes(photo), Commit("file", plan.target_path, plan.before, plan.after))
        [child] = multiprocessing.active_children()
        running = _below(child.pid or 0)
        assert running
        os.kill(child.pid or 0, signal.SIGKILL)
    patience = time.monotonic() + 120
    while any(_runs(pid) for pid in running) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not any(_runs(pid) for pid in running)


def _below(pid: int) -> list[int]:
    """Processes that a process started, and those that they did."""
    children = [
        child for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]
    return [found for child in map(int, children) for found in (child, *_below(child))]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
