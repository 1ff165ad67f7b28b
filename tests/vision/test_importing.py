"""Bring your own ArcFace-type ONNX: checked apart, stored whole, unmeasured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoface.domain.errors import BadRequest, ModelRefused
from photoface.vision import importing
from photoface.vision.arcface_check import check_arcface
from photoface.vision.catalog import load_catalog
from photoface.vision.imported import imported_models
from photoface.vision.importing import Import, import_model, name_for
from photoface.vision.model_store import ModelStore
from photoface.vision.sessions import open_session
from tests.vision.tiny_arcface import bring_down, tiny_arcface
from tests.vision.tiny_models import tiny_onnx


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", load_catalog())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "My Model (v2).onnx"
    path.write_bytes(tiny_arcface())
    return path


def test_an_imported_model_is_installed_and_unmeasured(store: ModelStore, file: Path) -> None:
    after = import_model(store, file, Import("mine", licence="MIT"))
    model = after.catalog.model("mine")
    assert after.installed("mine")
    assert after.onnx_bytes("mine") == file.read_bytes()
    assert (model.imported, model.measured, model.points) == (True, False, None)
    assert (model.dims, model.licence, model.title) == (512, "MIT", "My Model (v2).onnx")


def test_it_takes_what_arcface_takes(store: ModelStore, file: Path) -> None:
    model = import_model(store, file, Import("mine")).catalog.model("mine")
    assert model.input is not None
    assert model.template is not None
    assert (model.input.channels, model.input.size, model.input.mean, model.input.scale) == (
        "RGB",
        (112, 112),
        127.5,
        127.5,
    )
    sface = load_catalog().model("sface").template
    assert sface is not None
    np.testing.assert_array_equal(model.template.points, sface.points)


def test_it_is_there_for_every_later_program(store: ModelStore, file: Path) -> None:
    import_model(store, file, Import("mine", channels="BGR", mean=0.0, scale=1.0))
    again = ModelStore(store.folder, load_catalog())
    assert [model.name for model in again.catalog.models_of("mine")] == ["centerface", "mine"]
    spec = again.catalog.model("mine").input
    assert spec is not None
    assert (spec.channels, spec.mean, spec.scale) == ("BGR", 0.0, 1.0)


def test_importing_again_under_the_same_name_takes_its_place(store: ModelStore, file: Path) -> None:
    first = import_model(store, file, Import("mine"))
    file.write_bytes(tiny_arcface(factor=2.0))
    second = import_model(first, file, Import("mine", channels="BGR"))
    spec = second.catalog.model("mine").input
    assert spec is not None
    assert spec.channels == "BGR"
    assert second.onnx_bytes("mine") == file.read_bytes()


def test_a_batch_fixed_to_one_is_made_free(store: ModelStore, file: Path) -> None:
    file.write_bytes(tiny_arcface(batch=1))
    after = import_model(store, file, Import("mine"))
    session = open_session(after.onnx_bytes("mine"))
    assert session.run(np.zeros((5, 3, 112, 112), np.float32))[0].shape == (5, 512)


def test_a_file_that_brings_its_loader_down_is_refused(
    store: ModelStore, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "check_arcface", bring_down)
    with pytest.raises(ModelRefused, match="brings the program down"):
        import_model(store, file, Import("mine"))
    assert imported_models(store.folder) == []


def test_a_file_that_is_no_such_model_is_refused(store: ModelStore, file: Path) -> None:
    file.write_bytes(b"not ONNX at all")
    with pytest.raises(ModelRefused, match=r"My Model \(v2\)\.onnx is not an ArcFace-type model.*Nothing was imported"):
        import_model(store, file, Import("mine"))
    assert not store.folder.exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "cannot load"),
        (tiny_arcface()[:-10], "cannot load"),
        (tiny_arcface(dims=128), "not with 512 numbers"),
        (tiny_arcface(size=150), "112x112"),
        (tiny_arcface(batch=1), "several at a time"),
        (tiny_onnx(["N", 3, 112, 112]), "not with 512 numbers"),
        (tiny_arcface(factor=float("nan")), "not numbers"),
        (tiny_arcface(factor=0.0), "not numbers"),
    ],
)
def test_why_a_file_is_no_such_model(data: bytes, reason: str) -> None:
    found = check_arcface(data, 127.5, 127.5)
    assert isinstance(found, str)
    assert reason in found


@pytest.mark.parametrize("name", ["", "Has Capitals", "../up", "a" * 41, "-x", "a+b"])
def test_a_name_that_cannot_be_one_is_refused(store: ModelStore, file: Path, name: str) -> None:
    with pytest.raises(BadRequest, match="cannot be the name"):
        import_model(store, file, Import(name))


@pytest.mark.parametrize("name", ["sface", "best", "dlib-0095"])
def test_a_name_that_is_taken_is_refused(store: ModelStore, file: Path, name: str) -> None:
    with pytest.raises(BadRequest, match="--name"):
        import_model(store, file, Import(name))


def test_a_file_that_is_not_there_is_named(store: ModelStore, tmp_path: Path) -> None:
    with pytest.raises(ModelRefused, match=r"none\.onnx cannot be read"):
        import_model(store, tmp_path / "none.onnx", Import("mine"))


def test_a_damaged_description_is_as_if_it_were_not_there(store: ModelStore) -> None:
    (store.folder / "mine").mkdir(parents=True)
    for content in ("", "not [ toml", "title = 5"):
        (store.folder / "mine" / "model.toml").write_text(content)
        assert imported_models(store.folder) == []


@pytest.mark.parametrize(
    ("file_name", "name"),
    [("My Model (v2).onnx", "my-model-v2"), ("李.onnx", "my-model"), ("a" * 60 + ".onnx", "a" * 40)],
)
def test_a_name_is_made_of_the_files(file_name: str, name: str) -> None:
    assert name_for(Path(file_name)) == name
