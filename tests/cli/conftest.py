"""The command line in this process, over real libraries; pictures are read by the fake analyzer of tests/world.py."""

from pathlib import Path

import pytest

import photoface.cli.indexing
import photoface.cli.models  # imported before anything is replaced, or it would keep what replaced it
from photoface import app
from photoface.cli.main import run_command
from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoFailed
from photoface.vision.catalog import load_catalog
from tests.results import Result
from tests.world import PACK, FakeAnalyzer


class FakeAnalyzerProcess(FakeAnalyzer):
    """Stands where AnalyzerProcess does."""

    def __init__(self, spec):
        super().__init__(spec.known)

    def probe(self, path):
        found = self.one(path)
        if isinstance(found, PhotoFailed):
            raise PhotoUnreadable(path, found.reason)
        return found


class FakeModelStore:
    """A models folder in which the packs named in ``packs`` are installed."""

    def __init__(self, *packs):
        self.catalog = load_catalog()
        self.packs = packs
        self.folder = Path("/nowhere")

    def pack_installed(self, name):
        return name in self.packs


@pytest.fixture
def installed(monkeypatch):
    """Which packs are installed; a test may change it."""
    store = FakeModelStore(PACK)
    monkeypatch.setattr(app, "model_store", lambda: store)
    monkeypatch.setattr("photoface.cli.indexing.model_store", lambda: store)
    return store


@pytest.fixture
def photoface(tmp_path, monkeypatch, capfdbinary, installed):
    """``photoface("people", "--json")`` runs a command on a library of its own."""
    monkeypatch.setenv("PHOTOFACE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("photoface.worker.analyzer_process.AnalyzerProcess", FakeAnalyzerProcess)
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", lambda function, *args: function(*args))

    def call(*arguments):
        capfdbinary.readouterr()
        code = run_command([str(each) for each in arguments])
        seen = capfdbinary.readouterr()
        return Result(code, seen.out.decode(), seen.err.decode())

    return call


@pytest.fixture
def photos(tmp_path):
    """A folder of "photos": A in six of them, B in four (two together), C in one."""
    folder = tmp_path / "photos"
    folder.mkdir()
    for name, people in (
        *((f"a{number}.jpg", "A") for number in range(4)),
        *((f"ab{number}.jpg", "A B") for number in range(2)),
        *((f"b{number}.jpg", "B") for number in range(2)),
        ("c.jpg", "C"),
    ):
        (folder / name).write_text(f"{people}|{name}")
    return folder


@pytest.fixture
def library(photoface, photos):
    """The same, indexed; gives the command line."""
    assert photoface("index", photos).code == 0
    return photoface
