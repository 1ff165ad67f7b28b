"""Models in 8 bits: made at install of files that are there, refused where they do not agree, made anew when due."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.int8_ranges import measure
from photoface.domain.errors import ModelRefused, ModelsMissing
from photoface.domain.faces import Pixels
from photoface.domain.similarity import angle_between
from photoface.vision import int8_check, recipes
from photoface.vision.alignment import chip_to_photo, warp
from photoface.vision.catalog import Model, load_catalog
from photoface.vision.converters.int8 import Recipe, read_recipe, to_int8
from photoface.vision.embedders import FlipAveraged, as_input, frame_of, input_of
from photoface.vision.install_events import Installed
from photoface.vision.installer import Installer
from photoface.vision.int8_check import agreement, check_int8, drawn_faces
from photoface.vision.manifest import NAME
from photoface.vision.model import InputSpec, Template
from photoface.vision.model_store import ModelStore
from photoface.vision.sessions import open_session
from tests.builders import astronaut
from tests.vision.model_files import source_files
from tests.vision.real_models import real_detector
from tests.vision.tiny_models import file_of, tiny_catalog, tiny_model
from tests.vision.tiny_networks import DIMS, SIDE, residual

POINTS = np.array([[5, 5], [11, 5], [8, 8], [6, 11], [10, 11]], np.float32)
EXACT = replace(
    tiny_model("exact", file_of("exact.onnx", residual())),
    dims=DIMS,
    input=InputSpec("RGB", (SIDE, SIDE)),
    template=Template(POINTS, (SIDE, SIDE)),
)
ROUNDED = replace(EXACT, name="rounded", title="Tiny rounded", int8_of="exact")
INT8 = [model for model in load_catalog().models.values() if model.int8_of]


def table_of(onnx: bytes) -> bytes:
    chips = as_input(drawn_faces(frame_of(EXACT)), input_of(EXACT))
    return measure(onnx, [chips], equalize=False).encode()


@pytest.fixture(autouse=True)
def tables(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Tables by the name of a model; those that come with the program for all others."""
    known = {"exact": table_of(residual())}
    real = recipes.table
    monkeypatch.setattr(recipes, "table", lambda model: known.get(model.int8_of) or real(model))
    return known


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    (tmp_path / "mirror").mkdir()
    (tmp_path / "mirror" / "exact.onnx").write_bytes(residual())
    return ModelStore(tmp_path / "models", tiny_catalog(EXACT, ROUNDED))


def install(store: ModelStore, *models: Model, mirror: bool = True) -> list[Installed]:
    installer = Installer(store, [str(store.folder.parent / "mirror")] if mirror else [])
    events = installer.install(models, installer.reach(models))
    return [event for event in events if isinstance(event, Installed)]


def test_it_is_made_of_the_same_files_and_lies_beside_them(store: ModelStore) -> None:
    install(store, ROUNDED)
    assert b"QuantizeLinear" in store.onnx_bytes("rounded")
    assert not store.installed("exact")
    store.verify("rounded")


def test_files_that_another_model_has_are_not_fetched_again(store: ModelStore) -> None:
    install(store, EXACT)
    (made,) = install(store, ROUNDED, mirror=False)
    assert (made.fresh, made.origins) == (True, ())
    assert store.installed("rounded")


def test_both_at_once_fetch_a_file_once(store: ModelStore) -> None:
    first, second = install(store, EXACT, ROUNDED)
    assert (len(first.origins), len(second.origins)) == (1, 0)


def test_another_table_makes_another_model(store: ModelStore, tables: dict[str, bytes]) -> None:
    install(store, ROUNDED)
    before = store.onnx_bytes("rounded")
    tables["exact"] = tables["exact"].replace(b"= [0, ", b"= [-1, ")
    assert not store.installed("rounded")
    with pytest.raises(ModelsMissing, match="models install"):
        store.onnx_bytes("rounded")
    install(store, ROUNDED, mirror=False)
    assert store.onnx_bytes("rounded") != before


