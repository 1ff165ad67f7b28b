"""Use cases about models: the best pack that can be had, and why not a better one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from photoface.domain.errors import ModelsMissing, NotFound
from photoface.services.packs.models import install, mirrors, model_states, pack_states, verify
from photoface.vision.catalog import Catalog, Pack
from photoface.vision.fetching.offer import Patience
from photoface.vision.install_events import Asking, Installed, InstallEvent, PackChosen, SourceRefused
from photoface.vision.model import Model
from photoface.vision.model_store import ModelStore
from tests.vision.tiny_models import file_of, tiny_model, tiny_onnx

NAMES = ("eye", "small", "large")
FILES = {name: tiny_onnx(factor=float(at)) for at, name in enumerate(NAMES, 1)}
PACKS = (
    Pack("best", "Both", "eye", "both"),
    Pack("standard", "Large", "eye", "large"),
    Pack("basic", "Small", "eye", "small"),
)


def catalog() -> Catalog:
    models = [
        tiny_model(name, file_of(f"{name}.onnx", FILES[name]), task="detection" if name == "eye" else "embedding")
        for name in NAMES
    ]
    joined = Model("both", "Both", "embedding", "joined", "CC0-1.0", "", parts=(("small", 2.0), ("large", 1.0)))
    return Catalog({model.name: model for model in (*models, joined)}, PACKS)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", catalog())


def mirror_of(folder: Path, names: Iterable[str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / f"{name}.onnx").write_bytes(FILES[name])
    return folder


def run(store: ModelStore, mirror: Path, name: str | None = None) -> list[InstallEvent]:
    return list(install(store, name, [str(mirror)], Patience(answer=5.0)))


def chosen(events: list[InstallEvent]) -> list[PackChosen]:
    return [event for event in events if isinstance(event, PackChosen)]


def test_the_best_pack_is_taken_when_all_is_there(store: ModelStore, tmp_path: Path) -> None:
    events = run(store, mirror_of(tmp_path / "m", NAMES))
    assert events[0] == Asking(3)
    assert chosen(events) == [PackChosen(PACKS[0], ())]
    assert store.pack_installed("best")


@pytest.mark.parametrize(("there", "pack", "missing"), [(("eye", "large"), 1, "small"), (("eye", "small"), 2, "large")])
def test_a_plainer_pack_says_why_not_a_better_one(
    store: ModelStore, tmp_path: Path, there: tuple[str, ...], pack: int, missing: str
) -> None:
    (choice,) = chosen(run(store, mirror_of(tmp_path / "m", there)))
    assert choice.pack == PACKS[pack]
    assert [better for better, _ in choice.refused] == list(PACKS[:pack])
    assert all(f"has no file {missing}.onnx" in reason for _, reason in choice.refused)


def test_what_is_installed_counts_as_there(store: ModelStore, tmp_path: Path) -> None:
    run(store, mirror_of(tmp_path / "m", ["eye", "large"]))
    events = run(store, mirror_of(tmp_path / "n", ["small"]))
    assert chosen(events) == [PackChosen(PACKS[0], ())]
    fresh = {event.model.name for event in events if isinstance(event, Installed) and event.fresh}
    assert fresh == {"small"}


def test_with_everything_installed_nobody_is_asked(store: ModelStore, tmp_path: Path) -> None:
    run(store, mirror_of(tmp_path / "m", NAMES))
    assert run(store, tmp_path / "gone")[0] == Asking(0)


def test_a_pack_whose_files_turn_out_wrong_gives_way_to_the_next(store: ModelStore, tmp_path: Path) -> None:
    mirror = mirror_of(tmp_path / "m", NAMES)
    (mirror / "large.onnx").write_bytes(b"another file")
    events = run(store, mirror)
    assert [choice.pack.name for choice in chosen(events)] == ["best", "standard", "basic"]
    assert any(isinstance(event, SourceRefused) for event in events)
    assert "sha256" in chosen(events)[-1].refused[0][1]
    assert store.pack_installed("basic")


def test_with_nothing_there_it_says_what_to_do(store: ModelStore, tmp_path: Path) -> None:
    with pytest.raises(ModelsMissing) as caught:
        run(store, tmp_path / "nothing")
    said = str(caught.value)
    assert "photoface models install basic --mirror FOLDER" in said
    assert "eye.onnx and small.onnx" in said
    assert caught.value.exit_code == 5


def test_a_pack_or_a_model_by_its_name(store: ModelStore, tmp_path: Path) -> None:
    mirror = mirror_of(tmp_path / "m", NAMES)
    run(store, mirror, "basic")
    assert (store.pack_installed("basic"), store.installed("large")) == (True, False)
    run(store, mirror, "both")
    assert store.installed("large")


@pytest.mark.parametrize("name", ["nothing", "eye+nothing", "small+eye"])
def test_an_unknown_name_is_refused(store: ModelStore, tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound, match="best"):
        run(store, tmp_path, name)


def test_states_of_models_and_packs(store: ModelStore, tmp_path: Path) -> None:
    run(store, mirror_of(tmp_path / "m", ["eye", "small"]))
    assert {state.model.name: state.installed for state in model_states(store)} == {
        "eye": True,
        "small": True,
        "large": False,
        "both": False,
    }
    assert [state.installed for state in pack_states(store)] == [False, False, True]
    assert [state.measured for state in pack_states(store)] == [False, False, False]
    both = next(state for state in model_states(store) if state.model.name == "both")
    assert both.bytes == len(FILES["small"]) + len(FILES["large"])


def test_verifying_hashes_every_file(store: ModelStore, tmp_path: Path) -> None:
    run(store, mirror_of(tmp_path / "m", NAMES))
    assert [result.problem for result in verify(store)] == [None] * 3
    path = store.folder_of("large") / "large.onnx"
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    problems = {result.model.name: result.problem for result in verify(store)}
    assert problems["small"] is None
    assert "has changed since it was installed" in (problems["large"] or "")


def test_a_model_whose_file_is_gone_has_a_problem(store: ModelStore, tmp_path: Path) -> None:
    run(store, mirror_of(tmp_path / "m", ["eye", "small"]))
    (store.folder_of("small") / "small.onnx").unlink()
    assert [result.model.name for result in verify(store) if result.problem] == ["small"]


def test_there_is_nothing_to_verify_without_models(store: ModelStore) -> None:
    with pytest.raises(ModelsMissing, match="photoface models install"):
        list(verify(store))


def test_mirrors_come_from_the_command_line_and_then_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PHOTOFACE_MODEL_MIRROR", raising=False)
    assert mirrors() == ()
    monkeypatch.setenv("PHOTOFACE_MODEL_MIRROR", "/second")
    assert mirrors(["/first"]) == ("/first", "/second")
