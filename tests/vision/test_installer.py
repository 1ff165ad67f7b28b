"""Installing: whole and right or not at all, whatever happens on the way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from filelock import FileLock

from photoface.domain.errors import DiskFull, ModelRefused, ModelsMissing
from photoface.vision.catalog import Address, Model
from photoface.vision.fetching.offer import Patience
from photoface.vision.install_events import Converting, Fetching, Installed, InstallEvent, SourceRefused
from photoface.vision.installer import FileUnavailable, Installer
from photoface.vision.manifest import read_manifest
from photoface.vision.model_store import ModelStore
from tests.vision.file_server import Behaviour, serving
from tests.vision.tiny_models import file_of, tiny_catalog, tiny_model, tiny_onnx

DATA = tiny_onnx(padding=100_000)
FREE = ("N", 3, "H", "W")
HURRIED = Patience(answer=5.0, silence=0.3, pause=0.001)
PLAIN = tiny_model("plain", file_of("plain.onnx", DATA))
CONVERTED = tiny_model("converted", file_of("converted.onnx", DATA), free_size=FREE)
NO_MODEL = tiny_model("no-model", file_of("no.onnx", b"no model"), free_size=FREE)
CATALOG = tiny_catalog(PLAIN, CONVERTED, NO_MODEL)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", CATALOG)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    folder = tmp_path / "mirror"
    folder.mkdir()
    for name in ("plain.onnx", "converted.onnx"):
        (folder / name).write_bytes(DATA)
    (folder / "no.onnx").write_bytes(b"no model")
    return folder


def install(store: ModelStore, models: Sequence[Model], *mirrors: str | Path) -> list[InstallEvent]:
    installer = Installer(store, [str(mirror) for mirror in mirrors], HURRIED)
    return list(installer.install(models, installer.reach(models)))


def nothing_left(store: ModelStore) -> bool:
    """No file below the models folder but whole models and the lock."""
    left = [path for path in store.folder.rglob("*") if path.is_file() and path.name != ".install.lock"]
    return not [path for path in left if path.parent.parent != store.folder or not store.installed(path.parent.name)]


def test_a_model_is_usable_once_installed(store: ModelStore, mirror: Path) -> None:
    events = install(store, [PLAIN, CONVERTED], mirror)
    assert [type(event) for event in events if not isinstance(event, Fetching)] == [Converting, Installed] * 2
    assert store.onnx_bytes("plain") == DATA
    assert b"H" in store.onnx_bytes("converted")
    assert nothing_left(store)


def test_where_it_came_from_is_told_and_kept(store: ModelStore, mirror: Path) -> None:
    events = install(store, [CONVERTED], mirror)
    assert events[-1] == Installed(CONVERTED, (str(mirror),), fresh=True)
    manifest = read_manifest(store.folder_of("converted"))
    assert manifest is not None
    assert manifest.origin == str(mirror)
    assert manifest.sources[0].sha256 == CONVERTED.files[0].sha256


def test_an_installed_model_is_neither_fetched_nor_touched(store: ModelStore, mirror: Path) -> None:
    install(store, [CONVERTED], mirror)
    before = (store.folder_of("converted") / "model.onnx").stat().st_mtime_ns
    assert install(store, [CONVERTED]) == [Installed(CONVERTED, (), fresh=False)]
    assert (store.folder_of("converted") / "model.onnx").stat().st_mtime_ns == before


@pytest.mark.parametrize("lost", ["model.onnx", "manifest.json"])
def test_a_lost_product_is_made_again_from_the_source_that_is_there(store: ModelStore, mirror: Path, lost: str) -> None:
    install(store, [CONVERTED], mirror)
    product = store.onnx_bytes("converted")
    (store.folder_of("converted") / lost).unlink()
    assert not store.installed("converted")
    assert install(store, [CONVERTED])[-1] == Installed(CONVERTED, (), fresh=True)
    assert store.onnx_bytes("converted") == product


@pytest.mark.parametrize("changed", ["model.onnx", "converted.onnx", "manifest.json"])
def test_a_changed_file_is_refused_and_mended(store: ModelStore, mirror: Path, changed: str) -> None:
    install(store, [CONVERTED], mirror)
    path = store.folder_of("converted") / changed
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(ModelRefused, match="models install"):
        store.verify("converted")
    install(store, [CONVERTED], mirror)
    store.verify("converted")


def test_the_bytes_that_are_handed_out_are_those_that_were_hashed(store: ModelStore, mirror: Path) -> None:
    install(store, [PLAIN], mirror)
    (store.folder_of("plain") / "plain.onnx").write_bytes(DATA[:-1] + b"?")
    assert store.installed("plain")  # looks at names and sizes only
    with pytest.raises(ModelRefused, match="has changed since it was installed"):
        store.onnx_bytes("plain")


def test_what_is_not_installed_says_what_to_type(store: ModelStore) -> None:
    with pytest.raises(ModelsMissing, match="photoface models install"):
        store.onnx_bytes("plain")


def test_a_new_edition_in_the_catalogue_makes_the_old_one_missing(store: ModelStore, mirror: Path) -> None:
    install(store, [PLAIN], mirror)
    newer = tiny_model("plain", file_of("plain.onnx", DATA + b"newer"))
    assert not ModelStore(store.folder, tiny_catalog(newer)).installed("plain")


def test_a_mirror_with_other_bytes_is_passed_over(store: ModelStore, mirror: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    (wrong / "plain.onnx").write_bytes(DATA[::-1])
    events = install(store, [PLAIN], wrong, mirror)
    (refused,) = (event for event in events if isinstance(event, SourceRefused))
    assert str(wrong) in refused.reason
    assert "sha256" in refused.reason
    assert store.onnx_bytes("plain") == DATA


def test_wrong_bytes_everywhere_leave_nothing_behind(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "plain.onnx").write_bytes(DATA[::-1])
    with pytest.raises(FileUnavailable, match="sha256"):
        install(store, [PLAIN], tmp_path)
    assert nothing_left(store)


def test_a_line_that_stays_cut_leaves_nothing_behind(store: ModelStore) -> None:
    behaviour = Behaviour({"/plain.onnx": DATA}, cuts=[1000] + [0] * 10)
    with serving(behaviour) as url, pytest.raises(FileUnavailable):
        install(store, [PLAIN], url)
    assert nothing_left(store)


def test_right_bytes_that_are_no_model_leave_nothing_behind(store: ModelStore, mirror: Path) -> None:
    with pytest.raises(ModelRefused, match="Tiny no-model cannot be used as a model"):
        install(store, [NO_MODEL], mirror)
    assert nothing_left(store)


def test_whoever_stops_in_the_middle_leaves_nothing_behind(store: ModelStore, mirror: Path) -> None:
    installer = Installer(store, [str(mirror)], HURRIED)
    events = installer.install([CONVERTED], installer.reach([CONVERTED]))
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert nothing_left(store)


def test_a_model_without_any_source_says_so(store: ModelStore) -> None:
    with pytest.raises(FileUnavailable, match=r"has no source.*--mirror FOLDER"):
        install(store, [PLAIN])


def test_nothing_is_fetched_when_one_of_the_models_cannot_be_had(store: ModelStore, mirror: Path) -> None:
    (mirror / "plain.onnx").unlink()
    with pytest.raises(FileUnavailable, match=r"has no file plain\.onnx"):
        install(store, [CONVERTED, PLAIN], mirror)
    assert not store.installed("converted")


def test_mirrors_are_asked_before_the_files_own_sources(tmp_path: Path, mirror: Path) -> None:
    behaviour = Behaviour({"/plain.onnx": DATA})
    with serving(behaviour) as url:
        model = tiny_model("plain", file_of("plain.onnx", DATA, Address(f"{url}/plain.onnx")))
        install(ModelStore(tmp_path / "models", tiny_catalog(model)), [model], mirror)
    assert behaviour.requests == []


def test_a_source_that_does_not_answer_in_time_is_passed_over(tmp_path: Path, mirror: Path) -> None:
    silent = threading.Event()
    with serving(Behaviour({"/plain.onnx": DATA}, cuts=[0], silent=silent)) as url:
        model = tiny_model("plain", file_of("plain.onnx", DATA, Address(f"{url}/plain.onnx")))
        store = ModelStore(tmp_path / "models", tiny_catalog(model))
        installer = Installer(store, [], HURRIED)
        with pytest.raises(FileUnavailable, match=r"did not answer for 0\.3 s"):
            list(installer.install([model], installer.reach([model])))


def test_a_second_program_is_told_to_wait(store: ModelStore, mirror: Path) -> None:
    store.folder.mkdir()
    with FileLock(store.folder / ".install.lock"), pytest.raises(ModelsMissing, match="Another program is installing"):
        install(store, [PLAIN], mirror)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_named(store: ModelStore, mirror: Path) -> None:
    store.folder.mkdir(mode=0o500)
    with pytest.raises(ModelsMissing, match="PHOTOFACE_MODELS"):
        install(store, [PLAIN], mirror)


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path, mirror: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ModelsMissing, match="PHOTOFACE_MODELS"):
        install(ModelStore(tmp_path / "file" / "models", CATALOG), [PLAIN], mirror)


CHILD = """
import sys
from pathlib import Path
from photoface.domain.errors import DiskFull
from photoface.vision.model_store import ModelStore
from tests.vision.test_installer import CATALOG, CONVERTED, PLAIN, install
store = ModelStore(Path(sys.argv[1]), CATALOG)
"""
FULL = """
import resource
install(store, [PLAIN], sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    install(store, [CONVERTED], sys.argv[2])
except DiskFull as error:
    print(error)
"""


def child(code: str, *arguments: str | Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", CHILD + code, *map(str, arguments)]
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name != "posix", reason="a limit on the size of files is POSIX")
def test_a_full_disk_leaves_nothing_behind_and_keeps_what_was_there(store: ModelStore, mirror: Path) -> None:
    process = child(FULL, store.folder, mirror)
    told, _ = process.communicate(timeout=240)
    assert "is full" in told
    assert store.onnx_bytes("plain") == DATA
    assert not store.installed("converted")
    assert nothing_left(store)


def test_a_full_disk_is_an_error_of_its_own(store: ModelStore, mirror: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="Nothing was left behind"):
        install(store, [PLAIN], mirror)
    assert nothing_left(store)


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX")
def test_what_a_killed_program_left_is_gone_after_the_next_one(store: ModelStore, mirror: Path) -> None:
    behaviour = Behaviour({"/plain.onnx": DATA}, cuts=[100_000], silent=threading.Event())
    with serving(behaviour) as url:
        code = (
            "from photoface.vision.fetching.offer import Patience\nfrom photoface.vision.installer import Installer\n"
        )
        code += "asked = Installer(store, [sys.argv[2]], Patience())\n"
        code += "for event in asked.install([PLAIN], asked.reach([PLAIN])): print(event.done, flush=True)"
        process = child(code, store.folder, url)
        assert process.stdout is not None
        assert int(process.stdout.readline()) > 0
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    assert list(store.folder.glob(".partial-*"))
    install(store, [PLAIN], mirror)
    assert nothing_left(store)