def test_a_better_conversion_is_used_at_the_next_install(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    install(store, EXACT)
    monkeypatch.setitem(recipes.WAYS, "onnx", "2")
    assert store.installed("exact")  # the old one is as good, only slower
    assert [event.fresh for event in install(store, EXACT, mirror=False)] == [True]
    assert [event.fresh for event in install(store, EXACT, mirror=False)] == [False]


def test_a_manifest_of_an_older_program_is_read(store: ModelStore) -> None:
    install(store, EXACT)
    path = store.folder_of("exact") / NAME
    written = json.loads(path.read_bytes())
    del written["made_by"]
    path.write_text(json.dumps(written), "utf-8")
    assert store.installed("exact")
    assert [event.fresh for event in install(store, EXACT)] == [False]


def test_what_disagrees_is_refused_and_nothing_is_left(store: ModelStore, tables: dict[str, bytes]) -> None:
    tables["exact"] = b"[ranges]\n" + b"".join(
        name + b" = [0, 0.5]\n" for name in (b"relu_1", b"conv_3", b"add_7", b"relu_9")
    )
    with pytest.raises(ModelRefused, match=r"Tiny rounded does not work on this computer.*Nothing was installed"):
        install(store, ROUNDED)
    assert not store.installed("rounded")
    assert not store.folder_of("rounded").exists()


def test_embeddings_that_are_no_numbers_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(int8_check, "agreement", lambda *_: float("nan"))
    with pytest.raises(ModelRefused):
        check_int8(ROUNDED, b"", b"")


@pytest.mark.parametrize("model", INT8, ids=lambda model: model.name)
def test_drawn_faces_fill_the_chip_and_are_the_same_every_time(model: Model) -> None:
    faces = drawn_faces(frame_of(model))
    width, height = frame_of(model).size
    assert faces.shape == (6, height, width, 3)
    assert faces.dtype == np.uint8
    assert (faces == drawn_faces(frame_of(model))).all()
    assert faces.std(axis=(1, 2)).min() > 10


@pytest.fixture(scope="module", params=[model.name for model in INT8])
def real(request: pytest.FixtureRequest) -> tuple[Model, bytes, bytes]:
    """A model in 8 bits, and its two ONNX files; skips where it cannot be had."""
    model = load_catalog().model(request.param)
    files = source_files(model.int8_of)
    exact = load_catalog().model(model.int8_of)
    return model, recipes.product_of(exact, files), recipes.product_of(model, files)


Real = tuple[Model, bytes, bytes]


def astronauts(model: Model) -> Pixels:
    """The astronaut's face, large, small and dark."""
    pictures = [astronaut(), astronaut().resize((200, 200)), astronaut().point(lambda level: level // 2)]
    found = [real_detector().detect(np.asarray(picture))[0] for picture in pictures]
    maps = [chip_to_photo(frame_of(model), face.landmarks) for face in found]
    return np.stack([warp(picture, each, frame_of(model).size) for picture, each in zip(pictures, maps, strict=True)])


def test_a_photo_gets_nearly_the_exact_embedding(real: Real) -> None:
    model, exact, rounded = real
    assert agreement(model, exact, rounded, astronauts(model)) > 0.98
    one = FlipAveraged(model, open_session(rounded)).embed(astronauts(model))
    other = FlipAveraged(model, open_session(exact)).embed(astronauts(model))
    assert angle_between(one[0], one[1]) == pytest.approx(angle_between(other[0], other[1]), abs=0.05)


def test_the_same_files_give_the_same_bytes(real: Real) -> None:
    model, exact, rounded = real
    assert to_int8(model.title, exact, read_recipe(recipes.table(model))) == rounded


def test_half_the_numbers_of_a_real_model_cannot_be_wrong_unseen(real: Real) -> None:
    """Ranges that are far too small, as a table of another network would have them."""
    model, exact, _ = real
    good = read_recipe(recipes.table(model))
    bad = Recipe({name: (low / 8, high / 8) for name, (low, high) in good.ranges.items()}, good.exponents)
    with pytest.raises(ModelRefused, match="does not work on this computer"):
        check_int8(model, exact, to_int8(model.title, exact, bad))
