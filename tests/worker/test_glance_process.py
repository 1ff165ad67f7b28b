"""Glances by a child of their own: whatever a file does to it, there is one glance per file and no error."""

from __future__ import annotations

import multiprocessing
import os
import random
from functools import partial
from pathlib import Path

import pytest

from photoface.domain.glances import Glance
from photoface.worker.glance_process import GlanceProcess
from photoface.worker.protocol import AnalyzerSpec, PhotoReader
from photoface.worker.supervisor import AnalyzerBroken
from tests.builders import camera_file, encoded, noise, quarters
from tests.fakes import MisbehavingReader, reader_that_dies_at_start

PATIENCE = 60.0


class MisbehavingGlancer(MisbehavingReader):
    """Does what the file's name says, else sees nothing."""

    def read(self, path: bytes, **_: object) -> Glance:  # type: ignore[override]
        self._misbehave(path, os.path.basename(path))
        return Glance(path, taken="2020-01-02T03:04:05")


def misbehaving_glancer() -> PhotoReader:
    return MisbehavingGlancer()


def paths(folder: Path, *names: str) -> list[bytes]:
    return [os.fsencode(folder / name) for name in names]


def seen(glances: list[Glance | None]) -> dict[bytes, str | None]:
    assert None not in glances
    return {os.path.basename(each.path): each.taken for each in glances if each is not None}


def test_files_that_kill_the_child_are_seen_as_nothing(tmp_path: Path) -> None:
    names = ["a", "segfault", "b", "raise", "c", "exit", "bad", "memory", "d"]
    with GlanceProcess(misbehaving_glancer) as glancer:
        found = seen(list(glancer.glance(paths(tmp_path, *names), PATIENCE)))
    assert {name.decode() for name, taken in found.items() if taken} == {"a", "b", "c", "d"}
    assert len(found) == len(names)


def test_a_file_that_hangs_is_given_up(tmp_path: Path) -> None:
    with GlanceProcess(misbehaving_glancer, slow_after=1) as glancer:
        found = seen(list(glancer.glance(paths(tmp_path, "a", "hang", "b"), PATIENCE)))
    assert found == {b"a": "2020-01-02T03:04:05", b"hang": None, b"b": "2020-01-02T03:04:05"}


def test_nothing_is_waited_for(tmp_path: Path) -> None:
    with GlanceProcess(misbehaving_glancer) as glancer:
        glances = glancer.glance(paths(tmp_path, "hang"))
        assert [next(glances) for _ in range(100)] == [None] * 100


def test_the_child_ends_with_the_last_file(tmp_path: Path) -> None:
    with GlanceProcess(misbehaving_glancer) as glancer:
        list(glancer.glance(paths(tmp_path, "a"), PATIENCE))
        assert not [child for child in multiprocessing.active_children() if child.name == "glancer"]


def test_a_child_that_cannot_live_is_told(tmp_path: Path) -> None:
    make = partial(reader_that_dies_at_start, AnalyzerSpec(tmp_path, "any"))
    with GlanceProcess(make) as glancer, pytest.raises(AnalyzerBroken):
        list(glancer.glance(paths(tmp_path, "a"), PATIENCE))


def test_damaged_heads_never_end_it(tmp_path: Path) -> None:
    sources = [
        camera_file(noise(800, 600), quarters(160, 120)),
        camera_file(quarters(), quarters(160, 107), 6),
        encoded(quarters(), "TIFF"),
        encoded(quarters(), "HEIF"),
        encoded(quarters(), "WEBP"),
        encoded(quarters(), "PNG"),
    ]
    chance = random.Random(0)
    files = []
    for number in range(400):
        data = bytearray(sources[number % len(sources)])
        for _ in range(chance.choice([1, 3, 20])):
            data[chance.randrange(min(len(data), 400))] = chance.randrange(256)
        files.append(tmp_path / f"{number}.jpg")
        files[-1].write_bytes(data[: chance.choice([len(data), len(data), chance.randrange(len(data))])])
    with GlanceProcess() as glancer:
        found = list(glancer.glance(map(bytes, files), PATIENCE))
    assert sorted(each.path for each in found if each is not None) == sorted(map(bytes, files))
    assert any(each is not None and each.preview is not None for each in found)
